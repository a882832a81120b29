"""Writes `thai-words.txt` and `thai-levels.txt` beside this folder: `python -m resources.spelling.deriving CORPUS`.

CORPUS is the folder `pythainlp/corpus` of the package PyThaiNLP (5.4.0 was used).
"""

import re
import sys
from collections import Counter
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
CORPORA = (("tnc_freq.txt", 1), ("ttc_freq.txt", 5))
"""The Thai National Corpus and, a tenth of its size but free of slips, the Thai Textbook Corpus."""

OURS = 13
"""The level of words that we added: met some 90 times."""

_THAI = re.compile("[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e3a\u0e40-\u0e4e]+")
_DIFFERENT = re.compile("[\u0e34-\u0e3a\u0e47-\u0e4e]{3}|เเ|ํา")
"""Three marks on a letter, or one sign typed as two: no word is written so."""


def counted(folder: Path) -> Counter[str]:
    """How often each word occurs in the corpora, with their weights."""
    counts: Counter[str] = Counter()
    for name, weight in CORPORA:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            word, _tab, number = line.partition("\t")
            counts[word] += weight * int(number or 0)
    return counts


def chosen(folder: Path) -> set[str]:
    """The words of the public-domain list that are Thai letters only."""
    words = (folder / "words_th.txt").read_text(encoding="utf-8-sig").split("\n")
    return {word for word in words if _THAI.fullmatch(word) and not _DIFFERENT.search(word)}


def first_words(name: str) -> set[str]:
    """The first word of each line of a list of ours."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines if line and not line.startswith("#")}


def main(corpus: str) -> None:
    """Write both files: the words, the frequent ones first, and how many words reach each level of frequency."""
    folder = Path(corpus)
    levels_of = {word: level(count) for word, count in counted(folder).items()}
    ours, wrong = first_words("thai-ours.txt"), first_words("thai-mistakes.txt")
    levels_of |= {word: max(levels_of.get(word, 0), OURS) for word in ours} | dict.fromkeys(wrong, 0)
    words = sorted(chosen(folder) | ours | wrong, key=lambda word: (-levels_of.get(word, 0), word))
    levels = [(key, len(list(group))) for key, group in groupby(words, key=lambda word: levels_of.get(word, 0))]
    (HERE / "thai-words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    told = "".join(f"{key} {number}\n" for key, number in levels)
    (HERE / "thai-levels.txt").write_text(told, encoding="utf-8")


def level(count: int) -> int:
    """Twice the logarithm to base 2: two levels double a frequency; 0 for a word that was not met."""
    return (count * count).bit_length() if count else 0


if __name__ == "__main__":
    main(sys.argv[1])
