"""The whole library as one CSV file that comes back equal; not for spreadsheets, which would change it."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, TypeVar

import msgspec

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.library.fields import WORDINGS
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import (
    Attachment,
    Evidence,
    EvidenceKind,
    Level,
    Measure,
    PeopleShown,
    Permission,
    Reliability,
    SourceType,
)
from cmdesk.model.ids import EvidenceId, is_ulid
from cmdesk.model.language import Language, Wording

T = TypeVar("T")
_NOBODY = Permission.NOT_NEEDED
_PLAIN = ("language", "locator", "licence", "address")
_LISTS = ("tags", "key_features", "criteria")
_MEASURE = ("value", "unit.th", "unit.en", "year", "baseline", "baseline_year")
_LARGEST = 64 << 20
_FIELD = 1 << 22
COLUMNS = (
    "id",
    "kind",
    *(f"{field.value}.{language.value}" for field in WORDINGS for language in Language),
    "period",
    "level",
    "source_type",
    *_MEASURE,
    "participants",
    "people.adults",
    "people.minors",
    "reliability",
    *_PLAIN,
    *_LISTS,
    "seen_on",
    "attachments",
)


class LibraryFileError(CMDeskError):
    """A library file that can't be read back; it names the row, counted with the heading as 1, and the column."""

    def __init__(self, row: int, column: str, value: str = "") -> None:
        super().__init__(f"row {row}, {column}: {value[:80]!r}")
        self.row = row
        self.column = column
        self.value = value

    @property
    def what(self) -> str:
        """Which cell is wrong."""
        return _("Row {row} of the library file is wrong in the column “{column}”: “{value}”.").format(
            row=self.row, column=self.column, value=self.value[:80]
        )

    @property
    def advice(self) -> str:
        """What may have happened."""
        return _("Use the file as CMDesk wrote it: a spreadsheet program changes dates, digits and long texts.")


def to_csv(records: Iterable[Evidence]) -> bytes:
    """The records as CSV in UTF-8, one line each."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for record in records:
        row = _row(record)
        writer.writerow(row[column] for column in COLUMNS)
    return written.getvalue().encode("utf-8", "surrogatepass")


def _row(record: Evidence) -> dict[str, str]:
    row = {"id": record.id, "kind": record.kind.value, "period": _period(record.period)}
    for field in WORDINGS:
        row |= _both(field.value, getattr(record, field.value))
    row |= {name: getattr(record, name) for name in _PLAIN}
    row |= {name: json.dumps(getattr(record, name), ensure_ascii=False) for name in _LISTS}
    row |= {name: _of_enum(getattr(record, name)) for name in ("level", "source_type", "reliability")}
    row |= _measure(record.measure)
    row["participants"] = _number(record.participants)
    row |= {"people.adults": record.people.adults.value, "people.minors": record.people.minors.value}
    row["seen_on"] = str(record.seen_on or "")
    row["attachments"] = msgspec.json.encode(record.attachments).decode() if record.attachments else ""
    return row


def _both(name: str, words: Wording) -> dict[str, str]:
    return {f"{name}.{language.value}": words.in_(language) for language in Language}


def _period(period: Period | None) -> str:
    if period is None:
        return ""
    return str(period.start) if period.end is None else f"{period.start}/{period.end}"


def _of_enum(value: Enum | None) -> str:
    return "" if value is None else str(value.value)


def _number(value: Decimal | int | None) -> str:
    return "" if value is None else str(value)


def _measure(measure: Measure | None) -> dict[str, str]:
    if measure is None:
        return dict.fromkeys(_MEASURE, "")
    return {
        "value": str(measure.value),
        **_both("unit", measure.unit),
        "year": _number(measure.year),
        "baseline": _number(measure.baseline),
        "baseline_year": _number(measure.baseline_year),
    }


def from_csv(content: bytes) -> list[Evidence]:
    """The records of a file that `to_csv` wrote; LibraryFileError names the first cell that is wrong."""
    try:
        text = content[:_LARGEST].decode("utf-8", "surrogatepass").removeprefix("\ufeff")
        csv.field_size_limit(_FIELD)
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise LibraryFileError(1, "id", str(error)) from error
    return [_record(_Cells(number, row)) for number, row in enumerate(rows, start=2)]


class _Cells:
    """One row while it is read back."""

    def __init__(self, number: int, cells: dict[str, Any]) -> None:
        self._number = number
        self._cells = cells

    def text(self, column: str) -> str:
        """The text of a column; empty when the file has none."""
        value = self._cells.get(column) or ""
        return value if isinstance(value, str) else str(value)

    def read(self, column: str, reading: Callable[[str], T]) -> T | None:
        """What a cell means, None when it is empty."""
        return self.needed(column, reading) if self.text(column) else None

    def needed(self, column: str, reading: Callable[[str], T]) -> T:
        """What a cell means that must not be empty."""
        text = self.text(column)
        try:
            return reading(text)
        except (ValueError, InvalidOperation, RecursionError) as error:
            raise LibraryFileError(self._number, column, text) from error

    def words(self, name: str) -> Wording:
        """The words of a field in both languages."""
        return Wording(*(self.text(f"{name}.{language.value}") for language in Language))


def _record(cells: _Cells) -> Evidence:
    taken: dict[str, Any] = {field.value: cells.words(field.value) for field in WORDINGS}
    taken |= {name: cells.text(name) for name in _PLAIN}
    taken |= {name: cells.read(name, _list) or () for name in _LISTS}
    return Evidence(
        cells.needed("id", _id),
        cells.needed("kind", EvidenceKind),
        **taken,
        period=cells.read("period", _read_period),
        level=cells.read("level", Level),
        source_type=cells.read("source_type", SourceType),
        reliability=cells.read("reliability", Reliability),
        measure=_read_measure(cells),
        participants=cells.read("participants", int),
        people=PeopleShown(*(cells.read(f"people.{who}", Permission) or _NOBODY for who in ("adults", "minors"))),
        seen_on=cells.read("seen_on", PartialDate.parse),
        attachments=cells.read("attachments", _read_files) or (),
    )


def _id(text: str) -> EvidenceId:
    if not is_ulid(text):
        raise ValueError(text)
    return EvidenceId(text)


def _list(text: str) -> tuple[str, ...]:
    return msgspec.json.decode(text, type=tuple[str, ...])


def _read_files(text: str) -> tuple[Attachment, ...]:
    return msgspec.json.decode(text, type=tuple[Attachment, ...])


def _read_period(text: str) -> Period:
    start, slash, end = text.partition("/")
    return Period(PartialDate.parse(start), PartialDate.parse(end) if slash else None)


def _read_measure(cells: _Cells) -> Measure | None:
    value = cells.read("value", Decimal)
    if value is None:
        return None
    return Measure(
        value,
        cells.words("unit"),
        cells.read("year", int),
        cells.read("baseline", Decimal),
        cells.read("baseline_year", int),
    )
