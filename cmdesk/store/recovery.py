"""The latest state that a folder holds: its newest sound snapshot and every journal line after it. Writes nothing."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from cmdesk.i18n import _
from cmdesk.model.ids import DossierId
from cmdesk.store import identity as identities
from cmdesk.store import snapshot
from cmdesk.store.errors import AbsentError, DamagedFileError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.findings import Finding, Severity
from cmdesk.store.identity import Identity
from cmdesk.store.line import Scan, Written, scan
from cmdesk.store.names import PROJECT, DataFile, Kind
from cmdesk.store.refusals import NothingReadableError
from cmdesk.store.replay import Position, replay
from cmdesk.store.snapshot import Snapshot, Tables
from cmdesk.store.survey import Survey, survey


@dataclass(slots=True)
class Recovered:
    """The state of a dossier's tables, how it was come by, and what the files are still good for."""

    identity: Identity
    tables: Tables
    position: Position
    generation: int
    """The highest in any name; the next file takes the next one."""
    current: list[str]
    """Files that make this state: the snapshot and the journals."""
    older: list[str]
    """Sound files that stand in if one of `current` turns out damaged."""
    damaged: list[str]
    recovered: int
    foreign: tuple[str, ...]
    findings: list[Finding] = field(default_factory=list)


def recover(files: Files, *, thorough: bool = False) -> Recovered:
    """The latest state; NothingReadableError when no snapshot is sound. `thorough` tries also what is not needed."""
    for _try in range(_MOVING):
        attempt = _Recovery(files, survey(files), thorough=thorough)
        with suppress(NothingReadableError):
            found = attempt.run()
            if attempt.stands_still:
                return found
        if attempt.stands_still:
            break
    return _Recovery(files, survey(files), thorough=thorough).run()


_MOVING = 5
"""Times that we look again when a file goes away under our eyes: another window is taking a snapshot."""


class _Recovery:
    """One recovery, step by step, gathering what it finds."""

    def __init__(self, files: Files, found: Survey, *, thorough: bool) -> None:
        self._files = files
        self._survey = found
        self._thorough = thorough
        self._findings: list[Finding] = []
        self._damaged: list[str] = []
        self.stands_still = True
        """Whether every file that was listed was still there when it was read."""

    def run(self) -> Recovered:
        stated = self._identity()
        base_file, base = self._base(stated)
        scans = self._journals()
        position = Position.of(base.meta)
        own = [line for read in scans.values() for line in read.lines if line.line.project == base.meta.project]
        replayed = replay(base.tables, position, own)
        self._tell_gaps(replayed.gaps)
        self._tell_torn(base_file, scans)
        needed = {line.checksum for line in replayed.lines}
        current = [file for file in scans if _feeds(scans[file], needed) or file.generation >= base_file.generation]
        return Recovered(
            identity=stated or Identity(DossierId(base.meta.project), base.meta.format),
            tables=base.tables,
            position=position,
            generation=self._survey.generation,
            current=[str(base_file), *map(str, current)],
            older=self._older({base_file, *current}),
            damaged=self._damaged,
            recovered=len(replayed.lines),
            foreign=self._survey.foreign,
            findings=self._findings,
        )

    def _identity(self) -> Identity | None:
        try:
            return identities.read(self._files)
        except DamagedFileError as error:
            self._note(error, PROJECT)
            return None

    def _base(self, stated: Identity | None) -> tuple[DataFile, Snapshot]:
        """The newest sound snapshot; when thorough, all others are tried as well."""
        best: tuple[DataFile, Snapshot] | None = None
        for file in self._survey.of(Kind.SNAPSHOT):
            if best is not None and not self._thorough:
                break
            sound = self._tried(file, stated)
            best = best or (sound and (file, sound)) or None
        if best is None:
            raise NothingReadableError(self._files.root, tuple(self._damaged))
        return best

    def _tried(self, file: DataFile, stated: Identity | None) -> Snapshot | None:
        try:
            found = snapshot.read(self._files, file)
            if stated is not None and found.meta.project != stated.id:
                raise DamagedFileError(self._files.path(str(file)), _("it belongs to another dossier"))
        except StoreError as error:
            self._note(error, str(file))
            return None
        return found

    def _journals(self) -> dict[DataFile, Scan]:
        """What can be read of each journal, the oldest first."""
        return {file: self._scanned(file) for file in reversed(self._survey.of(Kind.JOURNAL))}

    def _scanned(self, file: DataFile) -> Scan:
        try:
            found = scan(self._files.read(str(file)))
        except StoreError as error:
            self._note(error, str(file))
            return Scan((), 0, 0)
        if found.bad:
            self._note(DamagedFileError(self._files.path(str(file)), _("some of its lines can't be read")), str(file))
        return found

    def _tell_torn(self, base: DataFile, scans: dict[DataFile, Scan]) -> None:
        """Tell of torn ends that nothing came after; before others, the edit was written anew."""
        latest = max([base.generation, *(file.generation for file, read in scans.items() if read.lines)])
        for file, read in scans.items():
            if read.torn and file.generation >= latest:
                sentence = _("The end of “{file}” is incomplete, as an interruption while saving leaves it.")
                self._findings.append(Finding(Severity.WARNING, sentence.format(file=file)))

    def _older(self, current: Iterable[DataFile]) -> list[str]:
        used = set(map(str, current)) | set(self._damaged)
        return [name for name in [*map(str, self._survey.data), *self._survey.unfinished] if name not in used]

    def _note(self, error: StoreError, name: str) -> None:
        self.stands_still = self.stands_still and not isinstance(error, AbsentError)
        self._damaged.append(name)
        self._findings.append(Finding(Severity.DAMAGE, error.what))

    def _tell_gaps(self, gaps: Iterable[Written]) -> None:
        for gap in gaps:
            sentence = _(
                "Edits just before number {sequence} ({action}, {time}) are missing from the journals;"
                " later ones are here."
            ).format(sequence=gap.line.sequence, action=gap.line.action, time=gap.line.at)
            self._findings.append(Finding(Severity.LOSS, sentence))


def _feeds(read: Scan, needed: set[int]) -> bool:
    return any(line.checksum in needed for line in read.lines)
