"""The writing side of one copy of a dossier: its journal, its snapshots, and coming back after it was out of reach."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Lock

from cmdesk.store import identity, snapshot
from cmdesk.store.errors import AbsentError, DamagedFileError, StoreError
from cmdesk.store.files import Handle
from cmdesk.store.found import FoundCopy
from cmdesk.store.identity import Identity
from cmdesk.store.names import AHEAD, DATA, PROJECT, QUARANTINE, WHOSE, DataFile, Kind
from cmdesk.store.refusals import AnotherDossierError, UnresponsiveError
from cmdesk.store.snapshot import Meta


@dataclass(frozen=True, slots=True)
class Entry:
    """A line on its way to the disk. Written again after an error, it is the very same line."""

    sequence: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole state at some moment as the bytes of a snapshot, and the name it is to bear."""

    file: DataFile
    meta: Meta
    data: bytes

    @property
    def sequence(self) -> int:
        """Number of the last edit in it."""
        return self.meta.sequence


class Copy:
    """One copy. Nothing here raises a StoreError: what went wrong is its `problem` until the next try."""

    def __init__(
        self, found: FoundCopy, project: Identity, name_next: Callable[[Kind], DataFile], sequence: int
    ) -> None:
        self._files = found.files
        self._project = project
        self._next = name_next
        self._older, self._current = found.older, found.current
        self._damaged, self._aside = found.damaged, found.aside
        self._waiting: list[Entry] = []
        self._journal: Handle | None = None
        self._lock = Lock()
        self.away = False
        """Whether it was out of reach the last time."""
        self.busy = False
        """Whether it is still at work, perhaps hanging."""
        self.needs_whole = not found.complete
        """Whether it lacks something of the state that it was opened with, or was damaged."""
        self.problem: StoreError | None = None
        self.sequence = sequence
        """Number of the last edit that is on its disk."""

    @property
    def synced(self) -> bool:
        """Whether everything handed over is on its disk."""
        return not self._waiting

    def add(self, entry: Entry) -> None:
        """Take a line, to be written by `sync`."""
        with self._lock:
            self._waiting.append(entry)

    def sync(self, whole: Whole | None = None) -> None:
        """Try to bring everything to the disk; `whole` has to be given when it is needed."""
        if self.away:
            return
        with self._noting_problems():
            if whole is not None and self.needs_whole:
                self._heal(whole)
            while self._waiting and not self.needs_whole:
                self._append(self._waiting[0])
                with self._lock:
                    self.sequence = self._waiting.pop(0).sequence

    @contextmanager
    def _noting_problems(self) -> Iterator[None]:
        self.busy = True
        try:
            yield
            self.problem = None
        except StoreError as error:
            self.problem = error
            self.away = self.away or isinstance(error, AbsentError)
        finally:
            self.busy = False

    @property
    def unresponsive(self) -> StoreError:
        """What there is to say when it neither did its work nor failed."""
        return UnresponsiveError(self._files.root)

    def come_back(self) -> None:
        """Make sure that a place that was out of reach is this dossier's still, and see whether it lost anything."""
        if not self.busy:
            with self._noting_problems():
                self._recognize()
                self.away = False

    def _recognize(self) -> None:
        try:
            if identity.read(self._files).id != self._project.id:
                raise AnotherDossierError(self._files.root)
        except DamagedFileError:
            self.needs_whole = True
        here = {f"{DATA}/{name}" for name in self._files.listdir(DATA)}
        self.needs_whole = self.needs_whole or not here.issuperset(self._current)

    def _append(self, entry: Entry) -> None:
        """Have one line on disk. A journal that failed once is never written to again."""
        begun = self._journal is None
        handle = self._journal or self._begin()
        try:
            self._files.write(handle, entry.text)
            self._files.fsync(handle)
            if begun:
                self._files.fsyncdir(DATA)
            self._files.check_reach(handle)
        except StoreError:
            self._abandon(handle, empty=begun)
            raise
        self._journal = handle

    def _begin(self) -> Handle:
        """A journal under a name never used before."""
        name = str(self._next(Kind.JOURNAL))
        handle = self._files.create(name)
        self._current.append(name)
        return handle

    def _abandon(self, handle: Handle, *, empty: bool) -> None:
        self._journal = None
        with suppress(StoreError):  # it has failed already
            self._files.close(handle)
        if empty:
            with suppress(StoreError):  # no line in it was ever reported saved, and a full disk is glad of the room
                self._files.unlink(handle.name)
                self._current.remove(handle.name)

    def _heal(self, whole: Whole) -> None:
        self._lay_out()
        self._keep(whole)
        with self._lock:
            self._waiting = [entry for entry in self._waiting if entry.sequence > whole.sequence]
            self.sequence, self.needs_whole = max(self.sequence, whole.sequence), False

    def _lay_out(self) -> None:
        """Have what surrounds the data; a folder that was given to us is never made anew."""
        self._files.mkdir(DATA)
        if PROJECT in self._damaged or not self._files.exists(PROJECT):
            self._move_aside(PROJECT)
            identity.write(self._files, self._project)
        self._files.fsyncdir()

    def take_up(self, whole: Whole) -> None:
        """Write a snapshot, then remove what two generations no longer need.

        When it can't be written the journals still hold everything, and the next try waits its turn.
        """
        if self.synced and not self.away:
            with suppress(StoreError):  # as said
                if self.needs_whole:
                    self._lay_out()
                self._keep(whole)
                self.needs_whole = False

    def holds(self, whole: Whole) -> bool:
        """Whether it has taken up a snapshot."""
        return str(whole.file) in self._current

    def _keep(self, whole: Whole) -> None:
        # Even when this fails halfway, lines that follow are to lie in a journal that is younger than the snapshot.
        self.leave_journal()
        snapshot.write(self._files, str(whole.file), whole.data)
        self._current.append(str(whole.file))
        self._files.fsyncdir(DATA)
        doomed, self._older, self._current = self._older, self._current[:-1], [str(whole.file)]
        self._remove(doomed)
        self._set_aside()

    def leave_journal(self) -> None:
        """Let go of the journal; the next line begins another."""
        if self._journal is not None:
            handle, self._journal = self._journal, None
            with suppress(StoreError):  # all in it is on disk
                self._files.close(handle)

    def _remove(self, names: list[str]) -> None:
        for name in names:
            with suppress(StoreError):  # a file too many does no harm
                self._files.unlink(name)

    def _set_aside(self) -> None:
        """Move damaged files and cloud clients' copies out of the way: a rescuer may still find something in them."""
        names = [*self._damaged, *self._aside]
        self._damaged, self._aside = [], []
        for name in names:
            if name.startswith(f"{DATA}/"):
                self._move_aside(name)

    def _move_aside(self, name: str) -> None:
        with suppress(StoreError):  # it stays where it is, and is reported again
            if self._files.exists(name):
                self._files.mkdir(QUARANTINE)
                stem, _dot, suffix = name.rpartition("/")[2].rpartition(".")
                taken = self._files.exists(f"{QUARANTINE}/{stem}.{suffix}")
                mark = f"-{self._next(Kind.JOURNAL).generation}" if taken else ""
                self._files.rename(name, f"{QUARANTINE}/{stem}{mark}.{suffix}")


