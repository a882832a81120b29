"""Lines of text as operators of a content stream."""

from collections.abc import Callable, Sequence

from cmdesk.export.pdf.codes import Codes
from cmdesk.export.pdf.embedding import Fragments, moved, name_of, number
from cmdesk.export.pdf.lines import Line, Stretch
from cmdesk.export.pdf.parts import Ink, Part
from cmdesk.export.pdf.style import Colour

PlacedLine = tuple[float, float, Line]
"""Where a line begins on the sheet (x and baseline), and the line."""
Mark = Callable[[Stretch], str]
"""Operators that tell to what the following letters belong; empty where it is the same as before."""


class Lettering:
    """Writes lines; what it wrote once for a line it keeps with the line."""

    def __init__(self, codes: Codes) -> None:
        self._fragments = Fragments(codes)

    def written(self, lines: Sequence[PlacedLine], mark: Mark) -> str:
        """The text object that shows these lines, without its end."""
        out = ["BT\n"]
        ink: Ink | None = None
        from_x = from_y = 0.0
        for x, y, line in lines:
            x, y = round(x, 2), round(y, 2)  # noqa: PLW2901 - the next line is placed from where this one was written
            out.append(f"{number(x - from_x)} {number(y - from_y)} Td ")
            for stretch in line.stretches:
                out.append(mark(stretch))
                operators, ink = self._shown(line, stretch, ink)
                out.append(operators)
            from_x, from_y = x, y
        if ink and ink.rise:
            out.append("0 Ts\n")  # the rise outlives the text object
        return "".join(out)

    def _shown(self, line: Line, stretch: Stretch, ink: Ink | None) -> tuple[str, Ink | None]:
        """Operators that show a stretch after an ink was set, and the ink that is set then."""
        key = stretch.start, ink
        found = line.written.get(key)
        if found is None:
            found = line.written[key] = _Pen(self._fragments, line, ink).showing(stretch)
        return found


class _Pen:
    """Writes one stretch: knows which ink is set, and how far rounding has put the pen off."""

    def __init__(self, fragments: Fragments, line: Line, ink: Ink | None) -> None:
        self._fragments = fragments
        self._line = line
        self._ink = ink
        self._out: list[str] = ["[<"]
        self._owed = 0.0
        """Thousandths of an em that the pen is to go left."""

    def showing(self, stretch: Stretch) -> tuple[str, Ink | None]:
        for part in stretch.parts:
            self._part(part)
        self._out.append(">]TJ \n")
        # empty strings and arrays are what changes of ink leave between them
        return "".join(self._out).replace("<>", "").replace("[]TJ ", ""), self._ink

    def _part(self, part: Part) -> None:
        ink, line = part.ink, self._line
        if ink is not self._ink and ink != self._ink:
            self._change(ink)
        tracking = line.tracking / ink.size * 1000 if part.word.thai else 0.0
        for codes, after in self._fragments.of(ink.face, part.word, ink.size, ink.rise):
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
            self._out.append(f"/{name_of(ink.face)} {number(ink.size)} Tf ")
        if was is None or was.colour != ink.colour:
            self._out.append(f"{colour(ink.colour)} rg ")
        if (was.rise if was else 0.0) != ink.rise:
            self._out.append(f"{number(ink.rise)} Ts ")
        self._out.append("[<")


def colour(value: Colour) -> str:
    """A colour's three parts as a content stream wants them."""
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") or "0" for part in value)
