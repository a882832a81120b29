"""What all our dialogs share: a heading, room to breathe, and the buttons at the foot."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label


class Frame(QDialog):
    """A dialog with a heading, a body to fill, and a row of buttons."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label("heading")
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * SPACE)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.heading)
        layout.addLayout(self.body, 1)
        layout.addLayout(self.foot)
        self._width = width
        self._widen()

    def _widen(self) -> None:
        """Be as wide as the size of the interface asks, and no wider than the screen."""
        self.setMinimumWidth(min(theme.scaled(self._width), room_for(self)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the size of the interface."""
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_width"):
            self._widen()
        super().changeEvent(event)

    def is_accepted(self) -> bool:
        """Show it and wait; whether the user agreed. It can be read until the program goes on waiting for events."""
        answer = self.exec()
        self.deleteLater()
        return answer == self.DialogCode.Accepted

    def title(self, words: str) -> None:
        """Name the dialog, in its bar and in its heading."""
        self.setWindowTitle(words)
        self.heading.setText(words)

    def add_button(self, *, primary: bool = False) -> QPushButton:
        """A button at the foot, right of those before it; Enter presses the one it is at, else the primary one."""
        button = QPushButton()
        button.setAutoDefault(True)
        button.setDefault(primary)
        if primary:
            button.setProperty(ROLE, "primary")
        if self.foot.count() == 0:
            self.foot.addStretch(1)
        self.foot.addWidget(button)
        return button


def room_for(dialog: QWidget) -> int:
    """How wide a dialog may be on its screen."""
    return dialog.screen().availableGeometry().width() - 4 * SPACE
