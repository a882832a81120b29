"""How runs of text look in the editor: the formats that Qt draws them with, and what of a run is kept in them."""

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.ids import EvidenceId
from cmdesk.model.text import Citation, Figure, Run, Span
from ui import theme

_OBJECT = QTextFormat.ObjectTypes.UserObject.value
CITATION = _OBJECT + 1
FIGURE = _OBJECT + 2

_PROPERTY = QTextFormat.Property.UserProperty.value
_EVIDENCE = _PROPERTY + 1
_LOCATOR = _PROPERTY + 2

LINE_HEIGHT = 122.0
"""Per cent of the font's own height, which makes about 150 % of the letter size: room for two marks above a letter."""

_INDENT = {ParagraphKind.BODY: 0, ParagraphKind.BULLET: 24, ParagraphKind.NUMBERED: 32, ParagraphKind.QUOTATION: 24}


def run_of(letters: str, look: QTextCharFormat) -> tuple[Run, ...]:
    """The runs that letters of one look stand for; an inline object's letter without its record is dropped."""
    if look.objectType() == CITATION:
        cited = EvidenceId(str(look.property(_EVIDENCE)))
        return (Citation(cited, str(look.property(_LOCATOR) or "")),) * len(letters)
    if look.objectType() == FIGURE:
        return (Figure(EvidenceId(str(look.property(_EVIDENCE)))),) * len(letters)
    bold = look.fontWeight() >= QFont.Weight.DemiBold
    return (Span(letters, bold, look.fontItalic(), look.anchorHref() if look.isAnchor() else ""),)


class Looks:
    """The formats of runs and paragraphs, in the colours in force when they were made."""

    def __init__(self) -> None:
        self._accent = QColor(theme.in_force().accent)
        self.plain = QTextCharFormat()

    def of(self, run: Run) -> QTextCharFormat:
        """Format of one run."""
        return self._span(run) if isinstance(run, Span) else self._object(run)

    def _span(self, span: Span) -> QTextCharFormat:
        look = QTextCharFormat()
        if span.bold:
            look.setFontWeight(QFont.Weight.Bold)
        if span.italic:
            look.setFontItalic(True)
        if span.link:
            look.setAnchor(True)
            look.setAnchorHref(span.link)
            look.setFontUnderline(True)
            look.setForeground(self._accent)
        return look

    def _object(self, run: Citation | Figure) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setProperty(_EVIDENCE, run.evidence)
        if isinstance(run, Citation):
            look.setObjectType(CITATION)
            look.setProperty(_LOCATOR, run.locator)
        else:
            look.setObjectType(FIGURE)
        return look

    def paragraph(self, kind: ParagraphKind) -> QTextBlockFormat:
        """Format of a paragraph of a kind, before its row is aligned."""
        look = QTextBlockFormat()
        look.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        look.setLeftMargin(_INDENT[kind])
        return look
