"""Pairs and tables as boxes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

from cmdesk.export.blocks import Align, Cell, Flow, Look, Pair, Paragraph, Table
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Stack
from cmdesk.export.pdf.paragraphs import paragraph_box, tagged
from cmdesk.export.pdf.press import Press
from cmdesk.export.pdf.rows import Grid, Row
from cmdesk.export.pdf.style import TextStyle
from cmdesk.export.pdf.tags import Node, Tag


def pair_row(pair: Pair, measure: float, press: Press, within: Node) -> Row:
    """Thai and English side by side; a missing side leaves its column empty, and notes have a column of their own."""
    widths = _columns(measure, with_notes=pair.notes is not None)
    cells = [_side(side, width, press, within) for side, width in zip((pair.thai, pair.english), widths, strict=False)]
    if pair.notes is not None:
        cells.append(_notes(pair.notes, widths[-1], press, within))
    edges = accumulate((width + look.COLUMN_GAP for width in widths), initial=0.0)
    return Row(
        tuple(cells),
        tuple(edges)[: len(cells)],
        measure,
        before=max(cell.before for cell in cells),
        after=max(cell.after for cell in cells),
        with_next=any(box.with_next for cell in cells for box in cell.boxes),
        with_previous=any(box.with_previous for cell in cells for box in cell.boxes),
        parted=pair.notes is not None,
    )


def _columns(measure: float, *, with_notes: bool) -> list[float]:
    if not with_notes:
        return [(measure - look.COLUMN_GAP) / 2] * 2
    free = measure - 2 * look.COLUMN_GAP
    return [free * (1 - look.NOTES_SHARE) / 2] * 2 + [free * look.NOTES_SHARE]


def _side(paragraph: Paragraph | None, width: float, press: Press, within: Node) -> Stack:
    return Stack((paragraph_box(paragraph, width, press, within, narrow=True),)) if paragraph else Stack()


def _notes(flows: Sequence[Flow], width: float, press: Press, within: Node) -> Stack:
    paragraphs = (Paragraph(Look.NOTE, flow) for flow in flows)
    return Stack(tuple(paragraph_box(each, width, press, within, narrow=True) for each in paragraphs))


def grid(table: Table, measure: float, press: Press, within: Node, tick: Callable[[], None]) -> Grid:
    """A table set to a measure; `tick` is called for each row."""
    node = within.child(Tag.TABLE)
    setter = _RowSetter([share * measure for share in table.widths], measure, press)
    # the head is made first, as elements are read in the order of their first paint and kinds of rows must not mix
    head = setter.row(table.head, look.CELL_HEAD, node.child(Tag.TABLE_HEAD), Tag.HEAD_CELL) if table.head else None
    body = node.child(Tag.TABLE_BODY)
    rows: list[Row] = []
    for cells in table.rows:
        tick()
        rows.append(replace(setter.row(cells, look.CELL, body, Tag.CELL), ruled=look.RULE))
    if not head:
        return Grid(None, tuple(rows))
    head = replace(head, ruled=look.HEAD_RULE, pale=True)
    if head.height > look.HIGHEST_HEAD:
        return Grid(None, (head, *rows))
    return Grid(head, tuple(rows))


class _RowSetter:
    """Sets the rows of one table."""

    def __init__(self, widths: list[float], measure: float, press: Press) -> None:
        self._widths = widths
        edges = list(accumulate(widths, initial=0.0))[: len(widths)]
        self._places = tuple(edge + look.CELL_PADDING_SIDE for edge in edges)
        self._measure = measure
        self._press = press

    def row(self, cells: tuple[Cell, ...], house: TextStyle, within: Node, tag: Tag) -> Row:
        """Cells as a row; missing ones at its end stay empty."""
        node = within.child(Tag.ROW)
        nodes = tuple(node.child(tag) for _ in self._widths)
        style = self._press.style(house)
        stacks = [
            self._cell(cell, width, style, one) for cell, width, one in zip(cells, self._widths, nodes, strict=False)
        ]
        stacks += [Stack()] * (len(self._widths) - len(stacks))
        return Row(tuple(stacks), self._places, self._measure, nodes=nodes, padding=look.CELL_PADDING)

    def _cell(self, cell: Cell, width: float, style: TextStyle, node: Node) -> Stack:
        room = width - 2 * look.CELL_PADDING_SIDE
        right = cell.align is Align.END
        boxes = (
            tagged(flow, style, room, self._press.fonts, node.child(Tag.PARAGRAPH, flow.language))
            for flow in cell.flows
        )
        return Stack(tuple(replace(box, ends_right=right) for box in boxes))
