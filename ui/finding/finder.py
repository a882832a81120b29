"""The search at work: beside the window, anew at every change of the wish or the dossier."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cmdesk.finding.searching import Hit, search
from cmdesk.finding.wish import Wish
from ui.bridge import SessionBridge
from ui.jobs import Job

if TYPE_CHECKING:
    from cmdesk.model.dossier import Dossier

_TYPED_MS, _CHANGED_MS = 150, 600
"""Rest after a change of the wish, and of the dossier."""


class Finder(QObject):
    """Knows where the words wanted stand in the dossier as it was a moment ago."""

    changed = Signal()

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = bridge.session
        self.wish = Wish("")
        self.hits: tuple[Hit, ...] = ()
        self.looked_at: Dossier | None = None
        """The state that the hits are of."""
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.look)
        bridge.changed.connect(self._dossier_changed)

    @property
    def is_fresh(self) -> bool:
        """Whether the hits are those of the dossier as it is now."""
        return self.looked_at is self._session.dossier and self._job is None and not self._pause.isActive()

    def want(self, wish: Wish) -> None:
        """Look for something else, in a moment."""
        if wish != self.wish:
            self.wish = wish
            self._pause.start(_TYPED_MS)

    def _dossier_changed(self) -> None:
        if self.wish.words:
            self._pause.start(_CHANGED_MS)

    def look(self) -> None:
        """Look now; what is being looked for already is given up."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
            self._pause.start(_TYPED_MS)
            return
        self.looked_at = self._session.dossier
        self._job = Job(partial(search, self.looked_at, self.wish), self)
        self._job.succeeded.connect(self._take)
        self._job.ended.connect(self._ended)
        self._job.start()

    def _take(self, hits: tuple[Hit, ...]) -> None:
        self.hits = hits

    def _ended(self) -> None:
        self._job = None
        self.changed.emit()
