"""Thai that looks right, but is typed in an odd order, with a mark twice, or with one sign as two."""

import re
from collections.abc import Iterator

from cmdesk.spelling.mistake import Kind, Mistake
from cmdesk.thai.letters import CONSONANTS, FOLLOWING_VOWELS, LEADING_VOWELS, MARKS, TWO_SARA_E
from cmdesk.thai.mending import mended

_SYLLABLE = re.compile(f"(?:{TWO_SARA_E}|[{LEADING_VOWELS}])?[{CONSONANTS}][{MARKS}{FOLLOWING_VOWELS}]*")


def odd_marks(text: str) -> Iterator[Mistake]:
    """The syllables whose signs the mending of Thai would put right, each with what it would become."""
    for match in _SYLLABLE.finditer(text):
        right = mended(match[0])
        if right != match[0]:
            yield Mistake(match.start(), match.end(), Kind.MARKS, match[0], (right,))
