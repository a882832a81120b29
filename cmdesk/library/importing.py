"""Bringing files into the library: all that can be, in one edit, with a report of each.

The work is done in two halves. `gather` runs on a worker's thread: it finds the files, keeps their bytes in the
dossier's folder and reads them. The edit that it gives is done by the session, as any other. Until then the dossier
does not know of the files, so nothing is ever half-imported; a file that was kept in vain only takes room.
"""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from enum import Enum
from os import cpu_count, walk
from pathlib import Path
from typing import Protocol

from cmdesk.edits.edit import Edit, Several
from cmdesk.edits.records import SetEvidence
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _, ngettext
from cmdesk.library.proposing import from_file, from_reference
from cmdesk.library.reading.found import Found, Reference, Refusal, Request, Trouble
from cmdesk.library.reading.process import Reader
from cmdesk.library.reading.refusals import ForeignFileError, UnreadableFileError, remark_words
from cmdesk.library.sorts import Sort, shown_name, sort_of, task_of
from cmdesk.model.evidence import Attachment, Evidence
from cmdesk.model.ids import EvidenceId
from cmdesk.progress import SILENT, Cancelled, Progress

_HIDDEN = (".", "~$", "Thumbs.db", "desktop.ini")
"""How names begin that systems and programs write for themselves."""
_MOST_FILES = 20_000
_MOST_READERS = 4
_LOOK = 0.05


class Keeping(Protocol):
    """Where the bytes of files are kept: the attachments of a project."""

    def put(self, path: Path) -> Attachment:
        """Keep a copy of a file; raises a CMDeskError that names what can't be read or written."""


class Remembering(Protocol):
    """What keeps what was read: a shelf."""

    def keep(self, sha: str, found: Found) -> None:
        """Remember what was read from the file of a hash."""


