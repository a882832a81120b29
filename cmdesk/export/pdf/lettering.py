"""Lines of text as operators of a content stream."""

from collections.abc import Sequence

from cmdesk.export.pdf.embedding import EmbeddedFace, moved, number
from cmdesk.export.pdf.fonts import Face
from cmdesk.export.pdf.lines import Line
from cmdesk.export.pdf.parts import Ink, Part
from cmdesk.export.pdf.style import Colour

PlacedLine = tuple[float, float, Line]
"""Where a line begins on the sheet (x and baseline), and the line."""


class Lettering:
    """Writes lines with the faces of one document, and hands those faces out."""

    def __init__(self) -> None:
        self.faces: dict[Face, EmbeddedFace] = {}

    def written(self, lines: Sequence[PlacedLine]) -> str:
        """The text object that shows these lines."""
        return _TextObject(self).showing(lines)

    def embedded(self, face: Face) -> EmbeddedFace:
        """The face as this document has it."""
        if face not in self.faces:
            self.faces[face] = EmbeddedFace(face, f"F{len(self.faces) + 1}")
        return self.faces[face]


class _TextObject:
    """One text object: knows which ink is set, and how far rounding has put the pen off."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering
        self._out: list[str] = ["BT\n"]
        self._ink: Ink | None = None
        self._owed = 0.0
        """Thousandths of an em that the pen is to go left."""

    def showing(self, lines: Sequence[PlacedLine]) -> str:
        from_x = from_y = 0.0
        for x, y, line in lines:
            x, y = round(x, 2), round(y, 2)  # noqa: PLW2901 - the next line is placed from where this one was written
            self._out.append(f"{number(x - from_x)} {number(y - from_y)} Td [<")
            self._owed = 0.0
            for part in line.parts:
                self._part(part, line)
            self._out.append(">]TJ \n")
            from_x, from_y = x, y
        if self._ink and self._ink.rise:
            self._out.append("0 Ts\n")  # the rise outlives the text object
        self._out.append("ET\n")
        # empty strings and arrays are what changes of ink leave between them
        return "".join(self._out).replace("<>", "").replace("[]TJ ", "")

    def _part(self, part: Part, line: Line) -> None:
        ink = part.ink
        if ink != self._ink:
            self._change(ink)
        tracking = line.tracking / ink.size * 1000 if part.word.thai else 0.0
        for codes, after in self._lettering.embedded(ink.face).fragments(part.word, ink.size, ink.rise):
            self._out.append(codes)
            self._move(after - tracking)
        if part.gap and line.gap:
            self._move(-line.gap * part.width / ink.size * 1000)

    def _move(self, left: float) -> None:
        self._owed += left
        if whole := round(self._owed):
            self._out.append(moved(whole))
            self._owed -= whole

    def _change(self, ink: Ink) -> None:
        was, self._ink = self._ink, ink
        self._out.append(">]TJ ")
        if was is None or (was.face, was.size) != (ink.face, ink.size):
            self._out.append(f"/{self._lettering.embedded(ink.face).name} {number(ink.size)} Tf ")
        if was is None or was.colour != ink.colour:
            self._out.append(f"{colour(ink.colour)} rg ")
        if (was.rise if was else 0.0) != ink.rise:
            self._out.append(f"{number(ink.rise)} Ts ")
        self._out.append("[<")


def colour(value: Colour) -> str:
    """A colour's three parts as a content stream wants them."""
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") or "0" for part in value)
