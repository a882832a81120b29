"""Lines of a title and some words, each leading to a record or to a place in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cmdesk.i18n import _
from cmdesk.library.uses import Use
from cmdesk.model.ids import EvidenceId
from ui import theme
from ui.theme import SPACE
from ui.widgets.label import label
from ui.widgets.lines import Lines

_ENTRY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line; with a record or a place it can be followed."""

    title: str
    words: str = ""
    record: EvidenceId | None = None
    place: Use | None = None


class _EntryPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        width = self.parent().viewport().width() - 2 * SPACE  # type: ignore[union-attr]  # the list that it paints for
        title, words = _lines(index.data(_ENTRY), option.font, width)
        return QSize(width, int(title.height + (words.height if words else 0)) + 2 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.in_force()
        place = QRectF(option.rect)
        title, words = _lines(index.data(_ENTRY), option.font, place.width() - 2 * SPACE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selected))
        title.draw(painter, place.left() + SPACE, place.top() + SPACE, colours.text)
        if words is not None:
            words.draw(painter, place.left() + SPACE, place.top() + SPACE + title.height, colours.muted)
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def _lines(entry: Entry, font: QFont, width: float) -> tuple[Lines, Lines | None]:
    strong, small = QFont(font), QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() - 1)
    return Lines(entry.title, strong, width), Lines(entry.words, small, width) if entry.words else None


class EntryList(QWidget):
    """Shows entries; a click or Enter follows one."""

    record_wanted = Signal(str)
    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.empty = QListWidget(), label("good")
        self.list.setItemDelegate(_EntryPainter(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._follow)
        self.list.itemClicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(self.list)
            item.setData(_ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}. {entry.words}")
        self.empty.setText(_("Nothing to list here."))
        self.empty.setVisible(not entries)
        self.list.setVisible(bool(entries))

    def _follow(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(_ENTRY)
        if entry.record is not None:
            self.record_wanted.emit(entry.record)
        elif entry.place is not None:
            self.place_wanted.emit(entry.place)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()
