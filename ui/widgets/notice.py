"""A quiet bar above the page, where others would open a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from cmdesk.i18n import _
from ui import theme
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.label import label


class Notice(QFrame):
    """Says something that may be read and put away; it may offer one thing to do about it."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(ROLE, "notice")
        self._icon, self._words, self._away = QLabel(), label(), QToolButton()
        self.act = QPushButton()
        self.act.setProperty(ROLE, "quiet")
        self.act.clicked.connect(self.acted)
        self.act.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE // 2, SPACE // 2)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.act, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._away, 0, Qt.AlignmentFlag.AlignTop)
        self._away.clicked.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str, icon: str = "about") -> None:
        """Show these words; none hides it."""
        colours = theme.in_force()
        self._icon.setPixmap(icons.pixmap(icon, colours.warn, 20, self.devicePixelRatioF()))
        self._away.setIcon(icons.icon("close"))
        self._away.setAccessibleName(_("Put away"))
        self._away.setToolTip(_("Put away"))
        self._words.setText(words)
        self.offer("")
        self.setVisible(bool(words))

    def offer(self, words: str) -> None:
        """Offer to do something about it; no words withdraw the offer."""
        self.act.setText(words)
        self.act.setVisible(bool(words))
