"""Every right line and every right state out of any bytes: what is left to do when a folder is past opening."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cmdesk.i18n import _
from cmdesk.model.ids import DossierId
from cmdesk.store import archive, snapshot
from cmdesk.store.codec import Reading
from cmdesk.store.disk import Disk
from cmdesk.store.errors import StoreError
from cmdesk.store.files import Files
from cmdesk.store.identity import Identity
from cmdesk.store.line import Written, decode, scan
from cmdesk.store.refusals import DamagedRecordError, NothingReadableError
from cmdesk.store.replay import Position, Replayed, replay
from cmdesk.store.snapshot import Snapshot, Tables

DEEPEST = 6
"""Folders within folders that are searched."""
_GZIP = b"\x1f\x8b"
_LINE = re.compile(rb"[0-9a-f]{8} (\d{1,9}) \{")


@dataclass(slots=True)
class Salvage:
    """The best that could be put together, and what is missing or doubtful in it."""

    project: Identity
    tables: Tables
    lines: int
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Finds:
    states: list[Snapshot] = field(default_factory=list)
    lines: list[Written] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)


def salvage(*places: Path) -> Salvage:
    """The latest state that any files below some places give; NothingReadableError when there is no state at all."""
    finds = _Finds()
    for place in places:
        for files, name in _names(place):
            _take(finds, files, name)
    project = _commonest(finds)
    states = [each for each in finds.states if each.meta.project == project]
    if not states:
        raise NothingReadableError(places[0], tuple(finds.bad))
    base = max(states, key=lambda each: (each.meta.sequence, each.meta.generation))
    lines = [each for each in finds.lines if each.line.project == project]
    position = Position.of(base.meta)
    replayed = replay(base.tables, position, lines)
    made = Salvage(Identity(DossierId(project), base.meta.format), base.tables, len(replayed.lines))
    made.doubts = [*_doubts(finds, replayed), *_unreadable(made)]
    return made


def _names(place: Path) -> Iterator[tuple[Files, str]]:
    """Every file below a folder, or the one file that it is."""
    if place.is_file():
        yield Files(Disk(place.parent)), place.name
    else:
        yield from _below(Files(Disk(place)), DEEPEST)


def _below(files: Files, left: int) -> Iterator[tuple[Files, str]]:
    for name in files.listdir():
        path = files.path(name)
        if path.is_file():
            yield files, name
        elif left and path.is_dir() and not path.is_symlink():
            yield from _below(Files(Disk(path)), left - 1)


def _take(finds: _Finds, files: Files, name: str) -> None:
    try:
        start = next(iter(files.chunks(name)), b"")
        if start.startswith(_GZIP):
            finds.states.append(archive.read(files, name))
        elif start.startswith(b"{") and b'"_meta"' in start:
            finds.states.append(snapshot.decode(files.read(name)))
        elif any(b'"prev":' in piece for piece in files.chunks(name)):
            _take_lines(finds, files, name)
    except (StoreError, ValueError):
        finds.bad.append(str(files.path(name)))


def _take_lines(finds: _Finds, files: Files, name: str) -> None:
    data = files.read(name)
    finds.lines += right_lines(data)
    if scan(data).bad:
        finds.bad.append(str(files.path(name)))


def right_lines(data: bytes) -> list[Written]:
    """Every right line in any bytes, wherever in them it begins."""
    tried = (_line_at(data, match.start(), match.end() - 1 + int(match[1])) for match in _LINE.finditer(data))
    return [line for line in tried if line]


def _line_at(data: bytes, start: int, stop: int) -> Written | None:
    try:
        return decode(data[start:stop])
    except ValueError:
        return None


def _commonest(finds: _Finds) -> str:
    """The dossier that most of the finds are of."""
    names = [each.meta.project for each in finds.states] + [each.line.project for each in finds.lines]
    return max(set(names), key=names.count, default="")


def _doubts(finds: _Finds, replayed: Replayed) -> Iterator[str]:
    for path in finds.bad:
        yield _("“{file}” is damaged; what could be read of it was used.").format(file=path)
    for gap in replayed.gaps:
        yield _("Edits just before number {sequence} ({action}, {time}) are missing.").format(
            sequence=gap.line.sequence, action=gap.line.action, time=gap.line.at
        )
    for name in sorted(_touched_after_gaps(replayed)):
        yield _("The record “{record}” may lack some of those edits.").format(record=name)


def _touched_after_gaps(replayed: Replayed) -> set[str]:
    """Records that lines after a gap changed: each is whole, but others may be older than they seem."""
    first = min((gap.line.sequence for gap in replayed.gaps), default=None)
    if first is None:
        return set()
    return {
        f"{table}/{record}"
        for line in replayed.lines
        if line.line.sequence >= first
        for table, record, _new in line.line.changes
    }


def _unreadable(made: Salvage) -> list[str]:
    reading = Reading(made.tables, made.project.id)
    try:
        reading.dossier()
    except DamagedRecordError as error:
        return [error.what]
    return [error.what for error in reading.damaged]
