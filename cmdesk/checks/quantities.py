"""The numbers in a Thai and an English text, compared by what they are worth, whatever their era, digits or unit."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from cmdesk.thai.eras import to_common
from cmdesk.thai.numerals import to_arabic_digits
from cmdesk.thai.words import words

_SCALES = {
    "พัน": 3,
    "หมื่น": 4,
    "แสน": 5,
    "ล้าน": 6,
    "พันล้าน": 9,
    "thousand": 3,
    "million": 6,
    "billion": 9,
}
"""Words that multiply the number before them, by powers of ten."""

_NUMBER = re.compile(
    r"(?P<era>พ\.\s?ศ\.\s?|ค\.\s?ศ\.\s?|B\.?E\.?\s)?"
    r"(?P<digits>\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?|\d{1,20}(?:\.\d{1,20})?)"
    r"(?:\s?(?P<scale>" + "|".join(sorted(_SCALES, key=len, reverse=True)) + r"))?"
    r"(?P<era_after>\sB\.?E\.?)?"
)
_SHORT_RANGE = re.compile(r"(?<!\d)(\d\d)(\d\d)([-–/])(\d\d)(?!\d)")
_YEAR = re.compile(r"\d{4}")
_BUDDHIST_YEARS = range(2400, 2700)

_ENGLISH_NUMERALS = (
    {"one", "first", "once"},
    {"two", "second", "twice", "both"},
    {"three", "third"},
    {"four", "fourth"},
    {"five", "fifth"},
    {"six", "sixth"},
    {"seven", "seventh"},
    {"eight", "eighth"},
    {"nine", "ninth"},
    {"ten", "tenth"},
    {"eleven", "eleventh"},
    {"twelve", "twelfth"},
)
_THAI_NUMERALS = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ", "สิบเอ็ด", "สิบสอง")


class Number(NamedTuple):
    """A number of a text: as it is written there, and all that it may be worth, the likeliest first."""

    written: str
    values: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Numbers that only one of two texts has, as they are written there."""

    only_thai: tuple[str, ...]
    only_english: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.only_thai or self.only_english)


@lru_cache(maxsize=20_000)
def difference(thai: str, english: str) -> Difference:
    """The numbers that a Thai and an English text do not share.

    A number in digits on one side may be spelled out on the other, up to twelve.
    """
    theirs = list(numbers(english, buddhist_by_default=False))
    left = Counter(number.values[0] for number in theirs)
    unmatched = [number for number in numbers(thai, buddhist_by_default=True) if not _taken(number, left)]
    only_thai = [number for number in unmatched if not _spelled(number, _english_spelled(english))]
    only_english = [number for number in _rest(theirs, left) if not _spelled(number, _thai_spelled(thai))]
    return Difference(*(tuple(number.written for number in side) for side in (only_thai, only_english)))


def _taken(number: Number, left: Counter[Decimal]) -> bool:
    """Take the first value of a number that is left; whether there was one."""
    value = next((value for value in number.values if left[value]), None)
    if value is not None:
        left[value] -= 1
    return value is not None


def _rest(found: Iterable[Number], left: Counter[Decimal]) -> list[Number]:
    remaining = left.copy()
    return [number for number in found if _taken(number, remaining)]


def numbers(text: str, *, buddhist_by_default: bool) -> list[Number]:
    """The numbers of a text; with `buddhist_by_default` a bare 2566 may be the year 2023."""
    whole = _SHORT_RANGE.sub(_in_full, to_arabic_digits(text))
    return [_number(match, buddhist_by_default) for match in _NUMBER.finditer(whole)]


def _in_full(match: re.Match[str]) -> str:
    """Both years of a range such as 2020–23; a month (2022-11) is no later year."""
    century, first, dash, last = match.groups()
    return f"{century}{first}{dash}{century}{last}" if last > first else match[0]


def _number(match: re.Match[str], bare_may_be_buddhist: bool) -> Number:  # noqa: FBT001 - handed on from a keyword
    digits, scale = match["digits"], match["scale"]
    plain = Decimal(digits.replace(",", "")).scaleb(_SCALES[scale] if scale else 0).normalize()
    written = digits if scale is None else match[0].strip()
    if _YEAR.fullmatch(digits) is None or scale:
        return Number(written, (plain,))
    common = Decimal(to_common(int(plain)))
    era = (match["era"] or "") + (match["era_after"] or "")
    if era.startswith("พ") or "B" in era:
        return Number(written, (common,))
    if not era and bare_may_be_buddhist and int(plain) in _BUDDHIST_YEARS:
        return Number(written, (common, plain))
    return Number(written, (plain,))


def _spelled(number: Number, spelled: set[int]) -> bool:
    return any(value in spelled for value in number.values)


def _english_spelled(text: str) -> set[int]:
    said = {word.text.lower() for word in words(text)}
    return {value for value, names in enumerate(_ENGLISH_NUMERALS, start=1) if said & names}


def _thai_spelled(text: str) -> set[int]:
    return {value for value, name in enumerate(_THAI_NUMERALS, start=1) if name in text}
