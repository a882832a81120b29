"""Words, and the places where a line may end, in text of both scripts."""

import re
from itertools import pairwise
from typing import NamedTuple

from cmdesk.thai.breaks import Breaker, boundaries
from cmdesk.thai.clusters import cluster_starts
from cmdesk.thai.letters import (
    CONSONANTS,
    FOLLOWING_VOWELS,
    LEADING_VOWELS,
    MAIYAMOK,
    MARKS,
    PAIYANNOI,
    THANTHAKHAT,
)
from cmdesk.thai.whole import ends, masked

_SIGNS = MAIYAMOK + PAIYANNOI
_CLOSING = re.escape(")]}»›”’,.;:!?%…")
_NEVER_FIRST = re.compile(f"[{FOLLOWING_VOWELS}{MARKS}{_SIGNS}{_CLOSING}]|[{CONSONANTS}][ิุ]?{THANTHAKHAT}")
_NEVER_LAST = re.compile(f"[{LEADING_VOWELS}(\\[{{«‹“‘]")


class Word(NamedTuple):
    """A word and where it stands, in code points."""

    text: str
    start: int
    stop: int


def words(text: str) -> list[Word]:
    """The words of a text by ICU: what it parts that has a letter or a digit in it.

    A number is one word, with its comma and point. Punctuation, emoji, and ๆ or ฯ on their own are none.
    """
    pieces = (Word(text[start:stop], start, stop) for start, stop in pairwise(boundaries(Breaker.WORDS, text)))
    return [piece for piece in pieces if _is_word(piece.text)]


def _is_word(piece: str) -> bool:
    return any((c.isalpha() or c.isdecimal()) and c not in _SIGNS for c in piece)


def word_starts(text: str) -> list[int]:
    """Offset of each word's start."""
    return [word.start for word in words(text)]


def word_bounds(text: str) -> list[int]:
    """Every offset where a word, a blank or a sign begins or ends, from 0 to the length; for the caret."""
    whole = {*cluster_starts(text), len(text)}
    return [bound for bound in boundaries(Breaker.WORDS, text) if bound in whole]


def line_breaks(text: str) -> list[int]:
    """Offsets inside a text before which a line may begin, in order.

    Where ICU allows it, but never inside a character as a reader sees it; before a following vowel, a mark, ๆ, ฯ,
    a silenced letter or closing punctuation; nor after a leading vowel or opening punctuation; nor inside the words
    that ICU does not know (`cmdesk.thai.whole`). What follows a line feed always begins a line.
    """
    begun = set(cluster_starts(text))
    allowed = {*boundaries(Breaker.LINES, masked(text))[1:-1], *ends(text)}
    return [place for place in sorted(allowed) if place in begun and _may_break(text, place)]


def _may_break(text: str, place: int) -> bool:
    if text[place - 1] == "\n":
        return True
    return _NEVER_FIRST.match(text, place) is None and _NEVER_LAST.match(text, place - 1) is None
