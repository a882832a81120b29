"""The checks at work while one writes: beside the window, after a pause, and never in the way of typing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cmdesk.checks import Finding, check
from ui.bridge import SessionBridge
from ui.jobs import Job

if TYPE_CHECKING:
    from cmdesk.model.dossier import Dossier

PAUSE_MS = 900
"""Rest after the last change before everything is looked through anew."""


class CheckWatch(QObject):
    """Knows what the checks find in the dossier as it was a moment ago."""

    changed = Signal()
    """Something else is found now."""

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = bridge.session
        self.findings: tuple[Finding, ...] = ()
        self.known = False
        """Whether anything was looked through yet."""
        self._job: Job | None = None
        self._looked_at: Dossier | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        bridge.changed.connect(self._wait)
        self._pause.start()

    def _wait(self) -> None:
        self._pause.start()

    def look(self) -> None:
        """Look through everything now; when it is being done, again afterwards."""
        self._pause.stop()
        if self._job is not None:
            return
        dossier = self._looked_at = self._session.dossier
        self._job = Job(lambda _progress: check(dossier), self)
        self._job.succeeded.connect(self._take)
        self._job.ended.connect(self._ended)
        self._job.start()

    def retranslate(self) -> None:
        """Have everything said in the interface's language."""
        self._looked_at = None
        self.look()

    def _take(self, findings: tuple[Finding, ...]) -> None:
        self.known = True
        self.findings = findings
        self.changed.emit()

    def _ended(self) -> None:
        self._job = None
        if self._looked_at is not self._session.dossier:
            self._pause.start()
