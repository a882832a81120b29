"""What keys, menus and the clipboard do to the paragraphs of the bilingual page."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from cmdesk.edits.prose import SetKind, SetLeading
from cmdesk.model.answer import ParagraphKind
from cmdesk.model.language import Language
from cmdesk.model.text import Text
from cmdesk.pasting import Piece
from ui.editor import prose_edits
from ui.editor.keys import Gesture
from ui.editor.prose_page import ProsePage
from ui.editor.reviewing import Reviewing

Deed: TypeAlias = Callable[[], object]

_READING = (Gesture.OTHER_LANGUAGE, Gesture.NEXT_DUE, Gesture.PREVIOUS_DUE)


class Hands:
    """The commands on paragraphs of one page. One that does not apply does nothing."""

    def __init__(self, page: ProsePage, reviewing: Reviewing) -> None:
        self._page = page
        self._deeds: dict[Gesture, Deed] = {
            Gesture.ENTER: self.enter,
            Gesture.LINE_BREAK: self.break_line,
            Gesture.SPLIT: self.split,
            Gesture.JOIN_BEFORE: self.join,
            Gesture.JOIN_AFTER: self.join_next,
            Gesture.CUT_OUT: self.cut_out,
            Gesture.CUT: self.cut,
            Gesture.OTHER_LANGUAGE: self.go_across,
            Gesture.MOVE_UP: self.move_up,
            Gesture.MOVE_DOWN: self.move_down,
            Gesture.UNDO: page.undo,
            Gesture.REDO: page.redo,
            Gesture.FINISH: reviewing.finish,
            Gesture.NEXT_DUE: partial(reviewing.go_to_due, 1),
            Gesture.PREVIOUS_DUE: partial(reviewing.go_to_due, -1),
        }
        for column in page.sheet.columns.values():
            column.gestured.connect(self.take)

    def take(self, gesture: Gesture) -> None:
        """Do what a gesture asks; in a dossier that is only read, nothing that would change it."""
        if self._page.may_write or gesture in _READING:
            self._deeds[gesture]()

    def enter(self) -> None:
        """Split the text at the caret, or begin a new pair at its edge."""
        prose = self._page.prose_to_write_in()
        self._page.carry_out(prose_edits.entered(self._page.question, prose, self._page.place))

    def break_line(self) -> None:
        """Begin a new line inside the paragraph."""
        prose = self._page.prose_to_write_in()
        self._page.carry_out(prose_edits.pasted(self._page.question, prose, self._page.place, (Piece(Text.of("\n")),)))

    def split(self) -> None:
        """Split the pair, the other language at its own caret if that is inside the same row."""
        if not self._page.may_write:
            return
        prose, place = self._page.prose_to_write_in(), self._page.place
        other = self._page.sheet.columns[place.language.other].place
        known = other.row == place.row and other.position > 0
        at = other.position if known else None
        self._page.carry_out(prose_edits.split(self._page.question, prose, place, at))

    def join(self) -> None:
        """Join the row to the one before it."""
        self._join(self._page.place.row)

    def join_next(self) -> None:
        """Join the next row to this one."""
        self._join(self._page.place.row + 1)

    def _join(self, row: int) -> None:
        if self._page.may_write:
            page = self._page
            page.carry_out(prose_edits.joined(page.question, page.prose, row, page.language))

    def add(self) -> None:
        """Put a blank pair after the row."""
        if not self._page.may_write:
            return
        row = self._page.place.row if self._page.prose.paragraphs else -1
        self._page.carry_out(prose_edits.added(self._page.question, self._page.prose, row, self._page.language))

    def delete(self) -> None:
        """Take out the row, or those that are selected, in both languages."""
        if self._page.may_write and self._page.prose.paragraphs:
            stretch = self._page.column.stretch
            rows = range(stretch.first_row, stretch.last_row + 1)
            page = self._page
            page.carry_out(prose_edits.rows_removed(page.question, page.prose, rows, page.language))

    def move_up(self) -> None:
        """Put the row before the one above."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the row after the one below."""
        self._move(1)

    def _move(self, by: int) -> None:
        if self._page.may_write and self._page.prose.paragraphs:
            page = self._page
            page.carry_out(prose_edits.moved(page.question, page.prose, page.place, by))

    def cut_out(self) -> None:
        """Delete what is selected, in its own language."""
        if self._page.may_write:
            self._page.cut_out()

    def cut(self) -> None:
        """Copy what is selected, then delete it."""
        self._page.column.copy()
        self.cut_out()

    def set_kind(self, kind: ParagraphKind) -> None:
        """Make the row, or those that are selected, body text, list items or quotations."""
        if not self._page.may_write:
            return
        prose, stretch = self._page.real_prose(), self._page.column.stretch
        chosen = prose.paragraphs[stretch.first_row : stretch.last_row + 1]
        self._page.do_alone(SetKind(self._page.question, tuple(paragraph.id for paragraph in chosen), kind))

    def set_leading(self, leading: Language) -> None:
        """Say that the row is written first in a language."""
        if self._page.may_write:
            paragraph = self._page.real_prose().paragraphs[self._page.place.row]
            self._page.do_alone(SetLeading(self._page.question, paragraph.id, leading))

    def go_across(self) -> None:
        """Go on in the other language of the same row."""
        row, other = self._page.place.row, self._page.language.other
        column = self._page.sheet.columns[other]
        if column.place.row != row:
            column.go_to_end(row)
        self._page.focus(other)
