"""One copy of a dossier as it was found: what lies in it, what can be read, what is damaged, what it lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cmdesk.i18n import _
from cmdesk.store import identity as identities
from cmdesk.store.errors import AbsentError, DamagedFileError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.findings import Finding, Severity
from cmdesk.store.identity import Identity
from cmdesk.store.line import Scan, Written, scan
from cmdesk.store.names import DATA, PROJECT, DataFile, Kind, data_file
from cmdesk.store.survey import NOTHING, Survey, survey


@dataclass(slots=True)
class FoundCopy:
    """What one copy holds, and what of it is still good for something."""

    files: Files
    survey: Survey = NOTHING
    identity: Identity | None = None
    scans: dict[DataFile, Scan] = field(default_factory=dict)
    """What can be read of each journal, the oldest first."""
    damaged: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    moving: bool = False
    """Whether a file went away between being listed and being read."""
    current: list[str] = field(default_factory=list)
    """Files that make the state, or all that may belong to it."""
    older: list[str] = field(default_factory=list)
    """Sound files that stand in if one of `current` turns out damaged."""
    aside: list[str] = field(default_factory=list)
    """Files to be moved away, for what they hold is in the state: cloud clients' copies, states made apart."""
    complete: bool = False
    """Whether it would give the whole state by itself."""

    def look(self) -> None:
        """Read the names and project.json; raises StoreError when it is no dossier's folder."""
        self.survey = survey(self.files)
        try:
            self.identity = identities.read(self.files)
        except DamagedFileError as error:
            self.note(error, PROJECT)

    def scan(self) -> None:
        """Read the journals."""
        self.scans = {file: self._scanned(file) for file in reversed(self.survey.of(Kind.JOURNAL))}

    def _scanned(self, file: DataFile) -> Scan:
        try:
            found = scan(self.files.read(str(file)))
        except StoreError as error:
            self.note(error, str(file))
            return Scan((), 0, 0)
        if found.bad:
            self.note(DamagedFileError(self.files.path(str(file)), _("some of its lines can't be read")), str(file))
        return found

    def note(self, error: StoreError, name: str) -> None:
        """Take down that a file is damaged; a cloud client's copy is passed over, since the file itself is there."""
        if any(name == str(file) and file.is_conflict for file in self.survey.data):
            return
        self.moving = self.moving or (isinstance(error, AbsentError) and name != PROJECT)
        self.damaged.append(name)
        self.findings.append(Finding(Severity.DAMAGE, error.what))

    def sort_out(self, base: DataFile, replayed: Sequence[Written]) -> None:
        """Say which files make the state that a snapshot and lines gave, and whether they are all here."""
        needed = {line.checksum for line in replayed}
        if base in self.survey.data and str(base) not in self.damaged:
            feeding = [
                file for file in self.scans if _feeds(self.scans[file], needed) or file.generation >= base.generation
            ]
            self.current = [str(base), *map(str, feeding)]
        else:
            self.current = [str(file) for file in self.survey.data if str(file) not in self.damaged]
        apart = bool(self.aside)
        self.aside += [str(file) for file in self.survey.data if file.is_conflict and str(file) not in self.aside]
        self.current = [name for name in self.current if name not in self.aside]
        used = {*self.current, *self.damaged, *self.aside}
        names = [*map(str, self.survey.data), *self.survey.unfinished]
        self.older = [name for name in names if name not in used]
        own = [read for file, read in self.scans.items() if not file.is_conflict]
        mine = {line.checksum for read in own for line in read.lines}
        self.complete = not self.damaged and not apart and self.current[:1] == [str(base)] and needed <= mine


def _feeds(read: Scan, needed: set[int]) -> bool:
    return any(line.checksum in needed for line in read.lines)


def looked_into(places: Iterable[Files]) -> list[FoundCopy]:
    """The copies in some places, the dossier's folder first; raises its error when no other copy can stand in."""
    copies = [FoundCopy(files) for files in places]
    errors = [_looked(copy) for copy in copies]
    refusal = errors[0]
    if refusal is not None and (all(errors) or isinstance(refusal, AbsentError)):
        raise refusal
    for copy, error in zip(copies, errors, strict=True):
        # A second copy that was never made, or not yet to its end, is no damage; one without what it had is.
        if error is not None and (copy is copies[0] or _has_data(copy.files)):
            copy.note(error, PROJECT)
    return copies


def _has_data(files: Files) -> bool:
    try:
        return any(map(data_file, files.listdir(DATA)))
    except StoreError:
        return False


def _looked(copy: FoundCopy) -> StoreError | None:
    try:
        copy.look()
    except StoreError as error:
        return error
    return None
