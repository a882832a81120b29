"""Text without the differences that count for nothing, each piece of it tied to where it came from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

from cmdesk.finding.wish import Wish
from cmdesk.thai.clusters import cluster_starts
from cmdesk.thai.letters import MARKS, SARA_AA, SARA_AM
from cmdesk.thai.normalizing import UNSEEN, written_alike
from cmdesk.thai.numerals import to_arabic_digits
from cmdesk.thai.words import word_bounds

_FOLLOWING = f"{MARKS}{SARA_AA}{SARA_AM}{UNSEEN}\u0300-\u036f"
_PIECE = re.compile(rf"\s+|เ[{UNSEEN}]*เ[{_FOLLOWING}]*|.[{_FOLLOWING}]*", re.DOTALL)
"""White space, or a letter with all that may change places behind it; no rule of spelling reaches any further."""
_BLANKS = re.compile(r"\s+")
_BEGINS_WITH_MARK = re.compile(f"[{MARKS}{SARA_AM}]")
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the original, and what is left of it."""

    start: int
    stop: int
    key: str


def find(text: str, wish: Wish) -> list[tuple[int, int]]:
    """Where the words stand in a text, as offsets into the text itself; in order, and none in another.

    No character as a reader sees it is parted, unless the wish itself begins with a mark.
    """
    needle = "".join(piece.key for piece in _pieces(wish.words, wish))
    if not needle or needle not in _key(text, wish.any_case, wish.any_digits, wish.any_spelling):
        return []
    allowed = _edges(text, wish)
    return list(_found(list(_pieces(text, wish)), needle, allowed, _BEGINS_WITH_MARK.match(wish.words) is not None))


@lru_cache(maxsize=_REMEMBERED)
def _key(text: str, any_case: bool, any_digits: bool, any_spelling: bool) -> str:  # noqa: FBT001 - parts of a wish
    """All of a text folded at once, which is much faster than piece by piece: most texts don't have the words."""
    letters = _BLANKS.sub(" ", written_alike(text)) if any_spelling else text
    return _plain(letters, Wish("", any_case=any_case, any_digits=any_digits))


def _edges(text: str, wish: Wish) -> frozenset[int]:
    """Offsets at which a find may begin or end."""
    return frozenset(word_bounds(text) if wish.whole else (*cluster_starts(text), len(text)))


def _found(
    pieces: list[Piece],
    needle: str,
    allowed: frozenset[int],
    from_mark: bool,  # noqa: FBT001 - a fact, not a switch
) -> Iterator[tuple[int, int]]:
    folded = "".join(piece.key for piece in pieces)
    begins = list(accumulate((len(piece.key) for piece in pieces), initial=0))
    firsts = {begin: piece for begin, piece in zip(begins, pieces, strict=False) if piece.key}
    lasts = {begin + len(piece.key): piece for begin, piece in zip(begins, pieces, strict=False) if piece.key}
    at = folded.find(needle)
    while at >= 0:
        first, last = firsts.get(at), lasts.get(at + len(needle))
        if first and last and (from_mark or first.start in allowed) and last.stop in allowed:
            yield first.start, last.stop
            at = folded.find(needle, at + len(needle))
        else:
            at = folded.find(needle, at + 1)


def _pieces(text: str, wish: Wish) -> Iterator[Piece]:
    if not wish.any_spelling:
        return (Piece(place, place + 1, _plain(letter, wish)) for place, letter in enumerate(text))
    return chain.from_iterable(_parted(match, wish) for match in _PIECE.finditer(text))


def _parted(match: re.Match[str], wish: Wish) -> Iterator[Piece]:
    start = match.start()
    for width, key in _keys(match[0], wish.any_case, wish.any_digits):
        yield Piece(start, start + width, key)
        start += width


@lru_cache(maxsize=_REMEMBERED)
def _keys(whole: str, any_case: bool, any_digits: bool) -> tuple[tuple[int, str], ...]:  # noqa: FBT001 - parts of a wish
    """A letter apart from what follows it, when the two say the same apart as together: widths and keys.

    Remembered, since a text has few different ones, each many times.
    """
    wish = Wish("", any_case=any_case, any_digits=any_digits)
    key = _alike(whole, wish)
    head, tail = _alike(whole[0], wish), _alike(whole[1:], wish)
    if len(whole) == 1 or whole[0].isspace() or head + tail != key:
        return ((len(whole), key),)
    return (1, head), *_followers(whole[1:], tail, wish)


def _followers(tail: str, key: str, wish: Wish) -> tuple[tuple[int, str], ...]:
    """What follows a letter, each sign for itself when they say the same apart."""
    signs = [_alike(sign, wish) for sign in tail]
    return tuple((1, sign) for sign in signs) if "".join(signs) == key else ((len(tail), key),)


def _alike(text: str, wish: Wish) -> str:
    return " " if text.isspace() else _plain(written_alike(text), wish)


def _plain(text: str, wish: Wish) -> str:
    digits = to_arabic_digits(text) if wish.any_digits else text
    return digits.casefold() if wish.any_case else digits
