"""A field of a form: its name above it, what is wrong with it below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmdesk.model.language import Language, Wording
from ui.theme import SPACE
from ui.widgets.label import label, restyle


class Remark(QWidget):
    """Place under a field for one sentence: help in grey, or a problem in red with a sign before it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def help(self, words: str) -> None:
        """Say something useful; nothing hides it."""
        self._say(words, "small")

    def problem(self, words: str) -> None:
        """Say what is wrong."""
        self._say(f"▲ {words}", "problem")

    def _say(self, words: str, role: str) -> None:
        self._words.setText(words)
        restyle(self._words, "role", role)
        self.setVisible(bool(words))


class TextField(QWidget):
    """A line of text with its name above it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = label("strong")
        self.line = QLineEdit()
        self.name.setBuddy(self.line)
        self.remark = Remark()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE)
        self._row.addWidget(self.line, 1)
        layout.addWidget(self.name)
        layout.addLayout(self._row)
        layout.addWidget(self.remark)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self._show_beginning)

    def put_beside(self, button: QWidget) -> None:
        """Put a button at the end of the line."""
        self._row.addWidget(button)

    def write(self, words: str) -> None:
        """Put words into the line, showing their beginning."""
        self.line.setText(words)
        self._show_beginning()

    def _show_beginning(self) -> None:
        self.line.setCursorPosition(0)

    def say(self, name: str, help_: str = "") -> None:
        """Name the field; `&` marks the letter that leads to it."""
        self.name.setText(name)
        self.line.setAccessibleName(name.replace("&", ""))
        self.remark.help(help_)

    @property
    def words(self) -> str:
        """What is written, without blanks around it."""
        return self.line.text().strip()

    def judge(self, problem: str, help_: str = "") -> None:
        """Show what is wrong with it, or help when nothing is."""
        restyle(self.line, "wrong", "true" if problem else "false")
        if problem:
            self.remark.problem(problem)
        else:
            self.remark.help(help_)


class WordingField(QWidget):
    """A short text in both languages: Thai left, English right, as on the page."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {Language.THAI: TextField(), Language.ENGLISH: TextField()}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        for field in self.fields.values():
            field.edited.connect(self.edited)
            layout.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def wording(self) -> Wording:
        """What is written."""
        return Wording(self.fields[Language.THAI].words, self.fields[Language.ENGLISH].words)

    def write(self, wording: Wording) -> None:
        """Put words into the fields."""
        for language, field in self.fields.items():
            field.write(wording.in_(language))
