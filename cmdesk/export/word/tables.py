"""Tables (17.4): the facts of a form, and the rows of a bilingual answer."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from lxml import etree

from cmdesk.export.blocks import Align, Cell, Flow, Pair, Paragraph, Table
from cmdesk.export.word.draft import Draft
from cmdesk.export.word.markup import W, el, from_millimetres, twips
from cmdesk.export.word.paragraphs import paragraph, styled
from cmdesk.export.word.runs import flow_elements
from cmdesk.export.word.styles import BARE, GRID, PAIRS

BODY_STYLES = {Align.START: "TableText", Align.END: "TableNumber"}
HEAD_STYLES = {Align.START: "TableHead", Align.END: "TableHeadNumber"}
SHORT = 240
"""Letters that make no more than six or seven lines of a column."""
WHOLE = 8
"""Rows up to which a table is kept on one page."""
HALVES = (0.5, 0.5)
WITH_NOTES = (0.38, 0.38, 0.24)
MIDDLE = 9.0
"""Points from the rule between two languages to the text on each side."""


def table(block: Table, draft: Draft) -> etree._Element:
    """A table whose head is repeated on each page and whose rows are never parted."""
    widths = columns(block.widths, draft.measure)
    head = [_row(block.head, widths, HEAD_STYLES, draft, is_head=True)] if block.head else []
    rows = [_row(cells, widths, BODY_STYLES, draft) for cells in block.rows]
    if len(rows) <= WHOLE:
        _keep_together(rows)
    return _table(GRID, widths, [*head, *rows], has_head=bool(head))


def pairs(blocks: Sequence[Pair], draft: Draft) -> etree._Element:
    """Thai and English in two columns; a long row may go on on the next page."""
    noted = any(pair.notes is not None for pair in blocks)
    widths = columns(WITH_NOTES if noted else HALVES, draft.measure)
    rows = [
        el(
            "tr",
            el("trPr", el("cantSplit")) if is_short(pair) else None,
            _side(pair.thai, widths[0], draft, "right"),
            _side(pair.english, widths[1], draft, "left", *(["right"] if noted else [])),
            _notes(pair.notes or (), widths[-1], draft) if noted else None,
        )
        for pair in blocks
    ]
    return _table(PAIRS, widths, rows, has_head=False)


def bare_table(widths: list[int], rows: Sequence[Sequence[list[etree._Element]]]) -> etree._Element:
    """A table without rules; each cell is given as its paragraphs, and missing cells at an end stay empty."""
    made = [
        el("tr", el("trPr", el("cantSplit")), *(_cell(width, content) for width, content in _filled(widths, cells)))
        for cells in rows
    ]
    return _table(BARE, widths, made, has_head=False)


def _filled(widths: list[int], cells: Sequence[list[etree._Element]]) -> Iterator[tuple[int, list[etree._Element]]]:
    return zip_longest(widths, cells, fillvalue=[])  # type: ignore[arg-type]  # there are never more cells than widths


def columns(shares: tuple[float, ...], measure: float) -> list[int]:
    """Widths of columns in twips, which sum to the measure exactly."""
    whole = from_millimetres(measure)
    edges = [0, *(round(whole * sum(shares[: place + 1])) for place in range(len(shares)))]
    return [right - left for left, right in pairwise(edges)]


def _table(style: str, widths: list[int], rows: list[etree._Element], *, has_head: bool) -> etree._Element:
    properties = el(
        "tblPr",
        el("tblStyle", val=style),
        el("tblW", w=sum(widths), type="dxa"),
        el("tblLayout", type="fixed"),
        el(
            "tblLook",
            val="0020" if has_head else "0000",
            firstRow=int(has_head),
            lastRow=0,
            firstColumn=0,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
    )
    return el("tbl", properties, el("tblGrid", *(el("gridCol", w=width) for width in widths)), *rows)


def _row(
    cells: tuple[Cell, ...], widths: list[int], styles: dict[Align, str], draft: Draft, *, is_head: bool = False
) -> etree._Element:
    properties = el("trPr", el("cantSplit"), el("tblHeader") if is_head else None)
    made = (
        _cell(width, [styled(styles[cell.align], *flow_elements(flow, draft)) for flow in cell.flows])
        for cell, width in zip(cells, widths, strict=True)
    )
    return el("tr", properties, *made)


def is_short(pair: Pair) -> bool:
    """Whether a row is kept on one page; a long one would leave a hole there."""
    return all(len(side.flow.plain) <= SHORT for side in (pair.thai, pair.english) if side)


def _notes(notes: tuple[Flow, ...], width: int, draft: Draft) -> etree._Element:
    """The third column; empty, it is there to be written in."""
    margin = el("tcMar", el("left", w=twips(MIDDLE), type="dxa"))
    return _cell(width, [styled("TableText", *flow_elements(flow, draft)) for flow in notes], margin)


def _side(side: Paragraph | None, width: int, draft: Draft, *inner: str) -> etree._Element:
    """A cell whose text keeps off the middle and is flush with the other paragraphs outside."""
    margin = el("tcMar", *(el(each, w=twips(MIDDLE), type="dxa") for each in inner))
    return _cell(width, [] if side is None else [paragraph(side, draft)], margin)


def _cell(width: int, content: list[etree._Element], margin: etree._Element | None = None) -> etree._Element:
    # A cell without a paragraph is no cell to Word.
    return el("tc", el("tcPr", el("tcW", w=width, type="dxa"), margin), *(content or [styled("TableText")]))


def _keep_together(rows: list[etree._Element]) -> None:
    for row in rows[:-1]:
        for properties in row.iter(f"{{{W}}}pPr"):
            properties.insert(1, el("keepNext"))


def gap() -> etree._Element:
    """What Word needs between two tables, lest it make them one, and after the last one."""
    return styled("TableGap")
