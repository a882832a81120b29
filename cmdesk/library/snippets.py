"""Where the words of a search stand in a text as it was written, whatever their digits, marks and case."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cmdesk.thai.letters import FOLLOWING_VOWELS, MARKS
from cmdesk.thai.normalizing import search_key

_AROUND = 60
"""Letters shown on each side of the first place found."""
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_PIECE = re.compile(
    rf"\s[\s{_UNSEEN}]*|(?:เ[{_UNSEEN}]*เ|\S)[{MARKS}{FOLLOWING_VOWELS}\u0300-\u036f\u1dc0-\u1dff{_UNSEEN}]*"
)
"""A blank, or a letter with all that the key may put in another order or melt into it."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text and the ranges in it, start and stop, that were looked for."""

    text: str
    ranges: tuple[tuple[int, int], ...] = ()


class Traced:
    """The search key of a text, and the way back from places in the key to places in the text."""

    def __init__(self, text: str) -> None:
        self._ends: list[int] = []
        self._places: list[tuple[int, int]] = []
        keys: list[str] = []
        length = 0
        for match in _PIECE.finditer(text):
            key = _key(match[0])
            keys.append(key)
            length += len(key)
            self._ends.append(length)
            self._places.append(match.span())
        self.key = "".join(keys)

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The stretch of the text that a stretch of the key came from, in whole letters."""
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, stop - 1)
        return self._places[first][0], self._places[last][1]


@lru_cache(maxsize=20_000)
def _key(piece: str) -> str:
    return " " if piece[0].isspace() else search_key(piece)


def ranges(text: str, terms: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where the keys of some words stand in a text, in order, joined where they touch."""
    traced = Traced(text)
    found = (traced.span(start, stop) for term in terms for start, stop in _places(traced.key, term))
    return tuple(_joined(sorted(found)))


def _places(key: str, term: str) -> Iterator[tuple[int, int]]:
    at = key.find(term)
    while term and at >= 0:
        yield at, at + len(term)
        at = key.find(term, at + len(term))


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    waiting: tuple[int, int] | None = None
    for start, stop in spans:
        if waiting is not None and start <= waiting[1]:
            waiting = waiting[0], max(stop, waiting[1])
            continue
        if waiting is not None:
            yield waiting
        waiting = start, stop
    if waiting is not None:
        yield waiting


def snippet(text: str, terms: Sequence[str]) -> Snippet:
    """The part of a text around the first place where one of the keys stands; its beginning when none does."""
    found = ranges(text, terms)
    first = found[0][0] if found else 0
    start = _whole(text, max(first - _AROUND, 0))
    stop = _whole(text, min((found[0][1] if found else 0) + 2 * _AROUND, len(text)))
    before, after = "…" if start else "", "…" if stop < len(text) else ""
    moved = ((low - start + len(before), min(high, stop) - start + len(before)) for low, high in found if low < stop)
    return Snippet(before + _LINE_ENDS.sub(" ", text[start:stop]) + after, tuple(moved))


_LINE_ENDS = re.compile(r"[\n\t]")
_CONTINUES = re.compile(f"[{MARKS}{FOLLOWING_VOWELS}{_UNSEEN}]")


def _whole(text: str, place: int) -> int:
    """The place, or the next one after it that cuts no letter from its marks."""
    while 0 < place < len(text) and _CONTINUES.match(text, place):
        place += 1
    return place
