"""Values as cells that hold what they show: no text is ever taken for a formula, and none is cut unsaid."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import NamedStyle
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from cmdesk.export.composing.workbook import Value
from cmdesk.thai.cleaning import clean

LONGEST = 32_767
"""Characters of a cell; Excel knows no longer text, and libraries cut it without a word."""

LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_ROOM = LONGEST - 200


def safe_cell(sheet: WriteOnlyWorksheet, value: Value, style: NamedStyle) -> Cell:
    """A cell of a value: a number as a number, anything else as text, also where it looks like a formula."""
    if value is None or isinstance(value, int | Decimal):
        cell = WriteOnlyCell(sheet, value)
        cell.style = style.name
        if isinstance(value, Decimal):
            cell.number_format = _digits(value)
        return cell
    text = clean(value)
    cell = WriteOnlyCell(sheet, text)
    cell.style = style.name
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in tuple("=+-@\t'")
    return cell


def _digits(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    return "#,##0" + ("." + "0" * places if places else "")


def rows_of(values: tuple[Value, ...], notice: str) -> Iterator[tuple[Value, ...]]:
    """A row or, when a text is too long for its cell, as many as it takes; `notice` ends each cell that goes on."""
    parts = [list(_parts(value, notice)) for value in values]
    yield from zip_longest(*parts)


def _parts(value: Value, notice: str) -> Iterator[Value]:
    if not isinstance(value, str) or len(value) <= LONGEST:
        yield value
        return
    for start in range(0, len(value), _ROOM):
        piece = value[start : start + _ROOM]
        yield piece + notice if start + _ROOM < len(value) else piece


def safe_names(names: list[str]) -> list[str]:
    """Names that sheets can have: short, without what Excel forbids, no two alike but for their case."""
    taken: set[str] = set()
    return [_free(_short(name), taken) for name in names]


def _short(name: str) -> str:
    words = " ".join(_FORBIDDEN.sub(" ", clean(name)).split()).strip("' ")
    return words[:LONGEST_NAME].strip("' ") or "CMDesk"


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        ending = f" ({number})"
        free = name[: LONGEST_NAME - len(ending)] + ending
    taken.add(free.casefold())
    return free
