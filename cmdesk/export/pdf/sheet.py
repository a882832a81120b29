"""The sheet that boxes paint themselves on: text, rules, fields of colour, pictures, links, places and the outline."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from cmdesk.export.blocks import Picture
from cmdesk.export.pdf.canvas import PlainCanvas
from cmdesk.export.pdf.codes import Codes
from cmdesk.export.pdf.embedding import number
from cmdesk.export.pdf.lettering import Lettering, PlacedLine, colour
from cmdesk.export.pdf.lines import Stretch
from cmdesk.export.pdf.linking import Linking
from cmdesk.export.pdf.parts import Ink
from cmdesk.export.pdf.spots import Spot
from cmdesk.export.pdf.strokes import strokes
from cmdesk.export.pdf.structure import Area
from cmdesk.export.pdf.style import LEADER_DOT, LEADER_STEP, Colour
from cmdesk.export.pdf.tags import Node, Tag
from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language

Point = tuple[float, float]


class Sheet:
    """The document's sheets, one after the other. `pages` tells on which page each named place is."""

    def __init__(self, canvas: PlainCanvas, pages: Mapping[str, int], codes: Codes) -> None:
        self._canvas = canvas
        self._pages = pages
        self._names = {anchor: f"p{number}" for number, anchor in enumerate(pages)}
        self._outline_level = -1
        self._ornaments = 0
        self.spots: list[Spot] = []
        """Where paragraphs of the dossier stand."""
        self._lettering = Lettering(codes)
        self._structure = canvas.structure()
        self._linking = Linking(canvas, self._structure, self._names)

    def page_of(self, anchor: str) -> int | None:
        """Number of the page that a place is on."""
        return self._pages.get(anchor)

    @contextmanager
    def ornament(self, kind: str = "Layout") -> Iterator[None]:
        """What is painted meanwhile is nothing to read aloud: rules, running heads, what is repeated."""
        if not self._ornaments:
            self._canvas.write(f"/Artifact <</Type/{kind}>>BDC")
        self._ornaments += 1
        yield
        self._ornaments -= 1
        if not self._ornaments:
            self._canvas.write("EMC")

    def text(self, lines: Sequence[PlacedLine], node: Node | None = None) -> None:
        """Show lines that belong to a node, and make their links live."""
        lines = [placed for placed in lines if placed[2].parts]
        if not lines:
            return
        for stroke in strokes(lines):
            self.rule(*stroke)
        if node is None or self._ornaments:
            self._canvas.write(self._lettering.written(lines, lambda _: "") + "ET\n")
            return
        mixed = any(self.leads(stretch.ink) for _, _, line in lines for stretch in line.stretches if stretch.ink)
        marking = _Marking(self, node, mixed=mixed)
        self._canvas.write(self._lettering.written(lines, marking) + "EMC ET\n")
        for (x, baseline, _), stretch, holder in marking.leading(lines):
            where = stretch.parts[0].ink
            area = x + stretch.start, baseline - 3, x + stretch.stop, baseline + where.size
            self._linking.lead(where, area, holder, stretch.text)

    def leads(self, ink: Ink) -> bool:
        """Whether letters of an ink lead to a place that there is."""
        return bool(ink.link) or ink.anchor in self._names

    def mark(self, node: Node) -> str:
        """Operators that begin what belongs to a node."""
        return f"/{node.tag.value} <</MCID {self._structure.mark(node)}>>BDC "

    def present(self, node: Node) -> None:
        """Give a node its place in the order of reading even if nothing may be in it."""
        if not self._ornaments:
            self._structure.element(node)

    def link_area(self, anchor: str, area: Area, node: Node, words: str) -> None:
        """Make an area, which belongs to a node and whose words are these, lead to a place in the document."""
        if anchor in self._names:
            self._linking.lead_to_place(anchor, area, node, words)

    def picture(self, picture: Picture, area: Area, node: Node) -> None:
        """Show a picture that belongs to a node in an area."""
        left, bottom, right, top = area
        name = self._canvas.image(picture)
        place = f"{number(right - left)} 0 0 {number(top - bottom)} {_point((left, bottom))} cm"
        self._canvas.write(f"{self.mark(node)}q {place} /{name} Do Q EMC")
        self._structure.element(node).area = area

    def rule(self, start: Point, stop: Point, width: float, ink: Colour) -> None:
        """A straight line."""
        ends = f"{_point(start)} m {_point(stop)} l S"
        with self.ornament():
            self._canvas.write(f"{colour(ink)} RG {number(width)} w {ends}")

    def leader(self, start: float, stop: float, baseline: float, ink: Colour) -> None:
        """Dots from one place to another, spaced from the right so that they stand under one another."""
        dots = f"1 J [0 {number(LEADER_STEP)}] 0 d {number(LEADER_DOT)} w"
        with self.ornament():
            self._canvas.write(
                f"q {colour(ink)} RG {dots} {_point((stop, baseline))} m {_point((start, baseline))} l S Q"
            )

    def field(self, corner: Point, width: float, height: float, ink: Colour) -> None:
        """An area filled with a colour, from its lower left corner."""
        with self.ornament():
            self._canvas.write(f"{colour(ink)} rg {_point(corner)} {number(width)} {number(height)} re f")

    def anchor(self, name: str, top: float) -> None:
        """Note that a named place is here."""
        self._canvas.bookmarkHorizontalAbsolute(self._names[name], top)

    def note(self, source: ParagraphId, language: Language, area: Area) -> None:
        """Note where a paragraph of the dossier stands."""
        left, bottom, right, top = area
        drop = self._canvas.height - top
        self.spots.append(Spot(source, language, self._canvas.page, left, drop, right - left, top - bottom))

    def outline(self, title: str, anchor: str, level: int) -> None:
        """An entry of the outline that leads to a place; a level from 0, at most one deeper than the last entry."""
        self._outline_level = min(level, self._outline_level + 1)
        self._canvas.addOutlineEntry(title, self._names[anchor], self._outline_level, closed=level > 0)

    def next(self) -> None:
        """Begin a new sheet."""
        self._canvas.end_page(self._structure.end_page())

    def finish(self, root: Node) -> None:
        """Enter what was marked, all of which is within one node, in the document."""
        self.present(root)
        self._structure.finish(root)


