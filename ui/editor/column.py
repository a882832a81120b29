"""One language's side of the bilingual page: one block a paragraph, every change of structure left to the page."""

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from cmdesk.model.language import Language
from ui.editor import keys, wordwise
from ui.editor.keys import Gesture, Surroundings
from ui.editor.marked import MarkedEdit
from ui.editor.places import Place, Stretch
from ui.editor.runs import position_at, unit_at

Backdrop: TypeAlias = Callable[["Column", QRect], None]
"""Paints a part of a column before its text."""


class Column(MarkedEdit):
    """The text of one language."""

    rows_typed = Signal(object, int, int)
    """Language, first and last row that Qt changed by itself."""
    left = Signal()
    entered = Signal(object)
    """The language of the side that is written in now."""
    shut_touched = Signal()
    """Somebody tried to write in a row that is locked."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language: Final = language
        self.backdrop: Backdrop | None = None
        self.is_shut: Callable[[int], bool] = lambda _row: False
        """Whether the text of a row is locked."""
        self.quiet = False
        """Whether changes of the document are the page's own and no typing."""
        self._touched = (0, 0)
        self.document().contentsChange.connect(self._note_change)
        self.document().contentsChanged.connect(self._tell_change)

    @property
    def place(self) -> Place:
        """Where the caret is."""
        return self._place(self.textCursor().position())

    @property
    def stretch(self) -> Stretch:
        """What is selected; an empty one at the caret when nothing is.

        A selection that ends at the very start of a row takes nothing of it.
        """
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if end > start and self.document().findBlock(end).position() == end:
            end -= 1
        first, last = self._place(start), self._place(end)
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

    def select(self, stretch: Stretch) -> None:
        """Select a stretch, the caret at its end."""
        self.setTextCursor(self.cursor_over(stretch))

    def cursor_over(self, stretch: Stretch) -> QTextCursor:
        """A cursor that selects a stretch."""
        cursor = self.textCursor()
        for row, position, mode in (
            (stretch.first_row, stretch.start, QTextCursor.MoveMode.MoveAnchor),
            (stretch.last_row, stretch.stop, QTextCursor.MoveMode.KeepAnchor),
        ):
            block = self.document().findBlockByNumber(row)
            cursor.setPosition(block.position() + unit_at(block.text(), position), mode)
        return cursor

    @property
    def ends_word(self) -> bool:
        """Whether the caret stands behind a blank, as after a word or a phrase."""
        cursor = self.textCursor()
        words = cursor.block().text()
        return words[: position_at(words, cursor.positionInBlock())].endswith(" ")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Qt type within a paragraph, and ask the page for everything else."""
        gesture = keys.gesture_of(event, self._surroundings())
        forward = wordwise.deletion(event)
        if gesture is not None:
            self.gestured.emit(gesture)
        elif keys.writes(event) and self._refuses():
            return
        elif forward is not None:
            self.delete_to_edge(forward=forward)
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
        letters = event.commitString() or event.preeditString()
        if letters and self._refuses():
            event.ignore()
            return
        if letters:
            self._before_letters()
        super().inputMethodEvent(event)

    def _refuses(self) -> bool:
        """Whether nothing can be written where the caret is; what is locked says so."""
        rows = range(self.stretch.first_row, self.stretch.last_row + 1)
        shut = not self.isReadOnly() and any(map(self.is_shut, rows))
        if shut:
            self.shut_touched.emit()
        return shut or self.isReadOnly()

    def _before_letters(self) -> None:
        if self._surroundings().spans_rows:
            self.gestured.emit(Gesture.CUT_OUT)
        cursor = self.textCursor()
        if self._surroundings().spans_rows:  # only the end of a paragraph is selected: letters don't replace that
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
        look = cursor.charFormat()
        if look.isAnchor() and not cursor.hasSelection() and not _is_inside(cursor, look.anchorHref()):
            look.clearProperty(look.Property.ForegroundBrush)
            look.setAnchor(False)
            look.setAnchorHref("")
            look.setFontUnderline(False)
            self.setCurrentCharFormat(look)

    def _surroundings(self) -> Surroundings:
        cursor = self.textCursor()
        first, last = map(self.document().findBlock, (cursor.selectionStart(), cursor.selectionEnd()))
        return Surroundings(cursor.hasSelection(), first != last, cursor.atBlockStart(), cursor.atBlockEnd())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the page which side is written in."""
        super().focusInEvent(event)
        self.entered.emit(self.language)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the page that the writer went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

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


def _is_inside(caret: QTextCursor, address: str) -> bool:
    """Whether the letter behind a caret belongs to a link as well."""
    following = QTextCursor(caret)
    moved = following.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return moved and following.charFormat().anchorHref() == address
