"""How big letters are and how far apart lines stand, for Word, the PDF and whatever else has pages; in points.

This is the house style; a profile gives another size to all of it, or to single parts. No leading of running text is
above 1.5 of its size: readers of PDFs take lines further apart for paragraphs of their own.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from cmdesk.model.frozen_map import FrozenMap


class TextLook(NamedTuple):
    """Size of the letters, and from one line to the next."""

    size: float
    leading: float

    def times(self, factor: float) -> "TextLook":
        """The same look bigger or smaller."""
        return TextLook(round(self.size * factor * 4) / 4, round(self.leading * factor, 1))


HOUSE = FrozenMap(
    {
        "body": TextLook(11.5, 17),
        "quotation": TextLook(11, 16.4),
        "guidance": TextLook(9.75, 14.5),
        "count": TextLook(8.75, 13),
        "empty": TextLook(11, 16.4),
        "entry": TextLook(10, 14.9),
        "backing": TextLook(9, 13.4),
        "note": TextLook(9.25, 13.7),
        "signature": TextLook(10.5, 15.6),
        "title": TextLook(28, 40),
        "second_title": TextLook(19, 28.2),
        "subtitle": TextLook(15, 22.2),
        "cover_line": TextLook(11, 16.4),
        "heading_1": TextLook(18, 26),
        "heading_2": TextLook(14, 20.5),
        "heading_3": TextLook(12, 17.8),
        "second_heading_1": TextLook(14, 20.8),
        "second_heading_2": TextLook(11.5, 17),
        "second_heading_3": TextLook(10.5, 15.6),
        "contents_title": TextLook(18, 26),
        "contents_1": TextLook(11, 16.4),
        "contents_2": TextLook(10.5, 15.6),
        "contents_3": TextLook(10, 14.9),
        "table": TextLook(9.5, 14.1),
        "table_head": TextLook(9, 13.4),
        "caption": TextLook(9.5, 14.1),
        "furniture": TextLook(8.5, 12),
    }
)
"""The parts that have a look of their own. Lists look like the body."""

FONT = "Sarabun"


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of one document. `spacing` is by how much the space around paragraphs is bigger than in the house."""

    parts: FrozenMap[str, TextLook] = HOUSE
    spacing: float = 1.0
    font: str = FONT
    """Which font Word asks for; a PDF carries its own, which is Sarabun."""

    def __getitem__(self, part: str) -> TextLook:
        return self.parts[part]

    @classmethod
    def of_size(cls, size: float) -> "Looks":
        """The house style with the body at a size, and everything else in proportion."""
        factor = size / HOUSE["body"].size
        looks = {name: look.times(factor) for name, look in HOUSE.items()}
        return cls(FrozenMap({**looks, "body": TextLook(size, looks["body"].leading)}), factor)

    def with_size(self, part: str, size: float) -> "Looks":
        """These looks with one part of another size, its lines in proportion."""
        was = self.parts[part]
        look = TextLook(size, round(was.leading * size / was.size, 1))
        return replace(self, parts=self.parts.with_(part, look))
