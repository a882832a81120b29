"""Characters as a reader sees them: a base with the marks on it, which a caret never parts."""

from itertools import pairwise

from cmdesk.thai.breaks import Breaker, boundaries
from cmdesk.thai.letters import NIKHAHIT, SARA_AA


def cluster_starts(text: str) -> list[int]:
    """Offset of each character as a reader sees it.

    By Unicode's extended grapheme clusters, and one rule more: sara am is one sign, also when it is typed as nikhahit
    and sara aa.
    """
    found = boundaries(Breaker.CHARACTERS, text)
    return [start for before, start in pairwise([0, *found[:-1]]) if not _ends_sara_am(text, before, start)]


def _ends_sara_am(text: str, before: int, start: int) -> bool:
    return text[start] == SARA_AA and (NIKHAHIT in text[before:start])


def clusters(text: str) -> list[str]:
    """The characters of a text as a reader sees them; joined, they are the text."""
    return [text[start:stop] for start, stop in pairwise([*cluster_starts(text), len(text)])]
