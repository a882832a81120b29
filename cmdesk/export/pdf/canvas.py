"""reportlab, kept to what we ask of it: no font that is not embedded, no dates, nothing taken from the environment."""

from collections.abc import Iterable

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from cmdesk.export.blocks import Document
from cmdesk.export.pdf.embedding import EmbeddedFace
from cmdesk.thai.cleaning import clean

PDF_VERSION = (1, 7)
POINTS = 72 / 25.4
"""Points in a millimetre."""

LIBRARY_SETTINGS = {"useA85": 0, "pdfComments": 0, "invariant": 1}
"""Page contents as bytes, a fifth smaller than as letters; and no remarks about objects in the file."""


class PlainCanvas(Canvas):
    """A canvas whose pages begin empty; reportlab's own begin by naming Helvetica, which is not embedded."""

    _code: list[str]
    _doc: PDFDocument

    def _make_preamble(self) -> None:
        self._preamble = ""

    def write(self, operators: str) -> None:
        """Add operators to the page."""
        self._code.append(operators)

    def finished(self, faces: Iterable[EmbeddedFace]) -> bytes:
        """The whole file, with these faces embedded."""
        self._doc.delayedFonts.extend(faces)
        return bytes(self.getpdfdata())  # type: ignore[no-untyped-call] # the library's own door, without a type


def canvas_for(document: Document) -> PlainCanvas:
    """Canvas with the document's sheet, language and properties."""
    for name, value in LIBRARY_SETTINGS.items():
        setattr(rl_config, name, value)
    canvas = PlainCanvas(
        "",
        pagesize=(document.page.width * POINTS, document.page.height * POINTS),
        pageCompression=1,
        invariant=1,
        pdfVersion=PDF_VERSION,
        lang=document.language.value,
    )
    canvas.setTitle(clean(document.title))
    canvas.setAuthor(clean(document.author))
    canvas.setSubject(clean(document.subject))
    canvas.setKeywords(clean(document.keywords))
    canvas.setCreator("CMDesk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas
