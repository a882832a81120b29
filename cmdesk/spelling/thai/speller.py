"""Thai judged by a word list, its frequencies, and a list of common mistakes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cmdesk import assets
from cmdesk.spelling.known import Known
from cmdesk.spelling.mistake import Kind, Mistake
from cmdesk.spelling.thai.lexicon import Lexicon
from cmdesk.spelling.thai.marks import odd_marks
from cmdesk.spelling.thai.neighbours import Neighbours
from cmdesk.spelling.thai.persons import persons
from cmdesk.spelling.thai.pieces import Piece, pieces
from cmdesk.spelling.thai.windows import Windows

SUGGESTIONS = 5
_CUTS_FROM = 4
"""Letters from which a word that the project knows parts its neighbours: shorter ones occur inside of words."""


class ThaiSpeller:
    """The Thai of one process; loading takes some 0.3 s."""

    def __init__(self, folder: Path | None = None) -> None:
        self._lexicon = Lexicon(folder or assets.resource("spelling"))
        self._neighbours = Neighbours(self._lexicon)
        self._windows = Windows(self._lexicon, self._neighbours)

    def check(self, text: str, known: Known) -> list[Mistake]:
        """The mistakes of a text, in order and apart from each other."""
        spans = self._new_words(text, known)
        cutting = [(start, stop) for start, stop in spans if stop - start >= _CUTS_FROM]
        odd = [mark for mark in odd_marks(text) if not any(mark.overlaps(*span) for span in spans)]
        silent = [*spans, *persons(text), *((mark.start, mark.stop) for mark in odd)]
        found = (mistake for run in pieces(text, self._lexicon, cutting) for mistake in self._judged(text, run))
        kept = (mistake for mistake in found if not any(mistake.overlaps(*span) for span in silent))
        return sorted((*odd, *kept), key=lambda mistake: mistake.start)

    def _new_words(self, text: str, known: Known) -> list[tuple[int, int]]:
        """Where words stand that only the project knows; those of the lexicon would be met inside of others."""
        return [(start, stop) for start, stop in known.spans(text) if text[start:stop] not in self._lexicon]

    def suggest(self, words: str) -> tuple[str, ...]:
        """The best five words for a misspelt one, the likeliest first."""
        near = (neighbour.word for neighbour in self._neighbours.of(words))
        return tuple(dict.fromkeys((*self._lexicon.mistakes.get(words, ()), *near)))[:SUGGESTIONS]

    def _judged(self, text: str, run: Sequence[Piece]) -> Iterator[Mistake]:
        listed = [piece for piece in run if piece.text in self._lexicon.mistakes]
        for piece in listed:
            right = self._lexicon.mistakes[piece.text]
            yield Mistake(piece.start, piece.stop, Kind.MISSPELT, piece.text, right)
        for doubt in self._windows.doubts(run):
            if not any(doubt.start < piece.stop and piece.start < doubt.stop for piece in listed):
                yield Mistake(doubt.start, doubt.stop, Kind.MISSPELT, text[doubt.start : doubt.stop], (doubt.word,))
