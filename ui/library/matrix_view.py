"""The matrix of coverage: topics down, sections across, each cell a disc that fills with its strength."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from cmdesk.checks.asked import interface_language
from cmdesk.i18n import _, ngettext
from cmdesk.library.coverage import Cell, Matrix, Strength
from cmdesk.model.form import Question, Topic
from ui import theme
from ui.library.words import topic_name
from ui.style import ROLE
from ui.widgets.plain import tip

CELL = Qt.ItemDataRole.UserRole
_DISC = 18.0
_SIDE = 40
_NAMES, _LEAST = 330, 150
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TURN = 16
"""Parts of a degree that Qt draws pies in."""


def draw_strength(painter: QPainter, strength: Strength, place: QRectF, *, asked: bool = True) -> None:
    """A ring for nothing, a dot for words alone, then half, whole, and whole with bars for a dated number."""
    colours = theme.in_force()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    empty = strength <= Strength.TOLD
    ink = QColor(colours.edge if empty else colours.accent)
    pen = painter.pen()
    pen.setColor(ink)
    pen.setWidthF(1.5)
    pen.setStyle(Qt.PenStyle.SolidLine if asked or not empty else Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place)
    painter.setBrush(ink)
    match strength:
        case Strength.TOLD:
            painter.drawEllipse(place.center(), 2.0, 2.0)
        case Strength.ONE_SOURCE:
            painter.drawPie(place, 90 * _TURN, 180 * _TURN)
        case Strength.TWO_SOURCES | Strength.DATED_NUMBER:
            painter.drawEllipse(place)
    if strength is Strength.DATED_NUMBER:
        _draw_bars(painter, place)


def _draw_bars(painter: QPainter, place: QRectF) -> None:
    """Three bars inside the disc: the sign of statistics."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.in_force().on_accent))
    unit = place.width() / 12
    for number, height in enumerate((3, 5, 4)):
        left = place.left() + (3 + 2.2 * number) * unit
        painter.drawRect(QRectF(left, place.bottom() - (3 + height) * unit, 1.5 * unit, height * unit))


class MatrixModel(QAbstractTableModel):
    """One of the two matrices."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = Matrix((), (), {})

    def show_matrix(self, matrix: Matrix) -> None:
        """Show this one."""
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def place(self, index: Index) -> tuple[Question, Topic, Cell]:
        """What meets in a cell."""
        question, topic = self.matrix.questions[index.column()], self.matrix.topics[index.row()]
        return question, topic, self.matrix.cell(question.id, topic.code)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many topics there are."""
        return 0 if parent.isValid() else len(self.matrix.topics)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many sections there are."""
        return 0 if parent.isValid() else len(self.matrix.questions)

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802 - Qt's name
        """Sections by their numbers, topics by their names."""
        across = way is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self.matrix.questions[section].id if across else topic_name(self.matrix.topics[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            titles = self.matrix.questions if across else self.matrix.topics
            return tip(titles[section].title.best(interface_language()))
        if role == Qt.ItemDataRole.TextAlignmentRole and not across:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """A cell, and what it says."""
        question, topic, cell = self.place(index)
        if role == CELL:
            return cell
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = f"{question.id}, {topic_name(topic)}: {told(cell)}"
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


def told(cell: Cell) -> str:
    """A cell in words."""
    count = len(cell.records)
    if not count:
        return cell.strength.label if cell.asked else _("Not asked here")
    records = ngettext("{count} evidence record", "{count} evidence records", count).format(count=count)
    return f"{cell.strength.label} ({records})"


class _CellPainter(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL)
        colours = theme.in_force()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selected))
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if cell.asked or cell.records:
            disc = QRectF(0, 0, _DISC, _DISC)
            disc.moveCenter(QRectF(option.rect).center())
            draw_strength(painter, cell.strength, disc, asked=cell.asked)
        painter.restore()


class MatrixView(QTableView):
    """Shows a matrix; a cell is opened by a click or by Enter."""

    cell_chosen = Signal(object, object, object)
    """The `Question`, the `Topic` and the `Cell`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MatrixModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_CellPainter(self))
        self.setShowGrid(False)
        self.setProperty(ROLE, "records")
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setDefaultSectionSize(_SIDE)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(_SIDE)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.selectionModel().currentChanged.connect(self._chosen)
        self.clicked.connect(self._chosen)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show a matrix, the same cell chosen as before."""
        current = self.currentIndex()
        row, column = current.row(), current.column()
        self._model.show_matrix(matrix)
        self.setCurrentIndex(self._model.index(row, column) if row >= 0 else self._weakest())

    def _weakest(self) -> QModelIndex:
        """The first of the cells that the form asks for and that stand on least."""
        rows, columns = self._model.rowCount(), self._model.columnCount()
        places = [self._model.index(row, column) for row in range(rows) for column in range(columns)]
        asked = [(index.data(CELL).strength, index) for index in places if index.data(CELL).asked]
        return min(asked, key=lambda each: each[0])[1] if asked else QModelIndex()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All rows, if there is room."""
        return QSize(_NAMES + 12 * _SIDE, (self._model.rowCount() + 1) * _SIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the names what the cells leave."""
        cells = self._model.columnCount() * (_SIDE + 2)
        self.verticalHeader().setFixedWidth(max(min(_NAMES, self.width() - cells), _LEAST))
        super().resizeEvent(event)

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cell_chosen.emit(*self._model.place(index))
