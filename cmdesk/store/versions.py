"""Versions of a dossier: named by people, or kept by themselves before the first edit of a day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import new_ulid
from cmdesk.store import archive, codec, processes
from cmdesk.store.archive import Head, Kept
from cmdesk.store.files import Files
from cmdesk.store.identity import FORMAT
from cmdesk.store.names import VERSIONS

NAMED = "named"
DAILY = "daily"
ELSEWHERE = "elsewhere"
"""A state that another computer made apart from ours; it is kept so that nothing of it is lost."""


@dataclass(frozen=True, slots=True)
class Version:
    """A state of the dossier that can be looked at, compared and brought back."""

    id: str
    name: str
    """As its maker called it; empty for automatic ones."""
    at: datetime
    """The moment that the state is of."""
    automatic: bool
    by: str
    """The user's name in the system; empty when that was not known."""
    counts: dict[str, int]
    """Number of records in each table."""
    file: str
    """Its file's name in the dossier's folder."""


class Mark(Protocol):
    """Where in its life the dossier stands."""

    @property
    def sequence(self) -> int:
        """Number of its last edit."""

    @property
    def last(self) -> int:
        """Checksum of its last line."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a dossier stands of which nothing is known."""

    sequence: int = 0
    last: int = 0


class Versions:
    """The versions in one dossier's folder. They are only ever added, each in a file of its own."""

    def __init__(self, files: Files, present: Callable[[], Dossier]) -> None:
        self._files = files
        self._present = present

    def list(self) -> list[Version]:
        """All versions whose files tell what they are, the newest first."""
        return [_version(kept) for kept in archive.listed(self._files, VERSIONS)]

    def add(self, name: str, at: datetime | None = None, dossier: Dossier | None = None) -> Version:
        """Keep a state under a name (the present one unless given), on disk when this returns; raises StoreError."""
        return self.keep(dossier or self._present(), NAMED, name=name, at=at)

    def keep(
        self, dossier: Dossier, kind: str, *, name: str = "", at: datetime | None = None, mark: Mark | None = None
    ) -> Version:
        """Keep a state as a version of some kind."""
        tables, stands = codec.tables_of(dossier), mark or Start()
        moment = (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        made = archive.counts(tables)
        user = processes.user()
        head = Head(new_ulid(), dossier.id, name, kind, moment, user, stands.sequence, stands.last, made)
        data = archive.encoded(tables, head, FORMAT)
        return _version(archive.put(self._files, VERSIONS, head, data))

    def dossier(self, version: Version) -> Dossier:
        """The state of a version; DamagedFileError or another StoreError when its file can't be read."""
        return archive.dossier_in(self._files, version.file)


def _version(kept: Kept) -> Version:
    head = kept.head
    at = datetime.fromisoformat(head.at)
    return Version(head.id, head.name, at, head.kind != NAMED, head.by, head.counts, kept.file)
