"""The frequent words that one slip parts from what was written."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cmdesk.spelling.thai.lexicon import Lexicon
from cmdesk.spelling.thai.slips import slip

FREQUENT = 10
"""The level from which a word is offered: met some thirty times in the corpora."""
LENGTHS = range(3, 23)
_KEY_BITS, _NUMBER_BITS = 46, 17
_FLAGS = 1 << 20
"""A power of 2, so that a hash and its lowest bits fall on the same flag."""
_REMEMBERED = 20_000


class Neighbour(NamedTuple):
    """A word that may have been meant, and how much less likely it is than one that costs nothing."""

    cost: float
    word: str


class Neighbours:
    """Finds words by what is left of them without any one letter: two words one slip apart share such a rest.

    Kept as one sorted array of hashed rests and word numbers, 1 MB where a dict takes 16, and flags that tell at once
    of most rests that they are no word's.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words = [word for word in lexicon.frequent(FREQUENT) if len(word) in LENGTHS]
        every = ((hash(rest), number) for number, word in enumerate(self._words) for rest in _rests(word))
        self._rests = array("Q", sorted(_key(hashed) | number for hashed, number in every))
        self._flags = bytearray(_FLAGS)
        for entry in self._rests:
            self._flags[(entry >> _NUMBER_BITS) % _FLAGS] = 1
        self.of = lru_cache(maxsize=_REMEMBERED)(self._of)
        """The words one slip away from what was written, the likeliest first."""

    def _of(self, written: str) -> list[Neighbour]:
        hashes = [hashed for hashed in map(hash, _rests(written)) if self._flags[hashed % _FLAGS]]
        found = {word for hashed in hashes for word in self._with_rest(hashed)} - {written}
        weighed = ((slip(written, word), word) for word in found)
        return sorted(
            Neighbour(weight + self._lexicon.rarity(word), word) for weight, word in weighed if weight is not None
        )

    def _with_rest(self, hashed: int) -> Iterator[str]:
        key = _key(hashed)
        place = bisect_left(self._rests, key)
        while place < len(self._rests) and self._rests[place] >> _NUMBER_BITS == key >> _NUMBER_BITS:
            yield self._words[self._rests[place] & ((1 << _NUMBER_BITS) - 1)]
            place += 1


def _rests(word: str) -> list[str]:
    return [word, *(word[:place] + word[place + 1 :] for place in range(len(word)))]


def _key(hashed: int) -> int:
    return (hashed & ((1 << _KEY_BITS) - 1)) << _NUMBER_BITS
