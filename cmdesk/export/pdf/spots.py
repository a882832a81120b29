"""Where on the pages the paragraphs of a dossier stand."""

from typing import NamedTuple

from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language


class Spot(NamedTuple):
    """A paragraph, or as much of it as one page holds; in points from the page's upper left corner."""

    paragraph: ParagraphId
    language: Language
    page: int
    """Counted from 1."""
    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the page is in it."""
        return 0 <= x - self.left < self.width and 0 <= y - self.top < self.height
