"""What is pasted into the bilingual page: clean paragraphs, in measure."""

from collections.abc import Container
from decimal import Decimal

from PySide6.QtCore import QMimeData

from cmdesk.i18n import _
from cmdesk.pasting import Pasted, pieces_of_html, plain_pieces
from cmdesk.reading import number_words
from ui.editor import prose_edits
from ui.editor.names import tongue
from ui.editor.prose_page import ProsePage

LONGEST_PASTE = 200_000
"""Characters; whole dossiers are shorter, and in one paragraph more of them would make each key wait."""
MOST_PASTED = 500
"""Paragraphs; no answer has as many."""


def read(source: QMimeData, known: Container[str]) -> Pasted:
    """The paragraphs on the clipboard, with their looks when they have any, and citations of known records."""
    rich = pieces_of_html(source.html(), known) if source.hasHtml() else Pasted(())
    return rich if rich.pieces else Pasted(plain_pieces(source.text()))


class Paste:
    """Takes what is pasted into one page."""

    def __init__(self, page: ProsePage) -> None:
        self._page = page
        for column in page.sheet.columns.values():
            column.pasted.connect(self.take)

    def take(self, source: QMimeData) -> None:
        """Put paragraphs in at the caret, a pair for each; a text out of all measure is refused."""
        page = self._page
        if not page.may_write:
            return
        if len(source.text()) > LONGEST_PASTE:
            page.refused.emit(_too_long())
            return
        pasted = read(source, page.session.dossier.evidence)
        if sum(len(piece.text) for piece in pasted.pieces) > LONGEST_PASTE:
            page.refused.emit(_too_long())
        elif len(pasted.pieces) > MOST_PASTED:
            page.refused.emit(_too_many())
        elif pasted.pieces:
            page.carry_out(prose_edits.pasted(page.question, page.prose_to_write_in(), page.place, pasted.pieces))
            if pasted.tables:
                page.refused.emit(_("The pasted table became lines with tabs between its cells."))


def _too_long() -> str:
    limit = number_words(Decimal(LONGEST_PASTE), tongue())
    return _("This text has more than {limit} characters and was not pasted. Paste it in parts.").format(limit=limit)


def _too_many() -> str:
    limit = number_words(Decimal(MOST_PASTED), tongue())
    return _("This text has more than {limit} paragraphs and was not pasted. Paste it in parts.").format(limit=limit)
