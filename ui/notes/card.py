"""One note as a card: what it is on, what was said, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.note import Note
from ui.notes.note_field import NoteField
from ui.notes.words import byline, place_words
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label


class NoteCard(QFrame):
    """Shows a note; tells what is wanted of it."""

    place_wanted = Signal(object)
    """The `Note`, whose words are to be shown."""
    answered = Signal(str, str)
    """The note's id, and what is said."""
    done_wanted = Signal(str, bool)
    removal_wanted = Signal(str)

    def __init__(self, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = note
        self.setProperty(ROLE, "note")
        self.show_place, self.answer, self.done, self.remove = self.buttons = [QPushButton(self) for _b in range(4)]
        for button in self.buttons:
            button.setProperty(ROLE, "quiet")
        self.place, self.to, self.field = label("small"), label("small"), NoteField()
        self._remarks = QVBoxLayout()
        self._shown: list[QLabel] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.place)
        layout.addWidget(self.to)
        layout.addLayout(self._remarks)
        layout.addWidget(self.field)
        deeds = QHBoxLayout()
        deeds.setSpacing(0)
        for button in self.buttons:
            deeds.addWidget(button)
        deeds.addStretch(1)
        layout.addLayout(deeds)
        self.field.hide()

    def _connect(self) -> None:
        self.show_place.clicked.connect(self._show_place)
        self.done.clicked.connect(self._change_done)
        self.remove.clicked.connect(self._take_out)
        self.answer.clicked.connect(self.begin_answer)
        self.field.said.connect(self._say)
        self.field.given_up.connect(self.end_answer)

    def show_note(self, note: Note, dossier: Dossier) -> None:
        """Show a note, or what became of it; an answer that is being written stays."""
        self.note = note
        words = place_words(note, dossier)
        self.place.setText(words)
        self.show_place.setText(_("Go there"))
        self.show_place.setAccessibleName(_("Go to {place}").format(place=words))
        self.to.setText(_("To {name}").format(name=note.to))
        self.to.setVisible(bool(note.to))
        self.done.setText(_("Open again") if note.done else _("Done"))
        self.answer.setText(_("Reply"))
        self.remove.setText(_("Delete"))
        self.field.setAccessibleName(_("Reply"))
        self._show_remarks()
        self.setProperty("done", note.done)

    def _show_remarks(self) -> None:
        for old in self._shown:
            self._remarks.removeWidget(old)
            old.deleteLater()
        self._shown = []
        for remark in self.note.remarks:
            self._shown += [label("small", byline(remark)), label("muted" if self.note.done else "", remark.words)]
        for part in self._shown:
            self._remarks.addWidget(part)

    def allow(self, *, writing: bool) -> None:
        """Let the note be answered, done and deleted, or only read."""
        for button in (self.answer, self.done, self.remove):
            button.setVisible(writing)

    def begin_answer(self) -> None:
        """Let an answer be written."""
        self.field.show()
        self.field.setFocus()

    def end_answer(self) -> None:
        """Put the field for the answer away."""
        self.field.setText("")
        self.field.hide()
        self.answer.setFocus()

    def _say(self) -> None:
        words = self.field.text().strip()
        if words:
            self.end_answer()
            self.answered.emit(self.note.id, words)

    def _show_place(self) -> None:
        self.place_wanted.emit(self.note)

    def _change_done(self) -> None:
        self.done_wanted.emit(self.note.id, not self.note.done)

    def _take_out(self) -> None:
        self.removal_wanted.emit(self.note.id)
