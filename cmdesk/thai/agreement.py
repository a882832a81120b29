"""Where newmm, which knows more words than ICU, parts Thai text too: there a line ends best.

The two disagree about a third of all places where ICU lets a line end: names, loans, and compounds that read as one
word. Only how lines end depends on it; words are counted by ICU alone.
"""

import re
from functools import cache
from itertools import accumulate

import nlpo3

from cmdesk import assets

_RUN = re.compile("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]{2,}")
"""Thai letters without the signs, of which newmm makes tokens of their own."""


def agreed_breaks(text: str) -> set[int]:
    """Offsets inside a text where newmm parts a run of Thai letters, and those where such runs begin and end."""
    return {place for run in _RUN.finditer(text) for place in _places(run[0], run.start())}


def _places(run: str, start: int) -> list[int]:
    # Not in newmm's safe mode: nlpo3 1.4.0 then parts runs of more than 140 letters in the middle of characters.
    return [*accumulate(map(len, nlpo3.segment(run, _dictionary())), initial=start)]


@cache
def _dictionary() -> str:
    """The name under which newmm knows the word list, loaded once."""
    file = str(assets.resource("spelling", "thai-words.txt"))
    nlpo3.load_dict(file, file)
    return file
