"""Finds a record to cite: type, look, press Enter."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QLineEdit, QTableView, QWidget

from cmdesk.i18n import _
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId
from ui.dialogs.frame import Frame
from ui.library import dress
from ui.library.catalogue import Catalogue
from ui.library.record_rows import ROW, RowPainter
from ui.library.records_model import Column, RecordsModel
from ui.library.shortlist import Shortlist
from ui.style import ROLE
from ui.widgets.label import label

_WIDTH = 720
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def _any(_record: Evidence) -> bool:
    return True


def _has_value(record: Evidence) -> bool:
    return record.measure is not None


class Finder(Frame):
    """A list of records that narrows as one types; with `figures`, only those with a value."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None, *, figures: bool = False) -> None:
        super().__init__(_WIDTH, parent)
        self._shortlist = Shortlist(catalogue, _has_value if figures else _any, self)
        self.search, self.table, self.locator = QLineEdit(), QTableView(), QLineEdit()
        self.empty = label("muted")
        self.model = RecordsModel(self._shortlist, self)
        self.setStyleSheet(dress.sheet())
        self._lay_out(figures=figures)
        self._say(figures=figures)
        self._connect()
        self._find()

    def _lay_out(self, *, figures: bool) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(RowPainter(table))
        table.setShowGrid(False)
        table.setProperty(ROLE, "records")
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(Column.KIND, 40)
        table.setColumnWidth(Column.DATE, 150)
        for column in (Column.USED, Column.MARKS):
            table.setColumnHidden(column, True)  # noqa: FBT003 - Qt's switch
        table.setMinimumHeight(6 * ROW)
        for part in (self.search, table, self.empty, self.locator):
            self.body.addWidget(part)
        self.locator.setVisible(not figures)

    def _say(self, *, figures: bool) -> None:
        self.title(_("Insert a live figure") if figures else _("Cite a record"))
        self.search.setPlaceholderText(_("Type to find a record"))
        self.search.setAccessibleName(_("Find a record"))
        self.table.setAccessibleName(_("Evidence records"))
        self.locator.setPlaceholderText(_("Page, time or quotation, if you like"))
        self.locator.setAccessibleName(_("Page, time or quotation"))
        self.empty.setText(_("No record fits. Bring it into the library first."))
        self.cancel = self.add_button()
        self.cancel.setText(_("Cancel"))
        self.ok = self.add_button(primary=True)
        self.ok.setText(_("Insert figure") if figures else _("Cite"))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.table.doubleClicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.ok.clicked.connect(self.accept)

    def _find(self) -> None:
        self._shortlist.find(self.search.text())
        found = self.model.rowCount() > 0
        if found:
            self.table.setCurrentIndex(self.model.index(0, Column.TITLE))
        self.empty.setVisible(not found)
        self.ok.setEnabled(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow keys go through the list while one types."""
        for_list = watched is self.search and isinstance(event, QKeyEvent) and event.key() in _LIST_KEYS
        if for_list and event.type() is QEvent.Type.KeyPress:
            QApplication.sendEvent(self.table, event)
            return True
        return super().eventFilter(watched, event)

    @property
    def chosen(self) -> EvidenceId | None:
        """The record chosen."""
        record = self.model.record(self.table.currentIndex().row())
        return None if record is None else record.id

    @property
    def where(self) -> str:
        """The page, time or quotation in it."""
        return self.locator.text().strip()
