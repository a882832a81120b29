"""The coordinator's table: who holds the rights of what, who has agreed to be shown, what may leave."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from cmdesk.checks.asked import interface_language
from cmdesk.i18n import _, ngettext
from cmdesk.library.rights import Rights, rights_table
from cmdesk.model.evidence import Evidence
from ui.library.catalogue import Catalogue
from ui.library.words import name_of, title_of
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label

_NAME = Qt.ItemDataRole.UserRole


class RightsPage(QWidget):
    """A row for each record with files; those that may not leave come first."""

    record_wanted = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.summary, self.table = label(), QTableWidget(0, 6)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        self.summary.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        self._soon.timeout.connect(self.table.resizeRowsToContents)
        self.table.itemActivated.connect(self._follow)
        catalogue.judged.connect(self.refresh)
        self.retranslate()

    def _dress(self) -> None:
        self.table.setProperty(ROLE, "records")
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (2, 3, 4):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def retranslate(self) -> None:
        """Speak the interface's language."""
        names = (_("Record"), _("Rights holder"), _("Licence"), _("Adults shown"), _("Minors shown"), _("In the annex"))
        self.table.setHorizontalHeaderLabels(names)
        self.table.setAccessibleName(_("Table of rights"))
        self.refresh()

    def refresh(self) -> None:
        """List everything anew."""
        records = self._catalogue.dossier.evidence
        rows = rights_table(records.values())
        kept = sum(not row.may_leave for row in rows)
        told = ngettext(
            "{kept} of {count} record with files stays out of the annex.",
            "{kept} of {count} records with files stay out of the annex.",
            len(rows),
        )
        self.summary.setText(told.format(kept=kept, count=len(rows)))
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            self._fill(number, row, records[row.evidence])
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give each row the height of its words in the width there is."""
        super().resizeEvent(event)
        self._soon.start()

    def _fill(self, number: int, row: Rights, record: Evidence) -> None:
        tongue = interface_language()
        sentences = [f"▲ {objection.sentence}" for objection in row.objections]
        cells = (
            title_of(record),
            record.rights_holder.best(tongue) or "–",
            record.licence or "–",
            name_of(row.people.adults),
            name_of(row.people.minors),
            "\n".join(sentences) if sentences else _("✓ May leave"),
        )
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setData(_NAME, record.id)
            item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self.table.setItem(number, column, item)

    def _follow(self, item: QTableWidgetItem) -> None:
        self.record_wanted.emit(item.data(_NAME))
