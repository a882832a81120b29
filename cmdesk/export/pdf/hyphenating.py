"""English words that may be parted at the end of a line, where a hyphen shows it.

The hyphen that a line end brings is a soft one to those who copy the text, as the PDF standard asks (PDF 32000-1,
14.8.2.2.3), so that programs can put the word together again.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

import pyphen

from cmdesk.export.pdf.breaking import HYPHENATED
from cmdesk.export.pdf.parts import Part, word_part

LEAST_LETTERS = 6
_WORD = re.compile(rf"(\W*)([a-z]{{{LEAST_LETTERS},}})\W*")
"""Words of small letters only: names and abbreviations stay whole."""


def hyphenated(parts: Sequence[Part]) -> list[Part]:
    """The parts with every English word in the pieces that it may be parted into."""
    return [piece for part in parts for piece in _pieces(part)]


def _pieces(part: Part) -> Iterator[Part]:
    text = part.word.text
    found = None if part.gap or part.ink.rise or part.ending else _WORD.fullmatch(text)
    if found is None:
        yield part
        return
    inner = [found.start(2) + place for place in _places(found[2])]
    *ends, last = [(text[start:stop], stop) for start, stop in pairwise([0, *inner, len(text)])]
    for letters, _ in ends:
        made = word_part(part.ink.face.word(letters), part.ink, HYPHENATED)
        yield made._replace(ending=(made, hyphen(part)), whole=part)
    yield word_part(part.ink.face.word(last[0]), part.ink, part.cost)._replace(whole=part if ends else None)


def hyphen(part: Part) -> Part:
    """The hyphen that a line end brings after a part."""
    return word_part(part.ink.face.soft_hyphen, part.ink, None)


def rejoined(line: Sequence[Part]) -> list[Part]:
    """A line with the words whole again that it did not part, or parted only once."""
    joined: list[Part] = []
    for whole, group in groupby(line, key=lambda part: part.whole and id(part.whole)):
        pieces = list(group)
        joined += pieces if whole is None else [_one(pieces)]
    return joined


def _one(pieces: list[Part]) -> Part:
    """Neighbouring pieces of one word as one, shaped together."""
    first, last = pieces[0], pieces[-1]
    text = "".join(piece.word.text for piece in pieces)
    return word_part(first.ink.face.word(text), first.ink, last.cost)


@cache
def _places(word: str) -> list[int]:
    return [int(place) for place in _patterns().positions(word)]


@cache
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB", left=3, right=3)
