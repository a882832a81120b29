"""What all forms for answers that are no prose have in common."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cmdesk.edits.records import SetAnswer
from cmdesk.errors import CMDeskError
from cmdesk.model.answer import Answer
from cmdesk.model.form import Question
from cmdesk.model.language import Language, Wording
from cmdesk.session import Session
from ui.editor.fields import Binding, CheckField, LineField, ListField
from ui.editor.paper import Paper
from ui.theme import SPACE

Bound = LineField | ListField | CheckField


class AnswerForm(QScrollArea):
    """Shows the answer to one question in fields; a subclass lays them out."""

    refused = Signal(str)

    def __init__(self, session: Session, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.question = question
        self.fields: list[Bound] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.rebuild()

    def rebuild(self) -> None:
        """Lay the fields out anew, for the answer as it is now."""
        self.fields = []
        holder, paper = QWidget(), Paper()
        holder.setAutoFillBackground(False)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, SPACE, 2 * SPACE)
        column.addWidget(paper)
        column.addStretch()
        self.lay_out(paper)
        self.setWidget(holder)
        if not self.session.writable:
            for field in self.fields:
                field.set_read_only()

    def lay_out(self, paper: Paper) -> None:
        """Put the fields on the paper."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the answer as it is now."""
        for field in self.fields:
            field.refresh()

    def focus_first(self) -> None:
        """Go to the first field."""
        if self.fields:
            first = self.fields[0]
            (first.line if isinstance(first, LineField) else first.box).setFocus()

    def bound(self, field: Bound) -> Bound:
        """A field that from now on writes into the answer."""
        self.fields.append(field)
        field.written.connect(self.write)
        field.left.connect(self.session.rest)
        return field

    def line(self, binding: Binding, name: str, hint: str = "") -> Bound:
        """A bound line of text."""
        return self.bound(LineField(binding, name, hint))

    def words(self, binding: Binding, name: str, hint: str = "") -> Bound:
        """A bound line of words, which wraps and grows."""
        return self.bound(LineField(binding, name, hint, grows=True))

    def write(self, key: str, answer: Answer) -> None:
        """Answer the question; `key` names the field that was written in."""
        try:
            self.session.do(SetAnswer(self.question.id, answer, key))
        except CMDeskError as error:
            self.refused.emit(" ".join(filter(None, (error.what, error.advice))))


def words_binding(
    key: str, language: Language, read: Callable[[], Wording], write: Callable[[Wording], Answer]
) -> Binding:
    """One language of words in an answer."""

    def write_words(words: str) -> Answer:
        return write(read().with_(language, words))

    return Binding(f"{key}.{language.value}", lambda: read().in_(language), write_words)
