"""What changed in a text, shown word by word: deleted words struck, inserted ones underlined."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from cmdesk.comparing import Kind, Stretch
from cmdesk.i18n import _
from cmdesk.model.language import Language
from cmdesk.model.text import Span, Text
from cmdesk.thai.words import word_bounds
from ui import theme
from ui.editor.calm_edit import InertDocument
from ui.editor.inline import Labels

AROUND = 40
"""Characters of unchanged text shown beside a change, up to the end of a word."""
_ELLIPSIS = Text.of(" … ")
_MOST_LINES = 5


def shortened(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The changes with some words around each, the rest of what did not change left out."""
    last = len(stretches) - 1
    return [
        replace(stretch, text=_middle_out(stretch.text, head=place > 0, tail=place < last))
        if stretch.kind is Kind.SAME
        else stretch
        for place, stretch in enumerate(stretches)
    ]


def _middle_out(text: Text, *, head: bool, tail: bool) -> Text:
    """A text without its middle; without its start or end too where no change stands beside them."""
    bounds = word_bounds(text.characters)
    start = next((bound for bound in bounds if bound >= AROUND), len(text)) if head else 0
    stop = next((bound for bound in reversed(bounds) if bound <= len(text) - AROUND), 0) if tail else len(text)
    return text if start >= stop else text.part(0, start) + _ELLIPSIS + text.part(stop)


class ChangesView(QTextEdit):
    """Shows a comparison, to be read and copied."""

    def __init__(self, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocument(InertDocument(self))
        self._labels = labels
        self.setReadOnly(True)
        self.setAcceptDrops(False)  # a folder dropped here is for the window
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)

    def show_changes(self, stretches: Sequence[Stretch], language: Language) -> None:
        """Show a comparison of texts in a language."""
        self.document().setDefaultFont(QFont(theme.FAMILY, theme.INTERFACE_POINTS + 1))
        self.setAccessibleDescription(spoken(stretches))
        self.clear()
        cursor = QTextCursor(self.document())
        for stretch in shortened(stretches):
            cursor.insertText(self._words(stretch.text, language), look_of(stretch.kind))
        self._fit(self.document())

    def _words(self, text: Text, language: Language) -> str:
        parts = (run.text if isinstance(run, Span) else self._labels.words(run, language) for run in text.runs)
        return "".join(parts)

    def _fit(self, document: QTextDocument) -> None:
        document.setTextWidth(self.viewport().width())
        line = self.fontMetrics().lineSpacing() * 1.6
        self.setFixedHeight(round(min(document.size().height() + 4, _MOST_LINES * line)))


def look_of(kind: Kind) -> QTextCharFormat:
    """How a stretch is drawn, told by more than its colour."""
    colours = theme.in_force()
    look = QTextCharFormat()
    look.setForeground(QColor({Kind.SAME: colours.muted, Kind.DELETED: colours.bad, Kind.INSERTED: colours.good}[kind]))
    look.setFontStrikeOut(kind is Kind.DELETED)
    look.setFontUnderline(kind is Kind.INSERTED)
    if kind is Kind.INSERTED:
        look.setFontWeight(QFont.Weight.DemiBold)
    return look


def spoken(stretches: Sequence[Stretch]) -> str:
    """The changes for those who hear them."""
    return " ".join(_spoken(stretches))


def _spoken(stretches: Sequence[Stretch]) -> Iterator[str]:
    for stretch in stretches:
        if stretch.kind is Kind.DELETED:
            yield _("Deleted: “{words}”.").format(words=stretch.text.characters)
        elif stretch.kind is Kind.INSERTED:
            yield _("Inserted: “{words}”.").format(words=stretch.text.characters)
