"""Bringing things into the library: files, folders, lists of references, other dossiers' records."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cmdesk import places
from cmdesk.edits.edit import Edit, Several
from cmdesk.edits.records import SetEvidence
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _, ngettext
from cmdesk.library.importing import Gathered, gather
from cmdesk.library.shelf import Shelf
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind
from cmdesk.model.ids import EvidenceId, new_ulid
from cmdesk.progress import Progress
from cmdesk.session import Session
from cmdesk.store.refusals import MissingAttachmentError
from ui import errors, messages
from ui.library.catalogue import Catalogue
from ui.library.moments import today
from ui.library.report import ImportReport
from ui.library.waiting import Waiting


class Bringing:
    """Brings things in, telling what became of them; each way is one undo."""

    def __init__(self, catalogue: Catalogue, parent: QWidget) -> None:
        self._catalogue = catalogue
        self._parent = parent

    @property
    def _session(self) -> Session:
        return self._catalogue.session

    def choose_files(self) -> tuple[EvidenceId, ...]:
        """Ask for files and bring them in; returns the new records."""
        kinds = _("All files (*)")
        names, _kind = QFileDialog.getOpenFileNames(
            self._parent, _("Choose files to bring in"), str(places.documents()), kinds
        )
        return self.bring([Path(name) for name in names]) if names else ()

    def choose_folder(self) -> tuple[EvidenceId, ...]:
        """Ask for a folder and bring in all files in it."""
        folder = messages.choose_folder(self._parent, _("Choose a folder to bring in"), places.documents())
        return self.bring([folder]) if folder else ()

    def bring(self, paths: Sequence[Path]) -> tuple[EvidenceId, ...]:
        """Bring in files and folders, and report; returns the new records."""
        catalogue, library = self._catalogue, self._session.dossier.evidence
        keeping = self._session.project.attachments

        def work(progress: Progress) -> Gathered:
            shelf = Shelf.open(catalogue.path)
            try:
                return gather(paths, keeping, library, progress, shelf)
            finally:
                shelf.close()

        gathered = self._waited(_("Bringing files in"), work)
        if gathered is None:
            return ()
        if gathered.edit is not None:
            self._session.do(gathered.edit)
        ImportReport(gathered, self._parent).is_accepted()
        return tuple(record.id for record in gathered.records)

    def _waited(self, title: str, work: Callable[[Progress], Gathered]) -> Gathered | None:
        waiting = Waiting(title, work, self._parent)
        outcome: Gathered | None = waiting.wait()
        if waiting.error is not None:
            errors.show(self._parent, waiting.error)
        return outcome

    def new(self, kind: EvidenceKind) -> EvidenceId:
        """A new record of a kind, which only has its kind yet; a web page was seen today."""
        seen = today() if kind is EvidenceKind.LINK else None
        record = Evidence(EvidenceId(new_ulid()), kind, seen_on=seen)
        self._session.do(SetEvidence(record))
        return record.id

    def add_file(self, record: Evidence) -> None:
        """Ask for a file and attach it to a record."""
        names, _kind = QFileDialog.getOpenFileNames(self._parent, _("Choose files to attach"), str(places.documents()))
        try:
            files = [self._session.project.attachments.put(Path(name)) for name in names]
        except CMDeskError as error:
            errors.show(self._parent, error)
            return
        known = {file.sha256 for file in record.attachments}
        fresh = tuple(file for file in files if file.sha256 not in known)
        self._put(record, (*record.attachments, *fresh))

    def take_off(self, record: Evidence, file: Attachment) -> None:
        """Take a file off a record; its bytes stay in the dossier's folder, so that undo brings it back."""
        self._put(record, tuple(each for each in record.attachments if each != file))

    def _put(self, record: Evidence, files: tuple[Attachment, ...]) -> None:
        self._session.do(SetEvidence(replace(record, attachments=files)))

    def find_again(self, file: Attachment) -> None:
        """Ask for a missing file, and keep it if its bytes are the ones that were attached."""
        name, _kind = QFileDialog.getOpenFileName(
            self._parent, _("Where is “{file}” now?").format(file=file.name), str(places.documents())
        )
        if not name:
            return
        try:
            kept = self._session.project.attachments.put(Path(name))
        except CMDeskError as error:
            errors.show(self._parent, error)
            return
        if kept.sha256 == file.sha256:
            self._catalogue.find_unsound((), (file.sha256,))
            return
        messages.tell(
            self._parent,
            _("This is another file than “{file}”, or another version of it.").format(file=file.name),
            _("Attach it as a new file if it is to take the other one's place."),
        )

    def from_dossier(self) -> tuple[EvidenceId, ...]:
        """Ask for another dossier and bring in its records that are not here, with their files."""
        folder = messages.choose_folder(self._parent, _("Open the folder of another dossier"), places.documents())
        if folder is None:
            return ()
        try:
            return self._copied(folder)
        except CMDeskError as error:
            errors.show(self._parent, error)
            return ()

    def _copied(self, folder: Path) -> tuple[EvidenceId, ...]:
        other = Session.open(folder, writable=False)
        try:
            records = [
                record for name, record in other.dossier.evidence.items() if name not in self._session.dossier.evidence
            ]
            for record in records:
                for file in record.attachments:
                    try:
                        self._session.project.attachments.put(other.project.attachments.path_of(file))
                    except MissingAttachmentError:
                        continue  # missing there, and named as missing here
        finally:
            other.close()
        return self._add(records)

    def from_library_file(self) -> tuple[EvidenceId, ...]:
        """Ask for a library file that CMDesk wrote, and bring back what it says."""
        name, _kind = QFileDialog.getOpenFileName(
            self._parent, _("Choose a library file of CMDesk"), str(places.documents()), "CSV (*.csv)"
        )
        if not name:
            return ()
        try:
            from cmdesk.library import lossless  # noqa: PLC0415 - most sessions bring nothing back

            return self._add(lossless.from_csv(Path(name).read_bytes()))
        except CMDeskError as error:
            errors.show(self._parent, error)
        except OSError as error:
            messages.tell(self._parent, _("“{file}” can't be read.").format(file=name), error.strerror or "")
        return ()

    def _add(self, records: Iterable[Evidence]) -> tuple[EvidenceId, ...]:
        wanted = tuple(records)
        name = ngettext("Import {count} record", "Import {count} records", len(wanted)).format(count=len(wanted))
        edit: Edit = Several(name, tuple(map(SetEvidence, wanted)))
        if wanted:
            self._session.do(edit)
        told = ngettext("{count} record was brought in.", "{count} records were brought in.", len(wanted))
        messages.tell(self._parent, told.format(count=len(wanted)))
        return tuple(record.id for record in wanted)
