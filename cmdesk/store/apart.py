"""States that another computer made apart from ours: what they added is taken in, the rest is kept to be looked at."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from cmdesk.i18n import _
from cmdesk.store import snapshot
from cmdesk.store.errors import StoreError
from cmdesk.store.findings import Finding, Severity
from cmdesk.store.found import FoundCopy
from cmdesk.store.line import Written
from cmdesk.store.names import DataFile, Kind
from cmdesk.store.replay import Position
from cmdesk.store.snapshot import Meta, Snapshot, Tables

_HEAD = b'{"_meta":{"1":'
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Apart:
    """A state with edits that are in no journal that we have, and not in our state."""

    file: DataFile
    snapshot: Snapshot


def covered(before: Position, after: Position, gaps: Sequence[Written]) -> Position:
    """What a state surely holds: of a computer some of whose lines are missing, only what was there before."""
    doubtful = {gap.line.device for gap in gaps}
    seen = {device: before.seen.get(device, 0) if device in doubtful else last for device, last in after.seen.items()}
    return Position(after.sequence, after.last, seen)


def still_missing(gaps: Sequence[Written], states: Sequence[Apart]) -> list[Written]:
    """Lines whose lines before are not in any of the states either."""
    return [
        gap
        for gap in gaps
        if all(gap.line.sequence > each.snapshot.meta.seen.get(gap.line.device, 0) for each in states)
    ]


def found_apart(copies: Sequence[FoundCopy], position: Position, project: str) -> list[Apart]:
    """Sound snapshots of the dossier that hold something that a position has not seen; they are to be set aside."""
    made: dict[str, Apart] = {}
    for copy in copies:
        for file in copy.survey.of(Kind.SNAPSHOT):
            found = None if str(file) in copy.damaged else _read(copy, file, position)
            if found is not None and found.meta.project == project:
                made.setdefault(str(file), Apart(file, found))
                copy.aside.append(str(file))
    return [each for each in made.values() if not any(_is_in(each, other) for other in made.values())]


def _is_in(one: Apart, other: Apart) -> bool:
    """Whether one state is only an earlier one of another."""
    return one is not other and not _is_new(one.snapshot.meta, Position.of(other.snapshot.meta))


def _read(copy: FoundCopy, file: DataFile, position: Position) -> Snapshot | None:
    try:
        meta = _peeked(copy, file)
        if meta is not None and not _is_new(meta, position):
            return None
        found = snapshot.read(copy.files, file)
    except (StoreError, ValueError, msgspec.ValidationError):
        # What can't be read is found when all is tried; it is not needed now.
        return None
    return found if _is_new(found.meta, position) else None


def _peeked(copy: FoundCopy, file: DataFile) -> Meta | None:
    """What a snapshot says of itself in its first bytes, unchecked; None when it says it elsewhere."""
    start = next(iter(copy.files.chunks(str(file))), b"")[:_LONGEST]
    if not start.startswith(_HEAD):
        return None
    found, _end = json.JSONDecoder().raw_decode(start[len(_HEAD) :].decode("utf-8", "replace"))
    return msgspec.convert(found, Meta)


def _is_new(meta: Meta, position: Position) -> bool:
    return any(sequence > position.seen.get(device, 0) for device, sequence in meta.seen.items())


def take_in(tables: Tables, position: Position, states: Sequence[Apart]) -> Iterator[Finding]:
    """Add the records that only other states have, and say so. What is missing from them counts as not yet known."""
    for apart in states:
        for name, table in apart.snapshot.tables.items():
            tables[name] = {**table, **tables.get(name, {})}
        for device, sequence in apart.snapshot.meta.seen.items():
            position.seen[device] = max(sequence, position.seen.get(device, 0))
        position.sequence = max(position.sequence, apart.snapshot.meta.sequence)
        sentence = _(
            "A copy of this dossier was changed apart from this one, by {device}. What it added is taken in; where "
            "both differ, this one counts, and the other state is kept among the versions."
        ).format(device=apart.file.device)
        yield Finding(Severity.DAMAGE, sentence)
