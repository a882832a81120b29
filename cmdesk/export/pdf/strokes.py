"""Strokes through and under letters: of what is no longer there, and of what is new."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cmdesk.export.pdf.lettering import PlacedLine
from cmdesk.export.pdf.lines import Line
from cmdesk.export.pdf.parts import Ink, Part
from cmdesk.export.pdf.style import Colour

THROUGH, UNDER = 0.28, -0.16
"""Height of a stroke over the baseline, in sizes: through the middle of low letters, and below Thai vowels' reach."""
WIDTH = 0.06

Stroke = tuple[tuple[float, float], tuple[float, float], float, Colour]
"""From where to where, how wide, and in what colour."""


def strokes(lines: Sequence[PlacedLine]) -> Iterator[Stroke]:
    """The strokes of these lines."""
    for x, baseline, line in lines:
        if any(part.ink.struck or part.ink.underlined for part in line.parts):
            yield from _of(x, baseline, line)


def _of(x: float, baseline: float, line: Line) -> Iterator[Stroke]:
    pen = x
    for ink, group in groupby(line.parts, key=lambda part: part.ink):
        parts = list(group)
        start, pen = pen, pen + sum(_width(line, part) for part in parts)
        if ink.struck or ink.underlined:
            yield _stroke(ink, start, pen, baseline)


def _width(line: Line, part: Part) -> float:
    """How far a part moves the pen in its line."""
    tracked = len(part.word.clusters) * line.tracking if part.word.thai else 0.0
    return part.width * (1 + line.gap if part.gap else 1) + tracked


def _stroke(ink: Ink, start: float, stop: float, baseline: float) -> Stroke:
    y = baseline + ink.rise + ink.size * (THROUGH if ink.struck else UNDER)
    return (start, y), (stop, y), ink.size * WIDTH, ink.colour
