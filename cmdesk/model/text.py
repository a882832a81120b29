"""Rich text as runs, so that text is never markup.

Positions count code points; a citation or a figure counts as one, as it does under the caret. `Text.characters` shows
them as `OBJECT`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self, TypeAlias

from cmdesk.model.ids import EvidenceId
from cmdesk.model.links import ForbiddenLinkError, is_allowed
from cmdesk.thai.cleaning import OBJECT, clean


@dataclass(frozen=True, slots=True)
class Span:
    """Letters that look alike; `link` is the address they point at, or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))
        if self.link and not is_allowed(self.link):
            raise ForbiddenLinkError(self.link)

    def looks_like(self, other: "Run") -> bool:
        """Whether another run is a span of the same look, so that the two may be one."""
        return isinstance(other, Span) and replace(self, text="") == replace(other, text="")


@dataclass(frozen=True, slots=True)
class Citation:
    """The claim before it rests on an evidence record; `locator` is a page, a time or a quotation there."""

    evidence: EvidenceId
    locator: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "locator", clean(self.locator))


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of a statistic record, shown live in the reader's digits and units."""

    evidence: EvidenceId


Run: TypeAlias = Span | Citation | Figure


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of rich text. Adjacent spans of one look are one span, and no span is empty."""

    runs: tuple[Run, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "runs", tuple(_joined(self.runs)))

    @classmethod
    def of(cls, words: str) -> Self:
        """Plain text of these words."""
        return cls((Span(words),))

    @property
    def characters(self) -> str:
        """The text with `OBJECT` for each citation and figure; its indices are this text's positions."""
        return "".join(run.text if isinstance(run, Span) else OBJECT for run in self.runs)

    @property
    def evidence(self) -> tuple[EvidenceId, ...]:
        """Records that the text cites or takes figures from, in order, as often as it does."""
        return tuple(run.evidence for run in self.runs if not isinstance(run, Span))

    def __len__(self) -> int:
        return sum(map(_width, self.runs))

    def __add__(self, other: "Text") -> "Text":
        return Text(self.runs + other.runs)

    def part(self, start: int, stop: int | None = None) -> "Text":
        """The text from position `start` up to `stop`, or to the end."""
        end = len(self) if stop is None else stop
        return Text(tuple(_cut(self.runs, start, end)))

    def styled(self, start: int, stop: int, *, bold: bool | None = None, italic: bool | None = None) -> "Text":
        """The text with the spans between two positions made bold or italic, or not; None leaves them be."""
        middle = (_restyled(run, bold, italic) for run in self.part(start, stop).runs)
        return self.part(0, start) + Text(tuple(middle)) + self.part(stop)


def _width(run: Run) -> int:
    return len(run.text) if isinstance(run, Span) else 1


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    waiting: Span | None = None
    for run in runs:
        if isinstance(run, Span) and not run.text:
            continue
        if isinstance(run, Span) and waiting is not None and run.looks_like(waiting):
            waiting = replace(run, text=waiting.text + run.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = run if isinstance(run, Span) else None
        if waiting is None:
            yield run
    if waiting is not None:
        yield waiting


def _cut(runs: Iterable[Run], start: int, stop: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        width = _width(run)
        low, high = max(start - at, 0), min(stop - at, width)
        if low < high:
            yield replace(run, text=run.text[low:high]) if isinstance(run, Span) else run
        at += width


def _restyled(run: Run, bold: bool | None, italic: bool | None) -> Run:  # noqa: FBT001 - a look, not a switch
    if not isinstance(run, Span):
        return run
    return replace(
        run,
        bold=run.bold if bold is None else bold,
        italic=run.italic if italic is None else italic,
    )
