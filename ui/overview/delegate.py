"""How a line of the overview looks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cmdesk.counting import State
from ui import theme
from ui.overview.lines import Bar, Line
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.lines import Lines
from ui.widgets.rows import ROW

_SIGN = 16
_TITLE, _BARS = 0.42, 0.36
"""Parts of the width that titles and bars take; the rest is for states."""
_THICK = 6


class _Setting:
    """A line set into a width."""

    def __init__(self, line: Line, font: QFont, width: float) -> None:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() - 1)
        strong = QFont(small)
        strong.setWeight(QFont.Weight.DemiBold)
        self.line, self.width = line, width
        self.number = Lines(line.section.number, strong, 7 * SPACE)
        self.title = Lines(line.section.title, font, _TITLE * width - 8 * SPACE)
        room = _BARS * width - 2 * SPACE
        self.bars = [(bar, Lines(f"{bar.name} {bar.words}", small, room)) for bar in line.bars]
        rest = (1 - _TITLE - _BARS) * width - 4 * SPACE
        told = (line.section.standing.words, line.stages, line.found)
        self.told = [Lines(words, small, rest) for words in told if words]

    @property
    def height(self) -> float:
        bars = sum(words.height + _THICK + SPACE for _bar, words in self.bars)
        told = sum(words.height for words in self.told)
        return max(self.title.height, bars, told) + 2 * SPACE

    def draw(self, painter: QPainter, area: QRectF) -> None:
        colours = theme.in_force()
        x, y = area.left() + SPACE, area.top() + SPACE
        self.number.draw(painter, x, y + 1, colours.muted)
        self.title.draw(painter, x + 6 * SPACE, y, colours.text)
        self._draw_bars(painter, area.left() + _TITLE * self.width, y)
        self._draw_told(painter, area.left() + (_TITLE + _BARS) * self.width + SPACE, y)

    def _draw_bars(self, painter: QPainter, x: float, y: float) -> None:
        for bar, words in self.bars:
            words.draw(painter, x, y, theme.in_force().muted if bar.state is State.WITHIN else _ink(bar))
            y += words.height
            _draw_bar(painter, QRectF(x, y, _BARS * self.width - 2 * SPACE, _THICK), bar)
            y += _THICK + SPACE

    def _draw_told(self, painter: QPainter, x: float, y: float) -> None:
        colours = theme.in_force()
        standing = self.line.section.standing
        ink = {"answered": colours.good, "empty": colours.muted}.get(standing.value, colours.warn)
        icons.paint(painter, standing.icon, ink, QRectF(x, y + 2, theme.scaled(_SIGN), theme.scaled(_SIGN)))
        found_ink = colours.bad if self.line.errors else colours.warn
        for place, words in enumerate(self.told):
            last = place == len(self.told) - 1 and bool(self.line.found)
            words.draw(
                painter,
                x + theme.scaled(_SIGN) + SPACE / 2,
                y,
                found_ink if last else ink if place == 0 else colours.muted,
            )
            y += words.height


def _ink(bar: Bar) -> str:
    colours = theme.in_force()
    return {State.OVER: colours.bad, State.CLOSE: colours.warn}.get(bar.state, colours.accent)


def _draw_bar(painter: QPainter, area: QRectF, bar: Bar) -> None:
    colours = theme.in_force()
    painter.setPen(QPen(QColor(colours.edge), 1))
    painter.setBrush(QColor(colours.window))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _THICK / 2, _THICK / 2)
    if bar.part:
        painter.setPen(QColor(_ink(bar)))
        painter.setBrush(QColor(_ink(bar)))
        filled = QRectF(area.left(), area.top(), max(area.width() * bar.part, _THICK), area.height())
        painter.drawRoundedRect(filled.adjusted(0.5, 0.5, -0.5, -0.5), _THICK / 2, _THICK / 2)


class LineDelegate(QStyledItemDelegate):
    """Draws the lines of the overview."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Size of a line."""
        width = self._view.viewport().width()
        return QSize(width, round(_Setting(index.data(ROW), option.font, width).height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a line."""
        area, colours = QRectF(option.rect), theme.in_force()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.selected))
        _Setting(index.data(ROW), option.font, area.width()).draw(painter, area)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()
