"""The bilingual page at work: shows the prose that answers a question, and turns what hands do into edits."""

from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmdesk.edits.edit import Edit
from cmdesk.edits.prose import AddParagraphs, SetText
from cmdesk.errors import CMDeskError
from cmdesk.model.answer import Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from ui.bridge import SessionBridge
from ui.editor import prose_edits
from ui.editor.backdrop import Backdrop
from ui.editor.column import Column
from ui.editor.inline import InlinePainter, Labels
from ui.editor.looks import Looks
from ui.editor.places import Place, first_difference
from ui.editor.prose_edits import Plan
from ui.editor.rows import Rows
from ui.editor.runs import text_of
from ui.editor.sheet import Sheet

_PAUSE = 1_000
"""Milliseconds without a key after which typing is a step of its own."""

NONE = QuestionId("")
"""No question is shown."""


class ProsePage(QWidget):
    """One answer in prose, and the road from its columns to the session and back."""

    state_changed = Signal()
    refused = Signal(str)
    """A sentence that says why nothing was changed."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session: Final = bridge.session
        self.question = NONE
        self.language = Language.THAI
        self.sheet = Sheet(self)
        self.labels = Labels(self.session.dossier)
        self._rows = Rows(self.sheet.columns, Looks())
        self._backdrop = Backdrop()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.session.seal)
        self._lay_out()
        self._connect()
        bridge.changed.connect(self._take)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)

    def _connect(self) -> None:
        self.sheet.width_changed.connect(self._rows.level_all)
        for language, column in self.sheet.columns.items():
            InlinePainter(column.document(), self.labels, language)
            column.backdrop = self._backdrop.paint
            column.setReadOnly(not self.session.writable)
            column.rows_typed.connect(self._typed)
            column.caret_jumped.connect(self.session.seal)
            column.cursorPositionChanged.connect(self._caret_moved)
            column.selectionChanged.connect(self.state_changed)
            column.currentCharFormatChanged.connect(self.state_changed)
            column.entered.connect(self._entered)
            column.left.connect(self.session.rest)

    @property
    def column(self) -> Column:
        """The side that is written in."""
        return self.sheet.columns[self.language]

    @property
    def place(self) -> Place:
        """Where the caret is."""
        return self.column.place

    @property
    def prose(self) -> Prose:
        """The answer as it is now."""
        return self.session.dossier.prose(self.question) if self.question else Prose()

    def show_question(self, question: QuestionId) -> None:
        """Show another answer."""
        self.question = question
        self.labels.update(self.session.dossier)
        self._rows.fill(self.prose.paragraphs)
        self._marks_changed()

    def go_to(self, place: Place) -> None:
        """Put the caret at a place, or as near as the answer allows."""
        self.language = place.language
        self.column.go_to(place)

    def focus(self, language: Language) -> None:
        """Write in a language from now on."""
        self.language = language
        self.column.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Put on new colours and another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            QTimer.singleShot(0, self, self.redress)  # the size is set after the palette

    def redress(self) -> None:
        """Show everything in the theme's present colours and size of text."""
        self._rows.looks = Looks()
        self.sheet.dress()
        place = self.place
        self._rows.fill(self._rows.shown)
        self.go_to(place)

    def do(self, edit: Edit) -> bool:
        """Do an edit; returns False, having said why, when it was refused."""
        try:
            self.session.do(edit)
        except CMDeskError as error:
            self._rows.fill(self.prose.paragraphs)
            self.refused.emit(" ".join(filter(None, (error.what, error.advice))))
            return False
        return True

    def carry_out(self, plan: Plan | None) -> None:
        """Do a planned edit as a step of its own and put the caret where it belongs."""
        if plan is None:
            return
        self.session.seal()
        if self.do(plan.edit):
            self.session.seal()
            self.sheet.columns[plan.caret.language].go_to(plan.caret)

    def undo(self) -> None:
        """Take the last step back, wherever in the dossier it was."""
        before = self.session.dossier
        if self.session.undo() is not None:
            self.restore_caret(before, self.session.dossier)

    def redo(self) -> None:
        """Make the last undone step again."""
        before = self.session.dossier
        if self.session.redo() is not None:
            self.restore_caret(before, self.session.dossier)

    def restore_caret(self, before: Dossier, after: Dossier) -> None:
        """Put the caret at the first difference between two states of this answer."""
        if not self.question:
            return
        place = first_difference(before.prose(self.question), after.prose(self.question), self.language)
        if place is not None:
            self.sheet.columns[place.language].go_to(place)
            self.focus(place.language)

    @property
    def may_write(self) -> bool:
        """Whether there is an answer here that may be changed."""
        return self.session.writable and bool(self.question)

    def cut_out(self) -> None:
        """Delete what is selected, in its own language."""
        stretch = self.column.stretch
        if self.prose.paragraphs and self.column.textCursor().hasSelection():
            self.carry_out(prose_edits.cut_out(self.question, self.prose, stretch))

    def prose_to_write_in(self) -> Prose:
        """The answer with a row at the caret that is a paragraph, and what was selected deleted."""
        self.real_prose()
        self.cut_out()
        return self.prose

    def real_prose(self) -> Prose:
        """The answer with at least one paragraph: a blank row that is edited becomes one."""
        if self.question and not self.prose.paragraphs:
            self.do(AddParagraphs(self.question, None, (prose_edits.fresh(),)))
        return self.prose

    def _typed(self, language: Language, first: int, last: int) -> None:
        """Qt changed the text of some rows: hand each over as it is now."""
        column = self.sheet.columns[language]
        if column.document().blockCount() != max(len(self._rows.shown), 1):
            self._rows.fill(self.prose.paragraphs)  # Qt changed the structure by a road that we don't know
            return
        for row in range(first, last + 1):
            self._hand_over(column, row)
        self._pause.start()
        if column.ends_word:
            self.session.seal()

    def _hand_over(self, column: Column, row: int) -> None:
        text = text_of(column.document().findBlockByNumber(row))
        if self._rows.shown:
            self.do(SetText(self.question, self._rows.shown[row].id, column.language, text))
        elif text:
            self.do(prose_edits.first_text(self.question, column.language, text))
        self._rows.level((row,))

    def _take(self, before: Dossier, after: Dossier) -> None:
        if not self.question:
            return
        if before.evidence is not after.evidence:
            self.labels.update(after)
            self._redraw_objects()
        answers = before.answers.get(self.question), after.answers.get(self.question)
        if answers[0] is not answers[1]:
            self._update(after)

    def _update(self, after: Dossier) -> None:
        new = after.prose(self.question).paragraphs
        cited = [[each.thai.evidence + each.english.evidence for each in prose] for prose in (self._rows.shown, new)]
        if cited[0] != cited[1]:
            self.labels.update(after)
            self._redraw_objects()
        self._rows.update(new)
        self._marks_changed()

    def _redraw_objects(self) -> None:
        for column in self.sheet.columns.values():
            document = column.document()
            document.markContentsDirty(0, document.characterCount())

    def _marks_changed(self) -> None:
        self._backdrop.show(self._rows.shown)
        self._caret_moved()

    def _caret_moved(self) -> None:
        self._backdrop.current_row = self.place.row
        for column in self.sheet.columns.values():
            column.viewport().update()
        self.state_changed.emit()

    def _entered(self, language: Language) -> None:
        self.language = language
        self._caret_moved()
