"""The commands of the answer page, by the names that the window's actions call them; outside prose they do nothing."""

from functools import partial

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.language import Language
from ui.editor.hands import Hands
from ui.editor.insertions import Insertions
from ui.editor.paste import Paste
from ui.editor.pen import Pen
from ui.editor.prose_page import ProsePage
from ui.editor.reviewing import Reviewing
from ui.editor.stage_menu import stage_menu


class Commands(QWidget):
    """A page that can be told what to do."""

    def __init__(self, prose: ProsePage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prose = prose
        self.pen = Pen(prose)
        self.reviewing = Reviewing(prose)
        self.hands = Hands(prose, self.reviewing)
        self.paste = Paste(prose)
        for language, column in prose.sheet.columns.items():
            column.margin_pressed.connect(partial(self._offer_stages, language))
            column.rich_selection = self.pen.selected_html
        self._insertions = Insertions(prose, self.pen)

    def _offer_stages(self, language: Language, _row: int, left: bool) -> None:  # noqa: FBT001 - Qt's slot
        if left and self.prose.may_write:
            stage_menu(self.reviewing, language, self).popup(QCursor.pos())

    def toggle_bold(self) -> None:
        """Make what is selected, or what will be typed, bold or plain again."""
        self.pen.toggle_bold()

    def toggle_italic(self) -> None:
        """Make what is selected, or what will be typed, italic or upright again."""
        self.pen.toggle_italic()

    def set_kind(self, kind: ParagraphKind) -> None:
        """Make the row, or those that are selected, body text, list items or quotations."""
        self.hands.set_kind(kind)

    def set_leading(self, language: Language) -> None:
        """Say that the row is written first in a language."""
        self.hands.set_leading(language)

    def add_paragraph(self) -> None:
        """Put a blank pair after the row."""
        self.hands.add()

    def split_paragraph(self) -> None:
        """Split the pair at the caret."""
        self.hands.split()

    def join_paragraph(self) -> None:
        """Join the row to the one above."""
        self.hands.join()

    def move_up(self) -> None:
        """Move the row one place up."""
        self.hands.move_up()

    def move_down(self) -> None:
        """Move the row one place down."""
        self.hands.move_down()

    def delete_paragraph(self) -> None:
        """Take the row out, or those that are selected, in both languages."""
        self.hands.delete()

    def insert_link(self) -> None:
        """Ask for an address, and make what is selected point at it."""
        self._insertions.insert_link()

    def remove_link(self) -> None:
        """Keep the words of the link at the caret, and forget its address."""
        self._insertions.remove_link()

    def insert_citation(self) -> None:
        """Ask for an evidence record, and cite it at the caret."""
        self._insertions.insert_citation()

    def insert_figure(self) -> None:
        """Ask for a statistic record, and show its value at the caret."""
        self._insertions.insert_figure()
