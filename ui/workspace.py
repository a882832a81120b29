"""One open dossier: its outline, the page of the chosen section, and what can be done there."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cmdesk.history import Step
from cmdesk.model.ids import QuestionId
from cmdesk.session import Session
from ui import going
from ui.actions import Situation
from ui.bridge import SessionBridge
from ui.deeds import deeds
from ui.editor.answer_page import AnswerPage
from ui.editor.state import EditorState
from ui.library.desk import LibraryDesk
from ui.notes.noted_page import NotedPage
from ui.notes.panel import NotesPanel
from ui.opening_news import tell
from ui.outline.model import changed_answers
from ui.outline.pane import OutlinePane
from ui.outline.sections import overview
from ui.outline.view import OutlineView
from ui.situations import situation_of
from ui.theme import SPACE
from ui.tools import Tools
from ui.widgets.notice import Notice

_OUTLINE_WIDTH = 360


class Workspace(QWidget):
    """The window's middle while a dossier is open."""

    situation_changed = Signal()
    section_shown = Signal(str)
    """Id of the question now on the page."""

    zoomed = Signal(int)
    """1 for a larger text, -1 for a smaller one."""

    def __init__(self, session: Session, author: Callable[[], str] = str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.bridge = SessionBridge(session, self)
        self.outline = OutlineView(self.bridge)
        self.page = AnswerPage(self.bridge)
        self.notes = NotesPanel(self.bridge, author)
        self.notice = Notice()
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.library = LibraryDesk(self.bridge, self.page, self.panes, self.show_section)
        self.outline_pane = OutlinePane(self.outline, session)
        self.tools = Tools(self)
        self._editor = EditorState()
        self._lay_out()
        self._connect()
        self._deeds = deeds(self)
        tell(self.notice, session)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.library.rooms, 1)
        self.panes.addWidget(self.outline_pane)
        self.panes.addWidget(self.page)
        self.panes.addWidget(self.tools.overview)
        self.panes.addWidget(self.notes)
        self.panes.addWidget(self.tools.side)
        self.notes.hide()
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        self.panes.setStretchFactor(1, 1)
        self.panes.setStretchFactor(2, 1)
        self.outline_pane.setMinimumWidth(_OUTLINE_WIDTH - 10 * SPACE)
        self.panes.setSizes([_OUTLINE_WIDTH, 3 * _OUTLINE_WIDTH])

    def _connect(self) -> None:
        self.outline.section_chosen.connect(self._show)
        self.outline.section_opened.connect(self._write)
        self.bridge.changed.connect(self.situation_changed)
        self.page.state_changed.connect(self._editor_changed)
        self.library.switched.connect(self.situation_changed)
        self.tools.changed.connect(self.situation_changed)
        self.page.section_wanted.connect(self._go_on_at)
        self.page.zoomed.connect(self.zoomed)
        self.noted = NotedPage(self.notes, self.page)
        self.noted.toggled.connect(self.situation_changed)
        self.noted.section_wanted.connect(self.show_section)
        self.notes.refused.connect(self.notice.say)

    def run(self, action: str) -> bool:
        """Do an action of the dossier's own; returns False for one that it does not know."""
        deed = self._deeds.get(action)
        if deed is not None:
            deed()
        return deed is not None

    def situation(self) -> Situation:
        """What can be done now."""
        panes = {"outline": self.outline_pane, "notes": self.notes}
        shown = {name for name, pane in panes.items() if pane.isVisibleTo(self)}
        if self.library.is_open:
            return situation_of(self.session, self.outline, EditorState(), {"library"})
        return situation_of(self.session, self.outline, self._editor, shown | self.tools.shown)

    def how_far(self) -> str:
        """How many sections are answered, in a sentence."""
        return overview(self.session.dossier)

    def show_section(self, question_id: str) -> None:
        """Show a section, the first one when the form has none of that id."""
        self.outline.choose(QuestionId(question_id))
        if self.outline.question is None:
            self.outline.choose(next(self.session.dossier.form.questions).id)

    def go(self, step: int) -> None:
        """Show the section so many places further down; who was writing goes on writing there."""
        beside = self.outline.beside(step)
        if beside is not None:
            focused = self.window().focusWidget()
            self.outline.choose(beside)
            if focused is not None and self.page.isAncestorOf(focused):
                self.page.focus_text()

    def undo(self) -> None:
        """Take the last step back, and show where."""
        step = self.session.undo()
        if step is not None:
            self._look_at(step, undone=True)

    def redo(self) -> None:
        """Make the last undone step again, and show where."""
        step = self.session.redo()
        if step is not None:
            self._look_at(step, undone=False)

    def _look_at(self, step: Step, *, undone: bool) -> None:
        before, after = (step.after, step.before) if undone else (step.before, step.after)
        changed = changed_answers(before, after)
        if changed and self.outline.question not in changed:
            self.outline.choose(changed[0])
        if changed:
            self.page.restore_caret_after(before, after)

    def other_pane(self) -> None:
        """Go from the page to what is beside it, to the outline, and back to the page."""
        going.next_pane(self)

    def toggle_outline(self) -> None:
        """Show or hide the outline."""
        self.outline_pane.setVisible(not self.outline_pane.isVisibleTo(self))
        self.situation_changed.emit()

    def _go_on_at(self, question_id: str, row: int) -> None:
        """Go on with a translation in another section."""
        question = QuestionId(question_id)
        self.outline.choose(question)
        self.page.reviewing.go_to_row(row, self.session.dossier.prose(question).paragraphs[row].following)

    def retranslate(self) -> None:
        """Speak the interface's language, and wear the theme's colours."""
        self.outline.retranslate()
        self.outline_pane.retranslate()
        self.tools.retranslate()
        self.page.retranslate()
        self.library.retranslate()
        self.notes.retranslate()
        if self.notice.isVisible():
            tell(self.notice, self.session)

    def leave(self) -> None:
        """Hear no more of the session, which the caller closes."""
        self.session.rest()
        self.library.release()
        self.tools.release()
        self.bridge.release()

    def _show(self, question_id: str) -> None:
        self.session.rest()
        self.library.put_away()
        self.tools.show_page()
        self.page.show_question(QuestionId(question_id))
        self.notes.show_question(QuestionId(question_id))
        self.section_shown.emit(question_id)
        self.situation_changed.emit()

    def _write(self, _question_id: str) -> None:
        self.page.focus_text()

    def _editor_changed(self, state: EditorState) -> None:
        self._editor = state
        self.situation_changed.emit()
