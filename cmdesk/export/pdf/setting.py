"""The blocks of a document as boxes, section by section."""

from collections.abc import Callable, Iterator

from cmdesk.export.blocks import (
    Block,
    ContactSheet,
    Contents,
    Cover,
    Document,
    Heading,
    Look,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Table,
)
from cmdesk.export.pdf.boxes import Box
from cmdesk.export.pdf.canvas import POINTS
from cmdesk.export.pdf.contents import contents_boxes
from cmdesk.export.pdf.cover import cover_box
from cmdesk.export.pdf.headings import heading_box
from cmdesk.export.pdf.pages import Section
from cmdesk.export.pdf.paragraphs import paragraph_box
from cmdesk.export.pdf.pictures import contact_rows, picture_box
from cmdesk.export.pdf.press import Press
from cmdesk.export.pdf.tables import grid, pair_row
from cmdesk.export.pdf.tags import Headings, Node, Tag

LEAST_HEIGHT = 80.0
LEAST_MEASURE = 40.0
"""Points; margins that leave less are taken for a mistake and give way."""


class Setting:
    """Sets one document; `tick` is called at least for each block and row."""

    def __init__(self, document: Document, press: Press, tick: Callable[[], None]) -> None:
        page = document.page
        self._document = document
        self._press = press
        self._tick = tick
        self._headings = Headings()
        self._list: tuple[Look, Node] | None = None
        self.root = Node(Tag.DOCUMENT, None, document.language)
        self.measure = max(LEAST_MEASURE, (page.width - page.left - page.right) * POINTS)
        self.height = max(LEAST_HEIGHT, (page.height - page.top - page.bottom) * POINTS)

    def sections(self) -> Iterator[Section]:
        """The document's sections; each begins a new page."""
        boxes: list[Box] = []
        for block in self._document.blocks:
            self._tick()
            if isinstance(block, PageBreak | Cover):
                yield Section(tuple(boxes))
                boxes = []
            if isinstance(block, Cover):
                cover = cover_box(block, self.measure, self.height, self._press, self.root)
                yield Section((cover,), furnished=False)
            else:
                boxes += self._boxes(block)
        yield Section(tuple(boxes))

    def _boxes(self, block: Block) -> list[Box]:  # noqa: PLR0911 - a line for each block
        measure, press, within = self.measure, self._press, self._within(block)
        match block:
            case Paragraph():
                return [paragraph_box(block, measure, press, within)]
            case Pair():
                return [pair_row(block, measure, press, within)]
            case Heading():
                return [heading_box(block, measure, press, within.child(self._headings.tag(block.level)))]
            case Table():
                return [grid(block, measure, press, within, self._tick)]
            case Picture():
                return [picture_box(block, measure, self.height, press, within)]
            case ContactSheet():
                return contact_rows(block, measure, press, within)
            case Contents():
                headings = [block for block in self._document.blocks if isinstance(block, Heading)]
                return contents_boxes(block, headings, measure, press, within)
            case _:
                return []

    def _within(self, block: Block) -> Node:
        """The node that a block's own are in: a list for neighbours of one look with labels, else the document."""
        look = _listed(block)
        if look is None:
            self._list = None
            return self.root
        if self._list is None or self._list[0] is not look:
            self._list = look, self.root.child(Tag.LIST)
        return self._list[1]


def _listed(block: Block) -> Look | None:
    """The look of paragraphs that are items of a list."""
    match block:
        case Paragraph():
            sides = [block]
        case Pair():
            sides = [side for side in (block.thai, block.english) if side]
        case _:
            return None
    labelled = bool(sides) and all(side.label for side in sides)
    return sides[0].look if labelled else None
