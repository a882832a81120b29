"""The records, as a table or a gallery, below what narrows them."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cmdesk.i18n import _
from cmdesk.model.ids import EvidenceId
from ui.library.catalogue import Catalogue
from ui.library.filter_bar import FilterBar
from ui.library.record_rows import CARD, ROW, CardPainter, RowPainter
from ui.library.records_model import Column, RecordsModel
from ui.library.thumbnails import Thumbnails
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label

_WIDTHS = {Column.KIND: 40, Column.DATE: 150, Column.USED: 64, Column.MARKS: 190}
_NARROW = 620
"""Width below which the columns that can be read elsewhere are left out."""


class Browser(QWidget):
    """Lists the catalogue's records, and says which one is looked at."""

    chosen = Signal(str)
    """Id of a record, empty when none is."""
    opened = Signal(str)
    """Id of a record that was double-clicked or entered."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.filters, self.model = FilterBar(catalogue), RecordsModel(catalogue, self)
        self.table, self.gallery, self.views = QTableView(), QListView(), QStackedWidget()
        self.thumbnails = Thumbnails(catalogue)
        self.empty = label("muted")
        self.current: EvidenceId | None = None
        self._dress_table()
        self._dress_gallery()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(RowPainter(table))
        table.setShowGrid(False)
        table.setProperty(ROLE, "records")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = table.horizontalHeader()
        head.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(32)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        table.setSortingEnabled(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sectionClicked.connect(self._sort)
        self._choose_rows(table)

    def _dress_gallery(self) -> None:
        gallery = self.gallery
        gallery.setModel(self.model)
        gallery.setModelColumn(Column.TITLE)
        gallery.setViewMode(QListView.ViewMode.IconMode)
        gallery.setResizeMode(QListView.ResizeMode.Adjust)
        gallery.setMovement(QListView.Movement.Static)
        gallery.setUniformItemSizes(True)
        gallery.setLayoutMode(QListView.LayoutMode.Batched)
        gallery.setGridSize(CARD)
        gallery.setProperty(ROLE, "gallery")
        gallery.setItemDelegate(CardPainter(self.thumbnails, gallery))
        self._choose_rows(gallery)

    def _choose_rows(self, view: QTableView | QListView) -> None:
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False) if isinstance(view, QTableView) else None
        view.selectionModel().currentRowChanged.connect(self._row_changed)
        view.activated.connect(self._activated)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        self.empty.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addWidget(self.empty)
        self.views.addWidget(self.table)
        self.views.addWidget(self.gallery)
        layout.addWidget(self.views, 1)

    def _connect(self) -> None:
        self.model.modelReset.connect(self._restore)
        self.thumbnails.came.connect(self.gallery.viewport().update)
        self.filters.search.returnPressed.connect(self._enter)

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.filters.retranslate()
        self.table.setAccessibleName(_("Evidence records"))
        self.gallery.setAccessibleName(_("Evidence records as pictures"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.model.redraw()
        self._tell_empty()

    def show_gallery(self, *, wanted: bool) -> None:
        """Show pictures, or the table."""
        self.views.setCurrentWidget(self.gallery if wanted else self.table)
        self._restore()

    def look_at(self, name: EvidenceId) -> None:
        """Choose a record, showing all when it is not among those listed."""
        if self.model.row_of(name) is None:
            self.filters.reset()
        self.current = name
        self._restore()

    def focus_list(self) -> None:
        """Go through the records with the keys."""
        (self.table if self.views.currentWidget() is self.table else self.gallery).setFocus()

    def _restore(self) -> None:
        """Choose again what was chosen, or the first."""
        row = None if self.current is None else self.model.row_of(self.current)
        view = self.table if self.views.currentWidget() is self.table else self.gallery
        place = self.model.index(row if row is not None else 0, Column.TITLE)
        self._tell_empty()
        if place.isValid():
            view.setCurrentIndex(place)
            view.scrollTo(place)
        else:
            self._row_changed(QModelIndex())

    def _tell_empty(self) -> None:
        bare = not self._catalogue.dossier.evidence
        self.empty.setText(
            _("The library is empty. Drop files here, or press “Add” to bring something in.")
            if bare
            else _("No record fits. Search for fewer words, or show all.")
        )
        self.empty.setVisible(self.model.rowCount() == 0)

    def _row_changed(self, place: QModelIndex) -> None:
        record = self.model.record(place.row()) if place.isValid() else None
        self.current = record.id if record else None
        self.chosen.emit(self.current or "")

    def _activated(self, place: QModelIndex) -> None:
        record = self.model.record(place.row())
        if record is not None:
            self.opened.emit(record.id)

    def _enter(self) -> None:
        self.filters.look_now()
        self.focus_list()

    def _sort(self, column: int) -> None:
        head = self.table.horizontalHeader()
        self.model.sort(column, head.sortIndicatorOrder())

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Leave out columns where there is no room for them."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # only handed on
        self.table.setColumnHidden(Column.MARKS, self.width() < _NARROW)
        self.table.setColumnHidden(Column.USED, self.width() < _NARROW - 140)