class SecondCopy(Copy):
    """The copy in the user's local application data: it makes its own folder, and notes whether it is ahead."""

    def __init__(
        self, found: FoundCopy, project: Identity, name_next: Callable[[Kind], DataFile], sequence: int, whose: str
    ) -> None:
        super().__init__(found, project, name_next, sequence)
        self._whose = whose
        self._marked: bool | None = None

    def _recognize(self) -> None:
        """It may be made anew at any time: nobody else has anything to do with it."""
        self.needs_whole = True

    def _lay_out(self) -> None:
        self._files.make_root()
        super()._lay_out()
        if not self._files.exists(WHOSE):
            snapshot.write_known(self._files, WHOSE, self._whose.encode("utf-8", "surrogateescape"))

    def mark(self, *, ahead: bool) -> None:
        """Note durably whether it holds edits that the folder does not, for the day when the folder has moved."""
        if ahead != self._marked:
            with suppress(StoreError):  # the mark only matters when the folder is also moved
                self._set_mark(ahead=ahead)
                self._marked = ahead

    def _set_mark(self, *, ahead: bool) -> None:
        if ahead == self._files.exists(AHEAD):
            return
        if ahead:
            self._files.close(self._files.create(AHEAD))
        else:
            self._files.unlink(AHEAD)
        self._files.fsyncdir()
