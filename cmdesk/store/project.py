"""A dossier's folder, created or opened."""

from dataclasses import replace
from pathlib import Path

from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.store import codec, identity, processes, snapshot
from cmdesk.store.attachments import Attachments
from cmdesk.store.clock import Clock
from cmdesk.store.disk import Disk
from cmdesk.store.errors import AbsentError
from cmdesk.store.files import Files
from cmdesk.store.findings import Finding, OpeningReport, Severity
from cmdesk.store.identity import FORMAT, Identity
from cmdesk.store.installation import installation
from cmdesk.store.keeper import Heard, Keeper
from cmdesk.store.ledger import Ledger, Pace, Writer
from cmdesk.store.lock import Lock, ourselves
from cmdesk.store.names import DATA, EVIDENCE, DataFile, Kind
from cmdesk.store.recovery import Recovered, recover
from cmdesk.store.refusals import FolderInUseError, WriterStoppedError
from cmdesk.store.snapshot import Meta


def create(folder: Path, dossier: Dossier) -> "Project":
    """A new dossier, on disk when this returns; FolderInUseError unless the folder is empty or not there."""
    files = Files(Disk(folder))
    lay_down(files, dossier, installation())
    return Project(files)


def open_project(folder: Path, *, writable: bool = True) -> "Project":
    """The dossier in a folder, which can be read even when it can't be written; see its report for the reason."""
    return Project(Files(Disk(folder)), writable=writable)


def lay_down(files: Files, dossier: Dossier, device: str) -> None:
    """Make a dossier's files. project.json comes last: a folder that has one holds a whole dossier."""
    tables = codec.tables_of(dossier)
    _make_folders(files)
    first = DataFile(Kind.SNAPSHOT, 1, device)
    meta = Meta(dossier.id, FORMAT, first.generation, 0, 0, {}, {})
    snapshot.write(files, str(first), snapshot.encode(tables, meta))
    files.fsyncdir(DATA)
    identity.write(files, Identity(dossier.id))
    files.fsyncdir()


def _make_folders(files: Files) -> None:
    try:
        if files.listdir():
            raise FolderInUseError(files.root)
    except AbsentError:
        files.make_root()
    files.mkdir(DATA)
    files.mkdir(EVIDENCE)
    files.fsyncdir()


class Project:
    """An open dossier's folder: the dossier as it was opened, and the means to keep what becomes of it."""

    def __init__(self, files: Files, *, writable: bool = True) -> None:
        self.folder = files.root
        self.attachments = Attachments(files)
        self._files = files
        self._lock = Lock(files, ourselves())
        # Look before locking: a folder that is no dossier is left without a trace.
        recovered = recover(files)
        refusal = self._refusal(recovered.identity) if writable else None
        self.writable = writable and refusal is None
        if self.writable:
            # The other window may have written between our look and our lock.
            recovered = recover(files)
        self._recovered = recovered
        reading = codec.Reading(recovered.tables, recovered.identity.id)
        self.dossier: Dossier = reading.dossier()
        self.report = replace(_report(recovered, reading), read_only=refusal)

    def _refusal(self, found: Identity) -> str | None:
        if found.is_newer:
            return _(
                "This dossier was made by a newer CMDesk (format {version}): here it can be read, not changed."
            ).format(version=found.format)
        return self._lock.take()

    def keeper(self, heard: Heard, *, clock: Clock | None = None, pace: Pace | None = None) -> Keeper:
        """The keeper of this dossier, whose thread runs until it is closed; to be asked for once."""
        writer = Writer(installation(), processes.user())
        ledger = Ledger(self._files, self._recovered, self.dossier, writer, pace or Pace())
        return Keeper(ledger, heard, WriterStoppedError(self.folder), clock=clock, release=self.close)

    def close(self) -> None:
        """Release the lock; a keeper does it by itself."""
        if self.writable:
            self._lock.release()


def _report(recovered: Recovered, reading: codec.Reading) -> OpeningReport:
    aside = [Finding(Severity.LOSS, error.what) for error in reading.damaged]
    findings = tuple(recovered.findings + aside)
    return OpeningReport(
        recovered=recovered.recovered,
        damage=tuple(each.sentence for each in findings if each.severity >= Severity.DAMAGE),
        foreign=recovered.foreign,
        findings=findings,
    )
