"""The Thai words with how rare each is, and the common mistakes."""

import math
from collections.abc import Iterator
from pathlib import Path

from cmdesk.spelling.known import lines

_UNKNOWN_LETTER = 3.0
_UNKNOWN = 7.0


class Lexicon:
    """Words by rarity. Rarity is counted in half bits: two more are half as frequent; 0 would be every word.

    A text's rarity is the sum over its words, as if each came without regard to the others.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / "thai-words.txt"
        self.mistakes = dict(_mistakes(folder / "thai-mistakes.txt"))
        levels = _levels(folder / "thai-levels.txt")
        words = self.file.read_text(encoding="utf-8").split()
        self._levels = {word: level for word, level in zip(words, levels, strict=True) if word not in self.mistakes}
        self._all = 2 * math.log2(sum(2 ** (level / 2) for level in self._levels.values()))

    def __contains__(self, word: str) -> bool:
        return word in self._levels

    def level(self, word: str) -> int:
        """How frequent a word is, 0 for a word never met and for none."""
        return self._levels.get(word, 0)

    def rarity(self, word: str) -> float:
        """How rare a word is; what is no word is rarer the longer it is."""
        level = self._levels.get(word)
        return self._all + _UNKNOWN + _UNKNOWN_LETTER * len(word) if level is None else self._all - level

    def frequent(self, level: int) -> Iterator[str]:
        """The words of a level and above, the most frequent ones first."""
        return (word for word, own in self._levels.items() if own >= level)


def _levels(file: Path) -> Iterator[int]:
    for line in file.read_text(encoding="utf-8").splitlines():
        level, number = map(int, line.split())
        yield from (level for _word in range(number))


def _mistakes(file: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in lines(file):
        wrong, *right = line.split()
        yield wrong, tuple(right)
