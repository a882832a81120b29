"""Boxes onto pages, before anything is painted: so every page's number is known when the first is."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cmdesk.export.blocks import Heading
from cmdesk.export.pdf.boxes import Box, Placed, fill
from cmdesk.export.pdf.headings import HeadingBox


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
