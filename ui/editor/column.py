"""One language's side of the bilingual page: a text widget that leaves every change of structure to the page."""

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from cmdesk.model.language import Language
from ui.editor import keys
from ui.editor.keys import Gesture, Surroundings
from ui.editor.places import Place, Stretch
from ui.editor.runs import position_at, unit_at

Backdrop: TypeAlias = Callable[["Column", QRect], None]
"""Paints a part of a column before its text."""

_POPUPS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class InertDocument(QTextDocument):
    """A document that loads nothing, whatever its text says."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:  # noqa: N802 - Qt's name
        """Nothing: no file and no address is ever opened for a text."""
        return


class Column(QTextEdit):
    """The text of one language, one block a paragraph."""

    gestured = Signal(object)
    """A `Gesture`: the page does it."""
    rows_typed = Signal(object, int, int)
    """Language, first and last row that Qt changed by itself."""
    pasted = Signal(str)
    caret_jumped = Signal()
    """The caret moved without a change of the text."""
    left = Signal()
    entered = Signal(object)
    """The language of the side that is written in now."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language: Final = language
        self.backdrop: Backdrop | None = None
        self.quiet = False
        """Whether changes of the document are the page's own and no typing."""
        self._touched = (0, 0)
        self.setDocument(InertDocument(self))
        self._be_plain()
        self.document().contentsChange.connect(self._note_change)
        self.document().contentsChanged.connect(self._tell_change)

    def _be_plain(self) -> None:
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextEdit.Shape.NoFrame)

    @property
    def place(self) -> Place:
        """Where the caret is."""
        return self._place(self.textCursor().position())

    @property
    def stretch(self) -> Stretch:
        """What is selected; an empty one at the caret when nothing is."""
        cursor = self.textCursor()
        first, last = self._place(cursor.selectionStart()), self._place(cursor.selectionEnd())
        return Stretch(self.language, first.row, first.position, last.row, last.position)

    def _place(self, unit: int) -> Place:
        block = self.document().findBlock(unit)
        return Place(block.blockNumber(), self.language, position_at(block.text(), unit - block.position()))

    def go_to(self, place: Place) -> None:
        """Put the caret at a place, or as near as the text allows, and show it."""
        block = self.document().findBlockByNumber(min(place.row, self.document().blockCount() - 1))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + unit_at(block.text(), place.position))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def go_to_end(self, row: int) -> None:
        """Put the caret behind the last letter of a row."""
        self.go_to(Place(row, self.language, len(self.document().findBlockByNumber(row).text())))

    @property
    def ends_word(self) -> bool:
        """Whether the caret stands behind a blank, as after a word or a phrase."""
        cursor = self.textCursor()
        return cursor.block().text()[: position_at(cursor.block().text(), cursor.positionInBlock())].endswith(" ")

    def select(self, stretch: Stretch) -> None:
        """Select a stretch, the caret at its end."""
        cursor = self.textCursor()
        for row, position, mode in (
            (stretch.first_row, stretch.start, QTextCursor.MoveMode.MoveAnchor),
            (stretch.last_row, stretch.stop, QTextCursor.MoveMode.KeepAnchor),
        ):
            block = self.document().findBlockByNumber(row)
            cursor.setPosition(block.position() + unit_at(block.text(), position), mode)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Leave undo, redo and the keys that we don't want from Qt to the window's actions."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.is_windows(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Qt type within a paragraph, and ask the page for everything else."""
        gesture = keys.gesture_of(event, self._surroundings())
        if gesture is not None:
            self.gestured.emit(gesture)
        elif not keys.is_windows(event):
            self._type(event)

    def _type(self, event: QKeyEvent) -> None:
        if keys.types(event) and not self.isReadOnly():
            self._before_letters()
        revision = self.document().revision()
        super().keyPressEvent(event)
        if self.document().revision() == revision:
            self.caret_jumped.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Take what an input method writes; what it only proposes stays out of the text until it is committed."""
        if not self.isReadOnly() and (event.commitString() or event.preeditString()):
            self._before_letters()
        super().inputMethodEvent(event)

    def _before_letters(self) -> None:
        if self.stretch.spans_rows:
            self.gestured.emit(Gesture.CUT_OUT)
        cursor = self.textCursor()
        look = cursor.charFormat()
        if look.isAnchor() and not cursor.hasSelection() and not self._inside(look.anchorHref()):
            look.clearProperty(look.Property.ForegroundBrush)
            look.setAnchor(False)
            look.setAnchorHref("")
            look.setFontUnderline(False)
            self.setCurrentCharFormat(look)

    def _inside(self, address: str) -> bool:
        following = QTextCursor(self.textCursor())
        return following.movePosition(QTextCursor.MoveOperation.NextCharacter) and (
            following.charFormat().anchorHref() == address
        )

    def _surroundings(self) -> Surroundings:
        cursor = self.textCursor()
        return Surroundings(cursor.hasSelection(), self.stretch.spans_rows, cursor.atBlockStart(), cursor.atBlockEnd())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the caret; a press inside the selection drops it, for text is never dragged."""
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)
        self.caret_jumped.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the page which side is written in."""
        super().focusInEvent(event)
        self.entered.emit(self.language)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the page that the writer went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _POPUPS:
            self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Whether the clipboard has text."""
        return source.hasText() and not self.isReadOnly()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Offer text to the page, which makes paragraphs of it."""
        if self.canInsertFromMimeData(source):
            self.pasted.emit(source.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the rows' marks, then the text."""
        if self.backdrop is not None:
            self.backdrop(self, event.rect())
        super().paintEvent(event)

    def _note_change(self, unit: int, _removed: int, added: int) -> None:
        first = self.document().findBlock(unit).blockNumber()
        last = self.document().findBlock(unit + added).blockNumber()
        self._touched = (first, max(first, last))

    def _tell_change(self) -> None:
        if not self.quiet:
            self.rows_typed.emit(self.language, *self._touched)
