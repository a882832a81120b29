"""Every place in a dossier where some words stand."""

from dataclasses import dataclass

from cmdesk.finding.folding import find
from cmdesk.finding.passages import Passage, passages
from cmdesk.finding.wish import Wish
from cmdesk.model.dossier import Dossier
from cmdesk.progress import SILENT, Progress

_AROUND = 42
"""Letters of context on either side."""
_STRIDE = 100
"""Passages between two steps of progress."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place; offsets count code points of the passage, an inline object as one."""

    passage: Passage
    start: int
    stop: int

    @property
    def before(self) -> str:
        """What stands before it, not much of it."""
        begin = max(self.start - _AROUND, 0)
        return ("…" if begin else "") + self.passage.words[begin : self.start]

    @property
    def words(self) -> str:
        """What was found, as it is written there."""
        return self.passage.words[self.start : self.stop]

    @property
    def after(self) -> str:
        """What stands behind it, not much of it."""
        end = self.stop + _AROUND
        return self.passage.words[self.stop : end] + ("…" if end < len(self.passage.words) else "")


def search(dossier: Dossier, wish: Wish, progress: Progress = SILENT) -> tuple[Hit, ...]:
    """All hits, in the order of the dossier."""
    found: list[Hit] = []
    everything = list(passages(dossier))
    for done, passage in enumerate(everything):
        if done % _STRIDE == 0:
            progress.step(done, len(everything))
        found.extend(Hit(passage, start, stop) for start, stop in find(passage.words, wish))
    return tuple(found)
