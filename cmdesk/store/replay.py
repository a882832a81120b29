"""Making the changes of journal lines in order, once each, and noticing where one is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from cmdesk.store.line import Written
from cmdesk.store.snapshot import Meta, Tables
from cmdesk.store.tables import apply


@dataclass(slots=True)
class Position:
    """Where in the dossier's life a state is. Clocks have no say in it."""

    sequence: int
    last: int
    """Checksum of the last line in it."""
    seen: dict[str, int]
    """For each installation the highest sequence whose line is in it."""

    @classmethod
    def of(cls, meta: Meta) -> Self:
        """The position of a snapshot."""
        return cls(meta.sequence, meta.last, dict(meta.seen))

    def contains(self, line: Written) -> bool:
        """Whether a line's changes are in the state already."""
        return line.line.sequence <= self.seen.get(line.line.device, 0)

    def advance(self, line: Written) -> None:
        """Move on over a line."""
        self.sequence = max(self.sequence, line.line.sequence)
        self.seen[line.line.device] = line.line.sequence
        self.last = line.checksum


@dataclass(frozen=True, slots=True)
class Replayed:
    """Lines whose changes were made, and among them those whose line before is missing."""

    lines: tuple[Written, ...]
    gaps: tuple[Written, ...]


def replay(tables: Tables, position: Position, lines: Iterable[Written]) -> Replayed:
    """Make the changes of lines that the state has not seen; a line that was written twice counts once."""
    known = {position.last}
    made: list[Written] = []
    gaps: list[Written] = []
    start = Position(position.sequence, position.last, dict(position.seen))
    for line in sorted(lines, key=lambda each: (each.line.sequence, each.line.device)):
        if not start.contains(line) and line.checksum not in known:
            if line.line.previous not in known:
                gaps.append(line)
            apply(tables, line.line.changes)
            position.advance(line)
            made.append(line)
        known.add(line.checksum)
    return Replayed(tuple(made), tuple(gaps))
