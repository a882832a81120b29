"""A quiet bar above the page, where others would open a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from cmdesk.i18n import _
from ui import theme
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.label import label


class Notice(QFrame):
    """Says something that may be read and put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(ROLE, "notice")
        self._icon, self._words, self._away = QLabel(), label(), QToolButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE // 2, SPACE // 2)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
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
        self.setVisible(bool(words))
