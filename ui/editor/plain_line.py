"""A line of text whose undo is the dossier's."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.editor import keys


class PlainLine(QLineEdit):
    """Leaves undo and redo to the window's actions, which know of all fields and both languages."""

    def event(self, event: QEvent) -> bool:
        """Let the window's actions have their keys."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.is_windows(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take letters, but no undo of its own."""
        if keys.is_windows(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
