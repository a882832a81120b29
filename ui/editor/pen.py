"""What is done to the letters of the bilingual page: bold, italic, links, citations and figures."""

from functools import partial

from PySide6.QtGui import QFont, QTextCharFormat

from cmdesk.edits.prose import SetText
from cmdesk.model.text import Run, Span, Text
from cmdesk.pasting import Piece, html_of
from ui.editor import prose_edits
from ui.editor.column import Column
from ui.editor.looks import run_of
from ui.editor.places import Stretch
from ui.editor.prose_edits import Conversion
from ui.editor.prose_page import ProsePage
from ui.editor.wordwise import word_around


class Pen:
    """The commands on letters of one page. One that does not apply does nothing."""

    def __init__(self, page: ProsePage) -> None:
        self._page = page

    @property
    def bold(self) -> bool:
        """Whether all that is selected is bold, or what will be typed."""
        return all(span.bold for span in self._spans())

    @property
    def italic(self) -> bool:
        """Whether all that is selected is italic, or what will be typed."""
        return all(span.italic for span in self._spans())

    @property
    def link(self) -> str:
        """The address that the letters at the caret or all those selected point at, or nothing."""
        addresses = {span.link for span in self._spans()}
        return addresses.pop() if len(addresses) == 1 else ""

    def _spans(self) -> list[Span]:
        column = self._page.column
        if not column.textCursor().hasSelection():
            return [_typed_next(column.currentCharFormat())]
        spans = [run for text in self.selected() for run in text.runs if isinstance(run, Span)]
        return spans or [Span("")]

    def selected(self) -> list[Text]:
        """What is selected, row by row."""
        stretch, paragraphs = self._page.column.stretch, self._page.prose.paragraphs
        chosen = enumerate(paragraphs[stretch.first_row : stretch.last_row + 1], stretch.first_row)
        texts = [(row, paragraph.in_(stretch.language)) for row, paragraph in chosen]
        return [text.part(*stretch.within(row, len(text))) for row, text in texts]

    def selected_html(self) -> str:
        """What is selected, as other programs and our own page can take it."""
        column, rows = self._page.column, self._page.prose.paragraphs[self._page.column.stretch.first_row :]
        pieces = [Piece(text, row.kind) for text, row in zip(self.selected(), rows, strict=False)]
        return html_of(pieces, partial(self._page.labels.words, language=column.language)) if pieces else ""

    def toggle_bold(self) -> None:
        """Make what is selected, or what will be typed, bold or plain again."""
        self._style(bold=not self.bold)

    def toggle_italic(self) -> None:
        """Make what is selected, or what will be typed, italic or upright again."""
        self._style(italic=not self.italic)

    def _style(self, *, bold: bool | None = None, italic: bool | None = None) -> None:
        page = self._page
        if not page.may_write:
            return
        if not page.column.textCursor().hasSelection():
            self._style_next(bold=bold, italic=italic)
            return
        page.do_alone(prose_edits.styled(page.question, page.prose, page.column.stretch, bold=bold, italic=italic))
        page.state_changed.emit()

    def _style_next(self, *, bold: bool | None, italic: bool | None) -> None:
        look = QTextCharFormat()
        if bold is not None:
            look.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if italic is not None:
            look.setFontItalic(italic)
        self._page.column.mergeCurrentCharFormat(look)

    def convert(self, conversion: Conversion) -> None:
        """Convert the digits or years in what is selected, or in the word at the caret."""
        page = self._page
        if not page.may_write or not page.prose.paragraphs:
            return
        stretch = page.column.stretch if page.column.textCursor().hasSelection() else _word_at_caret(page.column)
        edit = prose_edits.converted(page.question, page.prose, stretch, conversion)
        if edit is not None:
            page.do_alone(edit)

    def insert(self, run: Run) -> None:
        """Put a citation, a figure or letters in at the caret, in place of what is selected."""
        page = self._page
        if page.may_write:
            prose = page.prose_to_write_in()
            page.carry_out(prose_edits.pasted(page.question, prose, page.place, (Piece(Text((run,))),)))

    def set_link(self, address: str) -> None:
        """Make what is selected point at an address, or at nothing; raises `ForbiddenLinkError`."""
        page, stretch = self._page, self._page.column.stretch
        if not page.may_write or not page.prose.paragraphs:
            return
        paragraph = page.prose.paragraphs[stretch.first_row]
        text = paragraph.in_(stretch.language)
        start, stop = stretch.within(stretch.first_row, len(text))
        linked = prose_edits.linked(text, start, stop, address)
        page.do_alone(SetText(page.question, paragraph.id, stretch.language, linked))

    def select_link(self) -> None:
        """Select the whole of the link that the caret is in."""
        stretch = self._page.column.stretch
        paragraphs = self._page.prose.paragraphs
        if paragraphs:
            text = paragraphs[stretch.first_row].in_(stretch.language)
            self._page.column.select(prose_edits.link_around(text, stretch))


def _word_at_caret(column: Column) -> Stretch:
    """The word that the caret is in or behind."""
    place, letters = column.place, column.textCursor().block().text()
    behind = place.position > 0 and not letters[place.position : place.position + 1].isalnum()
    start, stop = word_around(letters, place.position - behind)
    return Stretch(column.language, place.row, start, place.row, stop)


def _typed_next(look: QTextCharFormat) -> Span:
    return next((run for run in run_of("", look) if isinstance(run, Span)), Span(""))
