"""What panels beside the page share: a heading, a way to put them away, room for the rest."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cmdesk.i18n import _
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.label import label


class SidePanel(QWidget):
    """An empty panel."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.away = label("heading"), QToolButton()
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * SPACE, 2 * SPACE, SPACE, SPACE)
        self.body.setSpacing(SPACE)
        self.body.addLayout(head)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.away.clicked.connect(self.closed)

    def name(self, words: str) -> None:
        """Name the panel, in its heading and for screen readers."""
        self.heading.setText(words)
        self.setAccessibleName(words)
        self.away.setIcon(icons.icon("close"))
        self.away.setToolTip(_("Put away"))
        self.away.setAccessibleName(_("Put away: {panel}").format(panel=words))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
