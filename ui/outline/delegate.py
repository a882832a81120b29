"""How a line of the outline looks."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.outline.model import LINE
from ui.outline.sections import PartHead, Section
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.lines import Lines

_MARGIN = 2 * SPACE
_SIGN = 16
_BAR = 3
"""Width of the accent at the chosen line's left."""


def _icon() -> int:
    """Size of a sign, which grows with the interface."""
    return theme.scaled(_SIGN)


@dataclass(frozen=True, slots=True)
class _Faces:
    """The fonts of the outline, made from the view's own."""

    title: QFont
    small: QFont
    strong: QFont

    @classmethod
    def of(cls, font: QFont) -> "_Faces":
        small, strong = QFont(font), QFont(font)
        small.setPointSizeF(font.pointSizeF() - 1)
        strong.setPointSizeF(font.pointSizeF() - 1)
        strong.setWeight(QFont.Weight.DemiBold)
        title = QFont(font)
        title.setWeight(QFont.Weight.Medium)
        return cls(title, small, strong)


class _SectionSetting:
    """A section's texts set into a width."""

    def __init__(self, line: Section, faces: _Faces, width: float) -> None:
        self.line, self.faces = line, faces
        self.indent = QFontMetricsF(faces.strong).horizontalAdvance("A00") + SPACE
        measure = width - 2 * _MARGIN - self.indent
        self.title = Lines(line.title, faces.title, measure)
        self.other = Lines(line.other_title, faces.small, measure) if line.other_title else None
        self.state = Lines(line.standing.words, faces.small, measure - _icon() - SPACE / 2)
        self.counts = Lines(line.counts, faces.strong if line.is_over else faces.small, measure)
        together = _icon() + SPACE / 2 + self.state.width + 2 * SPACE + self.counts.width
        self.side_by_side = together <= measure
        self.measure = measure
        self.badges = [(badge, Lines(str(badge.count), faces.strong, measure)) for badge in line.badges]

    @property
    def height(self) -> float:
        """Height of the whole line."""
        other = self.other.height if self.other else 0
        below = self.counts.height if self.line.counts and not self.side_by_side else 0
        signs = self.badges[0][1].height + SPACE / 2 if self.badges else 0
        return SPACE + self.title.height + other + SPACE / 2 + self.state.height + below + signs + SPACE

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw it into its row."""
        colours = theme.in_force()
        x, y = area.left() + _MARGIN, area.top() + SPACE
        Lines(self.line.number, self.faces.strong, self.indent).draw(painter, x, y + 1, colours.muted)
        x += self.indent
        self.title.draw(painter, x, y, colours.text)
        y += self.title.height
        if self.other:
            self.other.draw(painter, x, y, colours.muted)
            y += self.other.height
        self._draw_state(painter, x, y + SPACE / 2)
        if self.badges:
            self._draw_badges(painter, x, area.bottom() - SPACE - self.badges[0][1].height)

    def _draw_badges(self, painter: QPainter, x: float, y: float) -> None:
        for badge, count in self.badges:
            ink: str = getattr(theme.in_force(), badge.ink)
            icons.paint(painter, badge.icon, ink, QRectF(x, y + (count.height - _icon()) / 2, _icon(), _icon()))
            count.draw(painter, x + _icon() + 3, y, ink)
            x += _icon() + 3 + count.width + 1.5 * SPACE

    def _draw_state(self, painter: QPainter, x: float, y: float) -> None:
        colours = theme.in_force()
        ink = _ink(self.line)
        icon_y = y + (self.state.height - _icon()) / 2
        icons.paint(painter, self.line.standing.icon, ink, QRectF(x, icon_y, _icon(), _icon()))
        self.state.draw(painter, x + _icon() + SPACE / 2, y, ink)
        count_ink = colours.bad if self.line.is_over else colours.muted
        if self.side_by_side:
            self.counts.draw(painter, x + self.measure - self.counts.width, y, count_ink)
        else:
            self.counts.draw(painter, x, y + self.state.height, count_ink)


def _ink(line: Section) -> str:
    colours = theme.in_force()
    return {"answered": colours.good, "empty": colours.muted}.get(line.standing.value, colours.warn)


class SectionDelegate(QStyledItemDelegate):
    """Draws parts and sections, as wide as the view and as high as their words need."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Size of a row."""
        width = self._view.viewport().width()
        line = index.data(LINE)
        faces = _Faces.of(option.font)
        if isinstance(line, Section):
            return QSize(width, round(_SectionSetting(line, faces, width).height))
        return QSize(width, round(_head(line, faces, width).height) + 3 * SPACE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        area = QRectF(_rect(option))
        faces = _Faces.of(option.font)
        line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Section):
            _draw_ground(painter, area, option.state)
            _SectionSetting(line, faces, area.width()).draw(painter, area)
        else:
            _draw_head(painter, area, line, faces)
        painter.restore()


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _draw_ground(painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
    colours = theme.in_force()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, QColor(colours.selected))
        painter.fillRect(QRectF(area.left(), area.top(), _BAR, area.height()), QColor(colours.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, QColor(colours.window))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def _head(line: PartHead, faces: _Faces, width: float) -> Lines:
    return Lines(line.title, faces.strong, width - 2 * _MARGIN - 8 * SPACE)


def _draw_head(painter: QPainter, area: QRectF, line: PartHead, faces: _Faces) -> None:
    colours = theme.in_force()
    y = area.top() + 2 * SPACE
    _head(line, faces, area.width()).draw(painter, area.left() + _MARGIN, y, colours.accent)
    done = Lines(line.words, faces.small, area.width())
    done.draw(painter, area.right() - _MARGIN - done.width, y, colours.muted)
    painter.setPen(QPen(QColor(colours.line), 1))
    if area.top() > 0:
        painter.drawLine(QPointF(area.left(), area.top() + 0.5), QPointF(area.right(), area.top() + 0.5))
