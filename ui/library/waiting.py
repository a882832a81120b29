"""A dialog that stays while something long goes on, tells how far it is, and can stop it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QProgressBar, QWidget

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.progress import Progress
from ui.dialogs.frame import Frame
from ui.jobs import Job
from ui.widgets.label import label

_WIDTH = 460


class Waiting(Frame):
    """Runs one piece of work; `result` is what it gave, `error` why it gave nothing."""

    def __init__(self, title: str, work: Callable[[Progress], Any], parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.outcome: Any = None
        self.error: CMDeskError | None = None
        self.title(title)
        self.words, self.bar = (
            label("muted", _("Nothing in the dossier changes before it is finished.")),
            QProgressBar(),
        )
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, 0)
        self.body.addWidget(self.words)
        self.body.addWidget(self.bar)
        self.stop = self.add_button()
        self.stop.setText(_("Cancel"))
        self._job = Job(work, self)
        self._job.progressed.connect(self._tell)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.ended.connect(self.accept)
        self.stop.clicked.connect(self.reject)

    def wait(self) -> Any:
        """What the work gave, None when it was cancelled or failed."""
        self._job.start()
        self.is_accepted()
        return self.outcome

    def reject(self) -> None:
        """Stop the work; the dialog goes when it has ended."""
        self.stop.setEnabled(False)
        self._job.cancel()

    def _tell(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _take(self, outcome: object) -> None:
        self.outcome = outcome

    def _fail(self, error: CMDeskError) -> None:
        self.error = error
