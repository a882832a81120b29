"""The words of an English text that a dictionary can be asked about."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_NO_WORDS = re.compile(
    r"(?:https?|ftp)://\S+|\bwww\.\S+|\S+@\S+\.\w+|[@#]\w+"  # addresses and handles
    r"|\b\w+(?:[._/\\]\w+)*\.(?:org|com|net|int|edu|gov|info|io|[a-z]{2}|docx?|xlsx?|pptx?|pdf|txt|csv|jpe?g|png)\b\S*"
    r"|\b\w+(?:[._\\]\w+)+"  # file names, abbreviations with points
)
_WORD = re.compile(r"\w+(?:['’\-\u2010\u2011]\w+)*['’]?")
_JOINTS = re.compile(r"[\-\u2010\u2011]")
_SENTENCE_END = re.compile(r"[.!?:•…]['’”\")\]]*\s*[‘“\"'(\[]*$|^[\s‘“\"'(\[•–—-]*$|\n[\s‘“\"'(\[•–—-]*$")
_LOOK_BACK = 12
"""Characters before a word that tell whether it begins a sentence."""


class Token(NamedTuple):
    """A word and where it stands, in code points."""

    text: str
    start: int
    begins: bool
    """Whether it begins a sentence, so that its capital says nothing."""

    @property
    def stop(self) -> int:
        """The offset after it."""
        return self.start + len(self.text)


def tokens(text: str) -> list[Token]:
    """The words of a text in order; neither addresses nor numbers nor acronyms nor words of another script."""
    shown = _NO_WORDS.sub(lambda match: " " * len(match[0]), text)
    matches = ((match[0].rstrip("'’"), match.start()) for match in _WORD.finditer(shown))
    return [Token(word, start, _begins(shown, start)) for word, start in matches if is_plain(word)]


def is_plain(word: str) -> bool:
    """Whether a dictionary may be asked: Latin letters only, in usual case."""
    letters = re.sub(r"['’\-\u2010\u2011]", "", word)
    return len(letters) > 1 and all(c.isalpha() and c < "\u0250" for c in letters) and not _is_coined(word)


def _is_coined(word: str) -> bool:
    """Whether it has capitals inside, as acronyms and trade marks do ("UNESCO’s", "NGOs", "YouTube", "d’Ivoire")."""
    return any(re.search(r"\w['’]?[A-Z]", part) for part in _JOINTS.split(word))


def parts(token: Token) -> Iterator[Token]:
    """The parts of a compound with hyphens; of another word, itself."""
    start = token.start
    for part in _JOINTS.split(token.text):
        yield Token(part, start, token.begins and start == token.start)
        start += len(part) + 1


def _begins(text: str, start: int) -> bool:
    return _SENTENCE_END.search(text[max(start - _LOOK_BACK, 0) : start]) is not None
