"""Lines of text, with the room that justifying gives to gaps and Thai clusters."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from cmdesk.export.blocks import Flow
from cmdesk.export.pdf.fitting import fit
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.hyphenating import hyphenated, rejoined
from cmdesk.export.pdf.parts import GAP_SHRINK, GAP_STRETCH, Ink, Part, parts
from cmdesk.export.pdf.style import TextStyle
from cmdesk.model.language import Language

WIDEST_TRACKING = 0.06
"""Of the size; readers see a new word in a space from 0.1 em on."""
LEAST_MEASURE = 6.0
MOST_CHOICES = 12
NARROWER = 0.5
LOOSE = 0.55
"""Of what the gaps of a line may gain: from here on words are parted if that helps."""
LOOSE_RAGGED = 0.16
"""Of the measure: the same where lines end as they come."""
COST_OF_A_MEASURE = 150.0
"""Title lines may differ by the whole measure to save a break of this cost."""


class Stretch(NamedTuple):
    """Neighbouring parts of a line that lead to the same place, or nowhere; from where to where in the line."""

    parts: Sequence[Part]
    start: float
    stop: float

    @property
    def ink(self) -> Ink | None:
        """The ink that leads somewhere; None for what leads nowhere."""
        ink = self.parts[0].ink
        return ink if ink.link or ink.anchor else None

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(part.word.text for part in self.parts)


@dataclass(frozen=True, eq=False)
class Line:
    """A line. `gap` widens each gap by a share of itself, `tracking` each Thai cluster by points.

    `written` is what the page's contents say for a stretch from a place, when some ink was set before.
    """

    parts: Sequence[Part]
    width: float
    gap: float = 0.0
    tracking: float = 0.0
    written: dict[tuple[float, Ink | None], tuple[str, Ink | None]] = field(default_factory=dict, repr=False)

    @cached_property
    def stretches(self) -> Sequence[Stretch]:
        """All of it, parted where it begins or ends to lead somewhere."""
        if not any(part.ink.link or part.ink.anchor for part in self.parts):
            return (Stretch(self.parts, 0.0, self.width),)
        found: list[Stretch] = []
        pen = 0.0
        for _, group in groupby(self.parts, key=lambda part: (part.ink.link, part.ink.anchor)):
            parts = tuple(group)
            start, pen = pen, pen + sum(self._set_width(part) for part in parts)
            found.append(Stretch(parts, start, pen))
        return found

    def _set_width(self, part: Part) -> float:
        """How far a part moves the pen here."""
        tracked = len(part.word.clusters) * self.tracking if part.word.thai else 0.0
        return part.width * (1 + self.gap if part.gap else 1) + tracked

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(part.word.text for part in self.parts)


def lines(flow: Flow, style: TextStyle, measure: float, fonts: Fonts) -> tuple[Line, ...]:
    """A flow set in a style to a measure."""
    room = max(LEAST_MEASURE, measure)

    def make() -> tuple[Line, ...]:
        english = flow.language is Language.ENGLISH
        written = parts(flow, style, fonts)
        return tuple(line for found in written for line in _set(found, style, room, english=english))

    return fonts.layouts.kept((flow, style, room), make)


def line_of(found: Sequence[Part]) -> Line:
    """Parts on one line as wide as they are."""
    return Line(found, sum(part.width for part in found))


def _set(written: list[Part], style: TextStyle, measure: float, *, english: bool) -> list[Line]:
    fitted = [line_of(found) for found in fit(written, measure, justified=style.justified)]
    if english and style.hyphenated and any(_is_loose(line, measure, style) for line in fitted[:-1]):
        fitted = [line_of(rejoined(found)) for found in fit(hyphenated(written), measure, justified=style.justified)]
    if not fitted:
        return [Line((), 0.0)]
    if style.balanced:
        return _balanced(written, fitted, measure)
    if not style.justified:
        return fitted
    return [*(justified(line, measure, style) for line in fitted[:-1]), _tightened(fitted[-1], measure)]


def _is_loose(line: Line, measure: float, style: TextStyle) -> bool:
    """Whether a line is so loose, or so short, that words may rather be parted."""
    slack = measure - line.width
    if not style.justified:
        return slack > LOOSE_RAGGED * measure
    return slack > LOOSE * sum(part.stretch for part in line.parts)


def _balanced(written: list[Part], fitted: list[Line], measure: float) -> list[Line]:
    """As many lines as before, about equally long, and ending where it reads best."""
    found = [line_of(parts) for parts in fit(written, measure, justified=False, ragged=1.0)]
    choices = [fitted, *([found] if len(found) == len(fitted) else [])]
    while len(fitted) > 1 and len(choices) < MOST_CHOICES:
        room = max(line.width for line in found) - NARROWER
        found = [line_of(parts) for parts in fit(written, room, justified=False, ragged=1.0)]
        if len(found) > len(fitted) or max(line.width for line in found) > room:
            break
        choices.append(found)
    return min(choices, key=lambda choice: _unevenness(choice, measure))


def _unevenness(title: list[Line], measure: float) -> float:
    widths = [line.width for line in title]
    costs = sum(line.parts[-1].cost or 0.0 for line in title[:-1])
    return (max(widths) - min(widths)) / measure + costs / COST_OF_A_MEASURE


def justified(line: Line, measure: float, style: TextStyle) -> Line:
    """The line brought to the measure, by gaps and Thai clusters as far as they may."""
    slack = measure - line.width
    if slack <= 0:
        return _tightened(line, measure)
    gaps = sum(part.width for part in line.parts if part.gap)
    clusters = sum(len(part.word.clusters) for part in line.parts if part.word.thai)
    clusters -= bool(line.parts[-1].word.thai)
    stretch = gaps * GAP_STRETCH + sum(part.stretch for part in line.parts if not part.gap)
    if not stretch:
        return line
    tracking = min(slack * (1 - gaps * GAP_STRETCH / stretch) / max(1, clusters), WIDEST_TRACKING * style.size)
    left = slack - tracking * clusters
    return Line(line.parts, line.width, left / gaps if gaps else 0.0, tracking)


def _tightened(line: Line, measure: float) -> Line:
    """The line with its gaps narrowed if it is a little too long."""
    gaps = sum(part.width for part in line.parts if part.gap)
    if line.width <= measure or not gaps:
        return line
    return Line(line.parts, line.width, max(-GAP_SHRINK, (measure - line.width) / gaps))
