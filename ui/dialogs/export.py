"""The dossier as a Word or PDF document: which, in which languages, where to, how far, and what came of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cmdesk.checks import Severity, check
from cmdesk.errors import CMDeskError
from cmdesk.export.compose import Languages
from cmdesk.export.exporting import Format, Receipt, export, suggested_name
from cmdesk.i18n import _, ngettext
from cmdesk.model.dossier import Dossier
from ui import messages
from ui.dialogs.frame import Frame
from ui.errands import reveal
from ui.jobs import Job
from ui.theme import SPACE
from ui.widgets.choices import Choices
from ui.widgets.field import Remark
from ui.widgets.label import label

_FORMATS = (Format.DOCX, Format.PDF)
_LANGUAGES = (Languages.BOTH, Languages.THAI, Languages.ENGLISH)


class ExportDialog(Frame):
    """Asks, works beside the window, and shows what came of it. It can be closed at any time, which cancels."""

    exported = Signal()
    """A file was written, and can be opened."""

    def __init__(self, dossier: Dossier, place: Path, parent: QWidget | None = None) -> None:
        super().__init__(600, parent)
        self._dossier, self._place = dossier, place
        self._own_target: Path | None = None
        self.job: Job | None = None
        self.receipt: Receipt | None = None
        self._leaving = False
        self.format, self.languages = Choices(len(_FORMATS)), Choices(len(_LANGUAGES))
        self.target_name, self.target, self.elsewhere = label("strong"), label(), QPushButton()
        self.findings, self.outcome, self.problem = label("muted"), label("good"), Remark()
        self.bar = QProgressBar()
        self._lay_out()
        self._connect()
        self._say()
        self._chosen()

    def _lay_out(self) -> None:
        self.body.addWidget(self.format)
        self.body.addWidget(self.languages)
        where = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(SPACE // 2)
        names.addWidget(self.target_name)
        names.addWidget(self.target)
        where.addLayout(names, 1)
        where.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(where)
        for part in (self.findings, self.bar, self.problem, self.outcome):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.bar.setTextVisible(False)
        self.cancel, self.show_in, self.open_file = self.add_button(), self.add_button(), self.add_button()
        self.start = self.add_button(primary=True)

    def _connect(self) -> None:
        self.format.chosen.connect(self._chosen)
        self.languages.chosen.connect(self._chosen)
        self.elsewhere.clicked.connect(self._choose_target)
        self.cancel.clicked.connect(self._cancel)
        self.start.clicked.connect(self.begin)
        self.open_file.clicked.connect(partial(self._open, of_folder=False))
        self.show_in.clicked.connect(partial(self._open, of_folder=True))

    def _say(self) -> None:
        self.title(_("Export"))
        self.format.say(_("As"), _("&Word document"), _("&PDF document"))
        self.languages.say(_("In"), _("&Both languages, side by side"), _("&Thai"), _("&English"))
        self.target_name.setText(_("Into the file"))
        self.elsewhere.setText(_("C&hoose…"))
        self.start.setText(_("E&xport"))
        self.open_file.setText(_("&Open file"))
        self.show_in.setText(_("Show in &folder"))
        self.findings.setText(things_to_look_at(self._dossier))
        self.findings.setVisible(bool(self.findings.text()))

    @property
    def path(self) -> Path:
        """The file that will be written."""
        form, languages = _FORMATS[self.format.place], _LANGUAGES[self.languages.place]
        return self._own_target or self._place / suggested_name(self._dossier, form, languages)

    def _chosen(self) -> None:
        self._own_target = None
        self._show_target()

    def _show_target(self) -> None:
        self.receipt = None
        self.target.setText(str(self.path))
        self.problem.help(_("The file that is there now will be replaced.") if self.path.is_file() else "")
        self._stage(working=False)

    def _choose_target(self) -> None:
        form = _FORMATS[self.format.place]
        kind = _("Word document") if form is Format.DOCX else _("PDF document")
        chosen = messages.choose_target(self, _("Export into the file"), self.path, kind, form.suffix)
        if chosen is not None:
            self._own_target, self._place = chosen, chosen.parent
            self._show_target()

    def begin(self) -> None:
        """Start the export."""
        if self.job is not None:
            return
        form, languages = _FORMATS[self.format.place], _LANGUAGES[self.languages.place]
        self.job = Job(partial(export, self._dossier, form, languages, self.path), self)
        self.job.progressed.connect(self._progressed)
        self.job.succeeded.connect(self._note)
        self.job.failed.connect(self._show_problem)
        self.job.ended.connect(self._ended)
        self.problem.help("")
        self.bar.setRange(0, 0)
        self._stage(working=True)
        self.job.start()

    def _stage(self, *, working: bool, done: bool = False) -> None:
        """Show what belongs to the moment before, during or after the work."""
        for part in (self.format, self.languages, self.elsewhere):
            part.setEnabled(not working)
        self.bar.setVisible(working)
        self.outcome.setVisible(done)
        self.open_file.setVisible(done)
        self.show_in.setVisible(done)
        self.start.setVisible(not working and not done)
        self.cancel.setEnabled(True)
        self.cancel.setText(_("Cancel") if working else _("Close"))

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _note(self, receipt: Receipt) -> None:
        self.receipt = receipt

    def _show_problem(self, error: CMDeskError) -> None:
        self.problem.problem(" ".join(filter(None, (error.what, error.advice))))

    def _ended(self) -> None:
        """Show what came of it: only now is there no work that closing would have to wait for."""
        self.job = None
        if self._leaving:
            super().reject()
        elif self.receipt is None:
            self._stage(working=False)
            self.start.setFocus()
        else:
            self.outcome.setText(receipt_words(self.receipt))
            self._stage(working=False, done=True)
            self.open_file.setFocus()
            self.exported.emit()

    def _cancel(self) -> None:
        if self.job is None:
            self.reject()
        else:
            self.job.cancel()
            self.cancel.setEnabled(False)
            self.cancel.setText(_("Cancelling…"))

    def reject(self) -> None:
        """Close; work that is going on is cancelled first."""
        if self.job is None:
            super().reject()
        else:
            self._leaving = True
            self._cancel()

    def _open(self, *, of_folder: bool) -> None:
        if self.receipt is not None:
            reveal(self.receipt.path.parent if of_folder else self.receipt.path)


def receipt_words(receipt: Receipt) -> str:
    """What was written, for people."""
    size = max(1, round(receipt.size / 1000))
    told = _("Written: {file}, {size} KB").format(file=receipt.path.name, size=size)
    if receipt.pages is None:
        return told
    pages = ngettext("{count} page", "{count} pages", receipt.pages).format(count=receipt.pages)
    return f"{told} · {pages}"


def things_to_look_at(dossier: Dossier) -> str:
    """How many findings the checks have, in a sentence; empty when there is nothing."""
    found = sum(finding.severity is not Severity.NOTE for finding in check(dossier))
    if not found:
        return ""
    return ngettext(
        "The checks have found {count} thing to look at. It can be exported all the same.",
        "The checks have found {count} things to look at. It can be exported all the same.",
        found,
    ).format(count=found)
