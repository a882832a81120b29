"""The listed records as Qt's views ask for them: nothing is made before a row is looked at."""

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmdesk.checks.asked import interface_language
from cmdesk.i18n import N_, _, ngettext
from cmdesk.library.search import years
from cmdesk.library.uses import Use
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId
from cmdesk.reading import figure_words, span_words
from cmdesk.thai.normalizing import search_key
from ui.library.shortlist import Listing
from ui.library.words import name_of, title_of
from ui.widgets.plain import tip

RECORD: Final = Qt.ItemDataRole.UserRole
"""The `Evidence` of a row."""
HIT: Final = Qt.ItemDataRole.UserRole + 1
"""The `Hit` that it was found by, None without a search."""
PROBLEMS: Final = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns of the table."""

    KIND = 0
    TITLE = 1
    DATE = 2
    USED = 3
    MARKS = 4


_NAMES = {
    Column.KIND: "",
    Column.TITLE: N_("Record"),
    Column.DATE: N_("Date"),
    Column.USED: N_("Used"),
    Column.MARKS: N_("To look at"),
}


class RecordsModel(QAbstractTableModel):
    """Rows are the catalogue's ids, in the order that the user chose."""

    def __init__(self, catalogue: Listing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._ids: list[EvidenceId] = []
        self._rows: dict[EvidenceId, int] | None = None
        self._by: tuple[Column, Qt.SortOrder] | None = None
        catalogue.listed.connect(self.reload)
        catalogue.judged.connect(self.redraw)
        catalogue.replaced.connect(self._replaced)

    def reload(self) -> None:
        """Take the catalogue's list over."""
        self.beginResetModel()
        self._ids = self._sorted(self._catalogue.ids)
        self._rows = None
        self.endResetModel()

    def redraw(self) -> None:
        """Say that any cell may be another now."""
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Column) - 1))

    def _replaced(self, names: list[EvidenceId]) -> None:
        for name in names:
            row = self.row_of(name)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def row_of(self, name: EvidenceId) -> int | None:
        """The row of a record, None when it is not listed."""
        if self._rows is None:
            self._rows = {each: row for row, each in enumerate(self._ids)}
        return self._rows.get(name)

    def record(self, row: int) -> Evidence | None:
        """The record of a row."""
        return self._catalogue.record(self._ids[row]) if 0 <= row < len(self._ids) else None

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many records are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802 - Qt's name
        """The names of the columns."""
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_NAMES[Column(section)])
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """What a cell shows."""
        record = self.record(index.row())
        if record is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(record, Column(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self.told_problems(record) or title_of(record))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{name_of(record.kind)}: {title_of(record)}"
            case _:
                return {RECORD: record, HIT: self._catalogue.hits.get(record.id), PROBLEMS: self._of(record)}.get(role)

    def _of(self, record: Evidence) -> tuple[object, ...]:
        return self._catalogue.problems.get(record.id, ())

    def told_problems(self, record: Evidence) -> str:
        """What is the matter with a record, in words."""
        return "; ".join(problem.label for problem in self._catalogue.problems.get(record.id, ()))

    def _words(self, record: Evidence, column: Column) -> str:
        match column:
            case Column.KIND:
                return name_of(record.kind)
            case Column.TITLE:
                return title_of(record)
            case Column.DATE:
                return date_words(record)
            case Column.USED:
                return str(self._used(record) or "–")
            case Column.MARKS:
                return self._marks(record)

    def _marks(self, record: Evidence) -> str:
        found = self._catalogue.problems.get(record.id, ())
        if not found:
            return ""
        more = len(found) - 1
        first = found[0].label
        return (
            ngettext("{first}, {count} more", "{first}, {count} more", more).format(first=first, count=more)
            if more
            else first
        )

    def _used(self, record: Evidence) -> int:
        return places_count(self._catalogue.places.get(record.id, ()))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in order of a column; -1 in the order of the library, or of a search's worth."""
        self._by = None if column < 0 else (Column(column), order)
        self.reload()

    def _sorted(self, ids: list[EvidenceId]) -> list[EvidenceId]:
        if self._by is None:
            return list(ids)
        column, order = self._by
        records = self._catalogue.dossier.evidence
        keys = {name: self._key(records[name], column) for name in ids}
        return sorted(ids, key=keys.__getitem__, reverse=order is Qt.SortOrder.DescendingOrder)

    def _key(self, record: Evidence, column: Column) -> tuple[Any, ...]:
        match column:
            case Column.KIND:
                return (name_of(record.kind),)
            case Column.TITLE:
                return (search_key(title_of(record)),)
            case Column.DATE:
                start = None if record.period is None else record.period.start.first_day
                return (years(record)[0] or 0, start.timetuple() if start else ())
            case Column.USED:
                return (self._used(record),)
            case Column.MARKS:
                return (len(self._of(record)),)


def places_count(found: tuple[Use, ...]) -> int:
    """In how many places a record is used; both languages of a pair are one."""
    return len({(use.question, use.paragraph, use.row) for use in found})


def date_words(record: Evidence) -> str:
    """When a record is of, as the reader writes it."""
    if record.period is not None:
        return span_words(record.period, interface_language())
    return ""


def second_line(record: Evidence) -> str:
    """What tells a record from others of its title: its value, its source, its place."""
    tongue = interface_language()
    value = "" if record.measure is None else figure_words(record, tongue)
    parts = (value, (record.source or record.author).best(tongue), record.place.best(tongue))
    return " · ".join(part for part in parts if part)
