"""reportlab, kept to what we ask of it: no font that is not embedded, no dates, nothing taken from the environment."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import cast

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFName, PDFObject, PDFObjectReference, PDFStream
from reportlab.pdfgen.canvas import Canvas

from cmdesk.export.blocks import Document, Picture
from cmdesk.export.pdf.embedding import EmbeddedFace
from cmdesk.export.pdf.images import image_of
from cmdesk.export.pdf.metadata import metadata
from cmdesk.export.pdf.saving import file_of
from cmdesk.export.pdf.structure import Book, Structure, kept
from cmdesk.thai.cleaning import clean

POINTS = 72 / 25.4
"""Points in a millimetre."""

LIBRARY_SETTINGS = {"useA85": 0, "pdfComments": 0, "invariant": 1}
"""Page contents as bytes, a fifth smaller than as letters; and no remarks about objects in the file."""


class PlainCanvas(Canvas):
    """A canvas whose pages begin empty; reportlab's own begin by naming Helvetica, which is not embedded."""

    _code: list[str]
    _doc: Book
    _annotationrefs: list[PDFObjectReference]
    _formsinuse: list[str]
    _pagesize: tuple[float, float]

    def _make_preamble(self) -> None:
        self._preamble = ""

    @property
    def page(self) -> int:
        """Number of the page, counted from 1."""
        return int(self.getPageNumber())

    @property
    def height(self) -> float:
        """Of the sheet, in points."""
        return float(self._pagesize[1])

    def write(self, operators: str) -> None:
        """Add operators to the page."""
        self._code.append(operators)

    def structure(self) -> Structure:
        """A structure tree for the document."""
        return Structure(self._doc)

    def annotate(self, annotation: PDFObjectReference) -> None:
        """Add an annotation to the page."""
        self._annotationrefs.append(annotation)

    def place(self, name: str) -> PDFObject:
        """A named place, which may be on a page still to come."""
        return cast("PDFObject", self._bookmarkReference(name))  # type: ignore[attr-defined] # the stubs leave it out

    def image(self, picture: Picture) -> str:
        """What the page's contents call a picture, which is in the file once however often it is shown."""
        name = hashlib.sha256(picture.content).hexdigest()[:16]
        key = f"FormXob.{name}"  # the name under which reportlab looks for it
        if key not in self._doc.idToObject:
            kept(self._doc, image_of(picture, self._doc), key)
        if name not in self._formsinuse:
            self._formsinuse.append(name)
        return key

    def end_page(self, number: int) -> None:
        """Close the page, which the parent tree knows under a number."""
        name = self._doc.thisPageName()
        self.showPage()
        page = self._doc.idToObject[name]
        page.StructParents, page.Tabs = number, PDFName("S")
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]

    def describe(self, packet: PDFStream) -> None:
        """Enter what the document is."""
        self._doc.Catalog.Metadata = packet

    def letters(self) -> set[str]:
        """Every character in the contents of the pages."""
        return set().union(*(page.stream for page in self._doc.Pages.pages))

    def finished(self, faces: Iterable[EmbeddedFace], codes: Mapping[int, str]) -> bytes:
        """The whole file, with these faces embedded and these codes for what stands for glyphs in page contents."""
        document = self._doc
        for face in faces:
            face.addObjects(document)
        for page in document.Pages.pages:
            page.stream = page.stream.translate(codes)
        document.info.invariant = 1
        document.Outlines.prepare(document, self)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        return file_of(document)


def canvas_for(document: Document) -> PlainCanvas:
    """Canvas with the document's sheet, language and properties."""
    for name, value in LIBRARY_SETTINGS.items():
        setattr(rl_config, name, value)
    canvas = PlainCanvas(
        "",
        pagesize=(document.page.width * POINTS, document.page.height * POINTS),
        pageCompression=1,
        invariant=1,
        lang=document.language.value,
    )
    canvas.setTitle(clean(document.title))
    canvas.setAuthor(clean(document.author))
    canvas.setSubject(clean(document.subject))
    canvas.setKeywords(clean(document.keywords))
    canvas.setCreator("CMDesk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.describe(metadata(document))
    return canvas
