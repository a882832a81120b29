"""How a record is drawn: two lines in the table, a card in the gallery."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmdesk.i18n import _
from cmdesk.library.search import Hit
from cmdesk.library.snippets import Snippet
from cmdesk.model.evidence import Evidence
from ui import theme
from ui.library.records_model import HIT, PROBLEMS, RECORD, Column, second_line
from ui.library.thumbnails import Thumbnails
from ui.library.words import SIGNS, title_of
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.lines import Lines

ROW = 56
CARD = QSize(208, 232)
_PICTURE = 150
_BEFORE = 14
"""Letters shown before what was found."""
Index = QModelIndex | QPersistentModelIndex
_CENTRED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RowPainter(QStyledItemDelegate):
    """Draws the cells of the table."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """All rows are of one height, so that ten thousand of them cost nothing."""
        return QSize(SPACE, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        _ground(painter, option)
        record: Evidence = index.data(RECORD)
        place = option.rect.adjusted(SPACE, 0, -SPACE, 0)
        match Column(index.column()):
            case Column.KIND:
                side = 22
                spot = QRectF(place.left(), place.center().y() - side / 2, side, side)
                icons.paint(painter, SIGNS[record.kind], theme.in_force().muted, spot)
            case Column.TITLE:
                _two_lines(painter, option.font, place, record, index.data(HIT))
            case Column.MARKS:
                _words(painter, place, index.data(), theme.in_force().warn, sign=bool(index.data(PROBLEMS)))
            case _:
                _words(painter, place, index.data(), theme.in_force().muted)
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    colours = theme.in_force()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(colours.selected))
    painter.setPen(QColor(colours.line))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def _words(painter: QPainter, place: QRect, words: str, colour: str, *, sign: bool = False) -> None:
    painter.setPen(QColor(colour))
    told = f"▲ {words}" if sign else words
    painter.drawText(
        place, _CENTRED, painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, place.width())
    )


def _two_lines(painter: QPainter, font: QFont, place: QRect, record: Evidence, hit: Hit | None) -> None:
    colours = theme.in_force()
    strong, small = QFont(font), QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() - 1)
    upper, lower = place.adjusted(0, 5, 0, -ROW // 2 + 1), place.adjusted(0, ROW // 2 - 2, 0, -5)
    painter.setFont(strong)
    painter.setPen(QColor(colours.text))
    metrics = painter.fontMetrics()
    painter.drawText(upper, _CENTRED, metrics.elidedText(title_of(record), Qt.TextElideMode.ElideRight, place.width()))
    painter.setFont(small)
    painter.setPen(QColor(colours.muted))
    if hit is not None and hit.terms:
        _found_words(painter, small, lower, hit)
        return
    shown = painter.fontMetrics().elidedText(second_line(record), Qt.TextElideMode.ElideRight, lower.width())
    painter.drawText(lower, _CENTRED, shown)


def _found_words(painter: QPainter, font: QFont, place: QRect, hit: Hit) -> None:
    """The words around what was found, which is marked."""
    before = (_("Page {page}").format(page=hit.page) if hit.page else hit.field.label) + ": "
    marked = QTextCharFormat()
    marked.setFontWeight(QFont.Weight.Bold)
    marked.setForeground(QColor(theme.in_force().accent))
    words, ranges = _near(hit.snippet)
    spans = []
    for start, stop in ranges:
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = start + len(before), stop - start, marked
        spans.append(span)
    layout = QTextLayout(before + words, font)
    layout.setFormats(spans)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    painter.setClipRect(place)
    layout.draw(painter, QRectF(place).topLeft())


def _near(snippet: Snippet) -> tuple[str, list[tuple[int, int]]]:
    """The words from a little before the first place found, so that a narrow line shows it."""
    first = snippet.ranges[0][0] if snippet.ranges else 0
    cut = first - _BEFORE if first > 2 * _BEFORE else 0
    if not cut:
        return snippet.text, list(snippet.ranges)
    return "…" + snippet.text[cut:], [(start - cut + 1, stop - cut + 1) for start, stop in snippet.ranges]


class CardPainter(QStyledItemDelegate):
    """Draws the cards of the gallery."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """All cards are of one size."""
        return CARD

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        record: Evidence = index.data(RECORD)
        colours = theme.in_force()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        card = QRectF(option.rect).adjusted(6.5, 6.5, -6.5, -6.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.page))
        painter.setPen(QColor(colours.accent if chosen else colours.line))
        painter.drawRoundedRect(card, 8, 8)
        self._picture(painter, card.adjusted(8, 8, -8, -(card.height() - _PICTURE)), record)
        below = card.adjusted(10, _PICTURE + 2, -10, -6)
        painter.setClipRect(below)
        title = Lines(title_of(record), option.font, below.width())
        title.draw(painter, below.left(), below.top(), colours.text)
        painter.setClipping(False)
        if index.data(PROBLEMS):
            painter.setPen(QColor(colours.warn))
            painter.drawText(card.adjusted(0, 6, -12, 0), Qt.AlignmentFlag.AlignRight, "▲")
        painter.restore()

    def _picture(self, painter: QPainter, room: QRectF, record: Evidence) -> None:
        picture = self._thumbnails.of(record)
        if picture is None:
            side = 44.0
            spot = QRectF(room.center().x() - side / 2, room.center().y() - side / 2, side, side)
            icons.paint(painter, SIGNS[record.kind], theme.in_force().edge, spot)
            return
        size = picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRectF(0, 0, size.width(), size.height())
        spot.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(spot, picture, QRectF(picture.rect()))
