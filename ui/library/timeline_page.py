"""The records year by year, against the day that the city joined the network."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from cmdesk.checks.asked import interface_language
from cmdesk.i18n import _, ngettext
from cmdesk.library.search import years
from cmdesk.model.evidence import Evidence
from cmdesk.reading import moment_words
from cmdesk.thai.eras import date_words
from ui import theme
from ui.library.catalogue import Catalogue
from ui.library.words import SIGNS, title_of
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.label import label

_ROW, _BAR, _YEAR = 44, 260, 110
_ENTRY = Qt.ItemDataRole.UserRole
_MOST_SIGNS = 12
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Year:
    """The records of one year; `early` when it lies before the city joined, `joining` when it is that year."""

    year: int
    records: tuple[Evidence, ...]
    early: bool
    joining: bool


def by_year(records: list[Evidence], joined: int | None) -> list[Year]:
    """The years from the newest to the oldest, each record in the year that it begins in."""
    groups: defaultdict[int, list[Evidence]] = defaultdict(list)
    for record in records:
        year = years(record)[0]
        if year is not None:
            groups[year].append(record)
    if joined is not None:
        groups.setdefault(joined, [])
    return [
        Year(year, tuple(groups[year]), joined is not None and year < joined, year == joined)
        for year in sorted(groups, reverse=True)
    ]


class YearsModel(QAbstractListModel):
    """A row for each year."""

    entries: list[Year]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = []

    def show_years(self, entries: list[Year]) -> None:
        """Show these."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many years there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = 0) -> Any:
        """A year, or what is read of it aloud."""
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry, max(len(each.records) for each in self.entries)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_shown(entry.year)}: {_count(entry)}"
        return None


def _shown(year: int) -> str:
    return date_words(interface_language().value, year)


def _count(entry: Year) -> str:
    return ngettext("{count} evidence record", "{count} evidence records", len(entry.records)).format(
        count=len(entry.records)
    )


class YearPainter(QStyledItemDelegate):
    """Draws a year: its number, a bar as long as it has records, and their titles."""

    joined = ""
    """When the city joined, in words."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """All years are of one height."""
        return QSize(400, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one year."""
        entry, most = index.data(_ENTRY)
        colours, place = theme.in_force(), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selected))
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(colours.muted if entry.early else colours.text))
        left = place.left() + 2 * SPACE
        painter.drawText(QRectF(left, place.top(), _YEAR, _ROW), Qt.AlignmentFlag.AlignVCenter, _shown(entry.year))
        painter.setFont(option.font)
        self._draw_bar(painter, QRectF(left + _YEAR, place.top() + 10, _BAR, _ROW - 20), entry, most)
        words = place.adjusted(_YEAR + _BAR + 6 * SPACE, 0, -2 * SPACE, 0)
        self._draw_words(painter, words, entry)
        if entry.joining:
            painter.setPen(QColor(colours.accent))
            painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()

    @staticmethod
    def _draw_bar(painter: QPainter, room: QRectF, entry: Year, most: int) -> None:
        colours = theme.in_force()
        length = room.width() * len(entry.records) / max(most, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.line if entry.early else colours.accent))
        painter.drawRoundedRect(QRectF(room.left(), room.top(), length, room.height()), 3, 3)
        painter.setPen(QColor(colours.muted))
        number = room.adjusted(length + SPACE, 0, 5 * SPACE, 0)
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(len(entry.records)))

    def _draw_words(self, painter: QPainter, room: QRectF, entry: Year) -> None:
        colours = theme.in_force()
        if entry.joining:
            painter.setPen(QColor(colours.accent))
            told = _("The city joined the network: {date}").format(date=self.joined)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, told)
            return
        side, left = 18.0, room.left()
        for record in entry.records[:_MOST_SIGNS]:
            spot = QRectF(left, room.center().y() - side / 2, side, side)
            icons.paint(painter, SIGNS[record.kind], colours.muted, spot)
            left += side + 2
        rest = room.adjusted(left - room.left() + SPACE, 0, 0, 0)
        painter.setPen(QColor(colours.muted))
        titles = ", ".join(title_of(record) for record in entry.records[:4])
        elided = painter.fontMetrics().elidedText(titles, Qt.TextElideMode.ElideRight, int(rest.width()))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, elided)


class TimelinePage(QWidget):
    """Years from the newest; opening one shows its records."""

    record_wanted = Signal(str)
    years_wanted = Signal(int, int)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.summary, self.list, self.model = label(), QListView(), YearsModel(self)
        self._painter = YearPainter(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._painter)
        self.list.setUniformItemSizes(True)
        self.list.setProperty("role", "records")
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        self.summary.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        catalogue.judged.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the interface's language, of the records as they are now."""
        joined = self._catalogue.dossier.profile.joined_network
        records = list(self._catalogue.dossier.evidence.values())
        self._painter.joined = "" if joined is None else moment_words(joined, interface_language())
        entries = by_year(records, None if joined is None else joined.year)
        self.model.show_years(entries)
        self.list.setAccessibleName(_("Records by year"))
        early = sum(len(entry.records) for entry in entries if entry.early)
        undated = len(records) - sum(len(entry.records) for entry in entries)
        told = _("Before the city joined, which the Award does not count: {early} records. Without a date: {undated}.")
        self.summary.setText(told.format(early=early, undated=undated))

    def _open(self, index: QModelIndex) -> None:
        year = self.model.entries[index.row()].year
        self.years_wanted.emit(year, year)
