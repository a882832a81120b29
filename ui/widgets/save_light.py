"""The light that tells how safe the work is."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from cmdesk.i18n import _
from cmdesk.store.saving import Safety, SaveState
from ui import theme
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.elided import Elided
from ui.widgets.label import label, restyle

_SIZE = 18
_ALARM_MS = 10_000
"""Work that is not safe for so long asks for attention by itself."""


class SaveLight(QWidget):
    """Says *Saved* only when it is on disk: it follows the store's word and nothing else."""

    copy_wanted = Signal()
    """The dossier can't be saved where it is, and the user wants it elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SaveState(Safety.SAVED, 0)
        self._owner = ""
        self._icon, self._words = QLabel(), label("strong")
        self._reason = Elided(Qt.TextElideMode.ElideRight, "text")
        self._copy = QPushButton()
        self._alarm = QTimer(self, interval=_ALARM_MS)
        self._alarm.timeout.connect(self._call)
        self._copy.clicked.connect(self.copy_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, 2, SPACE, 2)
        layout.setSpacing(SPACE)
        for part in (self._icon, self._words, self._reason, self._copy):
            layout.addWidget(part)
        self._words.setWordWrap(False)
        self._copy.setProperty(ROLE, "quiet")
        self.retranslate()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_state(self, state: SaveState, read_only: str = "") -> None:
        """Show how safe the work is; `read_only` says who has the dossier, or why it can't be written."""
        self._state, self._owner = state, read_only
        if state.safety is not Safety.NOT_SAVED:
            self._alarm.stop()
        elif not self._alarm.isActive():
            self._alarm.start()
        self.retranslate()

    def _call(self) -> None:
        """Ask for attention, as the system does it: the work is still not safe."""
        QApplication.alert(self.window())

    def retranslate(self) -> None:
        """Say it in the interface's language and the theme's colours."""
        words, icon, ink, role = self._look()
        self._icon.setPixmap(icons.pixmap(icon, ink, _SIZE, self.devicePixelRatioF()))
        self._words.setText(words)
        restyle(self._words, ROLE, role)
        self._reason.say(self._why())
        self._copy.setText(_("Save a copy…"))
        self._copy.setVisible(self._state.safety in (Safety.NOT_SAVED, Safety.SAVED_HERE_ONLY))
        self.setAccessibleName(" ".join(filter(None, (words, self._why()))))

    def _look(self) -> tuple[str, str, str, str]:
        colours = theme.in_force()
        return {
            Safety.SAVED: (_("Saved"), "saved", colours.good, "good"),
            Safety.SAVED_HERE_ONLY: (_("Saved on this computer only"), "cut_off", colours.warn, "strong"),
            Safety.PENDING: (_("Saving…"), "saving", colours.muted, "muted"),
            Safety.NOT_SAVED: (_("Not saved"), "unsaved", colours.bad, "alarm"),
            Safety.READ_ONLY: (_("Read only"), "locked", colours.warn, "strong"),
        }[self._state.safety]

    def _why(self) -> str:
        problem = self._state.problem
        if self._state.safety in (Safety.NOT_SAVED, Safety.SAVED_HERE_ONLY) and problem is not None:
            return problem.what
        if self._state.safety is Safety.SAVED_HERE_ONLY:
            return _("The dossier's folder is out of reach. It is written there as soon as it is back.")
        return self._owner if self._state.safety is Safety.READ_ONLY else ""
