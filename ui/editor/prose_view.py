"""The bilingual page as it is seen: an answer in prose, the caret in it, and the marks of its rows."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmdesk.edits.sides import is_locked
from cmdesk.model.answer import Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.session import Session
from ui.editor.backdrop import Backdrop
from ui.editor.column import Column
from ui.editor.inline import InlinePainter, Labels
from ui.editor.looks import Looks
from ui.editor.pair_bar import PairBar
from ui.editor.places import Place
from ui.editor.rows import Rows
from ui.editor.sheet import Sheet
from ui.editor.sides import Sides
from ui.editor.tips import Tips
from ui.theme import SPACE

_BAR_AFTER = 120
"""Milliseconds that the caret rests before what there is to decide is shown: nothing flickers under moving hands."""

NONE = QuestionId("")
"""No question is shown."""


class ProseView(QWidget):
    """Shows one answer in prose."""

    state_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session: Final = session
        self.question = NONE
        self.language = Language.THAI
        self.sheet = Sheet(self)
        self.labels = Labels(session.dossier)
        self.rows = Rows(self.sheet.columns, Looks())
        self.backdrop = Backdrop()
        self.bar = PairBar(self.labels, self)
        self._bar_timer = QTimer(self, singleShot=True, interval=_BAR_AFTER)
        self._bar_timer.timeout.connect(self.show_bar)
        self._lay_out()
        self._connect_sheet()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(self.bar)

    def _connect_sheet(self) -> None:
        self.sheet.width_changed.connect(self.rows.level_all)
        for language, column in self.sheet.columns.items():
            InlinePainter(column.document(), self.labels, language)
            Tips(column, self.labels, self.rows.at)
            column.backdrop = self.backdrop.paint
            column.is_shut = partial(_is_shut, self.rows, language)
            column.setReadOnly(not self.session.writable)
            column.cursorPositionChanged.connect(self.caret_moved)
            column.selectionChanged.connect(self.state_changed)
            column.currentCharFormatChanged.connect(self.state_changed)
            column.entered.connect(self._entered)

    @property
    def column(self) -> Column:
        """The side that is written in."""
        return self.sheet.columns[self.language]

    @property
    def place(self) -> Place:
        """Where the caret is."""
        return self.column.place

    @property
    def prose(self) -> Prose:
        """The answer as it is now."""
        return self.session.dossier.prose(self.question) if self.question else Prose()

    @property
    def may_write(self) -> bool:
        """Whether there is an answer here that may be changed."""
        return self.session.writable and bool(self.question)

    def show_question(self, question: QuestionId) -> None:
        """Show another answer; `NONE` clears the page."""
        self.question = question
        self.labels.update(self.session.dossier)
        self.rows.fill(self.prose.paragraphs)
        self._marks_changed()

    def show_state(self, dossier: Dossier) -> None:
        """Show the same answer as another state of the dossier has it."""
        paragraphs = dossier.prose(self.question).paragraphs
        cited = [
            [each.thai.evidence + each.english.evidence for each in rows] for rows in (self.rows.shown, paragraphs)
        ]
        self.rows.update(paragraphs)
        if cited[0] != cited[1]:
            self.show_evidence(dossier)
        self._marks_changed()

    def show_evidence(self, dossier: Dossier) -> None:
        """Show citations and figures as another state of the dossier has them."""
        if self.labels.update(dossier):
            self.rows.redraw_objects()

    def show_sides(self, sides: Sides) -> None:
        """Show one language or both."""
        place = self.place
        self.sheet.show_sides(sides)
        self.rows.level_only(self.sheet.shown)
        if self.column not in self.sheet.shown:
            self.focus(self.language.other)
            self.go_to(Place(place.row, self.language, 0))
        self.column.ensureCursorVisible()
        self.state_changed.emit()

    def _reveal(self, language: Language) -> None:
        """Show a language that is to be written in or looked at, if it is hidden."""
        if not self.sheet.sides.share(language):
            self.show_sides(Sides.BOTH)

    def go_to(self, place: Place) -> None:
        """Put the caret at a place, or as near as the answer allows."""
        self._reveal(place.language)
        self.language = place.language
        self.rows.level_up_to(place.row)
        self.column.go_to(place)

    def focus(self, language: Language) -> None:
        """Write in a language from now on."""
        self._reveal(language)
        self.language = language
        self.column.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Put on new colours and another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            QTimer.singleShot(0, self, self.redress)  # the size is set after the palette

    def redress(self) -> None:
        """Show everything in the theme's present colours and size of text."""
        place = self.place
        self.sheet.dress()
        self.rows.redress(Looks())
        self.go_to(place)
        self.bar.retranslate()

    def _marks_changed(self) -> None:
        if self.backdrop.show(self.rows.shown):
            self.sheet.repaint_columns()
        self.caret_moved()

    def caret_moved(self) -> None:
        """Mark the row that the caret is in."""
        row = self.place.row
        if row != self.backdrop.current_row:
            self.backdrop.current_row = row
            self.sheet.repaint_columns()
        self._bar_timer.start()
        self.state_changed.emit()

    def show_bar(self) -> None:
        """Show what there is to decide about the pair that the caret is in."""
        paragraph = self.rows.at(self.place.row) if self.question else None
        self.bar.show_pair(paragraph, self.language, writable=self.session.writable)

    def _entered(self, language: Language) -> None:
        self.language = language
        self.caret_moved()


def _is_shut(rows: Rows, language: Language, row: int) -> bool:
    """Whether a text is locked."""
    paragraph = rows.at(row)
    return paragraph is not None and is_locked(paragraph, language)
