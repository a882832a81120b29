"""Session news as Qt signals, on the window's thread whatever thread they come from."""

from PySide6.QtCore import QObject, Signal

from cmdesk.model.dossier import Dossier
from cmdesk.session import Session
from cmdesk.store.saving import SaveState


class SessionBridge(QObject):
    """The news of one session. Slots get dossiers and compare their parts by identity."""

    changed = Signal(object, object)
    """The dossier before and after."""
    saving_changed = Signal(object)
    """A `SaveState`."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._unsubscribe = (session.watch(self._changed), session.watch_saving(self._saving_changed))

    def release(self) -> None:
        """Hear no more of the session."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()

    def _changed(self, before: Dossier, after: Dossier) -> None:
        self.changed.emit(before, after)

    def _saving_changed(self, state: SaveState) -> None:
        # Called on the writer's thread: receivers live on the window's, so Qt queues the signal.
        self.saving_changed.emit(state)
