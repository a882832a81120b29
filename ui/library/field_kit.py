"""What every field of the record's form is: it shows a part of a record, and gives the record with that part anew."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cmdesk.i18n import _
from cmdesk.model.evidence import Evidence
from cmdesk.model.language import Language, Wording
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.field import Remark
from ui.widgets.label import label, restyle

Say = Callable[[], str]
_TAGS = {Language.THAI: "ไทย", Language.ENGLISH: "EN"}
_PROSE_LINES = 4


class WrongWordsError(ValueError):
    """What is written in a field can't be kept; the message is a sentence for people."""


class RecordField(QWidget):
    """One named field; a subclass makes its lines, and knows the part of a record that they are for."""

    edited = Signal()
    """Something was written to the end: it may be kept now."""

    def __init__(self, names: tuple[str, ...], say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = names
        """The fields of `Evidence` that it is for."""
        self._say = say
        self.title, self.remark = label("strong"), Remark()
        self.lines: list[QWidget] = []
        self.is_wrong = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.title)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE // 2)
        layout.addLayout(self.body)
        layout.addWidget(self.remark)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.title.setText(self._say())

    def show_record(self, record: Evidence) -> None:
        """Show a record's part."""
        raise NotImplementedError

    def taken(self, record: Evidence) -> dict[str, Any]:
        """What is written, by the names of the model's fields; raises `WrongWordsError`."""
        raise NotImplementedError

    def is_blank(self, record: Evidence) -> bool:
        """Whether a record has nothing for it."""
        return not any(getattr(record, name) for name in self.names)

    def allow(self, *, writing: bool) -> None:
        """Let it be changed, or only read."""
        for line in self.lines:
            if isinstance(line, QLineEdit | QPlainTextEdit):
                line.setReadOnly(not writing)
            else:
                line.setEnabled(writing)

    def judge(self, problem: str) -> None:
        """Show what is wrong, nothing when all is well."""
        self.is_wrong = bool(problem)
        for line in self.lines:
            restyle(line, "wrong", "true" if problem else "false")
        if problem:
            self.remark.problem(problem)
        else:
            self.remark.help("")

    def add_line(self, line: QWidget, sign: str = "", name: str = "") -> None:
        """Put a line into the field, with a short sign before it."""
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        if sign:
            mark = QLabel(sign)
            mark.setProperty(ROLE, "muted")
            mark.setFixedWidth(4 * SPACE)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(line, 1)
        line.setAccessibleName(name or f"{self._say()} {sign}".strip())
        self.lines.append(line)
        self.body.addLayout(row)


class TextLine(QLineEdit):
    """A line that says when its writer is done and something is other than before."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = ""
        self.editingFinished.connect(self._tell)

    def write(self, words: str) -> None:
        """Show words, from their beginning."""
        self._before = words
        if words != self.text():
            self.setText(words)
            self.setCursorPosition(0)

    def _tell(self) -> None:
        if self.text() != self._before:
            self._before = self.text()
            self.finished.emit()


class TextBox(QPlainTextEdit):
    """Several lines of text, likewise."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = ""
        self.setProperty(ROLE, "field")
        self.setTabChangesFocus(True)
        self.setFixedHeight(_PROSE_LINES * self.fontMetrics().lineSpacing() + 3 * SPACE)

    def write(self, words: str) -> None:
        """Show words."""
        self._before = words
        if words != self.toPlainText():
            self.setPlainText(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the writer is done."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.toPlainText() != self._before:
            self._before = self.toPlainText()
            self.finished.emit()


class WordingField(RecordField):
    """Words in both languages, one below the other."""

    def __init__(self, name: str, say: Say, *, long: bool = False) -> None:
        super().__init__((name,), say)
        self._boxes: dict[Language, TextLine | TextBox] = {}
        for language in Language:
            box = self._boxes[language] = TextBox() if long else TextLine()
            box.finished.connect(self.edited)
            self.add_line(box, _TAGS[language])

    def show_record(self, record: Evidence) -> None:
        """Show the words."""
        words: Wording = getattr(record, self.names[0])
        for language, box in self._boxes.items():
            box.write(words.in_(language))

    def taken(self, record: Evidence) -> dict[str, Any]:  # noqa: ARG002 - the words are all it is
        """The words as written."""
        thai, english = (self._read(self._boxes[language]) for language in (Language.THAI, Language.ENGLISH))
        return {self.names[0]: Wording(thai, english)}

    @staticmethod
    def _read(box: TextLine | TextBox) -> str:
        return (box.toPlainText() if isinstance(box, TextBox) else box.text()).strip()


def not_empty(words: Wording) -> str:
    """What is wrong with a title that nobody wrote."""
    return "" if words else _("Give the record a title, in one language at least.")
