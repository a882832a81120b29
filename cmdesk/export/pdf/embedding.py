"""Words as strings of a content stream, under codes that tell the letters exactly.

A code stands for a glyph *together with* the letters it was drawn for, so one glyph that stands for different letters
in different words is copied rightly from each.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument

from cmdesk.export.pdf.codes import Codes, Pair
from cmdesk.export.pdf.font_objects import FontObjects
from cmdesk.export.pdf.fonts import Face
from cmdesk.export.pdf.shaping import Cluster, Glyph, Word
from cmdesk.export.pdf.to_unicode import utf16

LONGEST_STEP = 90
"""Thousandths of an em; pypdf sees a blank in a step of half a space or so."""
Fragment = tuple[str, float]
"""Codes inside a TJ string, and how far to move left after them in thousandths of an em."""


class EmbeddedFace(NamedTuple):
    """A face in one document with what its codes stand for."""

    face: Face
    pairs: Sequence[Pair]

    @property
    def name(self) -> str:
        """What page contents call it."""
        return name_of(self.face)

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802 - the name by which reportlab knows such objects
        """Put the font into a document: its glyphs, widths and letters."""
        FontObjects(document, self.face, self.pairs).add(self.name)


def name_of(face: Face) -> str:
    """What page contents call a face."""
    return f"F{1 + face.bold + 2 * face.italic}"


class Fragments:
    """Words of one piece of work as the content streams want them."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self._known: dict[tuple[Word, float, float], list[Fragment]] = {}

    def of(self, face: Face, word: Word, size: float, rise: float) -> list[Fragment]:
        """A word's clusters at a size, raised by points."""
        key = word, size, rise
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = [self._fragment(face, cluster, size, rise) for cluster in word.clusters]
        return found

    def _fragment(self, face: Face, cluster: Cluster, size: float, rise: float) -> Fragment:
        written: list[str] = []
        owed = 0.0
        for stretch in cluster.stretches():
            codes, owed = self._glyphs(face, stretch.glyphs, size, rise, owed)
            spelled = f">]TJ /Span <</ActualText<FEFF{utf16(stretch.text)}>>>BDC [<{codes}>]TJ EMC [<"
            written.append(spelled if stretch.spelled else codes)
        return "".join(written), owed

    def _glyphs(self, face: Face, glyphs: Sequence[Glyph], size: float, rise: float, owed: float) -> Fragment:
        """Glyphs as codes and moves, when the pen is still to go left by what is owed."""
        written: list[str] = []
        for one in glyphs:
            owed -= one.dx
            if shift := round(owed):
                written.append(moved(shift))
                owed -= shift
            code = self._codes.stand_in(face, one.glyph, one.text)
            lift = one.dy * size / 1000
            written.append(f">]TJ {number(rise + lift)} Ts [<{code}>]TJ {number(rise)} Ts [<" if lift else code)
            owed += one.dx + face.advance(one.glyph) - one.advance
        return "".join(written), owed


def moved(left: int) -> str:
    """A move of the pen within a TJ string; a long one to the right in steps, none of which looks like a blank."""
    steps = -(left // LONGEST_STEP) if left < -LONGEST_STEP else 1
    return f">{' '.join(str(left * (step + 1) // steps - left * step // steps) for step in range(steps))}<"


def number(value: float) -> str:
    """A number as content streams want it, to a hundredth."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written
