"""A mistake found in a text: where it is and of what kind, for window, checks and the process between them."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """Why something was marked."""

    MISSPELT = "misspelt"
    """No word that a dictionary knows."""
    MARKS = "marks"
    """Thai that looks right, but is typed in an odd order or with one sign as two."""
    OXFORD = "oxford"
    """British, but Oxford, which UNESCO's publications follow, has another form."""
    AMERICAN = "american"
    """American spelling."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A stretch of a text that is spelt wrongly; offsets are code points."""

    start: int
    stop: int
    kind: Kind
    words: str
    meant: tuple[str, ...] = ()
    """What it was surely meant to be, where that is known at once; `suggest` tells more."""

    def overlaps(self, start: int, stop: int) -> bool:
        """Whether any of it lies between two offsets."""
        return self.start < stop and start < self.stop
