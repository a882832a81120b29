"""Words under the hands: Ctrl with the arrows, a double click, Ctrl with Backspace and Delete; alike on every system.

Qt finds Thai words only with a library that most systems don't have, and not at the caret even with it: we ask our own
splitter.
"""

from bisect import bisect_left, bisect_right

from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextBlock, QTextCursor

from cmdesk.thai.words import word_bounds
from ui.editor.calm_edit import CalmEdit
from ui.editor.runs import position_at, unit_at

_Standard = QKeySequence.StandardKey
_MOVES = (
    (_Standard.MoveToNextWord, True, QTextCursor.MoveMode.MoveAnchor),
    (_Standard.MoveToPreviousWord, False, QTextCursor.MoveMode.MoveAnchor),
    (_Standard.SelectNextWord, True, QTextCursor.MoveMode.KeepAnchor),
    (_Standard.SelectPreviousWord, False, QTextCursor.MoveMode.KeepAnchor),
)
_DELETIONS = ((_Standard.DeleteEndOfWord, True), (_Standard.DeleteStartOfWord, False))


def next_edge(letters: str, position: int) -> int:
    """Where the next word or sign begins; the end when there is none. Blanks belong to the word before them."""
    bounds = word_bounds(letters)
    for bound in bounds[bisect_right(bounds, position) :]:
        if bound == len(letters) or not letters[bound].isspace():
            return bound
    return len(letters)


def previous_edge(letters: str, position: int) -> int:
    """Where the word or sign begins that a position is in or behind; 0 when there is none."""
    bounds = word_bounds(letters)
    for bound in reversed(bounds[: bisect_left(bounds, position)]):
        if not letters[bound].isspace():
            return bound
    return 0


def word_around(letters: str, position: int) -> tuple[int, int]:
    """From where to where the word, blank or sign at a position goes; at the very end, the last one."""
    bounds = word_bounds(letters)
    place = min(bisect_right(bounds, position), len(bounds) - 1)
    return bounds[max(place - 1, 0)], bounds[place]


def deletion(event: QKeyEvent) -> bool | None:
    """Whether a key deletes forward to a word's edge, or backward; None for any other key."""
    return next((forward for key, forward in _DELETIONS if event.matches(key)), None)


class WordwiseEdit(CalmEdit):
    """Text in which hands move by our words."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move and select by words ourselves, and leave the rest to Qt."""
        for key, forward, mode in _MOVES:
            if event.matches(key):
                self._move(mode, forward=forward)
                return
        super().keyPressEvent(event)

    def _move(self, mode: QTextCursor.MoveMode, *, forward: bool) -> None:
        cursor = self.textCursor()
        if cursor.atBlockEnd() if forward else cursor.atBlockStart():
            cursor.movePosition(
                QTextCursor.MoveOperation.NextCharacter if forward else QTextCursor.MoveOperation.PreviousCharacter,
                mode,
            )
        else:
            cursor.setPosition(_edge(cursor, forward=forward), mode)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def delete_to_edge(self, *, forward: bool) -> None:
        """Delete what is selected, or up to a word's edge, but never over the end of the paragraph."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.setPosition(_edge(cursor, forward=forward), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select the word under the pointer."""
        super().mouseDoubleClickEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        block = cursor.block()
        start, stop = word_around(block.text(), position_at(block.text(), cursor.positionInBlock()))
        cursor.setPosition(_unit(block, start))
        cursor.setPosition(_unit(block, stop), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


def _edge(cursor: QTextCursor, *, forward: bool) -> int:
    """Qt's position of the next edge of a word in the caret's paragraph."""
    letters = cursor.block().text()
    find = next_edge if forward else previous_edge
    return _unit(cursor.block(), find(letters, position_at(letters, cursor.positionInBlock())))


def _unit(block: QTextBlock, position: int) -> int:
    return block.position() + unit_at(block.text(), position)
