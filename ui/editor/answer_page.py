"""The page of one question, whatever kind of answer it asks for. The window knows the editor by this widget alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmdesk.counting import budget
from cmdesk.model.answer import Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from ui.bridge import SessionBridge
from ui.editor.commands import Commands
from ui.editor.forms import form_for
from ui.editor.noting import Noting
from ui.editor.places import Place
from ui.editor.prose_page import ProsePage
from ui.editor.prose_view import NONE
from ui.editor.question_head import QuestionHead
from ui.editor.state import EditorState, prose_state
from ui.theme import SPACE
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.editor.answer_form import AnswerForm

_WIDEST = 1280
"""Measure of the page: two columns of some seventy letters, as far as the eye follows a line."""
_COUNTED_AFTER = 200
"""Milliseconds after the last change."""


class AnswerPage(Commands):
    """Shows a question and its answer, which can be edited here."""

    state_changed = Signal(object)
    """An `EditorState`."""
    zoomed = Signal(int)
    """1 for a larger text, -1 for a smaller one."""
    section_wanted = Signal(str, int)
    """Id of another question, and a row of its answer, where work goes on."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(ProsePage(bridge), parent)
        self.noting = Noting(self.prose, bridge)
        self.session = bridge.session
        self.state = EditorState()
        self.form: AnswerForm | None = None
        self._question = NONE
        self._carets: dict[QuestionId, Place] = {}
        self.head, self.notice, self.bodies = QuestionHead(self), Notice(self), QStackedWidget(self)
        self._count_timer = QTimer(self, singleShot=True, interval=_COUNTED_AFTER)
        self._count_timer.timeout.connect(self.count)
        self._lay_out()
        self._connect(bridge)

    def _lay_out(self) -> None:
        measure = QWidget(self)
        measure.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(measure)
        inner.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        inner.setSpacing(2 * SPACE)
        inner.addWidget(self.head)
        inner.addWidget(self.notice)
        inner.addWidget(self.bodies, 1)
        self.bodies.addWidget(self.prose)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(measure, 1000)
        outer.addStretch(1)

    def _connect(self, bridge: SessionBridge) -> None:
        bridge.changed.connect(self._changed)
        self.prose.state_changed.connect(self._tell_state)
        self.prose.refused.connect(self.notice.say)
        for column in self.prose.sheet.columns.values():
            column.zoomed.connect(self.zoomed)
        self.prose.elsewhere.connect(self.section_wanted)
        self.prose.bar.agreed.connect(self.reviewing.agree)
        self.prose.bar.unlock_wanted.connect(self.reviewing.unlock)
        self.setFocusProxy(self.prose)

    @property
    def question(self) -> QuestionId | None:
        """The question that is shown."""
        return self._question or None

    def show_question(self, question_id: QuestionId) -> None:
        """Show another question, the caret where it was when this one was last shown."""
        if self.is_prose:
            self._carets[self._question] = self.prose.place
        self._question = question_id
        form = self.session.dossier.form
        self.head.show_question(form.question(question_id), form)
        self._show_answer()
        self.count()
        self._tell_state()

    def _show_answer(self) -> None:
        self.notice.say("")  # the window says by itself when a dossier can only be read
        self._put_away_form()
        if self.is_prose:
            self.bodies.setCurrentWidget(self.prose)
            self.prose.show_question(self._question)
            self.prose.go_to(self._carets.get(self._question, Place(0, self.prose.language, 0)))
        else:
            self.prose.show_question(NONE)
            self._show_form()
        self.noting.show_notes()

    def _show_form(self) -> None:
        self.form = form_for(self.session, self.session.dossier.form.question(self._question))
        self.form.refused.connect(self.notice.say)
        self.bodies.addWidget(self.form)
        self.bodies.setCurrentWidget(self.form)

    def _put_away_form(self) -> None:
        if self.form is not None:
            self.bodies.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    @property
    def is_prose(self) -> bool:
        """Whether the question shown asks for prose."""
        return bool(self._question) and isinstance(self.session.dossier.answer(self._question), Prose)

    def focus_text(self, language: Language | None = None) -> None:
        """Go on writing, in a language or in the one last written in."""
        if self.form is not None:
            self.form.focus_first()
        elif self._question:
            self.prose.focus(language or self.prose.language)

    def retranslate(self) -> None:
        """Say everything in the interface's language, which has changed."""
        if self.is_prose:
            self._carets[self._question] = self.prose.place
        if self._question:
            self.head.show_question(self.session.dossier.form.question(self._question), self.session.dossier.form)
            self._show_answer()
            self.count()
            self.prose.bar.retranslate()

    def restore_caret_after(self, before: Dossier, after: Dossier) -> None:
        """Put the caret where two states first differ, as after undo or redo."""
        if self.is_prose:
            self.prose.restore_caret(before, after)

    def count(self) -> None:
        """Show how long the answer is now."""
        if not self._question:
            return
        dossier = self.session.dossier
        for language, shown in self.prose.sheet.budgets.items():
            shown.show_budget(budget(dossier, self._question, language))
        of_form = budget(dossier, self._question, Language.ENGLISH)
        self.head.budget.setVisible(self.form is not None and of_form.limit is not None)
        self.head.budget.show_budget(of_form)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Put on new colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            QTimer.singleShot(0, self, self._redress)

    def _redress(self) -> None:
        if self.form is not None:
            self.form.rebuild()
        self.count()

    def _changed(self, before: Dossier, after: Dossier) -> None:
        if before.answers is not after.answers or before.evidence is not after.evidence:
            self._count_timer.start()
        if self.form is not None and before.answers.get(self._question) is not after.answers.get(self._question):
            self.form.refresh()

    def _tell_state(self) -> None:
        read_only = not self.session.writable
        state = prose_state(self.prose, self.pen) if self.is_prose else EditorState(read_only=read_only)
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
