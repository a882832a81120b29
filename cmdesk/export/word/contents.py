"""The table of contents as a field (17.16.5.68) that is filled in: viewers that update no fields show it too."""

from collections.abc import Sequence

from lxml import etree

from cmdesk.export.blocks import Contents, Heading
from cmdesk.export.word.draft import Draft, bookmark
from cmdesk.export.word.looks import of_level
from cmdesk.export.word.markup import el
from cmdesk.export.word.paragraphs import stacked, styled
from cmdesk.export.word.runs import field, field_begin, field_end, mark_run, text_runs
from cmdesk.thai.numerals import to_thai_digits

TAG = "cmdesk:contents"


def contents(block: Contents, headings: Sequence[tuple[Heading, int]], draft: Draft) -> etree._Element:
    """Title and entries; `headings` come with the pages that they are thought to be on."""
    listed = [(each, page) for each, page in headings if each.level <= block.depth]
    entries = [_entry(each, page, draft) for each, page in listed]
    if entries:
        _wrap(entries, block.depth)
    properties = el(
        "sdtPr",
        el("tag", val=TAG),
        el("id", val=draft.control(TAG)),
        el("docPartObj", el("docPartGallery", val="Table of Contents"), el("docPartUnique")),
    )
    title = styled("TOCHeading", *stacked(block.title, draft))
    return el("sdt", properties, el("sdtContent", title, *entries))


def _entry(heading: Heading, page: int, draft: Draft) -> etree._Element:
    name = bookmark(heading.anchor)
    number = [*text_runs(heading.number), mark_run("tab")] if heading.number else []
    words = [*number, *stacked(heading.flows, draft), mark_run("tab")]
    link = el("hyperlink", *words, *_page_number(name, page, draft), anchor=name, history=1)
    return styled(of_level("TOC", heading.level), link)


def _page_number(name: str, page: int, draft: Draft) -> list[etree._Element]:
    # Word writes it in the digits of the pages by itself; only what stands there until then is ours to write.
    return field(f"PAGEREF {name} \\h", to_thai_digits(str(page)) if draft.thai_digits else str(page))


def _wrap(entries: list[etree._Element], depth: int) -> None:
    """Let the field begin in the first entry and end in the last, so that it needs no paragraphs of its own."""
    for place, run in enumerate(field_begin(f'TOC \\o "1-{depth}" \\h \\z \\u'), start=1):
        entries[0].insert(place, run)
    entries[-1].append(field_end())
