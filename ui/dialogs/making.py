"""What dialogs share that make files: they ask, work beside the window, and show what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cmdesk.checks import Severity, check
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _, ngettext
from cmdesk.model.dossier import Dossier
from cmdesk.progress import Progress
from ui import errands
from ui.dialogs.frame import Frame
from ui.jobs import Job
from ui.theme import SPACE
from ui.widgets.field import Remark
from ui.widgets.label import label


class MakingDialog(Frame):
    """Can be closed at any time, which cancels the work and leaves nothing half-made."""

    exported = Signal()
    """It is made, and can be opened."""

    def __init__(self, width: int, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(width, parent)
        self.dossier = dossier
        self.job: Job | None = None
        self.receipt: Any = None
        self._leaving = False
        self._asked: list[QWidget] = []
        self._questions = QVBoxLayout()
        self._questions.setSpacing(2 * SPACE)
        self.target_name, self.target, self.elsewhere = label("strong"), label(), QPushButton()
        self.findings, self.outcome, self.details = label("muted"), label("good"), label()
        self.problem, self.bar = Remark(), QProgressBar()
        self.cancel, self.show_in, self.open_file = self.add_button(), self.add_button(), self.add_button()
        self.start = self.add_button(primary=True)
        self._arrange()
        self._tie()

    def _arrange(self) -> None:
        self.body.addLayout(self._questions)
        where, names = QHBoxLayout(), QVBoxLayout()
        names.setSpacing(SPACE // 2)
        names.addWidget(self.target_name)
        names.addWidget(self.target)
        where.addLayout(names, 1)
        where.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(where)
        for part in (self.findings, self.bar, self.problem, self.outcome, self.details):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.findings.hide()
        self.bar.setTextVisible(False)

    def _tie(self) -> None:
        self.cancel.clicked.connect(self._cancel)
        self.start.clicked.connect(self.begin)
        self.elsewhere.clicked.connect(self.choose_target)
        self.open_file.clicked.connect(partial(self.open_made, of_folder=False))
        self.show_in.clicked.connect(partial(self.open_made, of_folder=True))
        self._look_through()

    def _look_through(self) -> None:
        """Count what the checks find; on another thread, since a big dossier takes a second."""
        dossier = self.dossier
        looking = Job(lambda _progress: things_to_look_at(dossier), self)
        looking.succeeded.connect(self._show_findings)
        looking.start()

    def _show_findings(self, words: str) -> None:
        self.findings.setText(words)
        self.findings.setVisible(bool(words))

    def ask(self, *questions: QWidget) -> None:
        """Put questions to the user, which hold still while the work goes on."""
        self._asked.extend(questions)
        for question in questions:
            self._questions.addWidget(question)

    @property
    def path(self) -> Path:
        """What will be made."""
        raise NotImplementedError

    def work(self) -> Callable[[Progress], Any]:
        """What makes it and returns a receipt."""
        raise NotImplementedError

    def told(self, receipt: Any) -> tuple[str, str]:
        """What was made, in a sentence, and what more there is to know of it."""
        raise NotImplementedError

    def choose_target(self) -> None:
        """Let the user say where to."""
        raise NotImplementedError

    def begin(self) -> None:
        """Start the work."""
        if self.job is not None:
            return
        self.job = Job(self.work(), self)
        self.job.progressed.connect(self._progressed)
        self.job.succeeded.connect(self._note)
        self.job.failed.connect(self._show_problem)
        self.job.ended.connect(self._ended)
        self.problem.help("")
        self.bar.setRange(0, 0)
        self.stage(working=True)
        self.job.start()

    def stage(self, *, working: bool, done: bool = False) -> None:
        """Show what belongs to the moment before, during or after the work."""
        for part in (*self._asked, self.elsewhere):
            part.setEnabled(not working)
        self.bar.setVisible(working)
        for made in (self.outcome, self.open_file, self.show_in):
            made.setVisible(done)
        self.details.setVisible(done and bool(self.details.text()))
        self.start.setVisible(not working and not done)
        self.cancel.setEnabled(True)
        self.cancel.setText(_("Cancel") if working else _("Close"))

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _note(self, receipt: Any) -> None:
        self.receipt = receipt

    def _show_problem(self, error: CMDeskError) -> None:
        self.problem.problem(" ".join(filter(None, (error.what, error.advice))))

    def _ended(self) -> None:
        """Show what came of it: only now is there no work that closing would have to wait for."""
        self.job = None
        if self._leaving:
            super().reject()
        elif self.receipt is None:
            self.stage(working=False)
            self.start.setFocus()
        else:
            outcome, more = self.told(self.receipt)
            self.outcome.setText(outcome)
            self.details.setText(more)
            self.stage(working=False, done=True)
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

    def open_made(self, *, of_folder: bool) -> None:
        """Show what was made, or the folder that it is in."""
        if self.receipt is not None:
            errands.reveal(self.path.parent if of_folder else self.path)


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
