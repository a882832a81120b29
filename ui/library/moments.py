"""Dates as people type them, in either era and script: "5 เมษายน 2566", "Apr 2023", "5/4/2566", "2023-04-05"."""

import re
from datetime import date
from functools import cache

from babel.dates import get_month_names

from cmdesk.model.dates import PartialDate
from cmdesk.model.language import Language
from cmdesk.reading import moment_words
from cmdesk.thai.eras import parse_year
from cmdesk.thai.numerals import to_arabic_digits

_ISO = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?", re.ASCII)
_SLASHED = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})", re.ASCII)
_NAMED = re.compile(r"(?:(\d{1,2})\s*)?([^\d\s]+)\s*(.*\d{4}.*)", re.ASCII)
_ENGLISH_FIRST = re.compile(r"([A-Za-z.]+)\s+(\d{1,2}),?\s+(\d{4})", re.ASCII)


def parse_moment(typed: str) -> PartialDate:
    """The date that somebody typed; ValueError when it is none. A year from 2400 on is Buddhist."""
    words = " ".join(to_arabic_digits(typed).split())
    year = parse_year(words)
    if year is not None:
        return PartialDate(year)
    if _ISO.fullmatch(words):
        first, month, *day = words.split("-")
        return _made(first, month, day[0] if day else None)
    if match := _SLASHED.fullmatch(words):
        day_, month, year_ = match.groups()
        return _made(year_, month, day_)
    return _named(words)


def _named(words: str) -> PartialDate:
    """A date with the name of its month."""
    match = _ENGLISH_FIRST.fullmatch(words)
    name, day, year = match.groups() if match else ("", None, "")
    if match is None and (match := _NAMED.fullmatch(words)):
        day, name, year = match.groups()
    month = _months().get(_key(name))
    if month is None:
        raise ValueError(f"not a date: {words!r}")
    return _made(year, str(month), day)


def _made(year: str, month: str, day: str | None) -> PartialDate:
    known = parse_year(year)
    if known is None:
        raise ValueError(f"not a year: {year!r}")
    return PartialDate(known, int(month), int(day) if day else None)


def _key(name: str) -> str:
    return name.casefold().replace(".", "")


@cache
def _months() -> dict[str, int]:
    """The number of each month by its names in both languages, short and whole."""
    found: dict[str, int] = {}
    for language in Language:
        for width in ("wide", "abbreviated"):
            names = get_month_names(width, locale=language.value)
            found |= {_key(name): number for number, name in names.items()}
    return found


def shown(moment: PartialDate | None, language: Language) -> str:
    """A date as the reader writes it; what this gives, `parse_moment` reads back."""
    return "" if moment is None else moment_words(moment, language)


def today() -> PartialDate:
    """The day that it is where the user is."""
    return PartialDate.of(date.today())  # noqa: DTZ011 - the user's own calendar day is meant
