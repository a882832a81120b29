"""On which page a heading will be, nearly: Word knows only when it has laid the pages out.

The numbers stand in the contents until its fields are updated. What is kept together is, as Word does.
"""

import unicodedata
from collections.abc import Mapping
from math import ceil

from cmdesk.export.blocks import (
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
    Table,
)
from cmdesk.export.word.looks import LOOKS, Style, of_level
from cmdesk.export.word.markup import POINTS_OF_MILLIMETRE
from cmdesk.export.word.pictures import HIGHEST, HIGHEST_SMALL, PIXELS_OF_MILLIMETRE
from cmdesk.export.word.tables import MIDDLE, WHOLE, is_short

LETTER = 0.5
"""Mean width of a letter, of its size; marks above and below have none."""

CELL_MARGINS = 10.0
ROW_MARGINS = 6.0
LINES_KEPT = 40.0
"""Of a paragraph, at the foot of a page: two lines."""


def pages(document: Document, styles: Mapping[str, Style]) -> tuple[list[tuple[Heading, int]], int]:
    """Each heading with its page, and how many pages there are."""
    sheet = document.page
    room = (sheet.height - sheet.top - sheet.bottom) * POINTS_OF_MILLIMETRE
    measuring = Measuring(document, styles)
    found: list[tuple[Heading, int]] = []
    page, used = 1, 0.0
    for place, block in enumerate(document.blocks):
        if isinstance(block, PageBreak) or used + measuring.needed(place) > room:
            page, used = page + 1, 0.0
        if isinstance(block, Heading):
            found.append((block, page))
        used += measuring.height(block)
        page, used = page + int(used // room), used % room
    return found, page


class Measuring:
    """How high the blocks of a document are, in points."""

    def __init__(self, document: Document, styles: Mapping[str, Style]) -> None:
        sheet = document.page
        self._width = (sheet.width - sheet.left - sheet.right) * POINTS_OF_MILLIMETRE
        self._room = (sheet.height - sheet.top - sheet.bottom) * POINTS_OF_MILLIMETRE
        self._blocks = document.blocks
        self._styles = styles

    def needed(self, place: int) -> float:
        """What must still be free on a page for the block at a place to begin there."""
        block = self._blocks[place]
        if _is_kept_with_next(block) and place + 1 < len(self._blocks):
            return self.height(block) + self.needed(place + 1)
        return self._unparted(block)

    def _unparted(self, block: Block) -> float:
        match block:
            case Picture():
                return self.height(block)
            case Table() if len(block.rows) <= WHOLE:
                return self.height(block)
            case Table():
                return self._rows(block, block.rows[:1])
            case Pair() if is_short(block):
                return self.height(block)
            case _:
                return min(self.height(block), LINES_KEPT)

    def height(self, block: Block) -> float:
        """Height of a block, the space around it included."""
        match block:
            case Paragraph():
                return self._text(block.flow, LOOKS[block.look], self._width)
            case Pair():
                half = self._width / 2 - MIDDLE
                sides = [side for side in (block.thai, block.english) if side]
                heights = (self._text(side.flow, LOOKS[side.look], half) for side in sides)
                return ROW_MARGINS + max(heights, default=0)
            case Heading():
                return self._stacked(of_level("Heading", block.level), block.flows)
            case Table():
                return self._rows(block, block.rows)
            case Picture() | ContactSheet():
                return self._pictures(block)
            case _:
                return self._front(block)

    def _pictures(self, block: Picture | ContactSheet) -> float:
        if isinstance(block, Picture):
            return self._picture(block, self._width, "Picture")
        rows = -(-len(block.pictures) // max(block.columns, 1))
        return rows * (HIGHEST_SMALL * POINTS_OF_MILLIMETRE + self._caption(block.pictures[:1]))

    def _picture(self, block: Picture, width: float, style: str) -> float:
        across = min(width * block.share, block.width / PIXELS_OF_MILLIMETRE * POINTS_OF_MILLIMETRE)
        down = min(across * block.height / block.width, self._room * HIGHEST)
        return self._styles[style].before + self._styles[style].after + down + self._caption((block,))

    def _caption(self, pictures: tuple[Picture, ...]) -> float:
        return max((self._stacked("Caption", picture.caption) for picture in pictures), default=0)

    def _front(self, block: Block) -> float:
        match block:
            case Contents():
                headings = [each for each in self._blocks if isinstance(each, Heading) and each.level <= block.depth]
                entries = (self._stacked(of_level("TOC", each.level), each.flows) for each in headings)
                return self._stacked("TOCHeading", block.title[:1]) + sum(entries)
            case Cover():
                titles = self._stacked("Title", block.title) + self._stacked("Subtitle", block.subtitle)
                return titles + sum(self._text(line, "CoverLine", self._width) for line in block.lines)
            case _:
                return 0

    def _rows(self, table: Table, rows: tuple[tuple[Cell, ...], ...]) -> float:
        return sum(self._row(row, table.widths) for row in (table.head, *rows))

    def _row(self, cells: tuple[Cell, ...], shares: tuple[float, ...]) -> float:
        heights = (
            sum(self._text(flow, "TableText", self._width * share - CELL_MARGINS) for flow in cell.flows)
            for cell, share in zip(cells, shares, strict=False)
        )
        return max(heights, default=0)

    def _stacked(self, name: str, flows: tuple[Flow, ...]) -> float:
        """Height of one paragraph that has its flows below each other."""
        style = self._styles[name]
        around = style.before + style.after
        return around + sum(self._text(flow, name, self._width) - around for flow in flows)

    def _text(self, flow: Flow, name: str, width: float) -> float:
        style = self._styles[name]
        size, leading = self._measures(style)
        across = max(width - (style.left + style.right) * POINTS_OF_MILLIMETRE, size)
        lines = sum(max(1, ceil(_letters(line) * LETTER * size / across)) for line in flow.plain.split("\n"))
        return style.before + style.after + lines * leading

    def _measures(self, style: Style) -> tuple[float, float]:
        """Size and leading, the style's own or those of the one that it is based on."""
        if style.letters.size is not None and style.leading is not None:
            return style.letters.size, style.leading
        return self._measures(self._styles[style.based_on])


def _is_kept_with_next(block: Block) -> bool:
    match block:
        case Pair():
            return any(side.look is Look.GUIDANCE for side in (block.thai, block.english) if side)
        case Paragraph():
            return block.look in {Look.GUIDANCE, Look.SIGNATURE}
        case _:
            return isinstance(block, Heading)


def _letters(text: str) -> int:
    return sum(unicodedata.category(letter) not in {"Mn", "Cf"} for letter in text)
