"""A face as PDF objects: a Type 0 font with Identity-H codes (PDF 32000-1, 9.7)."""

import hashlib
from collections.abc import Sequence
from typing import cast

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from cmdesk.export.pdf.codes import Pair
from cmdesk.export.pdf.fonts import Face
from cmdesk.export.pdf.to_unicode import to_unicode

DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "name", "OS/2", "cmap", "post", "kern", "DSIG", "gasp", "STAT")
"""What a viewer needs none of: we have shaped already, and address glyphs by number."""
SYMBOLIC, ITALIC = 4, 64
"""Flags of a font descriptor (table 123)."""
STEMS = {False: 80, True: 140}


class FontObjects:
    """The objects of one face in one document; each code is a glyph with its letters."""

    def __init__(self, document: PDFDocument, face: Face, codes: Sequence[Pair]) -> None:
        self._document = document
        self._face = face
        self._glyphs = [glyph for glyph, _ in codes]
        self._letters = [text for _, text in codes]
        self._program = subset(face, set(self._glyphs))
        self._name = f"/{_tag(self._program)}+{face.name}"

    def add(self, name: str) -> None:
        """Make the font known to all pages under a name."""
        fonts = cast("PDFDictionary", self._document.idToObject["BasicFonts"])
        fonts[name] = self._kept(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": self._name,
                "Encoding": "/Identity-H",
                "DescendantFonts": PDFArray([self._descendant()]),
                "ToUnicode": self._stream(to_unicode(self._letters)),
            }
        )

    def _descendant(self) -> PDFObjectReference:
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        widths = [round(self._face.advance(glyph), 2) for glyph in self._glyphs]
        return self._kept(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": self._name,
                "CIDSystemInfo": PDFDictionary(system),
                "FontDescriptor": self._descriptor(),
                "DW": 0,
                "W": PDFArray([0, PDFArray(widths)]),
                "CIDToGIDMap": self._stream(b"".join(glyph.to_bytes(2, "big") for glyph in self._glyphs)),
            }
        )

    def _descriptor(self) -> PDFObjectReference:
        face = self._face
        return self._kept(
            {
                "Type": "/FontDescriptor",
                "FontName": self._name,
                "Flags": SYMBOLIC | (ITALIC if face.italic else 0),
                "FontBBox": PDFArray(face.bounds),
                "ItalicAngle": face.slant,
                "Ascent": face.ascender,
                "Descent": face.descender,
                "CapHeight": face.cap_height,
                "StemV": STEMS[face.bold],
                "FontFile2": self._stream(self._program, Length1=len(self._program)),
            }
        )

    def _kept(self, entries: dict[str, object]) -> PDFObjectReference:
        return self._referred(PDFDictionary(entries))

    def _stream(self, content: bytes, **entries: object) -> PDFObjectReference:
        stream = PDFStream(content=content)
        stream.filters = [PDFZCompress]
        for key, value in entries.items():
            stream.dictionary[key] = value
        return self._referred(stream)

    def _referred(self, thing: PDFObject) -> PDFObjectReference:
        reference = self._document.Reference(thing)  # type: ignore[no-untyped-call] # the stubs leave it open
        return cast("PDFObjectReference", reference)


def subset(face: Face, glyphs: set[int]) -> bytes:
    """A font program with these glyphs only, each under its old number."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update({_number_of(table) for table in DROPPED_TABLES})
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(face.program, wanted).blob.data)


def _number_of(table: str) -> int:
    return int.from_bytes(table.ljust(4).encode("ascii"), "big")


def _tag(program: bytes) -> str:
    """Six letters that tell this subset from others (9.6.4)."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
