"""The pages of a dossier as pictures, and which paragraph stands where on them.

Setting and drawing hold the interpreter for a while: a window asks for them in another process.
"""

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from cmdesk.export.compose import compose
from cmdesk.export.pdf.spots import Spot
from cmdesk.export.profile import Manner
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId
from cmdesk.progress import SILENT, Progress

if TYPE_CHECKING:
    from cmdesk.export.pdf.fonts import Fonts

__all__ = ["Preview", "Previewer", "Spot"]

MOST_PIXELS = 4000
"""Across a page, so that no mistaken zoom asks for a picture that fills the memory."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A document as it will be: the very bytes that an export would write, and where its paragraphs stand."""

    content: bytes = field(repr=False)
    pages: int
    width: float
    """Of a page, in points."""
    height: float
    spots: tuple[Spot, ...] = field(repr=False)

    def of(self, paragraph: ParagraphId) -> tuple[Spot, ...]:
        """Where a paragraph stands, in the order of the pages; nowhere when the document leaves it out."""
        return tuple(spot for spot in self.spots if spot.paragraph == paragraph)

    def at(self, page: int, x: float, y: float) -> Spot | None:
        """What stands at a point of a page, in points from its upper left corner."""
        return next((spot for spot in self.spots if spot.page == page and spot.holds(x, y)), None)

    def picture(self, page: int, pixels: int) -> bytes:
        """A page, counted from 1, as a PNG so many pixels wide; IndexError when there is no such page."""
        import pypdfium2  # noqa: PLC0415 - only what draws needs it, not what knows previews by name

        if not 1 <= page <= self.pages:
            raise IndexError(page)
        with pypdfium2.PdfDocument(self.content) as document:
            scale = min(max(pixels, 1), MOST_PIXELS) / self.width
            image = document[page - 1].render(scale=scale).to_pil()
        written = BytesIO()
        image.save(written, "PNG", compress_level=1)
        return written.getvalue()


class Previewer:
    """Makes previews of a dossier while it is written: a paragraph is only set again when it has changed."""

    def __init__(self) -> None:
        self._fonts: Fonts | None = None

    def show(self, dossier: Dossier, manner: Manner, progress: Progress = SILENT) -> Preview:
        """The dossier as it is now."""
        from cmdesk.export.pdf.fonts import Fonts  # noqa: PLC0415 - its libraries cost a third of a second to import
        from cmdesk.export.pdf.typesetter import typeset  # noqa: PLC0415 - likewise

        self._fonts = self._fonts or Fonts()
        document = compose(dossier, manner)
        made = typeset(document, progress, self._fonts)
        width, height = made.sheet
        return Preview(made.content, made.pages, width, height, made.spots)
