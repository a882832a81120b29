"""Stretches of Thai that are no word where one slip more would make a frequent one.

newmm splits a misspelt word into shorter words that are all right: อนุญาติ into อนุ and ญาติ. So what two to four
tokens make together is looked at wherever one of them is short or unknown, and marked if a frequent word one slip away
is likelier than the tokens themselves.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cmdesk.spelling.thai.lexicon import Lexicon
from cmdesk.spelling.thai.neighbours import LENGTHS, Neighbours
from cmdesk.spelling.thai.pieces import Piece, between, edges

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
        kept: list[Doubt] = []
        for doubt in sorted(self._all(run), reverse=True):
            if all(doubt.stop <= other.start or other.stop <= doubt.start for other in kept):
                kept.append(doubt)
        return sorted(kept, key=lambda doubt: doubt.start)

    def _all(self, run: Sequence[Piece]) -> Iterator[Doubt]:
        places = edges(run)
        for number, start in enumerate(places):
            for stop in places[number + 1 :]:
                if stop - start >= LENGTHS.stop:
                    break
                if stop - start in LENGTHS:
                    yield from self._doubt(run, start, stop)

    def _doubt(self, run: Sequence[Piece], start: int, stop: int) -> Iterator[Doubt]:
        met = [piece for piece in run if piece.start < stop and start < piece.stop]
        if len(met) > _TOKENS or not self._is_weak(met):
            return
        written = between(met, start, stop)
        if written in self._lexicon or written in self._lexicon.mistakes:
            return
        rests = (met[0].text[: start - met[0].start], met[-1].text[len(met[-1].text) - (met[-1].stop - stop) :])
        left = sum(self._lexicon.rarity(rest) for rest in rests if rest)
        own = sum(self._lexicon.rarity(piece.text) for piece in met)
        for near in self._neighbours.of(written)[:1]:
            if own - left - near.cost > self._margin + SHORTNESS * max(0, LONG - len(written)):
                yield Doubt(own - left - near.cost, start, stop, near.word)

    def _is_weak(self, met: Sequence[Piece]) -> bool:
        """Whether a token is so short, or so unknown, that it may be a part of a misspelt word."""
        return any(len(piece.text) <= _SHORT or piece.text not in self._lexicon for piece in met)
