"""Stand-ins for glyphs in the contents of pages, until the document is whole and each is given its code.

So the operators of a line can be kept from one document to the next, and yet the codes depend on nothing but what is in
the document.
"""

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cmdesk.export.pdf.fonts import Face

FIRST = 0xF0000
LAST = 0x10FFFF
LAST_CODE = 0xFFFF


class Pair(NamedTuple):
    """A glyph together with the letters it is drawn for."""

    glyph: int
    text: str


NOTHING = Pair(0, "")


class Codes:
    """The stand-ins of one piece of work; the first, which draws the replacement box, is for all that are too many."""

    def __init__(self) -> None:
        self._standing: dict[tuple[Face, Pair], str] = {}

    @property
    def spent(self) -> bool:
        """Whether half of the stand-ins are given out, so that it is time to begin anew."""
        return len(self._standing) > (LAST - FIRST) // 2

    def stand_in(self, face: "Face", glyph: int, text: str) -> str:
        """The character that stands for a glyph with its letters."""
        key = face, Pair(glyph, text)
        found = self._standing.get(key)
        if found is None:
            if FIRST + len(self._standing) >= LAST:
                return chr(FIRST)
            found = self._standing[key] = chr(FIRST + 1 + len(self._standing))
        return found

    def given(self, used: AbstractSet[str]) -> tuple[dict["Face", list[Pair]], dict[int, str]]:
        """For each face in use what its codes from 0 stand for; and the code of each stand-in as it is written."""
        pairs: dict[Face, list[Pair]] = {}
        written = {FIRST: "0000"}
        standing = [(face, pair, ord(letter)) for (face, pair), letter in self._standing.items() if letter in used]
        for face, pair, letter in sorted(standing, key=lambda each: (each[0].name, each[1])):
            codes = pairs.setdefault(face, [NOTHING])
            code = len(codes) if len(codes) <= LAST_CODE else 0
            written[letter] = f"{code:04X}"
            if code:
                codes.append(pair)
        return pairs, written
