"""The blocks of a document as boxes, section by section."""

from collections.abc import Callable, Iterator

from cmdesk.export.blocks import Block, Contents, Cover, Document, Heading, PageBreak, Pair, Paragraph, Table
from cmdesk.export.pdf.boxes import Box
from cmdesk.export.pdf.canvas import POINTS
from cmdesk.export.pdf.contents import contents_boxes
from cmdesk.export.pdf.cover import cover_box
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.pages import Section
from cmdesk.export.pdf.paragraphs import heading_box, paragraph_box
from cmdesk.export.pdf.tables import grid, pair_row

LEAST_HEIGHT = 80.0
LEAST_MEASURE = 40.0
"""Points; margins that leave less are taken for a mistake and give way."""


class Setting:
    """Sets one document; `tick` is called at least for each block and row."""

    def __init__(self, document: Document, fonts: Fonts, tick: Callable[[], None]) -> None:
        page = document.page
        self._document = document
        self._fonts = fonts
        self._tick = tick
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
                yield Section((cover_box(block, self.measure, self.height, self._fonts),), furnished=False)
            else:
                boxes += self._boxes(block)
        yield Section(tuple(boxes))

    def _boxes(self, block: Block) -> list[Box]:
        match block:
            case Paragraph():
                return [paragraph_box(block, self.measure, self._fonts)]
            case Pair():
                return [pair_row(block, self.measure, self._fonts)]
            case Heading():
                return [heading_box(block, self.measure, self._fonts)]
            case Table():
                return [grid(block, self.measure, self._fonts, self._tick)]
            case Contents():
                return contents_boxes(block, self._headings(), self.measure, self._fonts)
            case _:
                return []

    def _headings(self) -> list[Heading]:
        return [block for block in self._document.blocks if isinstance(block, Heading)]
