"""The sheet that boxes paint themselves on: text, rules, fields of colour, links, places and the outline."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum

from cmdesk.export.pdf.canvas import PlainCanvas
from cmdesk.export.pdf.embedding import number
from cmdesk.export.pdf.lettering import Lettering, PlacedLine, colour
from cmdesk.export.pdf.lines import Line
from cmdesk.export.pdf.parts import Part
from cmdesk.export.pdf.style import LEADER_DOT, LEADER_STEP, Colour
from cmdesk.model.language import Language

NO_BORDER = "[0 0 0]"


class Role(Enum):
    """What a stretch of the page's contents is, by the names of the PDF standard (14.8.4)."""

    PARAGRAPH = "P"
    HEADING = "H"
    LIST_ITEM = "LI"
    QUOTATION = "BlockQuote"
    CELL = "TD"
    HEAD_CELL = "TH"
    CONTENTS_ENTRY = "TOCI"
    ORNAMENT = "Artifact"
    """Rules, running heads, page numbers: nothing to read aloud."""


class Sheet:
    """The document's sheets, one after the other. `pages` tells on which page each named place is."""

    def __init__(self, canvas: PlainCanvas, pages: Mapping[str, int]) -> None:
        self._canvas = canvas
        self._pages = pages
        self._names = {anchor: f"p{number}" for number, anchor in enumerate(pages)}
        self._outline_level = -1
        self.lettering = Lettering()

    def page_of(self, anchor: str) -> int | None:
        """Number of the page that a place is on."""
        return self._pages.get(anchor)

    @contextmanager
    def marked(self, role: Role, language: Language | None = None) -> Iterator[None]:  # noqa: ARG002 - for tagging
        """A stretch that plays one part. This is the one place where tagging will mark contents.

        Today it only sets ornaments apart, so that readers skip them.
        """
        if role is Role.ORNAMENT:
            self._canvas.write("/Artifact BMC")
        yield
        if role is Role.ORNAMENT:
            self._canvas.write("EMC")

    def text(self, lines: Sequence[PlacedLine]) -> None:
        """Show lines, and make their links live."""
        if not lines:
            return
        self._canvas.write(self.lettering.written(lines))
        for x, baseline, line in lines:
            for target, start, stop in _leading(line):
                self._link(target, (x + start, baseline - 3, x + stop, baseline + target.ink.size))

    def link_area(self, anchor: str, area: tuple[float, float, float, float]) -> None:
        """Make an area lead to a place in the document."""
        if anchor in self._names:
            self._canvas.linkAbsolute("", self._names[anchor], area, Border=NO_BORDER)

    def _link(self, part: Part, area: tuple[float, float, float, float]) -> None:
        if part.ink.link:
            self._canvas.linkURL(part.ink.link, area, Border=NO_BORDER)
        else:
            self.link_area(part.ink.anchor, area)

    def rule(self, start: tuple[float, float], stop: tuple[float, float], width: float, ink: Colour) -> None:
        """A straight line."""
        ends = f"{_point(start)} m {_point(stop)} l S"
        with self.marked(Role.ORNAMENT):
            self._canvas.write(f"{colour(ink)} RG {number(width)} w {ends}")

    def leader(self, start: float, stop: float, baseline: float, ink: Colour) -> None:
        """Dots from one place to another, spaced from the right so that they stand under one another."""
        dots = f"1 J [0 {number(LEADER_STEP)}] 0 d {number(LEADER_DOT)} w"
        with self.marked(Role.ORNAMENT):
            self._canvas.write(
                f"q {colour(ink)} RG {dots} {_point((stop, baseline))} m {_point((start, baseline))} l S Q"
            )

    def field(self, corner: tuple[float, float], width: float, height: float, ink: Colour) -> None:
        """An area filled with a colour, from its lower left corner."""
        with self.marked(Role.ORNAMENT):
            self._canvas.write(f"{colour(ink)} rg {_point(corner)} {number(width)} {number(height)} re f")

    def anchor(self, name: str, top: float) -> None:
        """Note that a named place is here."""
        self._canvas.bookmarkHorizontalAbsolute(self._names[name], top)

    def outline(self, title: str, anchor: str, level: int) -> None:
        """An entry of the outline that leads to a place; a level from 0, at most one deeper than the last entry."""
        self._outline_level = min(level, self._outline_level + 1)
        self._canvas.addOutlineEntry(title, self._names[anchor], self._outline_level, closed=level > 0)

    def next(self) -> None:
        """Begin a new sheet."""
        self._canvas.showPage()


def _point(at: tuple[float, float]) -> str:
    return f"{number(at[0])} {number(at[1])}"


def _leading(line: Line) -> Iterator[tuple[Part, float, float]]:
    """The stretches of a line that lead somewhere, from its start to its end."""
    pen = 0.0
    found: list[tuple[Part, float, float]] = []
    for part in line.parts:
        start = pen
        pen += part.width * (1 + line.gap) if part.gap else part.width
        pen += len(part.word.clusters) * line.tracking if part.word.thai else 0.0
        if not (part.ink.link or part.ink.anchor):
            continue
        if found and found[-1][0].ink == part.ink and found[-1][2] == start:
            found[-1] = (found[-1][0], found[-1][1], pen)
        else:
            found.append((part, start, pen))
    yield from found
