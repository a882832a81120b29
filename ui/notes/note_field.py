"""The field in which a note is written: it grows, and Enter says it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from ui.editor.growing_line import GrowingLine


class NoteField(GrowingLine):
    """Words that are nobody's until they are said, so that undo in here is the field's own."""

    said = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Say it at Enter; Shift and Enter begin a line, Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _shifted(event):
            self.said.emit()
        else:
            QPlainTextEdit.keyPressEvent(self, event)

    def event(self, event: QEvent) -> bool:
        """Keep undo to the field, unlike the fields of the forms."""
        return QPlainTextEdit.event(self, event)


def _shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
