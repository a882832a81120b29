"""Text with margins that can be clicked, and words that can be marked without a change of the document."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.editor.margins import MARGIN_WIDTH, RIGHT_MARGIN
from ui.editor.wordwise import WordwiseEdit


class MarkedEdit(WordwiseEdit):
    """Tells of clicks in its margins; shows the marks of several kinds of things side by side."""

    margin_pressed = Signal(int, bool)
    """The row whose margin was clicked, and whether that on the left, of its stage, or on the right, of its notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[str, list[QTextEdit.ExtraSelection]] = {}

    def show_marks(self, kind: str, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Mark some words as a kind of thing does, beside what others mark; nothing of it is in the document."""
        self._marks[kind] = marks
        self.setExtraSelections([mark for of_kind in self._marks.values() for mark in of_kind])

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of a click in a margin, which is for marks."""
        point = event.position().toPoint()
        left, right = point.x() < MARGIN_WIDTH, point.x() > self.viewport().width() - RIGHT_MARGIN
        super().mousePressEvent(event)
        if (left or right) and event.button() is Qt.MouseButton.LeftButton:
            self.margin_pressed.emit(self.cursorForPosition(point).blockNumber(), left)
