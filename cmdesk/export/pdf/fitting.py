"""Where the lines of a paragraph end: the whole paragraph is weighed at once, after Knuth and Plass (1981)."""

from collections.abc import Sequence
from itertools import accumulate, zip_longest
from typing import NamedTuple

from cmdesk.export.pdf.breaking import TORN
from cmdesk.export.pdf.parts import Part, word_part
from cmdesk.export.pdf.shaping import belong_together

PER_LINE = 10.0
"""What a line costs by itself, so that fewer lines win over a little more beauty."""
WORST = 100_000.0
OVERFULL = 1e9
RAGGED = 0.14
"""Of the measure: how much a ragged line may fall short as if it were justified at its limit."""
PIECE = 0.1
"""Of the measure: how long the pieces of a word are that no line can hold."""
LEAST_PIECE = 3.0
"""Of the size: room for a consonant with the vowels before and after it."""
WELL_FILLED = 0.5
"""Of the measure: lines shorter than this are not weighed while there are others."""
LONELY = 0.12
LONELY_COST = 300.0
"""A last line shorter than this share of the measure, and what it costs."""
_SLACK = 1e-6


class Stop(NamedTuple):
    """A place where a line may end: `end` after its last word, `start` at the next line's first."""

    end: int
    start: int
    cost: float
    extra: float = 0.0
    """How much wider the line is by ending here."""


def fit(found: Sequence[Part], measure: float, *, justified: bool, ragged: float = RAGGED) -> list[Sequence[Part]]:
    """The parts of each line, without the gaps at its ends."""
    parts = tamed(found, measure)
    first = _after_gaps(parts, 0)
    stops = _stops(parts, first)
    if not stops:
        return []
    starts = [first, *(stop.start for stop in stops)]
    chosen = _Fitter(parts, stops, starts, measure, None if justified else ragged * measure).chosen()
    return [_ended(parts[starts[line] : stops[stop].end]) for line, stop in chosen]


def _ended(line: Sequence[Part]) -> Sequence[Part]:
    """A line with what its end brings."""
    ending = line[-1].ending
    return [*line[:-1], *ending] if ending else line


def tamed(parts: Sequence[Part], measure: float) -> Sequence[Part]:
    """Parts of which every stretch without a break fits the measure; longer ones are broken at clusters."""
    if sum(part.width for part in parts) <= measure:
        return parts
    kept: list[Part] = []
    stretch: list[Part] = []
    for part in parts:
        stretch.append(part)
        if part.cost is not None or part is parts[-1]:
            wide = sum(one.width for one in stretch if not one.gap) > measure
            kept += _torn(stretch, measure) if wide else stretch
            stretch = []
    return kept


def _torn(stretch: list[Part], measure: float) -> list[Part]:
    """Parts broken at clusters; also at hard blanks and changes of look, but not where no line may ever begin."""
    room = min(measure / 2, max(measure * PIECE, LEAST_PIECE * stretch[0].ink.size))
    torn: list[Part] = []
    for part, following in zip_longest(stretch, stretch[1:]):
        words = [part.word] if part.gap else part.word.pieces(room / part.ink.size)
        pieces = [part if part.gap else word_part(word, part.ink, TORN) for word in words]
        together = following is not None and (following.gap or belong_together(part.word.text, following.word.text))
        torn += [*pieces[:-1], pieces[-1]._replace(cost=part.cost if part.cost is not None or together else TORN)]
    return torn


def _after_gaps(parts: Sequence[Part], at: int) -> int:
    while at < len(parts) and parts[at].gap:
        at += 1
    return at


def _stops(parts: Sequence[Part], first: int) -> list[Stop]:
    """Every place where a line may end, the paragraph's own end last."""
    stops: list[Stop] = []
    end = first
    for at in range(first, len(parts)):
        part = parts[at]
        if not part.gap:
            end = at + 1
        if part.cost is not None and end > first:
            stop = Stop(end, _after_gaps(parts, at + 1), part.cost, part.extra)
            stops[-1:] = [stop] if stops and stops[-1].end == end else [*stops[-1:], stop]
    while stops and stops[-1].end == end:
        stops.pop()
    return [*stops, Stop(end, len(parts), 0.0)] if end > first else []


class _Fitter:
    """The search for the cheapest way from the first word to the last; linear, since old lines fall out of view."""

    def __init__(
        self, parts: Sequence[Part], stops: list[Stop], starts: list[int], measure: float, ragged: float | None
    ) -> None:
        self._widths = [0.0, *accumulate(part.width for part in parts)]
        self._stretches = [0.0, *accumulate(part.stretch for part in parts)]
        self._shrinks = [0.0, *accumulate(part.shrink if ragged is None else 0.0 for part in parts)]
        self._stops = stops
        self._starts = starts
        self._measure = measure
        self._ragged = ragged
        """How far a ragged line may fall short; None when lines are justified."""
        self._costs = [0.0]
        """Cost of the best way to begin a line at each start."""
        self._came: list[int] = []
        """Start of the line that ends at each stop, on the best way."""
        self._oldest = self._near = 0
        """The first start that is not too far from the next stop, and the last that is far enough."""

    def chosen(self) -> list[tuple[int, int]]:
        """Each line, as the place of its start and that of its stop."""
        for number in range(len(self._stops)):
            near = self._nearest(number)
            best = self._best(number, range(near, self._oldest - 1, -1))
            best = best or self._best(number, range(number, near, -1)) or (self._costs[number] + OVERFULL, number)
            self._costs.append(best[0])
            self._came.append(best[1])
        lines: list[tuple[int, int]] = []
        at = len(self._stops)
        while at > 0:
            lines.append((self._came[at - 1], at - 1))
            at = self._came[at - 1]
        return lines[::-1]

    def _nearest(self, number: int) -> int:
        """The last start from which a line to a stop is well filled; later ones are only tried where none will do."""
        if number == len(self._stops) - 1:
            return number
        reach = self._widths[self._stops[number].end] - WELL_FILLED * self._measure
        while self._near < number and self._widths[self._starts[self._near + 1]] <= reach:
            self._near += 1
        return self._near

    def _best(self, number: int, starts: range) -> tuple[float, int] | None:
        """The cheapest line from one of some starts, given from the last, to a stop; None when all are too long."""
        best: tuple[float, int] | None = None
        for start in starts:
            cost = self._line_cost(start, number)
            if cost is None:
                self._oldest = min(start + 1, number)
                break
            if best is None or self._costs[start] + cost < best[0]:
                best = self._costs[start] + cost, start
        return best

    def _line_cost(self, start: int, number: int) -> float | None:
        """What a line costs; None when it is too long."""
        stop, begin = self._stops[number], self._starts[start]
        slack = self._measure - stop.extra - (self._widths[stop.end] - self._widths[begin])
        shrink = self._shrinks[stop.end] - self._shrinks[begin]
        if slack < -shrink - _SLACK:
            return None
        last = number == len(self._stops) - 1
        if slack < 0:
            ratio = slack / shrink
        elif last:
            ratio = 0.0
        else:
            ratio = self._looseness(begin, stop.end, slack)
        cost = stop.cost
        if last and start and self._measure - slack < LONELY * self._measure:
            cost += LONELY_COST
        return (PER_LINE + min(WORST, 100 * abs(ratio) ** 3) + cost) ** 2

    def _looseness(self, begin: int, end: int, slack: float) -> float:
        if self._ragged is not None:
            return slack / self._ragged
        return slack / (self._stretches[end] - self._stretches[begin] + 1e-9)
