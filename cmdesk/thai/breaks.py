"""Where ICU breaks text: the one door to the library, speaking code points.

ICU splits Thai, which has no blanks between words, with its dictionary; the rules are those of Unicode's annexes 14
(lines) and 29 (words and characters).
"""

import re
from enum import Enum
from itertools import accumulate

from icu4py.breakers import BaseBreaker, CharacterBreaker, LineBreaker, WordBreaker

LOCALE = "th"
"""Thai and English are broken by the same rules in every locale that the program knows."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Breaker(Enum):
    """What text is broken into."""

    CHARACTERS = "characters"
    WORDS = "words"
    LINES = "lines"


_BREAKERS: dict[Breaker, type[BaseBreaker]] = {
    Breaker.CHARACTERS: CharacterBreaker,
    Breaker.WORDS: WordBreaker,
    Breaker.LINES: LineBreaker,
}


def boundaries(breaker: Breaker, text: str) -> list[int]:
    """Offsets in code points between which the pieces of a text lie, from 0 to its length; [0] for no text."""
    # ICU's own offsets count UTF-16 units, so we measure the pieces; and it takes no lone surrogates.
    pieces = _BREAKERS[breaker](_LONE_SURROGATE.sub("\ufffd", text), LOCALE)
    return [0, *accumulate(map(len, pieces))]
