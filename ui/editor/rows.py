"""The rows of the bilingual page: the same paragraphs in two documents, level with one another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextBlock, QTextCursor

from cmdesk.model.answer import Paragraph, ParagraphKind
from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language
from cmdesk.model.text import Text
from ui.editor.column import Column
from ui.editor.levelling import Leveller
from ui.editor.looks import Looks
from ui.editor.runs import rewrite, write

_PAUSE = 20
"""Milliseconds between those that are levelled later, for keys and paints to come in between."""
_AT_ONCE = 50
"""Rows that are made level together: more than any window shows."""

_Names = Sequence[ParagraphId | None]


class Rows:
    """Shows paragraphs in both columns, and afterwards changes only the blocks of those that differ.

    An answer without paragraphs shows one blank row, which is nobody's.
    """

    def __init__(self, columns: Mapping[Language, Column], looks: Looks) -> None:
        self._columns = columns
        self.looks = looks
        self._leveller = Leveller(*(column.document() for column in columns.values()))
        self.shown: tuple[Paragraph, ...] = ()
        self._levelled = 0
        """Rows from the start that are level; those after them wait for the timer."""
        self._rest = QTimer(next(iter(columns.values())), singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._level_more)

    def at(self, row: int) -> Paragraph | None:
        """The paragraph of a row; None for the blank one."""
        return self.shown[row] if row < len(self.shown) else None

    def fill(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show an answer anew."""
        self.shown = paragraphs
        with self._quietly():
            for language, column in self._columns.items():
                self._fill_column(column, language)
        self.level_all()

    def _fill_column(self, column: Column, language: Language) -> None:
        cursor = QTextCursor(column.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(self.looks.paragraph(self._kind(0)))
        for row, paragraph in enumerate(self.shown):
            if row:
                cursor.insertBlock(self.looks.paragraph(paragraph.kind), self.looks.plain)
            cursor.setBlockCharFormat(self.looks.plain)
            write(cursor, paragraph.in_(language), self.looks)
        cursor.endEditBlock()

    def update(self, paragraphs: tuple[Paragraph, ...]) -> bool:
        """Show a later state of the answer; returns whether rows came, went or moved."""
        old, self.shown = self.shown, paragraphs
        change = _difference(_names(old), _names(paragraphs))
        touched = set(_changed_rows(old, paragraphs))
        if change.moved:
            self._levelled = min(self._levelled, change.first)
            touched.update(range(change.first, min(change.stop + 1, len(_names(paragraphs)))))
        with self._quietly():
            self._make_room(change)
            for row in touched:
                self._write_row(row)
        self.level(touched | {change.first - 1, change.stop} if change.moved else touched)
        return change.moved

    def _make_room(self, change: "_Change") -> None:
        more = change.stop - change.old_stop
        for column in self._columns.values():
            if more > 0:
                _insert_blocks(column, change.first, more)
            elif more < 0:
                _remove_blocks(column, change.first, -more)

    def _write_row(self, row: int) -> None:
        for language, column in self._columns.items():
            block = column.document().findBlockByNumber(row)
            self._set_kind(block, self._kind(row))
            if not block.layout().preeditAreaText():
                rewrite(block, self.shown[row].in_(language) if self.shown else Text(), self.looks)

    def _kind(self, row: int) -> ParagraphKind:
        return self.shown[row].kind if self.shown else ParagraphKind.BODY

    def _set_kind(self, block: QTextBlock, kind: ParagraphKind) -> None:
        look = self.looks.paragraph(kind)
        look.setBottomMargin(block.blockFormat().bottomMargin())
        if look != block.blockFormat():
            QTextCursor(block).setBlockFormat(look)

    def redress(self, looks: Looks) -> None:
        """Show the same in other looks."""
        self.looks = looks
        self.fill(self.shown)

    def redraw_objects(self) -> None:
        """Draw citations and figures anew: their words may be longer now."""
        rows = [row for row, each in enumerate(self.shown) if each.thai.evidence or each.english.evidence]
        with self._quietly():
            for column in self._columns.values():
                for row in rows:
                    block = column.document().findBlockByNumber(row)
                    column.document().markContentsDirty(block.position(), block.length())
        self.level(rows)

    def level(self, rows: Iterable[int]) -> None:
        """Make some rows as tall in one column as in the other."""
        with self._quietly():
            self._leveller.level(rows)

    def level_only(self, columns: Sequence[Column]) -> None:
        """Level these columns with one another from now on: one that is not shown takes no room."""
        self._leveller = Leveller(*(column.document() for column in columns))
        self.level_all()

    def level_all(self) -> None:
        """Make all rows level, as is needed after a change of width: the first ones now, the others in a moment.

        Levelling lays a row out a second time, so that doing all at once would double the time to open an answer.
        """
        self._levelled = 0
        self._level_more()

    def level_up_to(self, row: int) -> None:
        """Make sure that the rows up to one are level now, so that it is where it seems to be."""
        if row >= self._levelled:
            self._level_more(row + 1 - self._levelled)

    def _level_more(self, count: int = _AT_ONCE) -> None:
        rows = max(len(self.shown), 1)
        first, self._levelled = self._levelled, min(self._levelled + max(count, _AT_ONCE), rows)
        self.level(range(first, self._levelled))
        if self._levelled < rows:
            self._rest.start()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before = [column.quiet for column in self._columns.values()]
        for column in self._columns.values():
            column.quiet = True
        try:
            yield
        finally:
            for column, quiet in zip(self._columns.values(), before, strict=True):
                column.quiet = quiet


class _Change(NamedTuple):
    """Rows from `first` up to `old_stop` became those up to `stop`."""

    first: int
    old_stop: int
    stop: int

    @property
    def moved(self) -> bool:
        return self.first < self.old_stop or self.first < self.stop


def _names(paragraphs: tuple[Paragraph, ...]) -> _Names:
    return [paragraph.id for paragraph in paragraphs] or [None]


def _difference(old: _Names, new: _Names) -> _Change:
    shorter = min(len(old), len(new))
    first = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    room = shorter - first
    tail = next((back for back in range(room) if old[-1 - back] != new[-1 - back]), room)
    return _Change(first, len(old) - tail, len(new) - tail)


def _changed_rows(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> Iterator[int]:
    before = {paragraph.id: paragraph for paragraph in old}
    return (row for row, paragraph in enumerate(new) if before.get(paragraph.id) is not paragraph)


def _insert_blocks(column: Column, row: int, count: int) -> None:
    document = column.document()
    block = document.findBlockByNumber(row)
    cursor = QTextCursor(block if block.isValid() else document.lastBlock())
    if not block.isValid():
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    for _more in range(count):
        cursor.insertBlock()


def _remove_blocks(column: Column, row: int, count: int) -> None:
    document = column.document()
    following = document.findBlockByNumber(row + count)
    cursor = QTextCursor(document)
    if following.isValid():
        cursor.setPosition(document.findBlockByNumber(row).position())
        cursor.setPosition(following.position(), QTextCursor.MoveMode.KeepAnchor)
    else:
        cursor.setPosition(document.findBlockByNumber(row).position() - 1)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
