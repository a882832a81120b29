"""A dossier's folder, created or opened."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.store import archive, codec, identity, processes, snapshot
from cmdesk.store.abreast import Abreast
from cmdesk.store.attachments import Attachments
from cmdesk.store.backups import Backup, Backups
from cmdesk.store.clock import Clock
from cmdesk.store.disk import Disk
from cmdesk.store.errors import NotPermittedError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.findings import Finding, OpeningReport, Severity
from cmdesk.store.found import looked_into
from cmdesk.store.founding import lay_down
from cmdesk.store.identity import FORMAT, Identity
from cmdesk.store.installation import installation
from cmdesk.store.keeper import Heard, Keeper
from cmdesk.store.keepsakes import Keepsakes
from cmdesk.store.ledger import Ledger, Pace, Writer
from cmdesk.store.lock import Lock, Watch, ourselves
from cmdesk.store.recovery import Recovered, recover
from cmdesk.store.refusals import WriterStoppedError
from cmdesk.store.restoring import lay_down_anew
from cmdesk.store.shadow import Shadows
from cmdesk.store.snapshot import Meta
from cmdesk.store.versions import Versions


def create(folder: Path, dossier: Dossier) -> "Project":
    """A new dossier, on disk when this returns; FolderInUseError unless the folder is empty or not there."""
    files = Files(Disk(folder))
    lay_down(files, dossier, installation())
    Shadows(folder).retire(dossier.id)
    return Project(files)


def open_project(folder: Path, *, writable: bool = True, take_over: bool = False) -> "Project":
    """The dossier in a folder, which can be read even when it can't be written; see its report for the reason.

    `take_over` takes the lock from whoever holds it, for a user who knows that the other window is gone.
    """
    return Project(Files(Disk(folder)), writable=writable, take_over=take_over)


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage: a big dossier is a million new objects and not one of them is any."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class Project:
    """An open dossier's folder: the dossier as it was opened, and the means to keep what becomes of it."""

    def __init__(self, files: Files, *, writable: bool = True, take_over: bool = False) -> None:
        self.folder = files.root
        self.attachments = Attachments(files)
        self.versions = Versions(files, lambda: self.present)
        self._backups = Backups(files)
        self._files = files
        self._shadows = Shadows(files.root)
        self._keeper: Keeper | None = None
        self._lock = Lock(files, ourselves())
        # Look before locking: a folder that is no dossier, or a newer one, is left without a trace.
        looked_into(self._shadows.places(files))
        refusal = self._newer() if writable else None
        if writable and refusal is None:
            refusal = self._lock.take(by_force=take_over)
        self.writable = writable and refusal is None
        try:
            # Read after locking: another window may have written until then.
            with _not_collecting():
                self._recovered = recover(*self._shadows.places(files))
                reading = codec.Reading(self._recovered.tables, self._recovered.identity.id)
                self.dossier: Dossier = reading.dossier()
        except StoreError:
            self.close()
            raise
        self.report = replace(_report(self._recovered, reading), read_only=refusal)

    def _newer(self) -> str | None:
        """Why it can't be written, if a newer program made it."""
        try:
            found = identity.read(self._files)
        except StoreError:
            return None
        if not found.is_newer:
            return None
        return _(
            "This dossier was made by a newer CMDesk (format {version}): here it can be read, not changed."
        ).format(version=found.format)

    @property
    def backups(self) -> list[Backup]:
        """The backups in the folder, the newest first."""
        return self._backups.list()

    def look_into(self, backup: Backup) -> Dossier:
        """The state of a backup; DamagedFileError or another StoreError when it can't be read."""
        return self._backups.dossier(backup)

    def back_up(self, reason: str) -> Backup:
        """Make a backup of the present state, to be shown with this reason; raises StoreError."""
        tables = codec.tables_of(self.present)
        meta = Meta(self.dossier.id, FORMAT, 0, 0, 0, {}, archive.counts(tables))
        return self._backups.make(snapshot.encode(tables, meta), meta, reason, datetime.now(UTC))

    def restore(self, backup: Backup, folder: Path) -> list[str]:
        """Lay the state of a backup down in a new folder; returns sentences on attached files that are missing."""
        found = archive.read(self._files, self._backups.name_of(backup))
        project = Identity(self.dossier.id, found.meta.format)
        return lay_down_anew(folder, found.tables, project, [self.attachments])

    @property
    def present(self) -> Dossier:
        """The state last handed over to be kept; the one that was opened when there is none."""
        return (self._keeper and self._keeper.latest) or self.dossier

    def keeper(self, heard: Heard, *, clock: Clock | None = None, pace: Pace | None = None) -> Keeper:
        """The keeper of this dossier, whose thread runs until it is closed; to be asked for once.

        NotPermittedError when the dossier is open for reading only.
        """
        if not self.writable:
            raise NotPermittedError(self.folder, "open for reading only")
        abreast = Abreast()

        def release() -> None:
            abreast.end()
            self.close()

        ledger, stopped = self._ledger(pace or Pace(), abreast), WriterStoppedError(self.folder)
        self._keeper = Keeper(ledger, heard, stopped, clock=clock, release=release, beat=self._lock.beat)
        return self._keeper

    def _ledger(self, pace: Pace, together: Abreast) -> Ledger:
        found = self._recovered
        return Ledger(
            found,
            self.dossier,
            Writer(installation(), processes.user()),
            pace,
            whose=self._shadows.whose,
            together=together,
            keepsakes=Keepsakes(self.versions, self._backups, _moment(found.last_edit), found.apart),
        )

    def watch_owner(self) -> Watch:
        """A watch on whoever has the dossier open for writing, for a window that can only read."""
        return Watch(self._lock)

    def close(self) -> None:
        """Release the lock; a keeper does it by itself."""
        if self.writable:
            self.attachments.sweep()
            self._lock.release()


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _report(recovered: Recovered, reading: codec.Reading) -> OpeningReport:
    aside = [Finding(Severity.LOSS, error.what) for error in reading.damaged]
    findings = tuple(recovered.findings + aside)
    return OpeningReport(
        recovered=recovered.recovered,
        damage=tuple(each.sentence for each in findings if each.severity >= Severity.DAMAGE),
        foreign=recovered.foreign,
        findings=findings,
    )
