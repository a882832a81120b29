"""A face inside the PDF: a subset of its glyphs under codes that tell the letters exactly.

A code stands for a glyph *together with* the letters it was drawn for, so one glyph that stands for different letters
in different words is copied rightly from each.
"""

from reportlab.pdfbase.pdfdoc import PDFDocument

from cmdesk.export.pdf.font_objects import FontObjects
from cmdesk.export.pdf.fonts import Face
from cmdesk.export.pdf.shaping import Cluster, Word
from cmdesk.export.pdf.to_unicode import utf16

LONGEST_STEP = 90
"""Thousandths of an em; pypdf sees a blank in a step of half a space or so."""
LAST_CODE = 0xFFFF
Fragment = tuple[str, float]
"""Codes inside a TJ string, and how far to move left after them in thousandths of an em."""


class EmbeddedFace:
    """A face in one document. `name` is what page contents call it."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str], int] = {(0, ""): 0}
        self._fragments: dict[tuple[Word, float, float], list[Fragment]] = {}

    def fragments(self, word: Word, size: float, rise: float) -> list[Fragment]:
        """A word's clusters as the content stream wants them at a size, raised by points."""
        key = word, size, rise
        found = self._fragments.get(key)
        if found is None:
            found = self._fragments[key] = [self._fragment(cluster, size, rise) for cluster in word.clusters]
        return found

    def _fragment(self, cluster: Cluster, size: float, rise: float) -> Fragment:
        written: list[str] = []
        owed = 0.0
        for one in cluster.glyphs:
            owed -= one.dx
            if shift := round(owed):
                written.append(moved(shift))
                owed -= shift
            code = f"{self._code(one.glyph, one.text):04X}"
            lift = one.dy * size / 1000
            written.append(f">]TJ {number(rise + lift)} Ts [<{code}>]TJ {number(rise)} Ts [<" if lift else code)
            owed += one.dx + self.face.advance(one.glyph) - one.advance
        codes = "".join(written)
        if cluster.spelled:
            codes = f">]TJ /Span <</ActualText<FEFF{utf16(cluster.text)}>>>BDC [<{codes}>]TJ EMC [<"
        return codes, owed

    def _code(self, glyph: int, text: str) -> int:
        if len(self._codes) > LAST_CODE:
            return self._codes.get((glyph, text), 0)
        return self._codes.setdefault((glyph, text), len(self._codes))

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802 - the name by which reportlab calls us when saving
        """Put the font into a document: its glyphs, widths and letters."""
        FontObjects(document, self.face, list(self._codes)).add(self.name)


def moved(left: int) -> str:
    """A move of the pen within a TJ string; a long one to the right in steps, none of which looks like a blank."""
    steps = -(left // LONGEST_STEP) if left < -LONGEST_STEP else 1
    return f">{' '.join(str(left * (step + 1) // steps - left * step // steps) for step in range(steps))}<"


def number(value: float) -> str:
    """A number as content streams want it, to a hundredth."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written
