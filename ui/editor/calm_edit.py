"""A text widget without what a dossier can't have: no rich text, no files, no dragging, no undo of its own."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from cmdesk.i18n import _
from ui.editor import keys
from ui.editor.keys import Gesture

HtmlTeller: TypeAlias = Callable[[], str]


class InertDocument(QTextDocument):
    """A document that loads nothing, whatever its text says."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:  # noqa: N802 - Qt's name
        """Nothing: no file and no address is ever opened for a text."""
        return


class CalmEdit(QTextEdit):
    """Text that others decide on: it tells what hands ask, and does only what stays inside a paragraph."""

    gestured = Signal(object)
    """A `Gesture`: the page does it."""
    pasted = Signal(QMimeData)
    """What the clipboard has."""
    zoomed = Signal(int)
    """1 for a larger text, -1 for a smaller one."""
    caret_jumped = Signal()
    """The caret moved without a change of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocument(InertDocument(self))
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextEdit.Shape.NoFrame)

        self.rich_selection: HtmlTeller = str
        """Tells what is selected as HTML; nothing until the page knows better."""

    def event(self, event: QEvent) -> bool:
        """Leave undo, redo and the keys that we don't want from Qt to the window's actions."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.is_windows(event):
            event.ignore()
            return True
        return super().event(event)

    def cut(self) -> None:
        """Ask the page to copy what is selected and delete it."""
        self.gestured.emit(Gesture.CUT)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the caret; a press inside the selection drops it, for text is never dragged."""
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)
        self.caret_jumped.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll, or with Ctrl ask for another size of text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoomed.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Open our own menu: Qt has no Thai for its own."""
        menu = self.context_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def context_menu(self) -> QMenu:
        """What can be done with the clipboard here."""
        menu = QMenu(self)
        selected, writable = self.textCursor().hasSelection(), not self.isReadOnly()
        for words, keys_, deed, works in (
            (_("Cu&t"), QKeySequence.StandardKey.Cut, self.cut, selected and writable),
            (_("&Copy"), QKeySequence.StandardKey.Copy, self.copy, selected),
            (_("&Paste"), QKeySequence.StandardKey.Paste, self.paste, self.canPaste()),
            (_("Select &all"), QKeySequence.StandardKey.SelectAll, self.selectAll, True),
        ):
            action = menu.addAction(words, deed)
            action.setShortcut(keys_)
            action.setEnabled(works)
        return menu

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Whether the clipboard has text that may be put in."""
        return (source.hasText() or source.hasHtml()) and not self.isReadOnly()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Offer text to the page, which makes paragraphs of it."""
        if self.canInsertFromMimeData(source):
            self.pasted.emit(source)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """What is selected, as plain text, an end of line for each end of paragraph, and with its looks."""
        data = QMimeData()
        data.setText(self.plain_selection())
        html = self.rich_selection()
        if html:
            data.setHtml(html)
        return data

    def plain_selection(self) -> str:
        """The words that are selected, without inline objects."""
        return self.textCursor().selection().toPlainText().replace("\ufffc", "")
