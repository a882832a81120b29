"""Fields of a form that stand for a place in an answer: they show it, and hand over what is written or chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from cmdesk.model.answer import Answer
from ui.editor.growing_line import GrowingLine
from ui.editor.parsing import BadInputError
from ui.editor.plain_line import PlainLine
from ui.theme import SPACE
from ui.widgets.field import Remark
from ui.widgets.label import restyle
from ui.widgets.plain import tip

_AS_TALL_AS_A_LINE = 32
_PATIENCE = 700
"""Milliseconds without a key before bad input is called so."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A place in the present answer. `key` names it, so that typing there is one step of undo.

    `write` gives the answer with other words there; it raises `BadInputError` for what it can't take.
    """

    key: str
    read: Callable[[], str]
    write: Callable[[str], Answer]


class Field(QWidget):
    """A widget bound to a place in an answer."""

    written = Signal(str, object)
    """The key of the place, and the answer that it makes."""
    left = Signal()
    """The writer went on to something else."""

    def __init__(self, binding: Binding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = binding
        self._known = ""
        self._handing_over = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE // 2)

    def refresh(self) -> None:
        """Show what the answer says now. What the field itself wrote is not rewritten; bad input stays to be mended."""
        before, self._known = self._known, self._binding.read()
        if self._known != before and not self._handing_over:
            self._show(self._known)

    def _show(self, words: str) -> None:
        raise NotImplementedError

    def _hand_over(self, words: str) -> str:
        """The reason why what is written can't be taken; nothing when it was."""
        try:
            answer = self._binding.write(words)
        except BadInputError as error:
            return error.what
        self._handing_over = True
        self.written.emit(self._binding.key, answer)
        self._handing_over = False
        return ""


class LineField(Field):
    """A line of text with its problem below it."""

    def __init__(self, binding: Binding, name: str, hint: str = "", *, grows: bool = False) -> None:
        super().__init__(binding)
        self.line = GrowingLine(self) if grows else PlainLine(self)
        self.problem = Remark(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self._layout.addWidget(self.line)
        self._layout.addWidget(self.problem)
        self._layout.addStretch()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._judge)
        self._reason = ""
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._finish)
        self.refresh()

    def set_read_only(self) -> None:
        """Show, and take no words."""
        self.line.setReadOnly(True)

    def _show(self, words: str) -> None:
        self.line.setText(words)
        if isinstance(self.line, QLineEdit) and not self.line.hasFocus():
            self.line.setCursorPosition(0)
        self._reason = ""
        self._judge()

    def _edited(self, words: str) -> None:
        self._reason = self._hand_over(words)
        if self._reason:
            self._patience.start()  # half an address is wrong only once the writer stops
        else:
            self._judge()

    def _finish(self) -> None:
        self._judge()
        if not self._reason and self.line.text() != self._binding.read():
            self.line.setText(self._binding.read())
        self.left.emit()

    def _judge(self) -> None:
        self._patience.stop()
        restyle(self.line, "wrong", "true" if self._reason else "false")
        if self._reason:
            self.problem.problem(self._reason)
        else:
            self.problem.help("")


class ListField(Field):
    """A choice from a list that opens; options are pairs of a value and the words for it."""

    def __init__(
        self, binding: Binding, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(binding, parent)
        self.box = _CalmBox(self)
        self.box.setAccessibleName(name)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setMinimumHeight(_AS_TALL_AS_A_LINE)
        for value, words in options:
            self.box.addItem(words, value)
        self._layout.addWidget(self.box)
        self._layout.addStretch()
        self.box.activated.connect(self._chosen)
        self.refresh()

    def set_read_only(self) -> None:
        """Show, and take no choice."""
        self.box.setEnabled(False)

    def _show(self, words: str) -> None:
        place = self.box.findData(words)
        if place < 0:
            self.box.addItem(words, words)
            place = self.box.count() - 1
        self.box.setCurrentIndex(place)
        self.box.setToolTip(tip(self.box.currentText()))

    def _chosen(self) -> None:
        self._hand_over(str(self.box.currentData() or ""))
        self.left.emit()


class CheckField(Field):
    """A box to tick; the answer reads "yes" or nothing there."""

    YES = "yes"

    def __init__(self, binding: Binding, name: str, parent: QWidget | None = None) -> None:
        super().__init__(binding, parent)
        self.box = QCheckBox(name, self)
        self._layout.addWidget(self.box)
        self.box.clicked.connect(self._clicked)
        self.refresh()

    def set_read_only(self) -> None:
        """Show, and take no tick."""
        self.box.setEnabled(False)

    def _show(self, words: str) -> None:
        self.box.setChecked(words == self.YES)

    def _clicked(self) -> None:
        self._hand_over(self.YES if self.box.isChecked() else "")
        self.left.emit()


class _CalmBox(QComboBox):
    """A list that the wheel scrolls past: a form is scrolled with the wheel, and nothing may change by that."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()
