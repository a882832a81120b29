"""Statistics out of a table whose columns are known: which cells are wrong, and what became of every row."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from cmdesk.edits.edit import Edit, Several
from cmdesk.edits.records import SetEvidence
from cmdesk.i18n import _, ngettext
from cmdesk.library.columns import Column, Layout, number_of
from cmdesk.library.reading.found import Sheet
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind, Level, Measure
from cmdesk.model.ids import EvidenceId, new_ulid
from cmdesk.model.language import Wording
from cmdesk.model.links import is_allowed
from cmdesk.thai.cleaning import clean
from cmdesk.thai.eras import parse_year
from cmdesk.thai.normalizing import search_key

_NO_VALUE = {"", "-", "–", "—", "n/a", "na", "ไม่มีข้อมูล", ".."}


_LEVELS = {
    Level.COMMUNITY: ("community", "ชุมชน"),
    Level.CITY: ("city", "municipality", "เมือง", "เทศบาล"),
    Level.URBAN_AREA: ("urban area", "urban_area", "พื้นที่เมือง"),
    Level.DISTRICT: ("district", "อำเภอ"),
    Level.PROVINCE: ("province", "จังหวัด"),
    Level.COUNTRY: ("country", "national", "ประเทศ", "ทั้งประเทศ"),
    Level.WORLD: ("world", "โลก"),
}
_LEVEL_WORDS = {search_key(word): level for level, words in _LEVELS.items() for word in words}


@dataclass(frozen=True, slots=True)
class WrongCell:
    """A cell that could not be understood; `row` counts from 1 as spreadsheets do, `column` from 0."""

    row: int
    column: int
    value: str
    reason: str
    """A sentence for people."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """What became of the rows: every one is a record, empty, a heading, or left out with a wrong cell."""

    records: tuple[Evidence, ...]
    wrong: tuple[WrongCell, ...]
    rows_in: int
    empty: int
    headings: int
    left_out: int
    unread: int
    """Rows of the file that were cut before they came here."""

    @property
    def sentence(self) -> str:
        """The numbers of rows for people."""
        told = ngettext(
            "{count} row in the file: {records} records, {empty} empty, {headings} headings, {left_out} left out.",
            "{count} rows in the file: {records} records, {empty} empty, {headings} headings, {left_out} left out.",
            self.rows_in + self.unread,
        ).format(
            count=self.rows_in + self.unread,
            records=len(self.records),
            empty=self.empty,
            headings=self.headings,
            left_out=self.left_out,
        )
        return f"{told} {self._cut}" if self.unread else told

    @property
    def _cut(self) -> str:
        return _("NOT ALL ROWS were read: {count} are missing, since the table is too large.").format(count=self.unread)

    @property
    def edit(self) -> Edit | None:
        """One edit that adds all records; None when there is none."""
        if not self.records:
            return None
        name = ngettext("Import {count} statistic", "Import {count} statistics", len(self.records))
        return Several(name.format(count=len(self.records)), tuple(map(SetEvidence, self.records)))


def mapped(sheet: Sheet, layout: Layout, attachment: Attachment | None = None) -> Mapped:
    """A record for each row that can be one; the table itself is attached to each when given."""
    rows = [_Row(number, row, layout.columns) for number, row in enumerate(sheet.rows, start=1)]
    body = [row for row in rows if layout.heading is None or row.number > layout.heading + 1]
    filled = [row for row in body if not row.is_empty]
    made = [(row, _record(row, layout.defaults, attachment)) for row in filled]
    records = tuple(record for _row, record in made if record is not None)
    return Mapped(
        records=records,
        wrong=tuple(wrong for row in filled for wrong in row.wrong),
        rows_in=len(rows),
        empty=len(body) - len(filled),
        headings=len(rows) - len(body),
        left_out=len(filled) - len(records),
        unread=sheet.rows_in_file - len(sheet.rows),
    )


@dataclass
class _Row:
    """A row while it becomes a record."""

    number: int
    cells: tuple[str, ...]
    columns: tuple[Column, ...]
    wrong: list[WrongCell] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not any(cell.strip() for cell in self.cells)

    def all(self, column: Column) -> Iterator[tuple[int, str]]:
        """The places and words of the cells of a column."""
        pairs = enumerate(zip(self.columns, self.cells, strict=False))
        return ((place, clean(cell).strip()) for place, (each, cell) in pairs if each is column and cell.strip())

    def text(self, column: Column) -> str:
        """The words of a cell; empty when there are none."""
        return next((words for _place, words in self.all(column)), "")

    def number_in(self, column: Column) -> Decimal | None:
        """The number in a cell; a wrong one is noted."""
        for place, words in self.all(column):
            value = number_of(words)
            if value is None and words.casefold() not in _NO_VALUE:
                self._note(place, words, _("“{value}” is not a number."))
            return value
        return None

    def year(self, column: Column) -> int | None:
        """The year in a cell, of either era; a wrong one is noted."""
        for place, words in self.all(column):
            year = parse_year(words.removesuffix(".0"))
            if year is None:
                self._note(place, words, _("“{value}” is not a year."))
            return year
        return None

    def level(self) -> Level | None:
        """The area that the row holds for; an unknown one is noted."""
        for place, words in self.all(Column.LEVEL):
            named = (_LEVEL_WORDS.get(search_key(part)) for part in (words, *words.split("/")))
            level = next((each for each in named if each is not None), None)
            if level is None:
                self._note(place, words, _("“{value}” is not an area that CMDesk knows."))
            return level
        return None

    def address(self) -> str:
        """The web address; one that may not be a link is noted."""
        for place, words in self.all(Column.ADDRESS):
            if is_allowed(words):
                return words
            self._note(place, words, _("“{value}” is not a web address."))
        return ""

    def _note(self, place: int, words: str, reason: str) -> None:
        self.wrong.append(WrongCell(self.number, place, words, reason.format(value=words[:80])))

    def lack(self, reason: str) -> None:
        """Note what the row as a whole has not."""
        self.wrong.append(WrongCell(self.number, 0, "", reason))

    def words(self, thai: Column, english: Column) -> Wording:
        """The words of two columns, one for each language, or of one that has both with a stroke between them."""
        words = Wording(self.text(thai), self.text(english))
        first, stroke, second = (words.thai or words.english).partition(" / ")
        return Wording(first, second) if stroke and not (words.thai and words.english) else words

    def codes(self, column: Column) -> tuple[str, ...]:
        """The words of all cells of a column that may stand several times."""
        return tuple(dict.fromkeys(words for _place, words in self.all(column)))


def _record(row: _Row, defaults: Evidence | None, attachment: Attachment | None) -> Evidence | None:
    """The record of a row, None without a title and a value; all cells are looked at all the same."""
    base = defaults or Evidence(EvidenceId(""), EvidenceKind.STATISTIC)
    record = _filled(row, base, _measure(row))
    if not record.title:
        row.lack(_("This row has no title."))
    if record.measure is None:
        row.lack(_("This row has no value."))
    files = base.attachments if attachment is None else (attachment,)
    return replace(record, attachments=files) if record.title and record.measure is not None else None


def _filled(row: _Row, base: Evidence, measure: Measure | None) -> Evidence:
    """The record of a row, with what holds for all rows where it says nothing of its own."""
    return replace(
        base,
        id=EvidenceId(new_ulid()),
        kind=EvidenceKind.STATISTIC,
        title=row.words(Column.TITLE_THAI, Column.TITLE_ENGLISH),
        measure=measure,
        level=row.level() or base.level,
        place=row.words(Column.PLACE_THAI, Column.PLACE_ENGLISH) or base.place,
        source=row.words(Column.SOURCE_THAI, Column.SOURCE_ENGLISH) or base.source,
        notes=row.words(Column.NOTES_THAI, Column.NOTES_ENGLISH) or base.notes,
        address=row.address() or base.address,
        period=_period(measure) or base.period,
        tags=row.codes(Column.TAG) or base.tags,
        key_features=row.codes(Column.KEY_FEATURE) or base.key_features,
        criteria=row.codes(Column.CRITERION) or base.criteria,
    )


def _measure(row: _Row) -> Measure | None:
    value, year = row.number_in(Column.VALUE), row.year(Column.YEAR)
    baseline, baseline_year = row.number_in(Column.BASELINE), row.year(Column.BASELINE_YEAR)
    if value is None:
        return None
    return Measure(value, row.words(Column.UNIT_THAI, Column.UNIT_ENGLISH), year, baseline, baseline_year)


def _period(measure: Measure | None) -> Period | None:
    return None if measure is None or measure.year is None else Period(PartialDate(measure.year))
