"""A Thai text in pieces: words by newmm, and the parts of those that may have swallowed a neighbour."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import nlpo3

from cmdesk.spelling.thai.lexicon import Lexicon

THAI = re.compile("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")
_TAIL_LEVEL = 22
"""How frequent a word must be to be looked for at the end of another token."""


class Piece(NamedTuple):
    """A token, where it stands, and where in it another word may begin."""

    text: str
    start: int
    cuts: tuple[int, ...]

    @property
    def stop(self) -> int:
        """The offset after it."""
        return self.start + len(self.text)


def pieces(text: str, lexicon: Lexicon, spans: Sequence[tuple[int, int]] = ()) -> Iterator[list[Piece]]:
    """The runs of Thai letters in a text, each in pieces; what stands in `spans` is left out and cuts a run."""
    for start, stop in _gaps(len(text), spans):
        for run in THAI.finditer(text, start, stop):
            yield list(_parted(run[0], run.start(), lexicon))


def _gaps(length: int, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    edges = [0, *(edge for span in spans for edge in span), length]
    return [(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True) if start < stop]


def _parted(run: str, start: int, lexicon: Lexicon) -> Iterator[Piece]:
    # Not in newmm's safe mode: nlpo3 1.4.0 then parts runs of more than 140 letters in the middle of characters.
    for token in nlpo3.segment(run, _dictionary(lexicon.file)):
        yield Piece(token, start, tuple(start + cut for cut in _cuts(token, lexicon)))
        start += len(token)


def _cuts(token: str, lexicon: Lexicon) -> list[int]:
    """Where a frequent word begins that ends the token, with something before it that may stand alone."""
    is_word = token in lexicon
    return [
        place
        for place in range(1, len(token) - 1)
        if lexicon.level(token[place:]) >= _TAIL_LEVEL and (not is_word or token[:place] in lexicon)
    ]


@cache
def _dictionary(file: Path) -> str:
    """The name under which newmm knows a word list, loaded once."""
    nlpo3.load_dict(str(file), str(file))
    return str(file)
