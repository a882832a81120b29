"""What is painted behind the text of a row: bullets and numbers, the mark of the leading language, the current row."""

from collections.abc import Iterator
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock

from cmdesk.i18n import _
from cmdesk.model.answer import Paragraph, ParagraphKind
from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language
from ui import theme
from ui.editor.column import Column
from ui.editor.levelling import GAP
from ui.editor.stage_words import Mark, colour_of, mark_of
from ui.widgets import icons

_BULLET = "•"
_BAR = 3.0
_TICK_AT = 27.0
_MARK_AT, _MARK_SIZE = 5.0, 18
_NOTE_AFTER = 4.0
_NOTE = Mark("note", "accent")

WRITE_HERE = {Language.THAI: "เริ่มเขียนที่นี่", Language.ENGLISH: "Write here"}
"""In the language that is to be written, whatever the interface speaks."""
NOTHING_YET = {Language.THAI: "ยังไม่มีข้อความภาษาไทย", Language.ENGLISH: "No English yet"}


def labels(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """The bullet or number before each paragraph, empty for others; numbers begin anew after anything else."""
    made, number = [], 0
    for paragraph in paragraphs:
        number = number + 1 if paragraph.kind is ParagraphKind.NUMBERED else 0
        bullet = _BULLET if paragraph.kind is ParagraphKind.BULLET else ""
        made.append(f"{number}." if number else bullet)
    return made


_Marks: TypeAlias = tuple[ParagraphKind, Language, tuple[bool, bool], dict[Language, Mark]]


def _marks_of(paragraph: Paragraph) -> _Marks:
    """All that the marks of a row hang on."""
    there = bool(paragraph.thai.runs), bool(paragraph.english.runs)
    return paragraph.kind, paragraph.leading, there, {side: mark_of(paragraph, side) for side in Language}


class Backdrop:
    """Paints the rows of an answer; the page tells it what they are and where the caret is."""

    def __init__(self) -> None:
        self.colours = theme.in_force()
        self.current_row = -1
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._labels: list[str] = []
        self._marks: list[_Marks] = []
        self._noted: dict[ParagraphId, frozenset[Language]] = {}

    def show(self, paragraphs: tuple[Paragraph, ...]) -> bool:
        """Paint these paragraphs' marks from now on; returns whether any differs from before."""
        known = {id(paragraph): marks for paragraph, marks in zip(self._paragraphs, self._marks, strict=True)}
        before = self._marks
        self._marks = [known.get(id(paragraph)) or _marks_of(paragraph) for paragraph in paragraphs]
        self._paragraphs = paragraphs
        if self._marks == before:
            return False
        self._labels = labels(paragraphs)
        return True

    def show_noted(self, noted: dict[ParagraphId, frozenset[Language]]) -> bool:
        """Mark the paragraphs that have open notes, on the sides given; returns whether any differs from before."""
        before, self._noted = self._noted, noted
        return before != noted

    def paint(self, column: Column, dirty: QRect) -> None:
        """Paint the marks of the rows that can be seen."""
        self.colours = theme.in_force()
        painter = QPainter(column.viewport())
        painter.setFont(column.document().defaultFont())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, room in _seen(column, dirty):
            self._paint_row(painter, column, block, room)
        painter.end()

    def _paint_row(self, painter: QPainter, column: Column, block: QTextBlock, room: QRectF) -> None:
        row = block.blockNumber()
        if row == self.current_row:
            self._paint_current(painter, column, room)
        if not self._paragraphs:
            self._paint_hint(painter, block, room, WRITE_HERE[column.language])
        elif row < len(self._paragraphs):
            self._paint_marks(painter, column.language, block, room)

    def _paint_current(self, painter: QPainter, column: Column, room: QRectF) -> None:
        ground = _between(QColor(self.colours.page), QColor(self.colours.selected))
        wide = QRectF(0, room.top(), column.viewport().width(), room.height())
        painter.fillRect(wide, ground)

    def _paint_marks(self, painter: QPainter, language: Language, block: QTextBlock, room: QRectF) -> None:
        paragraph = self._paragraphs[block.blockNumber()]
        first_line = room.adjusted(0, GAP / 2, 0, 0)
        if paragraph and not block.length() - 1 and not block.layout().preeditAreaText():
            self._paint_hint(painter, block, room, NOTHING_YET[language])
        if paragraph.leading is language and paragraph:
            self._paint_leading(painter, first_line)
        self._paint_stage(painter, self._marks[block.blockNumber()][-1][language], first_line)
        if language in self._noted.get(paragraph.id, ()):
            self._paint_icon(painter, _NOTE, room.right() + _NOTE_AFTER, first_line)
        if paragraph.kind is ParagraphKind.QUOTATION:
            self._paint_bar(painter, room)
        self._paint_label(painter, self._labels[block.blockNumber()], first_line)

    def _paint_hint(self, painter: QPainter, block: QTextBlock, room: QRectF, words: str) -> None:
        if block.length() > 1 or block.layout().preeditAreaText():
            return
        painter.setPen(QColor(self.colours.muted))
        left = room.left() + block.blockFormat().leftMargin()
        painter.drawText(QPointF(left, _baseline(painter, room.top() + GAP / 2)), words)

    def _paint_leading(self, painter: QPainter, room: QRectF) -> None:
        height = painter.fontMetrics().height()
        painter.fillRect(QRectF(_TICK_AT, room.top() + 3, _BAR, height), QColor(self.colours.accent))

    def _paint_stage(self, painter: QPainter, mark: Mark, room: QRectF) -> None:
        if mark.icon:
            self._paint_icon(painter, mark, _MARK_AT, room)

    def _paint_icon(self, painter: QPainter, mark: Mark, left: float, room: QRectF) -> None:
        down = (painter.fontMetrics().height() - _MARK_SIZE) / 2 + 3
        place = QRectF(left, round(room.top() + down), _MARK_SIZE, _MARK_SIZE)
        icons.paint(painter, mark.icon, colour_of(mark, self.colours), place)

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        painter.fillRect(QRectF(room.left() + 6, room.top() + 4, _BAR, room.height() - 8), QColor(self.colours.line))

    def _paint_label(self, painter: QPainter, label: str, room: QRectF) -> None:
        if label:
            painter.setPen(QColor(self.colours.muted))
            painter.drawText(QPointF(room.left() + 6, _baseline(painter, room.top())), label)


def leading_tip(language: Language) -> str:
    """What the tick beside a text says."""
    thai = language is Language.THAI
    return _("Written in Thai first.") if thai else _("Written in English first.")


def _between(one: QColor, other: QColor) -> QColor:
    """The colour half-way; opaque, since blending at each paint costs more than the text."""
    mixed = ((a + b) // 2 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))  # type: ignore[call-overload]  # four numbers
    return QColor(*mixed)


def _baseline(painter: QPainter, top: float) -> float:
    return top + painter.fontMetrics().ascent()


def _seen(column: Column, dirty: QRect) -> Iterator[tuple[QTextBlock, QRectF]]:
    """Blocks that touch a part of the viewport, with their rooms: from half a gap above to half a gap below."""
    layout = column.document().documentLayout()
    shift = column.verticalScrollBar().value()
    block = column.cursorForPosition(dirty.topLeft()).block().previous() or column.document().begin()
    if not block.isValid():
        block = column.document().begin()
    while block.isValid():
        room = layout.blockBoundingRect(block).translated(0, -shift)
        room.setBottom(room.bottom() + block.blockFormat().bottomMargin() - GAP / 2)
        room.setTop(room.top() - GAP / 2)
        if room.top() > dirty.bottom():
            return
        yield block, room
        block = block.next()
