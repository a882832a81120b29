"""The writing side of a dossier: tables in memory, lines to the journal, snapshots. Knows no threads."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from cmdesk.model.dossier import Dossier
from cmdesk.store import codec, snapshot
from cmdesk.store.errors import StoreError
from cmdesk.store.files import Files, Handle
from cmdesk.store.line import Change, Line, Record, Written, encode
from cmdesk.store.names import DATA, QUARANTINE, DataFile, Kind
from cmdesk.store.plain import with_unknown
from cmdesk.store.recovery import Recovered
from cmdesk.store.snapshot import Meta
from cmdesk.store.tables import Database


def utc_now() -> str:
    """This moment for the journal; nothing is ever ordered by it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Pace:
    """How much journal there may be before the next snapshot."""

    lines: int = 500
    size: int = 1_000_000
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: this installation, this user, and the clock on the wall."""

    device: str
    user: str = ""
    now: Callable[[], str] = utc_now


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line that is not on disk yet. Written again after an error, it is the very same line."""

    written: Written
    text: bytes


class Ledger:
    """Commits states of a dossier. `record` only remembers; `sync` writes, or raises and can be called again."""

    def __init__(self, files: Files, recovered: Recovered, dossier: Dossier, writer: Writer, pace: Pace) -> None:
        self._files = files
        self._writer = writer
        self._pace = pace
        self._project = recovered.identity.id
        self._format = recovered.identity.latest
        self._database = Database(recovered.tables, self._log)
        self._recorded = dossier
        self._action = ""
        self._position = recovered.position
        self._generation = recovered.generation
        self._older, self._current = recovered.older, recovered.current
        self._damaged = recovered.damaged
        self._waiting: list[_Entry] = []
        self._journal: Handle | None = None
        self._lines = self._size = 0
        self._behind = bool(recovered.recovered)
        self.sequence = recovered.position.sequence
        """Number of the last edit that is on disk."""

    @property
    def synced(self) -> bool:
        """Whether everything recorded is on disk."""
        return not self._waiting

    def record(self, dossier: Dossier, action: str) -> None:
        """Make the tables say what a state says, as one line that waits to be written; none when nothing differs."""
        changes = codec.changes(self._recorded, dossier)
        self._action = action
        self._database.make([self._keeping_unknown(change) for change in changes])
        self._recorded = dossier

    def _keeping_unknown(self, change: Change) -> Change:
        table, record_id, new = change
        stored = self._database.documents(table).record(record_id)
        if new is None or stored is None:
            return change
        understood = codec.understood(change, stored)
        return change if understood is None else (table, record_id, with_unknown(new, stored, understood))

    def _log(self, changes: list[Change]) -> None:
        position = self._position
        line = Line(
            self._project,
            self._writer.device,
            position.sequence + 1,
            position.last,
            self._writer.now(),
            self._writer.user,
            self._action,
            changes,
        )
        text, checksum = encode(line)
        written = Written(line, checksum)
        position.advance(written)
        self._waiting.append(_Entry(written, text))

    def sync(self) -> None:
        """Write every waiting line to the disk, one after the other; StoreError when one can't be written."""
        while self._waiting:
            self._append(self._waiting[0])
            self.sequence = self._waiting.pop(0).written.line.sequence

    def _append(self, entry: _Entry) -> None:
        """Have one line on disk. A journal that failed once is never written to again."""
        begun = self._journal is None
        handle = self._journal or self._begin()
        try:
            self._files.write(handle, entry.text)
            self._files.fsync(handle)
            if begun:
                self._files.fsyncdir(DATA)
        except StoreError:
            self._abandon(handle, empty=begun)
            raise
        self._journal = handle
        self._lines, self._size = self._lines + 1, self._size + len(entry.text)
        self._behind = True

    def _begin(self) -> Handle:
        """A journal under a name never used before."""
        name = str(self._next(Kind.JOURNAL))
        handle = self._files.create(name)
        self._current.append(name)
        return handle

    def _next(self, kind: Kind) -> DataFile:
        self._generation += 1
        return DataFile(kind, self._generation, self._writer.device)

    def _abandon(self, handle: Handle, *, empty: bool) -> None:
        self._journal = None
        with suppress(StoreError):  # it has failed already
            self._files.close(handle)
        if empty:
            with suppress(StoreError):  # no line in it was ever reported saved, and a full disk is glad of the room
                self._files.unlink(handle.name)
                self._current.remove(handle.name)

    @property
    def snapshot_due(self) -> bool:
        """Whether the journal has grown enough for a snapshot."""
        return self._lines >= self._pace.lines or self._size >= self._pace.size

    def snapshot(self) -> None:
        """Write all tables to a new verified file, then remove what two generations no longer need.

        StoreError when it can't be written: the journals still hold everything, and the next try waits its turn.
        """
        self._lines = self._size = 0
        file = self._next(Kind.SNAPSHOT)
        snapshot.write(self._files, str(file), self._encoded(file))
        self._current.append(str(file))
        self._files.fsyncdir(DATA)
        self._leave_journal()
        self._behind = False
        doomed, self._older, self._current = self._older, self._current[:-1], [str(file)]
        self._remove(doomed)
        self._set_aside()

    def _encoded(self, file: DataFile) -> bytes:
        at = self._position
        meta = Meta(self._project, self._format, file.generation, at.sequence, at.last, at.seen, {})
        return snapshot.encode(self._tables(), meta)

    def _tables(self) -> dict[str, dict[str, Record]]:
        return self._database.storage.read() or {}

    def _leave_journal(self) -> None:
        if self._journal is not None:
            handle, self._journal = self._journal, None
            with suppress(StoreError):  # all in it is on disk
                self._files.close(handle)

    def _remove(self, names: list[str]) -> None:
        for name in names:
            with suppress(StoreError):  # a file too many does no harm
                self._files.unlink(name)

    def _set_aside(self) -> None:
        """Move damaged files out of the way, never remove them: a rescuer may still find something in them."""
        damaged, self._damaged = self._damaged, []
        for name in damaged:
            if name.startswith(f"{DATA}/"):
                with suppress(StoreError):  # it stays where it is, and is reported again
                    self._files.mkdir(QUARANTINE)
                    self._files.rename(name, f"{QUARANTINE}/{name.rpartition('/')[2]}")

    def close(self) -> None:
        """Write a snapshot if there is journal to be taken up, and let go of the journal."""
        if self._behind and self.synced:
            with suppress(StoreError):  # the journal holds everything; the next session reads it
                self.snapshot()
        self._leave_journal()
