"""The writing side of a dossier: tables in memory, lines for the journals of its copies, snapshots for them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count

from cmdesk.model.dossier import Dossier
from cmdesk.store import codec, snapshot
from cmdesk.store.abreast import Together, in_turn
from cmdesk.store.copies import Copy, Entry, SecondCopy, Whole
from cmdesk.store.identity import Identity
from cmdesk.store.keepsakes import Keepsakes
from cmdesk.store.line import Change, Line, Written, encode
from cmdesk.store.names import DataFile, Kind
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


class Ledger:
    """Commits states of a dossier. `record` only remembers; `sync` writes, or raises and can be called again.

    Its copies are the folder, which comes first among those recovered, and perhaps a second one; others are only read.
    """

    def __init__(
        self,
        recovered: Recovered,
        dossier: Dossier,
        writer: Writer,
        pace: Pace,
        *,
        whose: str = "",
        together: Together = in_turn,
        keepsakes: Keepsakes | None = None,
    ) -> None:
        self._writer, self._pace, self._together = writer, pace, together
        self._keepsakes = keepsakes
        self._project = Identity(recovered.identity.id, recovered.identity.latest)
        self._database = Database(recovered.tables, self._log)
        self._recorded = dossier
        self._action = ""
        self._position = recovered.position
        self._generations = count(recovered.generation + 1)
        self.sequence = recovered.position.sequence
        """Number of the last edit that is on a disk."""
        home, *others = recovered.copies
        self._home = Copy(home, self._project, self._next, self.sequence)
        self._second = SecondCopy(others[0], self._project, self._next, self.sequence, whose) if others else None
        self._copies = [copy for copy in (self._home, self._second) if copy is not None]
        self._lines = self._size = 0
        self._behind = bool(recovered.recovered)

    @property
    def synced(self) -> bool:
        """Whether everything recorded is on disk in every copy."""
        return all(copy.synced for copy in self._copies)

    @property
    def at_home(self) -> bool:
        """Whether everything recorded is on disk in the dossier's folder."""
        return self._home.synced

    @property
    def somewhere(self) -> bool:
        """Whether everything recorded is on disk in at least one copy."""
        return any(copy.synced for copy in self._copies)

    def record(self, dossier: Dossier, action: str) -> None:
        """Make the tables say what a state says, as one line that waits to be written; none when nothing differs."""
        changes = codec.changes(self._recorded, dossier)
        self._action = action
        if self._keepsakes is not None and changes:
            self._keepsakes.before(self._whole, changes, self._count_known(changes), action)
        self._database.make([self._keeping_unknown(change) for change in changes])
        self._recorded = dossier

    def _count_known(self, changes: list[Change]) -> int:
        return sum(self._database.documents(table).record(name) is not None for table, name, _new in changes)

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
            self._project.id,
            self._writer.device,
            position.sequence + 1,
            position.last,
            self._writer.now(),
            self._writer.user,
            self._action,
            changes,
        )
        text, checksum = encode(line)
        position.advance(Written(line, checksum))
        for copy in self._copies:
            copy.add(Entry(line.sequence, text))
        self._lines, self._size = self._lines + 1, self._size + len(text)
        self._behind = True

    def sync(self) -> None:
        """Bring everything to the disk of every copy; StoreError when one of them could not take it."""
        away = [copy.come_back for copy in self._copies if copy.away]
        if away:
            self._together(away)
        late = [copy for copy in self._copies if not copy.synced and not copy.busy]
        whole = self._whole() if any(copy.needs_whole and not copy.away for copy in late) else None
        self._together([partial(copy.sync, whole) for copy in late])
        self.sequence = max(copy.sequence for copy in self._copies)
        if self._second is not None:
            self._second.mark(ahead=self._second.synced and not self._home.synced)
        for copy in self._copies:
            if not copy.synced:
                raise copy.problem or copy.unresponsive

    def _next(self, kind: Kind) -> DataFile:
        return DataFile(kind, next(self._generations), self._writer.device)

    def _whole(self) -> Whole:
        file, at = self._next(Kind.SNAPSHOT), self._position
        tables = self._database.storage.read() or {}
        counts = {name: len(table) for name, table in tables.items()}
        meta = Meta(
            self._project.id, self._project.format, file.generation, at.sequence, at.last, dict(at.seen), counts
        )
        return Whole(file, meta, snapshot.encode(tables, meta))

    @property
    def snapshot_due(self) -> bool:
        """Whether the journal has grown enough for a snapshot."""
        return self._lines >= self._pace.lines or self._size >= self._pace.size

    def snapshot(self) -> None:
        """Write all tables to a new verified file in every copy that can take it; the others keep their journals."""
        self._lines = self._size = 0
        whole = self._whole()
        self._together([partial(copy.take_up, whole) for copy in self._copies if not copy.busy])
        self._behind = not all(copy.holds(whole) for copy in self._copies)
        if self._keepsakes is not None:
            self._keepsakes.after(whole)

    def close(self) -> None:
        """Write a snapshot if there is journal to be taken up, and let go of the journals."""
        if self._behind and self.somewhere:
            self.snapshot()
        for copy in self._copies:
            copy.leave_journal()