class Outcome(Enum):
    """What became of a file."""

    ADDED = "added"
    ALREADY_THERE = "already_there"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Line:
    """One file of the report; `notes` are sentences for people."""

    path: Path
    outcome: Outcome
    notes: tuple[str, ...] = ()
    records: tuple[EvidenceId, ...] = ()
    """The records made for it, or those that have the file already."""

    @property
    def name(self) -> str:
        """The file's name for people."""
        return shown_name(self.path.name)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found: the records that `edit` would add, and a line for each file."""

    records: tuple[Evidence, ...]
    lines: tuple[Line, ...]

    @property
    def edit(self) -> Edit | None:
        """One edit that adds all records, None when there is none to add."""
        if not self.records:
            return None
        name = ngettext("Import {count} record", "Import {count} records", len(self.records))
        return Several(name.format(count=len(self.records)), tuple(map(SetEvidence, self.records)))

    def count(self, outcome: Outcome) -> int:
        """How many files came to an outcome."""
        return sum(line.outcome is outcome for line in self.lines)

    @property
    def summary(self) -> str:
        """The numbers of files added, known already and refused."""
        return _("{added} added, {known} already there, {refused} refused.").format(
            added=self.count(Outcome.ADDED),
            known=self.count(Outcome.ALREADY_THERE),
            refused=self.count(Outcome.REFUSED),
        )


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that are meant by files and folders, in order of name; hidden ones and links are passed over."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith(_HIDDEN))
            wanted = (Path(folder) / name for name in sorted(names) if not name.startswith(_HIDDEN))
            yield from (each for each in wanted if each.is_file() and not each.is_symlink())


def gather(
    paths: Iterable[Path],
    keeping: Keeping,
    library: Mapping[EvidenceId, Evidence],
    progress: Progress = SILENT,
    remembering: Remembering | None = None,
    reader: Reader | None = None,
) -> Gathered:
    """Keep and read files and folders, and propose records for them; Cancelled leaves the dossier as it was."""
    wanted = list(dict.fromkeys(files_in(paths)))[:_MOST_FILES]
    gathering = _Gathering(keeping, library, remembering)
    stop = _Stop()
    with ThreadPoolExecutor(min(cpu_count() or 1, _MOST_READERS)) as readers:
        pool = _Pool(readers, reader or Reader(), stop)
        try:
            reports = [_Report(progress, done, 2 * len(wanted)) for done in range(2 * len(wanted))]
            begun = [gathering.begin(path, pool, report) for path, report in zip(wanted, reports, strict=False)]
            for file, report in zip(begun, reports[len(wanted) :], strict=True):
                gathering.finish(file, report)
        finally:
            stop.wanted = True
            readers.shutdown(cancel_futures=True)
    return gathering.gathered()


class _Stop(Progress):
    """Ends the readers when nobody wants them any more."""

    wanted = False

    def step(self, done: int, total: int) -> None:  # noqa: ARG002 - it only listens
        if self.wanted:
            raise Cancelled


@dataclass(frozen=True, slots=True)
class _Report:
    """A point of the work, told as often as somebody waits there."""

    progress: Progress
    done: int
    total: int

    def tell(self) -> None:
        self.progress.step(self.done, self.total)


@dataclass(frozen=True, slots=True)
class _Pool:
    """Readers that work at the same time."""

    threads: ThreadPoolExecutor
    reader: Reader
    stop: _Stop

    def read(self, path: Path) -> Future[Found] | None:
        """What will be read of a file; None when files of its sort are only kept."""
        task = task_of(path.name)
        if task is None:
            return None
        return self.threads.submit(self.reader.read, path, Request(task), self.stop)


@dataclass(slots=True)
class _File:
    """A file on its way."""

    path: Path
    attachment: Attachment | None = None
    reading: Future[Found] | None = None
    line: Line | None = None


class _Gathering:
    """The files of one import as they come in."""

    def __init__(
        self, keeping: Keeping, library: Mapping[EvidenceId, Evidence], remembering: Remembering | None
    ) -> None:
        self._keeping = keeping
        self._remembering = remembering
        self._records: list[Evidence] = []
        self._lines: list[Line] = []
        self._owners: dict[str, list[EvidenceId]] = {}
        for record in library.values():
            self._own(record)

    def _own(self, record: Evidence) -> None:
        for attachment in record.attachments:
            self._owners.setdefault(attachment.sha256, []).append(record.id)

    def begin(self, path: Path, pool: _Pool, report: _Report) -> _File:
        """Keep a file's bytes and have it read, unless it is known already; lists of references are only read."""
        report.tell()
        file = _File(path)
        if sort_of(path.name) is Sort.REFERENCES:
            file.reading = pool.read(path)
            return file
        self._keep(file)
        if file.attachment is not None and file.attachment.sha256 not in self._owners:
            self._owners[file.attachment.sha256] = []
            file.reading = pool.read(path)
            return file
        file.line = file.line or Line(path, Outcome.ALREADY_THERE)
        return file

    def _keep(self, file: _File) -> None:
        try:
            if not file.path.stat().st_size:
                raise ForeignFileError(file.path.name, Refusal(Trouble.EMPTY))
            file.attachment = self._keeping.put(file.path)
        except OSError as error:
            refusal = UnreadableFileError(file.path.name, error.strerror or str(error))
            file.line = Line(file.path, Outcome.REFUSED, (refusal.what,))
        except CMDeskError as error:
            file.line = Line(file.path, Outcome.REFUSED, (error.what,))

    def finish(self, file: _File, report: _Report) -> None:
        """Wait until a file is read and propose its records."""
        report.tell()
        if file.line is None:
            found, notes = _awaited(file.reading, report)
            file.line = self._proposed(file, found, notes)
        elif file.attachment is not None:
            file.line = replace(file.line, records=tuple(self._owners[file.attachment.sha256]))
        self._lines.append(file.line)

    def _proposed(self, file: _File, found: Found | None, notes: tuple[str, ...]) -> Line:
        if found is not None and found.references:
            return self._listed(file.path, found.references, notes)
        if file.attachment is None:
            self._keep(file)
        if file.attachment is None:
            return file.line or Line(file.path, Outcome.REFUSED, notes)
        if self._owners.get(file.attachment.sha256):
            return Line(file.path, Outcome.ALREADY_THERE, notes, tuple(self._owners[file.attachment.sha256]))
        if self._remembering is not None:  # also that nothing could be read, so that it is not tried again
            self._remembering.keep(file.attachment.sha256, found or Found())
        record = from_file(file.attachment, found)
        self._add(record)
        return Line(file.path, Outcome.ADDED, (*notes, *_warnings(file.path.name)), (record.id,))

    def _listed(self, path: Path, references: Iterable[Reference], notes: tuple[str, ...]) -> Line:
        records = [from_reference(reference) for reference in references]
        for record in records:
            self._add(record)
        return Line(path, Outcome.ADDED, notes, tuple(record.id for record in records))

    def _add(self, record: Evidence) -> None:
        self._records.append(record)
        self._own(record)

    def gathered(self) -> Gathered:
        """All that came in."""
        return Gathered(tuple(self._records), tuple(self._lines))


def _awaited(reading: Future[Found] | None, report: _Report) -> tuple[Found | None, tuple[str, ...]]:
    """What was read, and what is to be told of it."""
    if reading is None:
        return None, ()
    while not wait((reading,), _LOOK).done:
        report.tell()
    try:
        found = reading.result()
    except (ForeignFileError, UnreadableFileError) as error:
        return None, (error.what,)
    return found, tuple(map(remark_words, found.remarks))


def _warnings(name: str) -> tuple[str, ...]:
    match sort_of(name):
        case Sort.DANGEROUS:
            return (_("Files of this type can harm a computer: it is kept, and CMDesk will never open it."),)
        case Sort.OTHER:
            return (_("CMDesk doesn't know files of this type: it is kept, and not opened from here."),)
        case _:
            return ()
