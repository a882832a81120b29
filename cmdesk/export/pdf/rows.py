"""Columns side by side that cross a page's end one by one, and tables made of them."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import cached_property

from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Box, Stack
from cmdesk.export.pdf.sheet import Sheet
from cmdesk.export.pdf.tags import Node
from cmdesk.model.language import Language


@dataclass(frozen=True)
class Row(Box):
    """Cells side by side, each at its `x`; `ruled` draws a line below, `pale` a field behind.

    `parted` draws a line before the last cell. `nodes` are the cells' own, in a table.
    """

    cells: tuple[Stack, ...]
    places: tuple[float, ...]
    width: float
    nodes: tuple[Node, ...] = ()
    padding: float = 0
    ruled: float = 0
    pale: bool = False
    parted: bool = False
    before: float = 0
    after: float = 0
    with_next: bool = False
    with_previous: bool = False

    @cached_property
    def height(self) -> float:
        """The highest cell with the padding."""
        return max((cell.height for cell in self.cells), default=0.0) + 2 * self.padding

    def split(self, room: float) -> "tuple[Row, Row] | None":
        """What fits of every column, and the rest; None unless each column begins above the split."""
        inside = room - 2 * self.padding
        halves = [_halved(cell, inside) for cell in self.cells]
        whole = [half for half in halves if half is not None]
        if len(whole) < len(halves) or not any(rest.boxes for _, rest in whole):
            return None
        first = replace(self, cells=tuple(first for first, _ in whole), after=0, ruled=0, with_next=False)
        return first, replace(self, cells=tuple(rest for _, rest in whole), before=0, with_previous=False)

    def anchors(self) -> Iterator[str]:
        """Names of the places in its cells."""
        for cell in self.cells:
            yield from cell.anchors()

    def cited(self) -> Iterator[tuple[str, Language]]:
        """Places that marks in its cells lead to."""
        for cell in self.cells:
            yield from cell.cited()

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put field, cells and rule on the sheet."""
        foot = top - self.height
        if self.pale:
            sheet.field((x, foot), self.width, self.height, look.PALE)
        for node in self.nodes:
            sheet.present(node)
        for cell, place in zip(self.cells, self.places, strict=True):
            cell.paint(sheet, x + place, top - self.padding)
        if self.parted:
            left = x + self.places[-1] - look.COLUMN_GAP / 2
            sheet.rule((left, top), (left, foot), look.RULE, look.HAIRLINE)
        if self.ruled:
            sheet.rule((x, foot), (x + self.width, foot), self.ruled, look.HAIRLINE)


def _halved(cell: Stack, room: float) -> tuple[Stack, Stack] | None:
    return (cell, Stack()) if cell.height <= room else cell.split(room)


@dataclass(frozen=True)
class Grid(Box):
    """A table: rows under a head that each page repeats."""

    head: Row | None
    rows: tuple[Row, ...]
    begun: bool = False
    """Whether it began on an earlier page, so that its head is only repeated."""
    before: float = look.TABLE_BEFORE
    after: float = look.TABLE_AFTER

    @cached_property
    def height(self) -> float:
        """Head and rows."""
        return self._head_height + sum(row.height for row in self.rows)

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0.0

    def split(self, room: float) -> "tuple[Grid, Grid] | None":
        """The rows that fit, the last of them split if it is high, and the others under the head again."""
        left = room - self._head_height
        for number, row in enumerate(self.rows):
            if row.height > left:
                return self._split_at(number, row.split(left) if row.height > look.WHOLE_ROW else None)
            left -= row.height
        return None

    def _split_at(self, number: int, halves: tuple[Row, Row] | None) -> "tuple[Grid, Grid] | None":
        kept, rest = self.rows[:number], self.rows[number:]
        if halves:
            kept, rest = (*kept, halves[0]), (halves[1], *rest[1:])
        if not kept:
            return None
        return replace(self, rows=kept), replace(self, rows=rest, begun=True, before=0)

    def anchors(self) -> Iterator[str]:
        """Names of the places in its rows."""
        for row in self.rows:
            yield from row.anchors()

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put head and rows on the sheet."""
        if self.head:
            with sheet.ornament("Pagination") if self.begun else nullcontext():
                self.head.paint(sheet, x, top)
            top -= self.head.height
        for row in self.rows:
            row.paint(sheet, x, top)
            top -= row.height
