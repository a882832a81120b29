"""A flow as parts: words and gaps with their widths, ready to be broken into lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from cmdesk.export.blocks import Flow, Piece
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.breaking import break_costs
from cmdesk.export.pdf.fonts import Face, Fonts
from cmdesk.export.pdf.shaping import SOFT_HYPHEN, Word
from cmdesk.export.pdf.style import Colour, TextStyle
from cmdesk.model.links import is_allowed
from cmdesk.thai.cleaning import clean
from cmdesk.thai.clusters import cluster_starts

GAP_STRETCH = 0.9
GAP_SHRINK = 0.22
"""How much of its width a gap may gain and lose before the line looks bad."""
CLUSTER_STRETCH = 0.022
"""How much of the size each Thai cluster may gain."""

DELETED, INSERTED = Colour(0.64, 0.14, 0.12), Colour(0.13, 0.40, 0.22)
"""Of what is struck out and what is underlined as new; 6:1 against white paper, and never the only sign."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How letters look and where they lead: `link` is a web or mail address, `anchor` a place in the document."""

    face: Face
    size: float
    colour: Colour
    rise: float = 0
    link: str = ""
    anchor: str = ""
    struck: bool = False
    underlined: bool = False


class Part(NamedTuple):
    """A word or a gap. `cost` is that of ending the line after it; None where no line may end.

    `ending` is what stands there instead when the line does end, if that is something else; `whole` the word that this
    is a piece of.
    """

    ink: Ink
    word: Word
    width: float
    stretch: float
    shrink: float
    gap: bool
    cost: float | None
    ending: "tuple[Part, ...]" = ()
    whole: "Part | None" = None

    @property
    def extra(self) -> float:
        """How much wider it is at the end of a line."""
        return sum(part.width for part in self.ending) - self.width if self.ending else 0.0


def inks(piece: Piece, style: TextStyle, fonts: Fonts) -> Ink:
    """How a piece looks in a paragraph of this style."""
    link = piece.link if is_allowed(piece.link) else ""
    return Ink(
        face=fonts.face(bold=piece.bold or style.bold, italic=piece.italic or style.italic),
        size=round(style.size * look.RAISED_SIZE, 2) if piece.raised else style.size,
        colour=_colour(piece, look.ACCENT if link or piece.anchor else style.colour),
        rise=style.size * look.RAISED_RISE if piece.raised else 0,
        link=link,
        anchor=piece.anchor,
        struck=piece.struck,
        underlined=piece.inserted,
    )


def _colour(piece: Piece, otherwise: Colour) -> Colour:
    return DELETED if piece.struck else INSERTED if piece.inserted else otherwise


def parts(flow: Flow, style: TextStyle, fonts: Fonts) -> list[list[Part]]:
    """The parts of each line that the writer ended on purpose; nearly always there is only one."""
    spans = [(clean(piece.text), inks(piece, style, fonts)) for piece in flow.pieces]
    return [_parts_of(line) for line in _written_lines(spans)]


def plain_parts(text: str, style: TextStyle, fonts: Fonts) -> list[Part]:
    """The parts of one line of plain text."""
    ink = inks(Piece(""), style, fonts)
    return _parts_of([(clean(text).replace("\n", " "), ink)])


_Span = tuple[str, Ink]


def _written_lines(spans: list[_Span]) -> list[list[_Span]]:
    lines: list[list[_Span]] = [[]]
    for text, ink in spans:
        first, *more = text.split("\n")
        lines[-1].append((first, ink))
        lines += [[(line, ink)] for line in more]
    return lines


def _parts_of(spans: list[_Span]) -> list[Part]:
    text = "".join(letters for letters, _ in spans)
    runs = list(_runs(text, spans))
    costs = break_costs(text)
    for first, _, ink in runs:
        if ink.rise:
            costs.pop(first, None)  # the mark of a citation never begins a line
    cuts = sorted(costs)
    return [
        part(text[start:stop], ink, costs.get(stop))
        for first, last, ink in runs
        for start, stop in _cut(text, first, last, cuts)
    ]


def _runs(text: str, spans: list[_Span]) -> Iterator[tuple[int, int, Ink]]:
    """Each look's stretch, its ends moved so that none lies inside what a reader sees as one character."""
    whole = [*cluster_starts(text), len(text)] if len(spans) > 1 else [0, len(text)]
    start = stop = 0
    for letters, ink in spans:
        stop += len(letters)
        end = whole[bisect_left(whole, stop)]
        if end > start:
            yield start, end, ink
            start = end


_TOKEN = re.compile(r"\s+|\S+")


def _cut(text: str, first: int, last: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of blanks, and of letters between places where a line may end."""
    for token in _TOKEN.finditer(text, first, last):
        inner = cuts[bisect_right(cuts, token.start()) : bisect_left(cuts, token.end())]
        yield from pairwise([token.start(), *inner, token.end()])


def part(text: str, ink: Ink, cost: float | None) -> Part:
    """Text as one part."""
    if text.isspace():
        word = ink.face.word("\u00a0" if text == "\u00a0" else " ")
        width = word.em * ink.size
        return Part(ink, word, width, width * GAP_STRETCH, width * GAP_SHRINK, gap=True, cost=cost)
    made = word_part(ink.face.word(text), ink, cost)
    if cost is None or not text.endswith(SOFT_HYPHEN):
        return made
    bare = text.removesuffix(SOFT_HYPHEN)
    letters = [ink.face.word(bare)] if bare else []
    return made._replace(ending=tuple(word_part(word, ink, None) for word in [*letters, ink.face.soft_hyphen]))


def word_part(word: Word, ink: Ink, cost: float | None) -> Part:
    """A shaped word as a part."""
    stretch = len(word.clusters) * ink.size * CLUSTER_STRETCH if word.thai else 0.0
    return Part(ink, word, word.em * ink.size, stretch, 0.0, gap=False, cost=cost)
