"""The four faces of Sarabun, measured and shaped by HarfBuzz."""

import struct
from functools import cached_property

import uharfbuzz as hb

from cmdesk import assets
from cmdesk.export.pdf.codes import Codes
from cmdesk.export.pdf.layouts import Layouts
from cmdesk.export.pdf.shaping import SOFT_HYPHEN, Word, shape, word_of

HEAD_BOUNDS = 36
"""Where xMin, yMin, xMax and yMax stand in a font's `head` table."""
SUFFIXES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}


class Face:
    """One face; all measures are in thousandths of an em."""

    def __init__(self, bold: bool, italic: bool) -> None:  # noqa: FBT001 - the two axes of the family, always both given
        self.bold = bold
        self.italic = italic
        self.name = f"Sarabun-{SUFFIXES[bold, italic]}"
        self.program = hb.Face(hb.Blob(assets.font(SUFFIXES[bold, italic]).read_bytes()))
        self.font = hb.Font(self.program)
        self._scale: float = 1000 / self.program.upem
        self._words: dict[str, Word] = {}

    def word(self, text: str) -> Word:
        """Text shaped as one unit, from memory where it came before."""
        word = self._words.get(text)
        if word is None:
            word = self._words[text] = shape(self, text)
        return word

    def advance(self, glyph: int) -> float:
        """How far a glyph moves the pen by itself."""
        return float(self.font.get_glyph_h_advance(glyph)) * self._scale

    def glyph(self, letter: str) -> int:
        """Glyph of a single character; 0, the replacement box, when the face has none."""
        return int(self.font.get_nominal_glyph(ord(letter)) or 0)

    @cached_property
    def soft_hyphen(self) -> Word:
        """The hyphen that a line end brings, soft to those who copy the text."""
        (cluster,) = self.word("-").clusters
        glyphs = tuple(glyph._replace(text=SOFT_HYPHEN) for glyph in cluster.glyphs)
        return word_of((cluster._replace(text=SOFT_HYPHEN, glyphs=glyphs),), thai=False)

    @cached_property
    def ascender(self) -> float:
        """Height above the baseline that lines are set by."""
        return float(self.font.get_font_extents("ltr").ascender) * self._scale

    @cached_property
    def descender(self) -> float:
        """Depth below the baseline, negative."""
        return float(self.font.get_font_extents("ltr").descender) * self._scale

    @cached_property
    def cap_height(self) -> float:
        """Height of the Latin capitals."""
        return float(self.font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)) * self._scale

    @cached_property
    def slant(self) -> float:
        """Angle of the uprights in degrees, negative when they lean rightwards."""
        return float(self.font.get_style_value(hb.StyleTag.SLANT_ANGLE))

    @cached_property
    def bounds(self) -> list[int]:
        """The box that every glyph of the face lies in: left, bottom, right, top."""
        corners = struct.unpack_from(">4h", self.program.reference_table("head").data, HEAD_BOUNDS)
        return [round(corner * self._scale) for corner in corners]

    @cached_property
    def spare(self) -> dict[int, str]:
        """What to draw for characters that the face lacks but has the like of; the text layer keeps the original."""
        return {ord(letter): like for letter, like in LIKENESSES.items() if not self.glyph(letter)}


LIKENESSES = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2015": "\u2014",
    "\u2023": "\u2022",
    "\u2043": "\u2022",
    "\u2024": ".",
    "\u2027": "\u00b7",
    "\u201b": "\u2018",
    "\u201f": "\u201c",
    "\u2212": "\u2013",
    **dict.fromkeys(
        "\t\n\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
}


class Fonts:
    """The faces of one piece of work, read when first wanted."""

    def __init__(self) -> None:
        self._faces: dict[tuple[bool, bool], Face] = {}
        self.codes = Codes()
        self.layouts = Layouts()

    def begin(self) -> None:
        """Begin another document; what the last one was set with is kept."""
        if self.codes.spent:
            self.codes, self.layouts = Codes(), Layouts()
        self.layouts.begin()

    def face(self, *, bold: bool, italic: bool) -> Face:
        """Face of this weight and slope."""
        key = bold, italic
        if key not in self._faces:
            self._faces[key] = Face(*key)
        return self._faces[key]
