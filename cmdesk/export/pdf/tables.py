"""Pairs and tables as boxes."""

from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from cmdesk.export.blocks import Align, Cell, Pair, Paragraph, Table
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Stack
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.paragraphs import flow_box, paragraph_box
from cmdesk.export.pdf.rows import Grid, Row
from cmdesk.export.pdf.sheet import Role
from cmdesk.export.pdf.style import TextStyle


def pair_row(pair: Pair, measure: float, fonts: Fonts) -> Row:
    """Thai and English side by side; a missing side leaves its column empty."""
    width = (measure - look.COLUMN_GAP) / 2
    cells = tuple(_side(side, width, fonts) for side in (pair.thai, pair.english))
    return Row(
        cells,
        (0.0, width + look.COLUMN_GAP),
        measure,
        before=max(cell.before for cell in cells),
        after=max(cell.after for cell in cells),
        with_next=any(box.with_next for cell in cells for box in cell.boxes),
        with_previous=any(box.with_previous for cell in cells for box in cell.boxes),
    )


def _side(paragraph: Paragraph | None, width: float, fonts: Fonts) -> Stack:
    return Stack((paragraph_box(paragraph, width, fonts, narrow=True),)) if paragraph else Stack()


def grid(table: Table, measure: float, fonts: Fonts, tick: Callable[[], None]) -> Grid:
    """A table set to a measure; `tick` is called for each row."""
    widths = [share * measure for share in table.widths]
    setter = _RowSetter(widths, measure, fonts)
    rows: list[Row] = []
    for cells in table.rows:
        tick()
        rows.append(replace(setter.row(cells, look.CELL, Role.CELL), ruled=look.RULE))
    if not table.head:
        return Grid(None, tuple(rows))
    head = replace(setter.row(table.head, look.CELL_HEAD, Role.HEAD_CELL), ruled=look.HEAD_RULE, pale=True)
    if head.height > look.HIGHEST_HEAD:
        return Grid(None, (head, *rows))
    return Grid(head, tuple(rows))


class _RowSetter:
    """Sets the rows of one table."""

    def __init__(self, widths: list[float], measure: float, fonts: Fonts) -> None:
        self._widths = widths
        edges = list(accumulate(widths, initial=0.0))[: len(widths)]
        self._places = tuple(edge + look.CELL_PADDING_SIDE for edge in edges)
        self._measure = measure
        self._fonts = fonts

    def row(self, cells: tuple[Cell, ...], style: TextStyle, role: Role) -> Row:
        """Cells as a row; missing ones at its end stay empty."""
        stacks = [self._cell(cell, width, style, role) for cell, width in zip(cells, self._widths, strict=False)]
        stacks += [Stack()] * (len(self._widths) - len(stacks))
        return Row(tuple(stacks), self._places, self._measure, padding=look.CELL_PADDING)

    def _cell(self, cell: Cell, width: float, style: TextStyle, role: Role) -> Stack:
        room = width - 2 * look.CELL_PADDING_SIDE
        right = cell.align is Align.END
        boxes = (flow_box(flow, style, room, self._fonts) for flow in cell.flows)
        return Stack(tuple(replace(box, role=role, ends_right=right) for box in boxes))
