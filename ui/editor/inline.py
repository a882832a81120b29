"""How citations and figures are drawn inside a text: a small raised number, a live value."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from cmdesk.export.composing.citations import Citations
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.model.text import Citation, Figure, Span
from cmdesk.reading import MISSING_FIGURE, figure_words
from cmdesk.thai.cleaning import OBJECT
from ui import theme
from ui.editor.looks import CITATION, FIGURE, run_of

_RAISED_SIZE = 0.72
"""Size of a citation's number against that of the text."""
_RAISED_BY = 0.42
"""How high it stands, as a part of the text's ascent."""
_AIR = 2.0


class Labels:
    """What inline objects say, by the state of the dossier that they were last told of."""

    def __init__(self, dossier: Dossier) -> None:
        self._evidence = dossier.evidence
        self._citations = Citations(dossier)

    def update(self, dossier: Dossier) -> bool:
        """Speak of this state from now on; returns whether anything may be said otherwise than before."""
        citations = Citations(dossier)
        same = dossier.evidence is self._evidence and citations.records == self._citations.records
        self._evidence, self._citations = dossier.evidence, citations
        return not same

    def words(self, run: Citation | Figure, language: Language) -> str:
        """The letters shown for an inline object: "[3]", "12.5%"; a question mark when its record is gone."""
        if isinstance(run, Figure):
            record = self._evidence.get(run.evidence)
            return MISSING_FIGURE if record is None else figure_words(record, language)
        number = self._citations.number(run.evidence)
        return f"[{'?' if number is None else number}]"

    def tip(self, run: Citation | Figure, language: Language) -> str:
        """The title of the record behind an inline object, for a tool tip."""
        record = self._evidence.get(run.evidence)
        if record is None:
            return _("This evidence record is no longer in the dossier.")
        title = record.title.best(language)
        locator = run.locator if isinstance(run, Citation) else ""
        return f"{title} · {locator}" if locator else title


class InlinePainter(QPyTextObject):
    """Draws the inline objects of one language's document; Qt asks it for size and picture."""

    def __init__(self, document: QTextDocument, labels: Labels, language: Language) -> None:
        super().__init__(document)
        self._labels = labels
        self._language = language
        for kind in (CITATION, FIGURE):
            document.documentLayout().registerHandler(kind, self)

    def intrinsicSize(self, document: QTextDocument, _place: int, look: QTextFormat) -> QSizeF:  # noqa: N802 - Qt's name
        """Room for the label on its line; the line's own height stays as it is."""
        font = _font(document, look)
        width = QFontMetricsF(font).horizontalAdvance(self._words(look))
        return QSizeF(width + _AIR, QFontMetricsF(document.defaultFont()).ascent() - 1)

    def drawObject(  # noqa: N802 - Qt's name
        self, painter: QPainter, room: QRectF | QRect, document: QTextDocument, _place: int, look: QTextFormat
    ) -> None:
        """Write the label into its room."""
        room = QRectF(room)
        lift = room.height() * _RAISED_BY if look.objectType() == CITATION else 0.0
        baseline = QPointF(room.left() + _AIR / 2, room.bottom() - lift)
        painter.save()
        painter.setFont(_font(document, look))
        painter.setPen(QColor(theme.in_force().accent))
        painter.drawText(baseline, self._words(look))
        if look.objectType() == FIGURE:
            _underline(painter, room)
        painter.restore()

    def _words(self, look: QTextFormat) -> str:
        runs = run_of(OBJECT, look.toCharFormat())
        return "".join(self._labels.words(run, self._language) for run in runs if not isinstance(run, Span))


def _font(document: QTextDocument, look: QTextFormat) -> QFont:
    font = QFont(document.defaultFont())
    if look.objectType() == CITATION:
        font.setPointSizeF(font.pointSizeF() * _RAISED_SIZE)
    return font


def _underline(painter: QPainter, room: QRectF) -> None:
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    height = room.bottom() + 3
    painter.drawLine(QPointF(room.left(), height), QPointF(room.right(), height))
