"""Where two spellings differ."""

from typing import NamedTuple


class Differing(NamedTuple):
    """What is left of two words without the beginning and the end that they share."""

    one: str
    other: str
    shared: str
    """The beginning."""

    @property
    def is_exchange(self) -> bool:
        """Whether two letters have changed places."""
        return len(self.one) == 2 and self.one == self.other[::-1]  # noqa: PLR2004 - two letters, exchanged

    @property
    def is_one_letter(self) -> bool:
        """Whether one letter was added, left out or changed."""
        return max(len(self.one), len(self.other)) == 1


def differing(one: str, other: str) -> Differing:
    """The middles of two words."""
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    return Differing(one[start : len(one) - end], other[start : len(other) - end], one[:start])


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))
