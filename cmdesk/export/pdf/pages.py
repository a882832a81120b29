"""Boxes onto pages, before anything is painted: so every page's number is known when the first is."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cmdesk.export.blocks import Heading
from cmdesk.export.pdf.boxes import Box, Placed, fill
from cmdesk.export.pdf.footnotes import Footnotes, room_of
from cmdesk.export.pdf.headings import HeadingBox

LEAST_TEXT = 0.3
"""Of a page: what notes leave to the text that cites them."""


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
    notes: tuple[Box, ...] = ()
    """What stands at its foot."""


def leaves(sections: Iterable[Section], height: float, footnotes: Footnotes) -> Iterator[Leaf]:
    """The pages of some sections, with room of this height each."""
    for section in sections:
        queue = deque(section.boxes)
        while queue:
            placed = tuple(fill(queue, height - _taken(queue, height, footnotes)))
            yield Leaf(placed, section.furnished, footnotes.of(placed))


def _taken(queue: deque[Box], height: float, footnotes: Footnotes) -> float:
    """How much of the next page its notes take; with less room it cites no more than with more."""

    def notes(room: float) -> float:
        return room_of(footnotes.of(fill(queue.copy(), height - room)))

    most = height * (1 - LEAST_TEXT)
    enough = min(notes(0.0), most)
    if not enough:
        return 0.0
    closer = notes(enough)
    return closer if notes(closer) <= closer <= most else enough


def places(pages: Sequence[Leaf]) -> dict[str, int]:
    """Page of each named place, counted from 1; of two of one name the first."""
    found: dict[str, int] = {}
    for number, leaf in enumerate(pages, start=1):
        for one in leaf.placed:
            for anchor in one.box.anchors():
                found.setdefault(anchor, number)
    return found


def sections_of(pages: Iterable[Leaf]) -> Iterator[Heading | None]:
    """For each page the heading that its head tells: the one it begins with, or the last one before."""
    heading: Heading | None = None
    for leaf in pages:
        headings = [one.box.heading for one in leaf.placed if isinstance(one.box, HeadingBox)]
        begins = bool(leaf.placed) and isinstance(leaf.placed[0].box, HeadingBox)
        yield headings[0] if begins else heading
        heading = headings[-1] if headings else heading
