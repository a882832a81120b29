"""Tables in text files: comma, semicolon, tab or bar between the cells, in any code page that we know."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from cmdesk.library.reading.code_pages import decoded
from cmdesk.library.reading.found import Found, Notice, Remark, Sheet, Trouble
from cmdesk.library.reading.limits import CELLS, FIELD_LETTERS, LETTERS, ROWS
from cmdesk.library.reading.plain_text import decoding_remarks
from cmdesk.library.reading.refused import Refused
from cmdesk.thai.cleaning import cleaned

_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 30
_NAMED = 20
"""Row numbers that a remark names."""


def read(stream: BinaryIO, chosen: str) -> Found:
    """The rows of a table; rows in are rows out, or a remark says how many were cut."""
    text = decoded(stream.read(), chosen)
    kept = cleaned(text.text)
    delimiter = _delimiter(kept.text)
    rows, in_file, closed = _rows(kept.text, delimiter)
    sheet = Sheet("", rows, in_file, text.code_page, text.sure, delimiter)
    remarks = [*decoding_remarks(text, kept.removed), *remarks_on(sheet)]
    if not closed:
        remarks.append(Remark(Notice.UNCLOSED_QUOTE))
    return Found(pages=(kept.text[:LETTERS],), sheets=(sheet,), remarks=tuple(remarks))


def remarks_on(sheet: Sheet) -> Iterator[Remark]:
    """That rows were cut, or differ in length."""
    if len(sheet.rows) != sheet.rows_in_file:
        yield Remark(Notice.ROWS_CUT, f"{len(sheet.rows)}/{sheet.rows_in_file}")
    widths = Counter(len(row) for row in sheet.rows if row)
    if len(widths) > 1:
        usual = widths.most_common(1)[0][0]
        odd = (number for number, row in enumerate(sheet.rows, start=1) if row and len(row) != usual)
        yield Remark(Notice.RAGGED_ROWS, ", ".join(map(str, islice(odd, _NAMED))))


def _delimiter(text: str) -> str:
    """The sign that stands equally often on most of the first lines; a comma when none does."""
    lines = [line for line in islice(io.StringIO(text), _SAMPLE_LINES) if line.strip()]
    return max(_DELIMITERS, key=lambda sign: _steadiness(sign, lines))


def _steadiness(sign: str, lines: list[str]) -> tuple[int, int]:
    counts = Counter(_outside_quotes(line).count(sign) for line in lines)
    counts.pop(0, None)
    return max(((times, number) for number, times in counts.items()), default=(0, 0))


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _rows(text: str, delimiter: str) -> tuple[tuple[tuple[str, ...], ...], int, bool]:
    """The rows, how many the file has, and whether every quotation mark is closed."""
    csv.field_size_limit(FIELD_LETTERS)
    try:
        return (*_taken(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)), True)
    except csv.Error as error:
        if "field limit" in str(error):
            raise Refused(Trouble.TOO_LARGE_INSIDE, str(FIELD_LETTERS)) from error
        closed = "unexpected end" not in str(error)
    lines = io.StringIO(text, newline="")
    if closed:
        return (*_taken(csv.reader(lines, delimiter=delimiter)), True)
    return (*_taken(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)), False)


def _taken(rows: Iterable[list[str]]) -> tuple[tuple[tuple[str, ...], ...], int]:
    kept: list[tuple[str, ...]] = []
    cells = number = 0
    for number, row in enumerate(rows, start=1):
        cells += len(row)
        if number <= ROWS and cells <= CELLS:
            kept.append(tuple(row))
    return tuple(kept), number