class _Marking:
    """Marks the letters of lines as belonging to a node, and those that lead somewhere to links inside it."""

    def __init__(self, sheet: Sheet, node: Node, *, mixed: bool) -> None:
        self._mixed = mixed
        self._sheet = sheet
        self._node = node
        self._ink: Ink | None = None
        self._begun = False
        self._link = node
        self._links: list[Node | None] = []
        """For each stretch the link it belongs to."""

    def __call__(self, stretch: Stretch) -> str:
        ink = stretch.ink if stretch.ink and self._sheet.leads(stretch.ink) else None
        same = self._begun and ink == self._ink
        if not same and ink:
            self._link = self._node.child(Tag.LINK)
        self._links.append(self._link if ink else None)
        if same:
            return ""
        end = "EMC " if self._begun else ""
        self._begun, self._ink = True, ink
        return end + self._sheet.mark(self._link if ink else self._plain())

    def _plain(self) -> Node:
        """What letters that lead nowhere belong to: beside links a part of their own, so that all stay in order."""
        return self._node.child(Tag.SPAN) if self._mixed else self._node

    def leading(self, lines: Sequence[PlacedLine]) -> Iterator[tuple[PlacedLine, Stretch, Node]]:
        """The stretches that lead somewhere, each with its line and its link."""
        stretches = ((line, stretch) for line in lines for stretch in line[2].stretches)
        for (line, stretch), link in zip(stretches, self._links, strict=True):
            if link:
                yield line, stretch, link


def _point(at: Point) -> str:
    return f"{number(at[0])} {number(at[1])}"
