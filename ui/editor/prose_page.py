"""The bilingual page at work: what is typed goes to the session, and what the session changes is shown."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from cmdesk.edits.edit import Edit
from cmdesk.edits.prose import AddParagraphs, SetText
from cmdesk.edits.sides import LockedError
from cmdesk.errors import CMDeskError
from cmdesk.model.answer import Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from ui.bridge import SessionBridge
from ui.editor import prose_edits
from ui.editor.column import Column
from ui.editor.places import first_difference
from ui.editor.prose_edits import Plan
from ui.editor.prose_view import ProseView
from ui.editor.runs import text_of

_PAUSE = 1_000
"""Milliseconds without a key after which typing is a step of its own."""


class ProsePage(ProseView):
    """One answer in prose, which can be edited here."""

    refused = Signal(str)
    """A sentence that says why nothing was changed."""
    elsewhere = Signal(str, int)
    """Id of another question, and a row of its answer, where work goes on."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge.session, parent)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.session.seal)
        bridge.changed.connect(self._take)
        for column in self.sheet.columns.values():
            column.rows_typed.connect(self._typed)
            column.caret_jumped.connect(self.session.seal)
            column.left.connect(self.session.rest)
            column.shut_touched.connect(self._tell_shut)

    def do(self, edit: Edit) -> bool:
        """Do an edit; returns False, having said why, when it was refused."""
        try:
            self.session.do(edit)
        except CMDeskError as error:
            self.refused.emit(" ".join(filter(None, (error.what, error.advice))))
            return False
        return True

    def do_alone(self, edit: Edit) -> bool:
        """Do an edit as a step of its own, whatever is typed before and after."""
        self.session.seal()
        done = self.do(edit)
        self.session.seal()
        return done

    def carry_out(self, plan: Plan | None) -> None:
        """Do a planned edit as a step of its own, and put the caret where it belongs."""
        if plan is not None and self.do_alone(plan.edit):
            self.go_to(plan.caret)

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
            self.go_to(place)
            self.focus(place.language)

    def cut_out(self) -> None:
        """Delete what is selected, in its own language."""
        stretch = self.column.stretch
        if self.prose.paragraphs and not stretch.is_empty:
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
        if column.document().blockCount() != max(len(self.rows.shown), 1):
            self.rows.fill(self.prose.paragraphs)  # Qt changed the structure by a road that we don't know
            return
        for row in range(first, last + 1):
            self._hand_over(column, row)
        self._pause.start()
        if column.ends_word:
            self.session.seal()

    def _hand_over(self, column: Column, row: int) -> None:
        text = text_of(column.document().findBlockByNumber(row))
        if self.rows.shown:
            if not self.do(SetText(self.question, self.rows.shown[row].id, column.language, text)):
                self._put_back(column)
        elif text:
            self.do(prose_edits.first_text(self.question, column.language, text))
        self.rows.level((row,))

    def _put_back(self, column: Column) -> None:
        """Show again what the session has, the caret as near as it can be."""
        place = column.place
        self.rows.fill(self.prose.paragraphs)
        column.go_to(place)

    def _tell_shut(self) -> None:
        paragraph = self.rows.shown[self.place.row]
        error = LockedError(paragraph.id, self.language)
        self.refused.emit(f"{error.what} {error.advice}")

    def _take(self, before: Dossier, after: Dossier) -> None:
        if not self.question:
            return
        if before.evidence is not after.evidence:
            self.show_evidence(after)
        if before.answers.get(self.question) is not after.answers.get(self.question):
            self.show_state(after)
