"""Digits and years of one kind made into the other, as places of a text and what stands there then."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cmdesk.thai.eras import EARLIEST_UNMARKED_BUDDHIST, to_buddhist, to_common
from cmdesk.thai.numerals import to_arabic_digits, to_thai_digits

_EARLIEST_UNMARKED_COMMON = 1700
"""A four-figure number below is as likely a number as a year."""

_BUDDHIST = {"พ.ศ.": "ค.ศ.", "พ.ศ": "ค.ศ", "พุทธศักราช": "คริสต์ศักราช", "B.E.": "C.E.", "BE": "CE"}
_COMMON = {common: buddhist for buddhist, common in _BUDDHIST.items()} | {"A.D.": "B.E.", "AD": "BE"}
_MARKS = "|".join(re.escape(mark) for mark in sorted((*_BUDDHIST, *_COMMON), key=len, reverse=True))
_DIGITS = "0-9๐-๙"
_YEAR = re.compile(
    rf"(?:(?<![A-Za-z])(?P<before>{_MARKS})(?P<gap>\s*))?(?<![{_DIGITS}])(?<![{_DIGITS}][.,])(?P<year>[{_DIGITS}]{{4}})"
    rf"(?![{_DIGITS}]|[.,][{_DIGITS}])(?:(?P<space>\s*)(?P<after>B\.E\.|BE|C\.E\.|CE|A\.D\.|AD)(?![A-Za-z]))?"
)
_RUN = re.compile(f"[{_DIGITS}]+")


class Replacement(NamedTuple):
    """Letters to stand in place of those between two positions."""

    start: int
    stop: int
    letters: str


def with_thai_digits(text: str) -> list[Replacement]:
    """Thai digits for the Arabic ones of a text."""
    return _digits(text, thai=True)


def with_arabic_digits(text: str) -> list[Replacement]:
    """Arabic digits for the Thai ones of a text."""
    return _digits(text, thai=False)


def _digits(text: str, *, thai: bool) -> list[Replacement]:
    convert = to_thai_digits if thai else to_arabic_digits
    runs = ((match, convert(match[0])) for match in _RUN.finditer(text))
    return [Replacement(match.start(), match.end(), letters) for match, letters in runs if letters != match[0]]


def with_buddhist_years(text: str) -> list[Replacement]:
    """Years of the Buddhist Era for those of the Common Era, the marks beside them too: พ.ศ. 2566 for ค.ศ. 2023."""
    return list(_years(text, buddhist=True))


def with_common_years(text: str) -> list[Replacement]:
    """Years of the Common Era for those of the Buddhist Era, the marks beside them too."""
    return list(_years(text, buddhist=False))


def _years(text: str, *, buddhist: bool) -> Iterator[Replacement]:
    marks = _COMMON if buddhist else _BUDDHIST
    for match in _YEAR.finditer(text):
        mark = match["before"] or match["after"]
        year = int(to_arabic_digits(match["year"]))
        if mark in marks if mark else _is_unmarked(year, buddhist=not buddhist):
            yield Replacement(match.start(), match.end(), _converted(match, year, marks, buddhist=buddhist))


def _is_unmarked(year: int, *, buddhist: bool) -> bool:
    """Whether a bare number of four figures is a year of an era."""
    return (
        year >= EARLIEST_UNMARKED_BUDDHIST
        if buddhist
        else _EARLIEST_UNMARKED_COMMON <= year < EARLIEST_UNMARKED_BUDDHIST
    )


def _converted(match: re.Match[str], year: int, marks: dict[str, str], *, buddhist: bool) -> str:
    figures = str(to_buddhist(year) if buddhist else to_common(year))
    digits = figures if match["year"].isascii() else to_thai_digits(figures)
    before = marks[match["before"]] + match["gap"] if match["before"] else ""
    after = (
        match["space"] + marks[match["after"]]
        if match["after"] and not before
        else match[0][match.end("year") - match.start() :]
    )
    return before + digits + after
