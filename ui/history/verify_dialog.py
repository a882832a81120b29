"""Whether every file of the dossier is sound: read through beside the window, told in sentences, repaired elsewhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from cmdesk import places
from cmdesk.errors import CMDeskError
from cmdesk.i18n import N_, _, ngettext
from cmdesk.progress import Progress
from cmdesk.store.findings import Severity
from cmdesk.store.repairing import Repaired, repair
from cmdesk.store.verifying import Verdict, verify
from ui import messages
from ui.dialogs.frame import Frame
from ui.jobs import Job
from ui.style import ROLE
from ui.widgets.label import label, restyle
from ui.widgets.rows import Row, RowsView

VERDICTS = {
    Severity.SOUND: (N_("The dossier is sound."), "good"),
    Severity.WARNING: (N_("The dossier is sound, but there is something to look at."), "strong"),
    Severity.DAMAGE: (N_("The dossier is damaged, but everything in it can be read."), "alarm"),
    Severity.LOSS: (N_("The dossier is damaged, and something in it is lost."), "alarm"),
}


class VerifyDialog(Frame):
    """Begins to read as soon as it is there; it can be closed at any time."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(720, parent)
        self._folder = folder
        self.repaired: Path | None = None
        """The folder into which it was repaired, to be opened next."""
        self.verdict: Verdict | None = None
        self.job: Job | None = None
        self._leaving = False
        self.outcome, self.about, self.findings = label("strong"), label("muted"), RowsView()
        self.bar = QProgressBar()
        self.mend, self.close_ = QPushButton(), self.add_button(primary=True)
        self.mend.setProperty(ROLE, "")
        self.foot.insertWidget(self.foot.count() - 1, self.mend)
        for part in (self.outcome, self.about, self.bar, self.findings):
            self.body.addWidget(part)
        self.body.addStretch(0)
        self.body.setStretchFactor(self.findings, 1)
        self.bar.setTextVisible(False)
        self.close_.clicked.connect(self.reject)
        self.mend.clicked.connect(self._choose)
        self._say()
        self.begin()

    def _say(self) -> None:
        self.title(_("Verify the files"))
        self.about.setText(
            _("Every file of {folder} is read and compared with its checksum.").format(folder=self._folder)
        )
        self.findings.setAccessibleName(_("What was found"))
        self.mend.setText(_("&Repair into a new folder…"))
        self.close_.setText(_("Close"))

    def begin(self) -> None:
        """Read everything."""
        self.outcome.setText(_("Reading…"))
        self.findings.hide()
        self.mend.hide()
        self._start(partial(_verified, self._folder), self._tell)

    def _start(self, work: Callable[[Progress], object], then: Callable[..., object]) -> None:
        self.job = Job(work, self)
        self.job.progressed.connect(self._progressed)
        self.job.succeeded.connect(then)
        self.job.failed.connect(self._failed)
        self.job.ended.connect(self._ended)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.job.start()

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _tell(self, verdict: Verdict) -> None:
        self.verdict = verdict
        words, role = VERDICTS[verdict.severity]
        self.outcome.setText(_(words))
        restyle(self.outcome, ROLE, role)
        self.findings.show_rows([_row(sentence, place) for place, sentence in enumerate(verdict.findings)])
        self.findings.setVisible(bool(verdict.findings))
        self.mend.setVisible(verdict.severity >= Severity.DAMAGE)
        self.about.setText(counted(verdict))

    def _failed(self, error: CMDeskError) -> None:
        self.outcome.setText(error.what)
        restyle(self.outcome, ROLE, "alarm")
        self.about.setText(error.advice)

    def _ended(self) -> None:
        self.job = None
        self.bar.hide()
        self.mend.setEnabled(True)
        if self._leaving or self.repaired is not None:
            super().done(int(self.repaired is not None))

    def _choose(self) -> None:
        around = messages.choose_folder(self, _("Choose where to put the repaired dossier"), places.documents())
        if around is not None and self.job is None:
            named = _("{dossier} – repaired").format(dossier=self._folder.stem)
            target = places.free(around / f"{named}{self._folder.suffix}")
            self.mend.setEnabled(False)
            self._start(partial(_repaired, self._folder, target), partial(self._mended, target))

    def _mended(self, target: Path, made: Repaired) -> None:
        self.repaired = target
        if made.doubts:
            messages.tell(self, _("It is repaired, but this is missing or doubtful."), "\n".join(made.doubts))

    def done(self, result: int) -> None:
        """Close; what is going on is stopped first."""
        if self.job is None:
            super().done(result)
        else:
            self._leaving = True
            self.job.cancel()


def _verified(folder: Path, progress: Progress) -> Verdict:
    progress.step(0, 0)
    return verify(folder)


def _repaired(folder: Path, target: Path, progress: Progress) -> Repaired:
    progress.step(0, 0)
    return repair(folder, target)


def _row(sentence: str, place: int) -> Row:
    return Row(sentence, place + 1)


def counted(verdict: Verdict) -> str:
    """How many findings there are, in a sentence."""
    if not verdict.findings:
        return _("Every file is what it was when it was written.")
    count = len(verdict.findings)
    return ngettext("{count} finding", "{count} findings", count).format(count=count)
