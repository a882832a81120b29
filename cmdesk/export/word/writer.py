"""A document of neutral blocks as a Word file."""

from pathlib import Path

from cmdesk.export.blocks import Document
from cmdesk.export.word.body import Body
from cmdesk.export.word.comments import comments_part, fill_comments
from cmdesk.export.word.draft import Draft
from cmdesk.export.word.estimate import pages
from cmdesk.export.word.fitting import fitted
from cmdesk.export.word.furniture import footer_part, header_part, section
from cmdesk.export.word.markup import el
from cmdesk.export.word.notes import fill, notes_part
from cmdesk.export.word.package import Package
from cmdesk.export.word.settings import fonts_part, settings_part
from cmdesk.export.word.styles import styles_part
from cmdesk.export.word.theme import theme_part
from cmdesk.progress import SILENT, Progress


def write(document: Document, target: Path, progress: Progress = SILENT) -> None:
    """Put the document at target as a Word file; equal documents become equal files."""
    root = el("document")
    package = Package(root)
    sheet = document.page
    draft = Draft(document, package.link, package.embed)
    styles, font = fitted(document), document.looks.font
    headings, count = pages(document, styles)
    body = Body(draft, headings)
    body.fill(document.blocks, progress)
    _note(draft, package)
    _comment(draft, package)
    package.add("styles", "STYLES", styles_part(draft.measure, styles, font))
    package.add("settings", "SETTINGS", settings_part(draft.notes.name))
    package.add("theme/theme1", "THEME", theme_part(font))
    package.add("fontTable", "FONT_TABLE", fonts_part(font))
    package.add("numbering", "NUMBERING", draft.lists.part())
    head = package.add("header1", "HEADER", header_part(document, draft))
    foot = package.add("footer1", "FOOTER", footer_part(document.footer, count, thai_digits=document.thai_digits))
    package.describe(document)
    root.append(el("body", *body.elements, section(sheet, head, foot, thai_digits=document.thai_digits)))
    package.save(target)
    progress.step(len(document.blocks), len(document.blocks))


def _comment(draft: Draft, package: Package) -> None:
    """Write the comments, if there are any."""
    if draft.comments:
        root = comments_part()
        fill_comments(root, draft.comments, draft.within(package.grow("comments", "COMMENTS", root)))


def _note(draft: Draft, package: Package) -> None:
    """Write the footnotes or endnotes, if there are any."""
    name = draft.notes.name
    if name:
        root = notes_part(name)
        fill(root, draft.notes, draft.within(package.grow(f"{name}s", f"{name}s".upper(), root)))
