"""What changed between two texts, word by word: Thai by its words, looks, citations and figures included."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple, TypeAlias

from cmdesk.model.text import Run, Span, Text
from cmdesk.thai.words import word_bounds

MOST_WORDS = 2_000
"""Words on either side of a difference beyond which a text counts as written anew: matching more makes people wait."""


class Kind(Enum):
    """What became of a stretch."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a comparison: its text, and the positions at which it stands, or would, in the old and new text."""

    kind: Kind
    text: Text
    old: int
    new: int


_Piece: TypeAlias = tuple[Run, ...]


class _Change(NamedTuple):
    """Pieces from `old` to `old_stop` became those from `new` to `new_stop`."""

    old: int
    old_stop: int
    new: int
    new_stop: int


def compare(old: Text, new: Text) -> list[Stretch]:
    """The stretches that make one text into the other, in order, what was deleted before what replaced it.

    Same and deleted ones joined are the old text, same and inserted ones the new one. A blank between two changed
    words counts as changed, so that a phrase is one change.
    """
    old_bounds, new_bounds = word_bounds(old.characters), word_bounds(new.characters)
    before, after = _pieces(old, old_bounds), _pieces(new, new_bounds)
    changes = _over_blanks(_changes(before, after), before)
    return list(_stretches(old, new, [_in_positions(change, old_bounds, new_bounds) for change in changes]))


def position_in_old(old: Text, new: Text, position: int) -> int:
    """Where in an old text a position of the new one was; inside a change, where that begins."""
    at = 0
    for stretch in compare(old, new):
        end = stretch.new + (0 if stretch.kind is Kind.DELETED else len(stretch.text))
        if stretch.kind is Kind.SAME and position <= end:
            return stretch.old + position - stretch.new
        if position < end:
            return at
        at = stretch.old + (len(stretch.text) if stretch.kind is Kind.SAME else 0)
    return at


def _pieces(text: Text, bounds: Sequence[int]) -> list[_Piece]:
    """The words, blanks and signs of a text, each as its runs."""
    pieces: list[list[Run]] = [[] for _bound in bounds[1:]]
    at = 0
    for run in text.runs:
        stop = at + (len(run.text) if isinstance(run, Span) else 1)
        for place in range(bisect_right(bounds, at) - 1, bisect_left(bounds, stop)):
            start, end = max(bounds[place], at), min(bounds[place + 1], stop)
            pieces[place].append(_cut(run, start - at, end - at))
        at = stop
    return list(map(tuple, pieces))


def _cut(run: Run, start: int, stop: int) -> Run:
    return replace(run, text=run.text[start:stop]) if isinstance(run, Span) else run


def _changes(before: Sequence[_Piece], after: Sequence[_Piece]) -> list[_Change]:
    shorter = min(len(before), len(after))
    head = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    room = shorter - head
    tail = next((back for back in range(room) if before[-1 - back] != after[-1 - back]), room)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if max(len(old), len(new)) > MOST_WORDS or not (old and new):
        return [_Change(head, head + len(old), head, head + len(new))] if old or new else []
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [_Change(*(head + place for place in places)) for tag, *places in codes if tag != "equal"]


def _over_blanks(changes: Sequence[_Change], before: Sequence[_Piece]) -> list[_Change]:
    """The changes, those that only blanks part made one."""
    made: list[_Change] = []
    for change in changes:
        if made and all(map(_is_blank, before[made[-1].old_stop : change.old])):
            change = _Change(made[-1].old, change.old_stop, made[-1].new, change.new_stop)  # noqa: PLW2901 - grown
            made.pop()
        made.append(change)
    return made


def _is_blank(piece: _Piece) -> bool:
    return all(isinstance(run, Span) and run.text.isspace() for run in piece)


def _stretches(old: Text, new: Text, changes: Sequence[_Change]) -> Iterator[Stretch]:
    """The stretches of two texts that differ by changes in positions."""
    at = _Change(0, 0, 0, 0)
    for change in (*changes, _Change(len(old), len(old), len(new), len(new))):
        for kind, text, before, after in (
            (Kind.SAME, old.part(at.old_stop, change.old), at.old_stop, at.new_stop),
            (Kind.DELETED, old.part(change.old, change.old_stop), change.old, change.new),
            (Kind.INSERTED, new.part(change.new, change.new_stop), change.old_stop, change.new),
        ):
            if text:
                yield Stretch(kind, text, before, after)
        at = change


def _in_positions(change: _Change, old: Sequence[int], new: Sequence[int]) -> _Change:
    """A change of pieces as one of positions; `old` and `new` are where the pieces begin and the last one ends."""
    return _Change(old[change.old], old[change.old_stop], new[change.new], new[change.new_stop])
