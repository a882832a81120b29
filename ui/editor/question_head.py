"""What stands over an answer: the question's number, its title in both languages, and what the form expects."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cmdesk import i18n
from cmdesk.i18n import _
from cmdesk.model.form import Form, Question, Responder
from cmdesk.model.language import Language
from ui.editor.budget_label import BudgetLabel
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label


class QuestionHead(QWidget):
    """The head of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self.number, self.title, self.other_title = label("heading"), label("heading"), label("muted")
        self.guidance, self.serves = label(), label("small")
        self.budget = BudgetLabel(self)
        self.toggle = QPushButton(self)
        self.toggle.setProperty(ROLE, "quiet")
        self.toggle.clicked.connect(self.fold)
        self._unfolded = True
        self._lay_out()

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.other_title)
        top = QHBoxLayout()
        top.setSpacing(2 * SPACE)
        top.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(titles, 1)
        top.addWidget(self.budget, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(top)
        for part in (self.guidance, self.serves):
            layout.addWidget(part)

    def show_question(self, question: Question, form: Form) -> None:
        """Show another question."""
        self._question = question
        tongue = Language(i18n.language())
        title = question.title.best(tongue)
        other = question.title.in_(tongue.other)
        self.number.setText(question.id)
        self.title.setText(title)
        self.other_title.setText("" if other == title else other)
        self.guidance.setText(question.guidance.best(tongue))
        self.serves.setText("\n".join(_serves(question, form, tongue)))
        self._show_folding()

    def fold(self) -> None:
        """Hide what is asked, or show it again."""
        self._unfolded = not self._unfolded
        self._show_folding()

    def _show_folding(self) -> None:
        arrow = "▾" if self._unfolded else "▸"
        self.toggle.setText(_("What is asked {arrow}").format(arrow=arrow))
        for part in (self.guidance, self.serves):
            part.setVisible(self._unfolded and bool(part.text()))
        self.toggle.setVisible(bool(self.guidance.text() or self.serves.text()))


def _serves(question: Question, form: Form, tongue: Language) -> list[str]:
    lines = []
    if question.responder is Responder.NATIONAL_COMMISSION:
        lines.append(_("Answered by the National Commission for UNESCO, not by the city."))
    names = [topic.title.best(tongue) for topic in form.criteria if topic.code in question.criteria]
    if names:
        lines.append(_("Criterion: {names}").format(names="; ".join(names)))
    return lines
