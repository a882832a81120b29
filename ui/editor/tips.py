"""What is told about the thing under the pointer: the record of a citation, the address of a link, a row's mark."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from cmdesk.model.answer import Paragraph
from cmdesk.model.language import Language
from cmdesk.model.text import Span
from ui.editor.backdrop import leading_tip
from ui.editor.column import Column
from ui.editor.inline import Labels
from ui.editor.looks import run_of
from ui.editor.margins import MARGIN_WIDTH
from ui.editor.stage_words import told
from ui.widgets.plain import tip


class Tips(QObject):
    """Shows the tool tips of one side of the page."""

    def __init__(self, column: Column, labels: Labels, row: Callable[[int], Paragraph | None]) -> None:
        super().__init__(column)
        self._column = column
        self._labels = labels
        self._row = row
        column.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answer when Qt asks for a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self.words_at(event.pos())), self._column)
            return True
        return super().eventFilter(watched, event)

    def words_at(self, point: QPoint) -> str:
        """What there is to tell at a point of the viewport; nothing in most places."""
        cursor = self._column.cursorForPosition(point)
        if point.x() < MARGIN_WIDTH:
            return self._margin_words(self._row(cursor.blockNumber()), self._column.language)
        return self._words_of(cursor, point)

    def _margin_words(self, paragraph: Paragraph | None, language: Language) -> str:
        if paragraph is None or not paragraph.in_(language):
            return ""
        leads = [leading_tip(language)] if paragraph.leading is language else []
        return "\n".join([told(paragraph, language), *leads])

    def _words_of(self, cursor: QTextCursor, point: QPoint) -> str:
        if self._column.cursorRect(cursor).left() <= point.x():
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        document = self._column.document()
        letter = document.characterAt(cursor.position() - 1)
        for run in run_of(letter, cursor.charFormat()):
            return run.link if isinstance(run, Span) else self._labels.tip(run, self._column.language)
        return ""
