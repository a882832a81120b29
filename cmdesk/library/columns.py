"""What each column of a table of statistics is: guessed from its headings, corrected by a person."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from cmdesk.i18n import N_, _
from cmdesk.library.reading.found import Sheet
from cmdesk.model.evidence import Evidence
from cmdesk.thai.numerals import to_arabic_digits

_SAMPLE = 20
_THAI = re.compile("[\u0e01-\u0e5b]")
_PLAIN_NUMBER = re.compile(r"[-+−]?(\d{1,3}(,\d{3})+|\d{1,18})(\.\d{1,15})?%?", re.ASCII)


class Column(Enum):
    """What a column of the table is."""

    IGNORED = "ignored"
    TITLE_THAI = "title_thai"
    TITLE_ENGLISH = "title_english"
    VALUE = "value"
    UNIT_THAI = "unit_thai"
    UNIT_ENGLISH = "unit_english"
    YEAR = "year"
    LEVEL = "level"
    PLACE_THAI = "place_thai"
    PLACE_ENGLISH = "place_english"
    SOURCE_THAI = "source_thai"
    SOURCE_ENGLISH = "source_english"
    BASELINE = "baseline"
    BASELINE_YEAR = "baseline_year"
    ADDRESS = "address"
    KEY_FEATURE = "key_feature"
    CRITERION = "criterion"
    TAG = "tag"
    NOTES_THAI = "notes_thai"
    NOTES_ENGLISH = "notes_english"

    @property
    def label(self) -> str:
        """Its name in the interface's language."""
        return _(_LABELS[self])


_LABELS = {
    Column.IGNORED: N_("(not imported)"),
    Column.TITLE_THAI: N_("Title in Thai"),
    Column.TITLE_ENGLISH: N_("Title in English"),
    Column.VALUE: N_("Value"),
    Column.UNIT_THAI: N_("Unit in Thai"),
    Column.UNIT_ENGLISH: N_("Unit in English"),
    Column.YEAR: N_("Year"),
    Column.LEVEL: N_("Level"),
    Column.PLACE_THAI: N_("Place in Thai"),
    Column.PLACE_ENGLISH: N_("Place in English"),
    Column.SOURCE_THAI: N_("Source in Thai"),
    Column.SOURCE_ENGLISH: N_("Source in English"),
    Column.BASELINE: N_("Baseline"),
    Column.BASELINE_YEAR: N_("Year of the baseline"),
    Column.ADDRESS: N_("Web address"),
    Column.KEY_FEATURE: N_("Key feature"),
    Column.CRITERION: N_("Criterion"),
    Column.TAG: N_("Tag"),
    Column.NOTES_THAI: N_("Notes in Thai"),
    Column.NOTES_ENGLISH: N_("Notes in English"),
}
_GUESSES = (
    (Column.BASELINE_YEAR, r"baseline.?year|year of (the )?baseline|ปีฐาน"),
    (Column.BASELINE, r"baseline|ค่าฐาน"),
    (Column.UNIT_ENGLISH, r"unit.*(en|อังกฤษ)|^unit$"),
    (Column.UNIT_THAI, r"unit.*(th)|หน่วย"),
    (Column.YEAR, r"year|^ปี|พ\.?ศ|ค\.?ศ"),
    (Column.VALUE, r"value|^ค่า|number|จำนวน|amount|total|figure|ร้อยละ|percent"),
    (Column.LEVEL, r"level|scope|ระดับ|ขอบเขต"),
    (Column.ADDRESS, r"url|address|link|ที่อยู่เว็บ|ลิงก์"),
    (Column.SOURCE_THAI, r"source.*(th)|ที่มา|แหล่ง"),
    (Column.SOURCE_ENGLISH, r"source|publisher"),
    (Column.PLACE_THAI, r"place.*(th)|พื้นที่|สถานที่|จังหวัด|อำเภอ|แขวง"),
    (Column.PLACE_ENGLISH, r"place|area|province|district"),
    (Column.KEY_FEATURE, r"key.?feature|องค์ประกอบ"),
    (Column.CRITERION, r"criteri|เกณฑ์"),
    (Column.TAG, r"^tag|ป้าย"),
    (Column.NOTES_THAI, r"หมายเหตุ|บันทึก|note.*th"),
    (Column.NOTES_ENGLISH, r"note|remark"),
    (Column.TITLE_ENGLISH, r"(title|name|indicator|item|group).*(en|อังกฤษ)"),
    (Column.TITLE_THAI, r"(title|name|indicator|item|group).*th|ชื่อ|ตัวชี้วัด|รายการ|กลุ่ม"),
    (Column.TITLE_ENGLISH, r"title|name|indicator|item|group"),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is to be read: the row of its headings, counted from 0 or None, and what each column is."""

    heading: int | None
    columns: tuple[Column, ...]
    defaults: Evidence | None = None
    """A record whose place, source, level and so on hold for rows that say nothing of their own."""


def guessed_layout(sheet: Sheet) -> Layout:
    """The likeliest layout: headings in the first row with two words or more above a row with a number."""
    width = max(map(len, sheet.rows), default=0)
    heading = next((place for place, row in enumerate(sheet.rows[:_SAMPLE]) if _is_heading(row)), None)
    names = () if heading is None else sheet.rows[heading]
    columns: list[Column] = []
    for place in range(width):
        guess = _guess(names[place] if place < len(names) else "")
        columns.append(guess if guess not in columns or guess in _REPEATABLE else Column.IGNORED)
    return Layout(heading, tuple(_completed(columns, sheet, heading)))


_REPEATABLE = (Column.IGNORED, Column.TAG, Column.KEY_FEATURE, Column.CRITERION)


def _is_heading(row: tuple[str, ...]) -> bool:
    words = [cell for cell in row if cell.strip()]
    return len(words) > 1 and not any(number_of(cell) is not None for cell in words)


def _guess(name: str) -> Column:
    key = name.strip().casefold()
    return next((column for column, pattern in _GUESSES if key and re.search(pattern, key)), Column.IGNORED)


def _completed(columns: list[Column], sheet: Sheet, heading: int | None) -> list[Column]:
    """The columns, with a value and titles found by what stands in them where no heading names them."""
    rows = sheet.rows[0 if heading is None else heading + 1 :][:_SAMPLE]
    for place, column in enumerate(columns):
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        if column is Column.IGNORED and cells:
            columns[place] = _by_content(cells, columns)
    return columns


def _by_content(cells: list[str], columns: list[Column]) -> Column:
    if all(number_of(cell) is not None for cell in cells):
        wanted = Column.VALUE
    else:
        wanted = Column.TITLE_THAI if any(map(_THAI.search, cells)) else Column.TITLE_ENGLISH
    return Column.IGNORED if wanted in columns else wanted


def number_of(cell: str) -> Decimal | None:
    """The number in a cell, in either digits, with commas between thousands and a percent sign or not; else None."""
    text = to_arabic_digits(cell).strip().replace("\u00a0", "")
    if _PLAIN_NUMBER.fullmatch(text) is None:
        return None
    return Decimal(text.rstrip("%").replace(",", "").replace("−", "-"))
