"""The table by which a reader of the PDF turns glyphs back into letters (PDF 32000-1, 9.10.3)."""

from collections.abc import Iterator, Sequence
from itertools import islice

from cmdesk.thai.cleaning import clean

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""

_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""

_MOST_IN_BLOCK = 100


def to_unicode(letters: Sequence[str]) -> bytes:
    """The table for glyph codes that count from 0; the first is for what no glyph is for and has no letters."""
    entries = (f"<{code:04X}> <{utf16(text)}>" for code, text in enumerate(letters) if code)
    return "\n".join([_HEAD, *_blocks(entries), _FOOT]).encode("ascii")


def utf16(text: str) -> str:
    """Text in big-endian UTF-16, in hexadecimal."""
    return text.encode("utf-16-be").hex().upper()


def text_string(text: str) -> str:
    """Text as a string object of the file, whatever letters it has."""
    return f"<FEFF{utf16(clean(text))}>"


def _blocks(entries: Iterator[str]) -> Iterator[str]:
    while block := list(islice(entries, _MOST_IN_BLOCK)):
        yield "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"])
