"""A list of things to go to: each with an icon, words that wrap, and a remark; under headings where that helps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.lines import Lines
from ui.widgets.plain import tip

ROW = Qt.ItemDataRole.UserRole
"""Role of the `Row` itself."""
_ICON = 16
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing; without a target it is a heading."""

    words: str
    target: Any = None
    over: str = ""
    """A short line above: of which kind it is, where it stands."""
    remark: str = ""
    """A quiet line below."""
    icon: str = ""
    ink: str = "text"
    """Name of the colour of icon and line above."""
    mark: tuple[int, int] | None = None
    """From which letter of the words to which they are marked."""
    aside: str = ""
    """At the right end, such as keys."""

    @property
    def spoken(self) -> str:
        """All of it, for screen readers and tool tips."""
        return ". ".join(filter(None, (self.over, self.words, self.remark, self.aside)))


class RowsModel(QAbstractListModel):
    """Rows as Qt's model."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Have other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        if index.isValid() and self.rows[index.row()].target is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, or what is said of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return {
            int(ROW): row,
            int(Qt.ItemDataRole.DisplayRole): row.words,
            int(Qt.ItemDataRole.AccessibleTextRole): row.spoken,
            int(Qt.ItemDataRole.ToolTipRole): tip(row.spoken),
        }.get(int(role))


class _Setting:
    """A row's texts set into a width."""

    def __init__(self, row: Row, font: QFont, width: float) -> None:
        small, strong = QFont(font), QFont(font)
        small.setPointSizeF(font.pointSizeF() - 1)
        strong.setPointSizeF(font.pointSizeF() - 1)
        strong.setWeight(QFont.Weight.DemiBold)
        self.row = row
        self.indent = theme.scaled(_ICON) + SPACE if row.icon else 0
        self.aside = Lines(row.aside, small, width) if row.aside else None
        beside = self.aside.width + SPACE if self.aside else 0
        measure = width - 2 * SPACE - self.indent - beside
        self.over = Lines(row.over, strong, measure) if row.over else None
        self.words = Lines(row.words, strong if row.target is None else font, measure, row.mark)
        self.remark = Lines(row.remark, small, measure) if row.remark else None

    @property
    def height(self) -> float:
        parts = (self.over, self.words, self.remark)
        return 1.5 * SPACE + sum(part.height for part in parts if part is not None)

    def draw(self, painter: QPainter, area: QRectF) -> None:
        colours, row = theme.in_force(), self.row
        x, y = area.left() + SPACE, area.top() + 0.75 * SPACE
        ink: str = getattr(colours, row.ink)
        if row.icon:
            size = theme.scaled(_ICON)
            icons.paint(painter, row.icon, ink, QRectF(x, y + 2, size, size))
        if self.aside:
            self.aside.draw(painter, area.right() - SPACE - self.aside.width, y, colours.muted)
        x += self.indent
        if self.over:
            self.over.draw(painter, x, y, ink)
            y += self.over.height
        self.words.draw(
            painter, x, y, colours.muted if row.target is None else colours.text, colours.accent, colours.on_accent
        )
        if self.remark:
            self.remark.draw(painter, x, y + self.words.height, colours.muted)


class _RowDelegate(QStyledItemDelegate):
    """Draws rows, as high as their words need."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, round(_Setting(index.data(ROW), option.font, width).height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area = QRectF(option.rect)
        colours = theme.in_force()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.selected))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.window))
        _Setting(index.data(ROW), option.font, area.width()).draw(painter, area)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()


class RowsView(QListView):
    """Shows rows."""

    chosen = Signal(object)
    """The target of the row that was clicked, or at which Enter was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(ROLE, "hits")
        self.list = RowsModel(self)
        self.setModel(self.list)
        self.setItemDelegate(_RowDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, the one chosen staying so if it is still there."""
        current, at = self.current, self.verticalScrollBar().value()
        self.list.show(rows)
        places = [place for place, row in enumerate(rows) if row.target is not None]
        same = [place for place in places if rows[place].target == current]
        if same:
            self.setCurrentIndex(self.list.index(same[0]))
            self.verticalScrollBar().setValue(at)

    @property
    def current(self) -> Any:
        """Target of the row that the keyboard is at."""
        row = self.currentIndex().data(ROW)
        return None if row is None else row.target

    def step(self, by: int) -> None:
        """Go to the next row with a target, or the one before; around at the ends."""
        places = [place for place, row in enumerate(self.list.rows) if row.target is not None]
        if places:
            here = self.currentIndex().row()
            at = places.index(here) + by if here in places else (0 if by > 0 else -1)
            self.setCurrentIndex(self.list.index(places[at % len(places)]))

    def choose_current(self) -> None:
        """Choose the row that the keyboard is at."""
        if self.current is not None:
            self.chosen.emit(self.current)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None and row.target is not None:
            self.chosen.emit(row.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses."""
        if event.key() in _OPENING_KEYS:
            self.choose_current()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
