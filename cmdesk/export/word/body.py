"""The body of a document (17.2): its blocks in order, with what Word needs between them."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml import etree

from cmdesk.export.blocks import (
    Block,
    ContactSheet,
    Contents,
    Cover,
    Heading,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Table,
)
from cmdesk.export.word.contents import contents
from cmdesk.export.word.draft import Draft
from cmdesk.export.word.markup import W, el
from cmdesk.export.word.paragraphs import cover, heading, paragraph
from cmdesk.export.word.pictures import contact_sheet, picture
from cmdesk.export.word.tables import gap, pairs, table
from cmdesk.progress import Progress

_PARAGRAPH = f"{{{W}}}p"
_TABLE = f"{{{W}}}tbl"


class Body:
    """Elements of the body, as blocks are added."""

    def __init__(self, draft: Draft, headings: list[tuple[Heading, int]]) -> None:
        self.elements: list[etree._Element] = []
        self._draft = draft
        self._headings = headings
        self._page_begins = False

    def fill(self, blocks: tuple[Block, ...], progress: Progress) -> None:
        """Add all blocks; pairs that follow each other become one table."""
        done = 0
        for group in _together(blocks):
            progress.step(done, len(blocks))
            self._add(group)
            done += len(group)
        if self._ends_with_table():
            self.elements.append(gap())

    def _add(self, group: tuple[Block, ...]) -> None:
        made = list(self._made(group))
        if not made:
            self._page_begins |= isinstance(group[0], PageBreak)
            return
        if self._page_begins:
            _begin_page(made[0])
        elif made[0].tag == _TABLE and self._ends_with_table():
            made.insert(0, gap())
        self._page_begins = False
        self.elements += made

    def _made(self, group: tuple[Block, ...]) -> Iterable[etree._Element]:  # noqa: PLR0911 - a line for each block
        match group[0]:
            case Pair():
                return [pairs([block for block in group if isinstance(block, Pair)], self._draft)]
            case Paragraph() as block:
                return [paragraph(block, self._draft)]
            case Heading() as block:
                return [heading(block, self._draft)]
            case Table() as block:
                return [table(block, self._draft)]
            case Contents() as block:
                return [contents(block, self._headings, self._draft)]
            case Cover() as block:
                return cover(block, self._draft)
            case Picture() as block:
                return picture(block, self._draft)
            case ContactSheet() as block:
                return [contact_sheet(block, self._draft)] if block.pictures else []
            case PageBreak():
                return []

    def _ends_with_table(self) -> bool:
        return bool(self.elements) and self.elements[-1].tag == _TABLE


def _together(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Blocks one by one, but pairs in a row as one group."""
    for is_pair, group in groupby(blocks, lambda block: isinstance(block, Pair)):
        if is_pair:
            yield tuple(group)
        else:
            yield from ((block,) for block in group)


def _begin_page(element: etree._Element) -> None:
    """Let the first paragraph of an element begin a page; an empty paragraph for it would be one too many."""
    first = next(element.iter(_PARAGRAPH))
    properties = first[0]
    properties.insert(1, el("pageBreakBefore"))
    properties.append(el("spacing", before=0))
