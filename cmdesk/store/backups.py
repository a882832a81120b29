"""Backups: states put away by themselves, few of each age, verified by unpacking what was written."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import new_ulid
from cmdesk.store import archive, processes
from cmdesk.store.archive import Head, Kept
from cmdesk.store.errors import StoreError
from cmdesk.store.files import Files
from cmdesk.store.names import BACKUPS
from cmdesk.store.snapshot import Meta

REGULAR, BEFORE = "regular", "before"
"""Kinds: those of each hour, and those made before something."""
LAST = 10
"""So many of the newest are kept whatever their age."""
MOST = 300_000_000
"""Bytes that all of them may take before the oldest monthly ones go."""
FULL = 0.8
"""A backup with less than this part of an older one's records does not take its place."""
APART = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """A state that can be looked into, and restored to a new folder."""

    path: Path
    at: datetime
    counts: dict[str, int]
    """Number of records in each table."""
    reason: str
    """`regular`, or the action before which it was made."""


class Backups:
    """The backups in one dossier's folder."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def list(self) -> list[Backup]:
        """All backups whose files tell what they are, the newest first."""
        return [_backup(self._files, kept) for kept in archive.listed(self._files, BACKUPS)]

    def dossier(self, backup: Backup) -> Dossier:
        """The state of a backup; DamagedFileError or another StoreError when its file can't be read."""
        return archive.dossier_in(self._files, self.name_of(backup))

    def name_of(self, backup: Backup) -> str:
        """The name of a backup's file in the dossier's folder."""
        return f"{BACKUPS}/{backup.path.name}"

    def is_due(self, now: datetime) -> bool:
        """Whether the last one is more than an hour old."""
        last = archive.newest(self._files, BACKUPS, REGULAR)
        return last is None or abs(now - datetime.fromisoformat(last.at)) >= APART

    def make(self, data: bytes, meta: Meta, reason: str, now: datetime) -> Backup:
        """Put the bytes of a snapshot away, and remove backups that are no longer needed; raises StoreError."""
        moment = now.astimezone(UTC).isoformat(timespec="seconds")
        user = processes.user()
        kind = REGULAR if reason == REGULAR else BEFORE
        head = Head(new_ulid(), meta.project, reason, kind, moment, user, meta.sequence, meta.last, meta.counts)
        made = archive.put(self._files, BACKUPS, head, data)
        self._thin_out(now)
        return _backup(self._files, made)

    def _thin_out(self, now: datetime) -> None:
        kept = archive.listed(self._files, BACKUPS)
        for name in superfluous(kept, now, {each.file: self._size(each.file) for each in kept}):
            with suppress(StoreError):  # a backup too many does no harm
                self._files.unlink(name)

    def _size(self, name: str) -> int:
        try:
            return self._files.size(name)
        except StoreError:
            return 0


def _moment(kept: Kept) -> datetime:
    return datetime.fromisoformat(kept.head.at)


def _backup(files: Files, kept: Kept) -> Backup:
    return Backup(files.path(kept.file), _moment(kept), kept.head.counts, kept.head.name)


def superfluous(kept: Sequence[Kept], now: datetime, sizes: dict[str, int]) -> list[str]:
    """Names of the backups to remove of those given the newest first."""
    wanted = _by_age(kept, now)
    room = MOST
    doomed: list[str] = []
    for place, each in enumerate(kept):
        room -= sizes[each.file] if each.file in wanted else 0
        if each.file not in wanted or (room < 0 and place >= LAST):
            doomed.append(each.file)
    return doomed


def _by_age(kept: Iterable[Kept], now: datetime) -> set[str]:
    """Names of the ten newest, the newest of each hour, day and month, and those fuller than all newer ones."""
    wanted: set[str] = set()
    seen: set[str] = set()
    fullest = 0
    for place, each in enumerate(kept):
        period = _period(_moment(each), now)
        # A clock that was wrong may have made them of any age: the number alone counts for the first ones.
        if place < LAST or period not in seen or each.head.total * FULL > fullest:
            wanted.add(each.file)
            seen.add(period)
            fullest = max(fullest, each.head.total)
    return wanted


def _period(moment: datetime, now: datetime) -> str:
    """The hour of a moment of the last day, the day of one of the last month, the month of an older one."""
    age = now - moment
    if age < timedelta(days=1):
        return f"{moment:%Y-%m-%dT%H}"
    return f"{moment:%Y-%m-%d}" if age < timedelta(days=30) else f"{moment:%Y-%m}"
