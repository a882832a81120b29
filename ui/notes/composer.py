"""The sheet on which a new note is begun."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cmdesk.i18n import _
from ui.notes.note_field import NoteField
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label


class Composer(QFrame):
    """Hidden until a note is begun."""

    said = Signal(str, str)
    """What is said, and to whom."""
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(ROLE, "note")
        self.place, self.field, self.to = label("small"), NoteField(), QLineEdit()
        self.add, self.cancel = QPushButton(), QPushButton()
        self.add.setProperty(ROLE, "primary")
        self.cancel.setProperty(ROLE, "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        for part in (self.place, self.field, self.to):
            layout.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        layout.addLayout(buttons)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self.field.said.connect(self._say)
        self.to.returnPressed.connect(self._say)
        self.add.clicked.connect(self._say)
        self.field.given_up.connect(self._give_up)
        self.cancel.clicked.connect(self._give_up)

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.field.setPlaceholderText(_("Write a note"))
        self.field.setAccessibleName(_("Write a note"))
        self.to.setPlaceholderText(_("To whom, if to one person"))
        self.to.setAccessibleName(_("To whom, if to one person"))
        self.add.setText(_("Add note"))
        self.cancel.setText(_("Cancel"))

    def begin(self, place: str) -> None:
        """Begin a note on something."""
        self.place.setText(place)
        self.show()
        self.field.setFocus()

    def _say(self) -> None:
        words = self.field.text().strip()
        if words:
            to = self.to.text().strip()
            self._empty()
            self.said.emit(words, to)

    def _give_up(self) -> None:
        self._empty()
        self.given_up.emit()

    def _empty(self) -> None:
        self.field.setText("")
        self.to.setText("")
        self.hide()
