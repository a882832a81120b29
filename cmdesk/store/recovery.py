"""The latest state in the copies of a dossier: their newest sound snapshot and every line after it. Writes nothing."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from cmdesk.i18n import _
from cmdesk.model.ids import DossierId
from cmdesk.store import snapshot
from cmdesk.store.apart import Apart, covered, found_apart, still_missing, take_in
from cmdesk.store.errors import DamagedFileError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.findings import Finding, Severity
from cmdesk.store.found import FoundCopy, looked_into
from cmdesk.store.identity import Identity
from cmdesk.store.line import Written
from cmdesk.store.names import DataFile, Kind
from cmdesk.store.refusals import NothingReadableError
from cmdesk.store.replay import Position, replay
from cmdesk.store.snapshot import Snapshot, Tables


@dataclass(slots=True)
class Recovered:
    """The state of a dossier's tables, how it was come by, and what each copy is still good for."""

    identity: Identity
    tables: Tables
    position: Position
    generation: int
    """The highest in any name; the next file takes the next one."""
    copies: list[FoundCopy]
    """In the order in which they were named: the dossier's folder first."""
    recovered: int
    foreign: tuple[str, ...]
    apart: list[Apart] = field(default_factory=list)
    """States of other computers whose additions were taken in."""
    last_edit: str = ""
    """When the last edit was made, by the clock of its maker; empty when no journal tells."""
    findings: list[Finding] = field(default_factory=list)


def recover(*places: Files, thorough: bool = False) -> Recovered:
    """The latest state; NothingReadableError when no snapshot is sound. `thorough` tries also what is not needed."""
    for _try in range(_MOVING):
        attempt = _Recovery(places, thorough=thorough)
        with suppress(NothingReadableError):
            found = attempt.run()
            if attempt.stands_still:
                return found
        if attempt.stands_still:
            break
    return _Recovery(places, thorough=thorough).run()


_MOVING = 5
"""Times that we look again when a file goes away under our eyes: another window is taking a snapshot."""


def _rank(pair: tuple[FoundCopy, DataFile]) -> tuple[int, str, bool]:
    return -pair[1].generation, pair[1].device, pair[1].is_conflict


class _Recovery:
    """One recovery, step by step."""

    def __init__(self, places: Sequence[Files], *, thorough: bool) -> None:
        self._copies = looked_into(places)
        self._thorough = thorough
        self._findings: list[Finding] = []

    @property
    def stands_still(self) -> bool:
        """Whether every file that was listed was still there when it was read."""
        return not any(copy.moving for copy in self._copies)

    def run(self) -> Recovered:
        stated = next((copy.identity for copy in self._copies if copy.identity), None)
        file, base = self._base(stated)
        for copy in self._copies:
            copy.scan()
        position = Position.of(base.meta)
        lines = self._lines(base.meta.project)
        replayed = replay(base.tables, position, lines)
        self._tell_torn(file, base.meta.sequence, position.sequence)
        sure = covered(Position.of(base.meta), position, replayed.gaps)
        apart = found_apart(self._copies, sure, base.meta.project)
        self._tell_gaps(still_missing(replayed.gaps, apart))
        self._findings += take_in(base.tables, position, apart)
        for copy in self._copies:
            copy.sort_out(file, replayed.lines)
        return Recovered(
            identity=stated or Identity(DossierId(base.meta.project), base.meta.format),
            tables=base.tables,
            position=position,
            generation=max(copy.survey.generation for copy in self._copies),
            copies=self._copies,
            recovered=len(replayed.lines),
            foreign=self._copies[0].survey.foreign,
            apart=[*apart, *(self._once_more(file) if apart else [])],
            last_edit=max(lines, key=lambda line: line.line.sequence).line.at if lines else "",
            findings=[finding for copy in self._copies for finding in copy.findings] + self._findings,
        )

    def _base(self, stated: Identity | None) -> tuple[DataFile, Snapshot]:
        """The newest sound snapshot; when thorough, all others are tried as well."""
        best: tuple[DataFile, Snapshot] | None = None
        for copy, file in self._snapshots():
            if best is not None and not self._thorough:
                break
            sound = self._tried(copy, file, stated)
            best = best or (sound and (file, sound)) or None
        if best is None:
            damaged = [name for copy in self._copies for name in copy.damaged]
            raise NothingReadableError(self._copies[0].files.root, tuple(dict.fromkeys(damaged)))
        return best

    def _snapshots(self) -> list[tuple[FoundCopy, DataFile]]:
        """Snapshots of all copies, the newest first; of twins that in the folder."""
        found = [(copy, file) for copy in self._copies for file in copy.survey.of(Kind.SNAPSHOT)]
        return sorted(found, key=_rank)

    def _once_more(self, base: DataFile) -> list[Apart]:
        """The base as it was before lines of others were made in it: where they met, it is one of the two sides."""
        stated = next((copy.identity for copy in self._copies if copy.identity), None)
        found = (self._tried(copy, base, stated) for copy in self._copies if base in copy.survey.data)
        return [Apart(base, each) for each in found if each][:1]

    def _tried(self, copy: FoundCopy, file: DataFile, stated: Identity | None) -> Snapshot | None:
        try:
            found = snapshot.read(copy.files, file)
            if stated is not None and found.meta.project != stated.id:
                raise DamagedFileError(copy.files.path(str(file)), _("it belongs to another dossier"))
        except StoreError as error:
            copy.note(error, str(file))
            return None
        return found

    def _lines(self, project: str) -> list[Written]:
        return [
            line
            for copy in self._copies
            for read in copy.scans.values()
            for line in read.lines
            if line.line.project == project
        ]

    def _tell_torn(self, base: DataFile, first: int, last: int) -> None:
        """Tell of torn ends that nothing came after; before others, the edit was written anew."""
        for copy in self._copies:
            written = [(file, read.lines[-1].line.sequence) for file, read in copy.scans.items() if read.lines]
            latest = max((file.generation for file, _sequence in written), default=0)
            reached = max((sequence for _file, sequence in written), default=0)
            for file, read in copy.scans.items():
                is_end = file.generation >= max(latest, base.generation) and max(reached, first) >= last
                if read.torn and (is_end or (self._thorough and read.closed)) and not file.is_conflict:
                    sentence = _("The end of “{file}” is incomplete, as an interruption while saving leaves it.")
                    self._findings.append(Finding(Severity.WARNING, sentence.format(file=file)))

    def _tell_gaps(self, gaps: Iterable[Written]) -> None:
        for gap in gaps:
            sentence = _(
                "Edits just before number {sequence} ({action}, {time}) are missing from the journals;"
                " later ones are here."
            ).format(sequence=gap.line.sequence, action=gap.line.action, time=gap.line.at)
            self._findings.append(Finding(Severity.LOSS, sentence))
