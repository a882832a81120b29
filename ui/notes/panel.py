"""The panel of notes, to the right of the page."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from cmdesk.edits.edit import Edit
from cmdesk.edits.notes import AddNote, AddRemark, RemoveNote, SetNoteDone
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import NoteId, ParagraphId, QuestionId, RowId, new_ulid
from cmdesk.model.note import Note, Remark
from cmdesk.model.noted import all_notes, notes_of_answer
from ui.bridge import SessionBridge
from ui.notes.card import NoteCard
from ui.notes.composer import Composer
from ui.notes.words import now, place_words
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.label import label

MOST_SHOWN = 200
"""Cards at a time: more of them nobody reads, and making them would take long."""
_WIDTH = 300


class NotesPanel(QWidget):
    """Lists the notes of the section that is shown, or of the whole dossier."""

    place_wanted = Signal(object)
    """The `Note`, whose words are to be shown."""
    closed = Signal()
    refused = Signal(str)

    def __init__(self, bridge: SessionBridge, author: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = bridge.session
        self._author = author
        self._question = QuestionId("")
        self._begun: Note | None = None
        self.cards: dict[NoteId, NoteCard] = {}
        self.title, self.empty = label("heading"), label("muted")
        self.everywhere, self.done_too, self.away = QCheckBox(), QCheckBox(), QToolButton()
        self.composer = Composer(self)
        self._list = QVBoxLayout()
        self._scroll = QScrollArea()
        self._lay_out()
        self._connect(bridge)
        self.retranslate()

    def _lay_out(self) -> None:
        self.setMinimumWidth(_WIDTH)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.away)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, 2 * SPACE, SPACE, SPACE)
        layout.addLayout(head)
        for part in (self.everywhere, self.done_too, self.composer, self.empty):
            layout.addWidget(part)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._list)
        outer.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setProperty(ROLE, "plain")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self._scroll, 1)

    def _connect(self, bridge: SessionBridge) -> None:
        bridge.changed.connect(self._changed)
        self.everywhere.toggled.connect(self.refresh)
        self.done_too.toggled.connect(self.refresh)
        self.away.clicked.connect(self.closed)
        self.composer.said.connect(self._add)

    def retranslate(self) -> None:
        """Speak the interface's language, and wear the theme's colours."""
        self.title.setText(_("Margin notes"))
        self.everywhere.setText(_("All sections"))
        self.done_too.setText(_("Done ones too"))
        self.away.setIcon(icons.icon("close"))
        self.away.setToolTip(_("Put away"))
        self.away.setAccessibleName(_("Put away"))
        self.composer.retranslate()
        self.refresh()

    def show_question(self, question: QuestionId) -> None:
        """Show the notes of another section."""
        self._question = question
        self.refresh()

    def begin(self, note: Note) -> None:
        """Begin a note like this one, which has no words yet."""
        if self._session.writable:
            self._begun = note
            self.composer.begin(place_words(note, self._session.dossier))

    def look_at(self, paragraph: ParagraphId) -> None:
        """Show the first note on a paragraph."""
        card = next((card for card in self.cards.values() if card.note.paragraph == paragraph), None)
        if card is not None:
            self._scroll.ensureWidgetVisible(card)
            card.show_place.setFocus()

    def refresh(self) -> None:
        """Show the notes as they are now; cards that stay keep what is being written in them."""
        notes = self._notes()
        for gone in self.cards.keys() - {note.id for note in notes}:
            self.cards.pop(gone).deleteLater()
        for place, note in enumerate(notes):
            card = self.cards.get(note.id) or self._card(note)
            card.show_note(note, self._session.dossier)
            card.allow(writing=self._session.writable)
            self._list.insertWidget(place, card)
        self.empty.setText(_("No notes here. Select some words and press {keys} to add one.").format(keys="Ctrl+Alt+M"))
        self.empty.setVisible(not notes)

    def _notes(self) -> list[Note]:
        dossier = self._session.dossier
        if self.everywhere.isChecked():
            found = all_notes(dossier)
        else:
            found = notes_of_answer(dossier, self._question) if self._question else ()
        return [note for note in found if self.done_too.isChecked() or not note.done][:MOST_SHOWN]

    def _card(self, note: Note) -> NoteCard:
        card = self.cards[note.id] = NoteCard(note)
        card.place_wanted.connect(self.place_wanted)
        card.answered.connect(self._answer)
        card.done_wanted.connect(self._set_done)
        card.removal_wanted.connect(self._remove)
        return card

    def _changed(self, before: Dossier, after: Dossier) -> None:
        if before.notes is not after.notes:
            self.refresh()

    def _remark(self, words: str) -> Remark:
        return Remark(RowId(new_ulid()), words, self._author(), now())

    def _add(self, words: str, to: str) -> None:
        if self._begun is not None:
            note = replace(self._begun, id=NoteId(new_ulid()), to=to, remarks=(self._remark(words),))
            self._do(AddNote(note))

    def _answer(self, note: str, words: str) -> None:
        self._do(AddRemark(NoteId(note), self._remark(words)))

    def _set_done(self, note: str, done: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._do(SetNoteDone(NoteId(note), done))

    def _remove(self, note: str) -> None:
        self._do(RemoveNote(NoteId(note)))

    def _do(self, edit: Edit) -> None:
        try:
            self._session.do(edit)
        except CMDeskError as error:
            self.refused.emit(error.what)
