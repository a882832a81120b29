"""Live areas of a sheet, each belonging to a link of the structure tree."""

from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary

from cmdesk.export.pdf.canvas import PlainCanvas
from cmdesk.export.pdf.parts import Ink
from cmdesk.export.pdf.structure import Area, Structure
from cmdesk.export.pdf.tags import Node
from cmdesk.export.pdf.to_unicode import text_string

PRINTED = 4
"""The flag without which a printed link would be missing (table 165)."""


class Linking:
    """Makes the links of one document."""

    def __init__(self, canvas: PlainCanvas, structure: Structure, names: Mapping[str, str]) -> None:
        self._canvas = canvas
        self._structure = structure
        self._names = names

    def lead(self, ink: Ink, area: Area, node: Node, words: str) -> None:
        """Make an area live that belongs to a node, where the ink leads."""
        if ink.link:
            self._annotate(area, node, ink.link, "A", PDFDictionary({"S": "/URI", "URI": _address(ink.link)}))
        else:
            self.lead_to_place(ink.anchor, area, node, words)

    def lead_to_place(self, anchor: str, area: Area, node: Node, words: str) -> None:
        """Make an area live that leads to a place in the document."""
        self._annotate(area, node, words, "Dest", self._canvas.place(self._names[anchor]))

    def _annotate(self, area: Area, node: Node, words: str, key: str, where: object) -> None:
        entries = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": PDFArray([round(side, 2) for side in area]),
            "Border": PDFArray([0, 0, 0]),
            "F": PRINTED,
            "Contents": text_string(words),
            key: where,
        }
        self._canvas.annotate(self._structure.annotation(node, entries))


def _address(link: str) -> str:
    """An address as a string of the file."""
    return f"<{link.encode().hex().upper()}>"
