"""A document as Markdown (CommonMark, with the tables of GitHub): text that is never taken for markup."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from cmdesk.export.blocks import (
    Align,
    Block,
    Cell,
    ContactSheet,
    Contents,
    Cover,
    Document,
    Flow,
    Heading,
    Look,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Piece,
    Table,
)
from cmdesk.export.plain import picture_text
from cmdesk.model.links import is_allowed
from cmdesk.progress import SILENT, Progress

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!$]")
_AT_START = re.compile(r"^(\s*)(?=[-+=]|\d+[.)])", re.MULTILINE)
_NUMBER = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
_DEEPEST = 6

RULES = {Align.START: "---", Align.END: "---:"}


def write(document: Document, target: Path, progress: Progress = SILENT) -> None:
    """Put the document at target as Markdown in UTF-8."""
    stanzas: list[str] = []
    for done, block in enumerate(document.blocks):
        progress.step(done, len(document.blocks))
        stanzas += (stanza for stanza in _stanzas(block, document) if stanza)
    target.write_bytes(("\n\n".join(stanzas) + "\n").encode())
    progress.step(len(document.blocks), len(document.blocks))


def _stanzas(block: Block, document: Document) -> Iterator[str]:
    match block:
        case Cover():
            yield "# " + " / ".join(map(_flow, block.title))
            yield "\\\n".join(map(_flow, block.subtitle))
            yield "\\\n".join(map(_flow, block.lines))
        case Contents():
            headings = [each for each in document.blocks if isinstance(each, Heading) and each.level <= block.depth]
            yield "## " + " / ".join(map(_flow, block.title))
            yield "\n".join(_entry(heading) for heading in headings)
        case Heading():
            yield "#" * min(block.level + 1, _DEEPEST) + f" {_place(block.anchor)}{_title(block)}"
        case Paragraph():
            yield _paragraph(block)
        case Pair():
            yield from (_paragraph(side) for side in (block.thai, block.english) if side)
            yield "\\\n".join(map(_flow, block.notes or ()))
        case Table():
            yield "\n".join(_table(block))
        case Picture():
            yield _escaped(picture_text(block))
        case ContactSheet():
            yield "\n".join(f"- {_escaped(picture_text(picture))}" for picture in block.pictures)
        case PageBreak():
            return


def _entry(heading: Heading) -> str:
    words = _title(heading)
    return "  " * (heading.level - 1) + "- " + (f"[{words}](#{heading.anchor})" if heading.anchor else words)


def _title(heading: Heading) -> str:
    words = " / ".join(_one_line(flow) for flow in heading.flows)
    return f"{_escaped(heading.number)} {words}" if heading.number else words


def _place(anchor: str) -> str:
    return f'<a id="{_quoted(anchor)}"></a>' if anchor else ""


def _paragraph(paragraph: Paragraph) -> str:
    words = _place(paragraph.anchor) + _flow(paragraph.flow)
    match paragraph.look:
        case Look.BULLET:
            return "- " + words.replace("\n", "\n  ")
        case Look.NUMBERED:
            label = paragraph.label.translate(_TO_ARABIC)
            return f"{label} " + words.replace("\n", "\n" + " " * (len(label) + 1))
        case Look.QUOTATION:
            return "> " + words.replace("\n", "\n> ")
        case Look.SIGNATURE:
            return f"{_escaped('_' * 40)}\\\n{words}"
        case _:
            return f"{_escaped(paragraph.label)} {words}" if paragraph.label else words


_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def _table(table: Table) -> Iterator[str]:
    """A table as GitHub writes it, which always has a head."""
    columns = len(table.widths)
    heads = [_cell(cell) for cell in table.head] or [""] * columns
    ends = [cell.align for cell in table.head] or [Align.START] * columns
    yield _row(heads)
    yield _row([RULES[end] for end in ends])
    yield from (_row([_cell(cell) for cell in row]) for row in table.rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_one_line(flow) for flow in cell.flows)


def _one_line(flow: Flow) -> str:
    return _flow(flow).replace("\\\n", "<br>")


def _flow(flow: Flow) -> str:
    return "".join(map(_piece, flow.pieces))


def _piece(piece: Piece) -> str:
    if not piece.text.strip():
        return piece.text.replace("\n", "\\\n")
    before, words, after = _trimmed(piece.text)
    shown = _escaped(words).replace("\n", "\\\n")
    for marked, star, tag in _marks(piece):
        if marked:
            shown = f"{star}{shown}{star}" if star and _is_wordlike(words) else f"<{tag}>{shown}</{tag}>"
    if piece.link and is_allowed(piece.link):
        shown = f"[{shown}](<{_address(piece.link)}>)"
    elif piece.anchor:
        shown = f"[{shown}](#{piece.anchor})"
    return before + shown + after


def _marks(piece: Piece) -> tuple[tuple[bool, str, str], ...]:
    """What wraps a piece, the innermost first: whether, in which stars, and by which tag where stars won't do."""
    looks = ((piece.italic, "*", "em"), (piece.bold, "**", "strong"), (piece.raised, "", "sup"))
    return *looks, (piece.struck, "", "del"), (piece.inserted, "", "ins")


def _trimmed(text: str) -> tuple[str, str, str]:
    """Blanks before, words, blanks after: marks of emphasis may not touch blanks."""
    inner = text.strip()
    start = text.index(inner)
    before, after = text[:start], text[start + len(inner) :]
    return before.replace("\n", "\\\n"), inner, after.replace("\n", "\\\n")


def _is_wordlike(words: str) -> bool:
    """Whether stars at both ends would be taken for emphasis wherever they stand."""
    return all(unicodedata.category(letter)[0] in "LMN" for letter in (words[0], words[-1]))


def _escaped(words: str) -> str:
    return _NUMBER.sub(r"\1\\\2", _AT_START.sub(_bar, _SPECIAL.sub(r"\\\g<0>", words)))


def _bar(match: re.Match[str]) -> str:
    following = match.string[match.end() : match.end() + 1]
    return match[1] if following.isdigit() else f"{match[1]}\\"


def _address(link: str) -> str:
    return link.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E")


def _quoted(anchor: str) -> str:
    return anchor.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
