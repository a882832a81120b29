"""The library as a table for spreadsheet programs, in which no cell can become a formula."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from cmdesk.i18n import N_, _
from cmdesk.library.fields import WORDINGS, Field, wording
from cmdesk.model.evidence import Evidence
from cmdesk.model.language import Language
from cmdesk.reading import moment_words, span_words
from cmdesk.thai.cleaning import clean

CELL_LETTERS = 32_767
"""Of one cell; Excel drops the rest without a word."""
_DANGEROUS = re.compile(r"[\s\u00a0\u200b-\u200f\u2060\ufeff'\"]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)
_CONTINUED = N_("(continued from the row above)")
_WIDTH = 28
_LANGUAGES = {Language.THAI: N_("Thai"), Language.ENGLISH: N_("English")}


def safe_cell(words: str) -> str:
    """Words that no spreadsheet program takes for a formula; an apostrophe before those that it might."""
    flat = " ".join(clean(words).split())
    return f"'{flat}" if _DANGEROUS.match(flat) and not _NUMBER.fullmatch(flat) else flat


def headings() -> list[str]:
    """The names of the columns in the interface's language."""
    both = [f"{field.label} ({_(_LANGUAGES[language])})" for field in WORDINGS for language in Language]
    return [
        _("Kind"),
        *both,
        Field.PERIOD.label,
        _("Level"),
        Field.MEASURE.label,
        _("Unit"),
        _("Year"),
        Field.LICENCE.label,
        Field.TAGS.label,
        Field.KEY_FEATURES.label,
        Field.CRITERIA.label,
        Field.ADDRESS.label,
        Field.SEEN_ON.label,
        _("Files"),
    ]


def cells(record: Evidence, language: Language) -> list[str | Decimal | int]:
    """The values of a record's columns; dates and choices as the language writes them."""
    measure = record.measure
    return [
        record.kind.value,
        *(wording(record, field).in_(each) for field in WORDINGS for each in Language),
        "" if record.period is None else span_words(record.period, language),
        "" if record.level is None else record.level.value,
        "" if measure is None else measure.value,
        "" if measure is None else measure.unit.best(language),
        "" if measure is None or measure.year is None else measure.year,
        record.licence,
        ", ".join(record.tags),
        ", ".join(record.key_features),
        ", ".join(record.criteria),
        record.address,
        "" if record.seen_on is None else moment_words(record.seen_on, language),
        ", ".join(attachment.name for attachment in record.attachments),
    ]


def to_csv(records: Iterable[Evidence], language: Language) -> bytes:
    """A CSV file with a byte order mark, as spreadsheet programs want it."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(map(safe_cell, headings()))
    writer.writerows([safe_cell(str(value)) for value in cells(record, language)] for record in records)
    return written.getvalue().encode("utf-8-sig", "replace")


def to_xlsx(records: Iterable[Evidence], language: Language) -> bytes:
    """An Excel file; what is too long for a cell goes on in the row below, which says so."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a worksheet")
    sheet.title = "CMDesk"
    _write(sheet, 1, list(headings()), bold=True)
    number = 1
    for record in records:
        for row in _rows(cells(record, language)):
            number += 1
            _write(sheet, number, row)
    sheet.freeze_panes = "B2"
    for column in sheet.columns:
        sheet.column_dimensions[_letter(column[0])].width = _WIDTH
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _letter(cell: object) -> str:
    return str(getattr(cell, "column_letter", "A"))


def _rows(values: list[str | Decimal | int]) -> Iterator[list[str | Decimal | int]]:
    """The row, and as many rows after it as its longest text needs."""
    left = [clean(value) if isinstance(value, str) else value for value in values]
    yield [value[:CELL_LETTERS] if isinstance(value, str) else value for value in left]
    while any(isinstance(value, str) and len(value) > CELL_LETTERS for value in left):
        left = [value[CELL_LETTERS:] if isinstance(value, str) else "" for value in left]
        yield [_(_CONTINUED), *(value[:CELL_LETTERS] if isinstance(value, str) else value for value in left[1:])]


def _write(sheet: Worksheet, number: int, values: list[str | Decimal | int], *, bold: bool = False) -> None:
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(number, column)
        if isinstance(cell, Cell) and value != "":
            _fill(cell, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=bold)


def _fill(cell: Cell, value: str | Decimal | int) -> None:
    cell.value = value
    if isinstance(value, str):
        # Else what begins with = is a formula, now or when somebody edits the cell.
        cell.data_type = "s"
        cell.quotePrefix = bool(_DANGEROUS.match(value))
