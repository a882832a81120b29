"""Versions of a dossier: named by people, or kept by themselves before the first edit of a day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import new_ulid
from cmdesk.store import archive, codec, processes, snapshot
from cmdesk.store.archive import Head, Kept
from cmdesk.store.files import Files
from cmdesk.store.identity import FORMAT
from cmdesk.store.names import VERSIONS
from cmdesk.store.snapshot import Meta

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
        chosen = dossier or self._present()
        tables = codec.tables_of(chosen)
        meta = Meta(chosen.id, FORMAT, 0, 0, 0, {}, archive.counts(tables))
        return self.keep_bytes(snapshot.encode(tables, meta), meta, NAMED, at, name)

    def keep_bytes(self, data: bytes, meta: Meta, kind: str, at: datetime | None, name: str = "") -> Version:
        """Keep the bytes of a snapshot as a version of some kind."""
        moment = (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        user = processes.user()
        head = Head(new_ulid(), meta.project, name, kind, moment, user, meta.sequence, meta.last, meta.counts)
        return _version(archive.put(self._files, VERSIONS, head, data))

    def last_mark(self, kind: str) -> tuple[int, int] | None:
        """Sequence and checksum of the last line in the last version of a kind."""
        head = archive.newest(self._files, VERSIONS, kind)
        return None if head is None else (head.sequence, head.last)

    def dossier(self, version: Version) -> Dossier:
        """The state of a version; DamagedFileError or another StoreError when its file can't be read."""
        return archive.dossier_in(self._files, version.file)


def _version(kept: Kept) -> Version:
    head = kept.head
    at = datetime.fromisoformat(head.at)
    return Version(head.id, head.name, at, head.kind != NAMED, head.by, head.counts, kept.file)
