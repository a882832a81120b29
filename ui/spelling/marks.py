"""The marks of one language's side: under the rows that are seen, and never under the word being written."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from cmdesk.spelling.mistake import Kind, Mistake
from ui import theme
from ui.editor.column import Column
from ui.editor.runs import position_at, unit_at

if TYPE_CHECKING:
    from concurrent.futures import Future

    from cmdesk.spelling.process import SpellingProcess

REST_MS = 250
"""Milliseconds without a change or a scroll before anything is asked."""
_NAME = "spelling"
_LINE_BREAK = "\u2028"
_STYLE = frozenset({Kind.OXFORD, Kind.AMERICAN})


class SpellingMarks(QObject):
    """Marks what a process finds misspelt in a column."""

    _found = Signal(str, object)
    """A text, and its mistakes; sent from the process's thread, so Qt queues it."""

    def __init__(self, column: Column, process: "SpellingProcess", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.column, self._process = column, process
        self._known: dict[str, tuple[Mistake, ...]] = {}
        self._asked: set[str] = set()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.look)
        self._found.connect(self._take)
        column.document().contentsChanged.connect(self._wait)
        column.verticalScrollBar().valueChanged.connect(self._wait)
        column.cursorPositionChanged.connect(self._wait)
        self._rest.start(REST_MS)

    def _wait(self) -> None:
        self._rest.start(REST_MS)

    def look(self) -> None:
        """Ask about the rows that are seen and not known yet, and mark those that are."""
        blocks = list(self._seen())
        texts = {_letters(block) for block in blocks}
        self._known = {text: found for text, found in self._known.items() if text in texts}
        for block in blocks:
            self._ask(block)
        self.column.show_marks(_NAME, [mark for block in blocks for mark in self._marks_of(block)])

    def forget(self) -> None:
        """Ask about everything anew, as other words are known now."""
        self._known.clear()
        self._asked.clear()
        self._rest.start(REST_MS)

    def clear(self) -> None:
        """Mark nothing any more."""
        self._rest.stop()
        self.column.show_marks(_NAME, [])

    def _seen(self) -> Iterator[QTextBlock]:
        """The blocks that the window shows a part of."""
        viewport = self.column.viewport()
        block = self.column.cursorForPosition(QPoint(0, 0)).block()
        last = self.column.cursorForPosition(QPoint(viewport.width(), viewport.height())).block().blockNumber()
        while block.isValid() and block.blockNumber() <= last:
            yield block
            block = block.next()

    def _ask(self, block: QTextBlock) -> None:
        text = _letters(block)
        if text.strip() and text not in self._known and text not in self._asked:
            self._asked.add(text)
            key = (self.column.language, block.blockNumber())
            self._process.check(key, text, self.column.language).add_done_callback(partial(self._hear, text))

    def _hear(self, text: str, future: "Future[tuple[Mistake, ...]]") -> None:
        unjudged = future.cancelled() or future.exception() is not None
        self._found.emit(text, None if unjudged else future.result())

    def _take(self, text: str, mistakes: tuple[Mistake, ...] | None) -> None:
        self._asked.discard(text)
        if mistakes is not None:
            self._known[text] = mistakes
            self._rest.start(0)

    def _marks_of(self, block: QTextBlock) -> list[QTextEdit.ExtraSelection]:
        letters = _letters(block)
        return [
            _mark(_cursor(block, mistake), mistake)
            for mistake in self._known.get(letters, ())
            if not self._is_being_written(block, mistake)
        ]

    def _is_being_written(self, block: QTextBlock, mistake: Mistake) -> bool:
        caret = self.column.textCursor()
        if caret.block() != block or not self.column.hasFocus():
            return False
        return mistake.start < position_at(block.text(), caret.positionInBlock()) <= mistake.stop

    def at(self, point: QPoint) -> tuple[QTextCursor, Mistake] | None:
        """The mistake at a point of the column's viewport, and its letters; None where none is marked."""
        cursor = self.column.cursorForPosition(point)
        block = cursor.block()
        place = position_at(block.text(), cursor.positionInBlock())
        for mistake in self._known.get(_letters(block), ()):
            if mistake.start <= place <= mistake.stop:
                return _cursor(block, mistake), mistake
        return None


def _letters(block: QTextBlock) -> str:
    return block.text().replace(_LINE_BREAK, "\n")


def _cursor(block: QTextBlock, mistake: Mistake) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + unit_at(block.text(), mistake.start))
    cursor.setPosition(block.position() + unit_at(block.text(), mistake.stop), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _mark(cursor: QTextCursor, mistake: Mistake) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    look = QTextCharFormat()
    colours = theme.in_force()
    style = mistake.kind in _STYLE
    lines = QTextCharFormat.UnderlineStyle
    look.setUnderlineStyle(lines.DotLine if style else lines.WaveUnderline)
    look.setUnderlineColor(QColor(colours.muted if style else colours.bad))
    made.cursor = cursor
    made.format = look
    return made
