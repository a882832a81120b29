"""On which page a heading will be, nearly: Word knows only when it has laid the pages out.

The numbers stand in the contents until its fields are updated.
"""

import unicodedata
from collections.abc import Iterable
from math import ceil

from cmdesk.export.blocks import (
    Block,
    Cell,
    Contents,
    Cover,
    Document,
    Flow,
    Heading,
    PageBreak,
    Pair,
    Paragraph,
    Table,
)
from cmdesk.export.word.looks import LOOKS, STYLES, Style, of_level
from cmdesk.export.word.markup import POINTS_OF_MILLIMETRE

LETTER = 0.5
"""Mean width of a letter, of the size; marks above and below have none."""

CELL_MARGINS = 16.0
ROW_MARGINS = 6.0


def pages(document: Document) -> tuple[list[tuple[Heading, int]], int]:
    """Each heading with its page, and how many pages there are."""
    sheet = document.page
    room = (sheet.height - sheet.top - sheet.bottom) * POINTS_OF_MILLIMETRE
    width = (sheet.width - sheet.left - sheet.right) * POINTS_OF_MILLIMETRE
    found: list[tuple[Heading, int]] = []
    page, used = 1, 0.0
    for block in document.blocks:
        height = _height(block, width, document.blocks)
        if isinstance(block, PageBreak) or used + min(height, room / 4) > room:
            page, used = page + 1, 0.0
        if isinstance(block, Heading):
            found.append((block, page))
        used += height
        page, used = page + int(used // room), used % room
    return found, page


def _height(block: Block, width: float, blocks: Iterable[Block]) -> float:  # noqa: PLR0911 - a line for each block
    match block:
        case Paragraph():
            return _paragraph(block.flow, LOOKS[block.look], width)
        case Pair():
            half = width / 2 - CELL_MARGINS
            sides = [side for side in (block.thai, block.english) if side]
            return ROW_MARGINS + max((_paragraph(side.flow, LOOKS[side.look], half) for side in sides), default=0)
        case Heading():
            return sum(_paragraph(flow, of_level("Heading", block.level), width) for flow in block.flows[:1]) + 20 * (
                len(block.flows) - 1
            )
        case Table():
            return sum(_row(row, block.widths, width) for row in (block.head, *block.rows))
        case Contents():
            return 50 + sum(19.0 * len(each.flows) for each in blocks if isinstance(each, Heading))
        case Cover():
            return 400
        case PageBreak():
            return 0


def _row(cells: tuple[Cell, ...], shares: tuple[float, ...], width: float) -> float:
    heights = (
        sum(_paragraph(flow, "TableText", width * share - CELL_MARGINS) for flow in cell.flows)
        for cell, share in zip(cells, shares, strict=False)
    )
    return max(heights, default=0)


def _paragraph(flow: Flow, name: str, width: float) -> float:
    style = STYLES[name]
    size, leading = _measures(style)
    across = max(width - (style.left + style.right) * POINTS_OF_MILLIMETRE, size)
    lines = sum(max(1, ceil(_letters(line) * LETTER * size / across)) for line in flow.plain.split("\n"))
    return style.before + style.after + lines * leading


def _measures(style: Style) -> tuple[float, float]:
    """Size and leading, the style's own or those of the one that it is based on."""
    if style.letters.size is not None and style.leading is not None:
        return style.letters.size, style.leading
    return _measures(STYLES[style.based_on])


def _letters(text: str) -> int:
    return sum(unicodedata.category(letter) not in {"Mn", "Cf"} for letter in text)
