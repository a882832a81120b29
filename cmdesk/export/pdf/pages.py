"""Boxes onto pages, before anything is painted: so every page's number is known when the first is."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cmdesk.export.pdf.boxes import Box, Placed, fill


@dataclass(frozen=True, slots=True)
class Section:
    """Boxes that begin a new page; `furnished` says whether its pages bear a running head and a number."""

    boxes: tuple[Box, ...]
    furnished: bool = True


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page's boxes."""

    placed: tuple[Placed, ...]
    furnished: bool


def leaves(sections: Iterable[Section], height: float) -> Iterator[Leaf]:
    """The pages of some sections, with room of this height each."""
    for section in sections:
        queue = deque(section.boxes)
        while queue:
            yield Leaf(tuple(fill(queue, height)), section.furnished)


def places(pages: list[Leaf]) -> dict[str, int]:
    """Page of each named place, counted from 1; of two of one name the first."""
    found: dict[str, int] = {}
    for number, leaf in enumerate(pages, start=1):
        for one in leaf.placed:
            for anchor in one.box.anchors():
                found.setdefault(anchor, number)
    return found
