"""The notes of the answer that is shown: their marks beside the text and under the words, and how new ones begin."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import NoteId, ParagraphId
from cmdesk.model.language import Language
from cmdesk.model.note import Anchor, Note
from cmdesk.model.noted import notes_of_answer
from ui import theme
from ui.bridge import SessionBridge
from ui.editor.column import Column
from ui.editor.places import Stretch
from ui.editor.prose_page import ProsePage

_NEW = NoteId("")


class Noting(QObject):
    """Marks the notes of one page, and knows the way to each."""

    begun = Signal(object)
    """A `Note` on what is selected, without words yet."""
    looked_at = Signal(str)
    """Id of the paragraph whose mark was clicked."""

    def __init__(self, page: ProsePage, bridge: SessionBridge) -> None:
        super().__init__(page)
        self._page = page
        bridge.changed.connect(self._changed)
        for column in page.sheet.columns.values():
            column.margin_pressed.connect(self._pressed)

    def begin(self) -> None:
        """Begin a note on the words that are selected, else on the paragraph; without one, on the answer."""
        page = self._page
        if not page.may_write:
            return
        paragraphs, stretch = page.prose.paragraphs, page.column.stretch
        if stretch.first_row >= len(paragraphs):
            self.begun.emit(Note(_NEW, page.question))
            return
        paragraph = paragraphs[stretch.first_row]
        text = paragraph.in_(stretch.language)
        start, stop = stretch.within(stretch.first_row, len(text))
        words = text.characters[start:stop]
        anchor = Anchor(stretch.language, words, start) if words.strip() else None
        self.begun.emit(Note(_NEW, page.question, paragraph.id, anchor))

    def show_notes(self) -> None:
        """Mark the open notes of the answer that is shown."""
        notes = [note for note in self._notes() if not note.done]
        if self._page.backdrop.show_noted(_sides(notes)):
            self._page.sheet.repaint_columns()
        for column in self._page.sheet.columns.values():
            column.show_marks("notes", list(self._underlines(notes, column)))

    def _notes(self) -> tuple[Note, ...]:
        page = self._page
        return notes_of_answer(page.session.dossier, page.question) if page.question else ()

    def _underlines(self, notes: list[Note], column: Column) -> Iterator[QTextEdit.ExtraSelection]:
        for note in notes:
            stretch = self._stretch(note)
            if stretch is not None and stretch.language is column.language:
                yield _underline(column.cursor_over(stretch))

    def _stretch(self, note: Note) -> Stretch | None:
        """Where the words of a note stand; None when they are gone or it is on none."""
        for row, paragraph in enumerate(self._page.prose.paragraphs):
            if paragraph.id == note.paragraph and note.anchor is not None:
                found = note.anchor.found_in(paragraph.in_(note.anchor.language))
                return None if found is None else Stretch(note.anchor.language, row, found[0], row, found[1])
        return None

    def go_to(self, note: Note) -> None:
        """Show the words of a note, selected, or its paragraph."""
        page = self._page
        stretch = self._stretch(note)
        if stretch is not None:
            page.go_to(stretch.beginning)
            page.column.select(stretch)
            page.focus(stretch.language)
            return
        rows = [row for row, paragraph in enumerate(page.prose.paragraphs) if paragraph.id == note.paragraph]
        if rows:
            page.sheet.columns[page.language].go_to_end(rows[0])
        page.focus(page.language)

    def _changed(self, before: Dossier, after: Dossier) -> None:
        answers = before.answers.get(self._page.question) is not after.answers.get(self._page.question)
        if before.notes is not after.notes or (answers and after.notes):
            self.show_notes()

    def _pressed(self, row: int, left: bool) -> None:  # noqa: FBT001 - Qt's slot
        paragraphs = self._page.prose.paragraphs
        if not left and row < len(paragraphs):
            self.looked_at.emit(paragraphs[row].id)


def _sides(notes: list[Note]) -> dict[ParagraphId, frozenset[Language]]:
    """On which sides each paragraph's notes are marked: beside their words, else beside the English."""
    made: dict[ParagraphId, frozenset[Language]] = {}
    for note in notes:
        if note.paragraph is not None:
            side = note.anchor.language if note.anchor is not None else Language.ENGLISH
            made[note.paragraph] = made.get(note.paragraph, frozenset()) | {side}
    return made


def _underline(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    look.setUnderlineColor(QColor(theme.in_force().accent))
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, look
    return made
