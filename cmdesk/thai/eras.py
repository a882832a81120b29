"""Years and dates in the era of each language: Thai counts from the Buddha's passing, 543 years ahead.

Stored years are of the Common Era. Babel knows the months; it knows no Buddhist Era.
"""

import re
from typing import Protocol

from babel.dates import get_month_names

from cmdesk.thai.numerals import to_arabic_digits

BUDDHIST_OFFSET = 543
EARLIEST_UNMARKED_BUDDHIST = 2400
"""A typed year from here on is Buddhist even when nothing says so."""

_LATEST = 9999
_BUDDHIST_MARKS = r"พ\s*\.?\s*ศ\s*\.?|พุทธศักราช|B\.?\s*E\.?"
_COMMON_MARKS = r"ค\s*\.?\s*ศ\s*\.?|คริสต์ศักราช|คริสตศักราช|C\.?\s*E\.?|A\.?\s*D\.?"
_YEAR = re.compile(
    rf"(?:ปี\s*)?(?:(?P<buddhist>{_BUDDHIST_MARKS})|(?P<common>{_COMMON_MARKS}))?\s*(?P<year>\d{{4}})"
    rf"\s*(?:(?P<buddhist_after>{_BUDDHIST_MARKS})|(?P<common_after>{_COMMON_MARKS}))?",
    re.IGNORECASE | re.ASCII,
)


class Moment(Protocol):
    """A year, a month or a day of the Common Era, such as the model's `PartialDate`."""

    @property
    def year(self) -> int:
        """Year of the Common Era."""

    @property
    def month(self) -> int | None:
        """Month from 1, None when only the year is known."""

    @property
    def day(self) -> int | None:
        """Day from 1, None when it is not known."""


def to_buddhist(year: int) -> int:
    """Year of the Buddhist Era for one of the Common Era."""
    return year + BUDDHIST_OFFSET


def to_common(year: int) -> int:
    """Year of the Common Era for one of the Buddhist Era."""
    return year - BUDDHIST_OFFSET


def parse_year(text: str) -> int | None:
    """Year of the Common Era that a person typed in either era, in Thai or Arabic digits; None when it is no year.

    Without พ.ศ., ค.ศ., B.E. or C.E. a year from 2400 on is Buddhist.
    """
    match = _YEAR.fullmatch(to_arabic_digits(text).strip())
    if match is None:
        return None
    buddhist = bool(match["buddhist"] or match["buddhist_after"])
    common = bool(match["common"] or match["common_after"])
    year = int(match["year"])
    if buddhist and common:
        return None
    if buddhist or (not common and year >= EARLIEST_UNMARKED_BUDDHIST):
        year = to_common(year)
    return year if 0 < year <= _LATEST else None


def date_words(language_code: str, year: int, month: int | None = None, day: int | None = None) -> str:
    """A date of the Common Era as a language writes it: "5 April 2023", "5 เมษายน 2566", "พ.ศ. 2566"."""
    if month is None:
        return f"พ.ศ. {_shown_year(language_code, year)}" if language_code == "th" else str(year)
    return _spaced(day, _month(language_code, month), _shown_year(language_code, year))


def _shown_year(language_code: str, year: int) -> int:
    return to_buddhist(year) if language_code == "th" else year


def _month(language_code: str, month: int) -> str:
    name: str = get_month_names("wide", locale=language_code)[month]
    return name


def _spaced(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part is not None)


def period_words(language_code: str, start: Moment, end: Moment | None = None) -> str:
    """A period as a language writes it, saying once what both ends share: "7–8 November 2022", "พ.ศ. 2563–2566"."""
    first = (start.year, start.month, start.day)
    last = first if end is None else (end.year, end.month, end.day)
    if first == last:
        return date_words(language_code, *first)
    if [part is None for part in first] != [part is None for part in last]:
        return f"{date_words(language_code, *first)} – {date_words(language_code, *last)}"
    return _range_words(language_code, first, last)


def _range_words(code: str, first: tuple[int, int | None, int | None], last: tuple[int, int | None, int | None]) -> str:
    """Both ends known equally well, and different."""
    whole_end = date_words(code, *last)
    year, month, day = first
    if month is None:
        return f"{date_words(code, year)}–{_shown_year(code, last[0])}"
    if year != last[0]:
        return f"{date_words(code, *first)} – {whole_end}"
    if day is None:
        return f"{_month(code, month)}–{whole_end}"
    return f"{day}–{whole_end}" if month == last[1] else f"{day} {_month(code, month)} – {whole_end}"
