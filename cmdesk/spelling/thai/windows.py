"""Stretches of Thai that are no word where one slip more would make a frequent one.

newmm splits a misspelt word into shorter words that are all right: อนุญาติ into อนุ and ญาติ. So what two to four
tokens make together is looked at wherever one of them is short or unknown, and marked if a frequent word one slip away
is likelier than the tokens themselves.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cmdesk.spelling.thai.lexicon import Lexicon
from cmdesk.spelling.thai.neighbours import LENGTHS, Neighbours
from cmdesk.spelling.thai.pieces import Piece

MARGIN = 2.0
"""Half bits by which a slip must be likelier than what was written."""
LONG, SHORTNESS = 6, 4.0
"""Each letter that is missing to this length makes chance likelier, and the margin wider."""
_SHORT = 3
_TOKENS = 4


class Doubt(NamedTuple):
    """A stretch in doubt: by how much another word is likelier, where it stands, and the word."""

    gain: float
    start: int
    stop: int
    word: str


class Windows:
    """Finds what is in doubt in a run of pieces."""

    def __init__(self, lexicon: Lexicon, neighbours: Neighbours, margin: float = MARGIN) -> None:
        self._lexicon = lexicon
        self._neighbours = neighbours
        self._margin = margin

    def doubts(self, run: Sequence[Piece]) -> list[Doubt]:
        """The doubts of a run, in order; of those that overlap, the strongest."""
        kept: dict[int, Doubt] = {}
        for doubt in sorted(self._all(run), reverse=True):
            places = range(doubt.start, doubt.stop)
            if kept.keys().isdisjoint(places):
                kept |= dict.fromkeys(places, doubt)
        return sorted(set(kept.values()), key=lambda doubt: doubt.start)

    def _all(self, run: Sequence[Piece]) -> Iterator[Doubt]:
        for first in range(len(run)):
            for last in range(first + 1, min(first + _TOKENS, len(run)) + 1):
                met = run[first:last]
                if self._is_weak(met):
                    yield from self._within(met)

    def _within(self, met: Sequence[Piece]) -> Iterator[Doubt]:
        """What is in doubt from the first of some pieces to the last, whole or from and to where they may be cut."""
        begin, text = met[0].start, "".join(piece.text for piece in met)
        own = sum(self._lexicon.rarity(piece.text) for piece in met)
        for start in (begin, *met[0].cuts):
            for stop in (*met[-1].cuts, met[-1].stop):
                if stop - start in LENGTHS:
                    left = self._rarity_left(met, start, stop)
                    yield from self._doubt(start, text[start - begin : stop - begin], own - left)

    def _rarity_left(self, met: Sequence[Piece], start: int, stop: int) -> float:
        """How rare the parts are of the first and the last piece that lie outside."""
        before, after = met[0].text[: start - met[0].start], met[-1].text[stop - met[-1].start :]
        return sum(self._lexicon.rarity(rest) for rest in (before, after) if rest)

    def _doubt(self, start: int, written: str, own: float) -> Iterator[Doubt]:
        if written in self._lexicon or written in self._lexicon.mistakes:
            return
        margin = self._margin + SHORTNESS * max(0, LONG - len(written))
        for near in self._neighbours.of(written)[:1]:
            if own - near.cost > margin:
                yield Doubt(own - near.cost, start, start + len(written), near.word)

    def _is_weak(self, met: Sequence[Piece]) -> bool:
        """Whether a token is so short, or so unknown, that it may be a part of a misspelt word."""
        return any(len(piece.text) <= _SHORT or piece.text not in self._lexicon for piece in met)
