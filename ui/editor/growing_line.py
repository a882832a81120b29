"""A field for one line of words that shows all of it: it wraps and grows, where a plain line would cut Thai off."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cmdesk.thai.cleaning import clean
from ui.editor import keys
from ui.style import ROLE

_FRAME = 16
"""Border and padding that the style sheet gives a field, above and below together."""
_LONGEST = 20_000


class GrowingLine(QPlainTextEdit):
    """Speaks as a `QLineEdit` does."""

    textEdited = Signal(str)  # noqa: N815 - as QLineEdit names it
    editingFinished = Signal()  # noqa: N815 - as QLineEdit names it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = False
        self.setProperty(ROLE, "field")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._changed)
        self._fit()

    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def setText(self, words: str) -> None:  # noqa: N802 - as QLineEdit names it
        """Show other words, the caret staying where it was as far as they go."""
        place = min(self.textCursor().position(), len(words))
        self._setting = True
        self.setPlainText(words)
        self._setting = False
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on to the next field at Enter, and leave undo to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        elif not keys.is_windows(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's actions."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.is_windows(event):
            event.ignore()
            return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take pasted text as one line."""
        self.insertPlainText(" ".join(clean(source.text()[:_LONGEST]).split("\n")))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the writer went on."""
        super().focusOutEvent(event)
        self.editingFinished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _changed(self) -> None:
        self._fit()
        if not self._setting:
            self.textEdited.emit(self.text())

    def _fit(self) -> None:
        lines = max(int(self.document().size().height()), 1)
        height = lines * self.fontMetrics().lineSpacing() + _FRAME
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
