"""Statistics out of a table: what each column is, what the rows become, which cells are wrong."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QTableWidget, QTableWidgetItem, QWidget

from cmdesk import places
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _, ngettext
from cmdesk.library.columns import Column, Layout, guessed_layout
from cmdesk.library.mapping import Mapped, mapped
from cmdesk.library.reading.found import Found, Request, Sheet
from cmdesk.library.reading.process import Reader
from cmdesk.library.sorts import task_of
from cmdesk.model.evidence import Attachment
from cmdesk.model.ids import EvidenceId
from cmdesk.progress import Progress
from ui import errors, theme
from ui.dialogs.frame import Frame
from ui.library import dress
from ui.library.waiting import Waiting
from ui.widgets.label import label

if TYPE_CHECKING:
    from ui.library.catalogue import Catalogue

_WIDTH = 900
_ROWS = 40
_CODE_PAGES = (("", ""), ("utf-8", "UTF-8"), ("cp874", "Windows-874 (ไทย)"), ("tis-620", "TIS-620"))
_TABLES = "(*.csv *.tsv *.xlsx)"


def bring_table(parent: QWidget, catalogue: "Catalogue") -> tuple[EvidenceId, ...]:
    """Ask for a table, show what its rows become, and put them into the library; returns the new records."""
    name, _kind = QFileDialog.getOpenFileName(
        parent, _("Choose a table of statistics"), str(places.documents()), f"{_('Tables')} {_TABLES}"
    )
    found = read_table(parent, Path(name)) if name else None
    if found is None or not found.sheets:
        return ()
    dialog = MappingDialog(Path(name), found.sheets, parent)
    if not dialog.is_accepted():
        return ()
    try:
        return dialog.keep(catalogue)
    except CMDeskError as error:
        errors.show(parent, error)
        return ()


def read_table(parent: QWidget, path: Path, code_page: str = "") -> Found | None:
    """What a table holds; None, having said why, when it can't be read."""
    task = task_of(path.name)
    if task is None:
        return None

    def work(progress: Progress) -> Found:
        return Reader().read(path, Request(task, code_page=code_page), progress)

    waiting = Waiting(_("Reading the table"), work, parent)
    found: Found | None = waiting.wait()
    if waiting.error is not None:
        errors.show(parent, waiting.error)
    return found


class MappingDialog(Frame):
    """A preview of the table with a choice above each column."""

    def __init__(self, path: Path, sheets: tuple[Sheet, ...], parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.setStyleSheet(dress.sheet())
        self._path, self._sheets = path, sheets
        self.sheet, self.code_page, self.has_heading = QComboBox(), QComboBox(), QCheckBox()
        self.table, self.summary, self.wrong = QTableWidget(), label("strong"), label("problem")
        self.choices: list[QComboBox] = []
        self._lay_out()
        self._say()
        self._connect()
        self.show_sheet()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for part in (self.sheet, self.code_page, self.has_heading):
            top.addWidget(part)
        top.addStretch(1)
        self.body.addLayout(top)
        self.table.setMinimumHeight(300)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.wrong)
        self.cancel = self.add_button()
        self.ok = self.add_button(primary=True)

    def _say(self) -> None:
        self.title(_("Statistics from “{file}”").format(file=self._path.name))
        self.sheet.addItems([sheet.name or _("Table") for sheet in self._sheets])
        self.sheet.setVisible(len(self._sheets) > 1)
        self.sheet.setAccessibleName(_("Sheet"))
        self.code_page.addItems([words or _("Letters: recognized") for _code, words in _CODE_PAGES])
        self.code_page.setAccessibleName(_("Encoding of the letters"))
        self.code_page.setVisible(self._path.suffix.lower() != ".xlsx")
        self.has_heading.setText(_("The first row with words names the columns"))
        self.cancel.setText(_("Cancel"))
        self.table.setAccessibleName(_("Preview of the table"))

    def _connect(self) -> None:
        self.sheet.currentIndexChanged.connect(self.show_sheet)
        self.code_page.activated.connect(self._read_anew)
        self.has_heading.toggled.connect(self.refresh)
        self.cancel.clicked.connect(self.reject)
        self.ok.clicked.connect(self.accept)

    @property
    def chosen(self) -> Sheet:
        """The sheet that is looked at."""
        return self._sheets[max(self.sheet.currentIndex(), 0)]

    def _read_anew(self) -> None:
        found = read_table(self, self._path, _CODE_PAGES[self.code_page.currentIndex()][0])
        if found is not None and found.sheets:
            self._sheets = found.sheets
            self.show_sheet()

    def show_sheet(self) -> None:
        """Show the sheet, its columns as they are guessed."""
        sheet, guess = self.chosen, guessed_layout(self.chosen)
        self._guessed_heading = guess.heading
        self.table.clear()
        self.table.setColumnCount(len(guess.columns))
        self.table.setRowCount(min(len(sheet.rows), _ROWS) + 1)
        self.choices = [self._choice(column) for column in guess.columns]
        for place, choice in enumerate(self.choices):
            self.table.setCellWidget(0, place, choice)
            self.table.setColumnWidth(place, 190)
        for number, row in enumerate(sheet.rows[:_ROWS], start=1):
            for place, cell in enumerate(row):
                self.table.setItem(number, place, QTableWidgetItem(cell))
        self.table.setVerticalHeaderLabels(["", *(str(number) for number in range(1, _ROWS + 1))])
        self.table.horizontalHeader().hide()
        self.table.setRowHeight(0, 42)
        self.has_heading.setChecked(guess.heading is not None)
        self.refresh()

    def _choice(self, column: Column) -> QComboBox:
        box = QComboBox()
        box.addItems([each.label for each in Column])
        box.setCurrentIndex(list(Column).index(column))
        box.currentIndexChanged.connect(self.refresh)
        return box

    def layout_chosen(self) -> Layout:
        """What the user says that the columns are."""
        columns = tuple(list(Column)[choice.currentIndex()] for choice in self.choices)
        heading = self._guessed_heading if self._guessed_heading is not None else 0
        return Layout(heading if self.has_heading.isChecked() else None, columns)

    def result_of(self, attachment: Attachment | None = None) -> Mapped:
        """What the rows become."""
        return mapped(self.chosen, self.layout_chosen(), attachment)

    def refresh(self) -> None:
        """Say what the rows would become, and mark the cells that are wrong."""
        outcome = self.result_of()
        self.summary.setText(outcome.sentence)
        shown = [_("Row {row}: {reason}").format(row=cell.row, reason=cell.reason) for cell in outcome.wrong[:4]]
        if len(outcome.wrong) > len(shown):
            shown.append(_("… and {count} more").format(count=len(outcome.wrong) - len(shown)))
        self.wrong.setText("\n".join(shown))
        self.wrong.setVisible(bool(shown))
        count = len(outcome.records)
        told = ngettext("Bring in {count} statistic", "Bring in {count} statistics", count)
        self.ok.setText(told.format(count=count))
        self.ok.setEnabled(count > 0)
        self._mark({(cell.row, cell.column) for cell in outcome.wrong})

    def _mark(self, wrong: set[tuple[int, int]]) -> None:
        colours = theme.in_force()
        for row in range(1, self.table.rowCount()):
            for column in range(self.table.columnCount()):
                item = self.table.item(row, column)
                if item is not None:
                    is_wrong = (row, column) in wrong
                    item.setForeground(QColor(colours.bad if is_wrong else colours.text))

    def keep(self, catalogue: "Catalogue") -> tuple[EvidenceId, ...]:
        """Put the records into the library, with the table itself attached to each; returns their ids."""
        attachment = catalogue.session.project.attachments.put(self._path)
        outcome = self.result_of(attachment)
        if outcome.edit is not None:
            catalogue.session.do(outcome.edit)
        return tuple(record.id for record in outcome.records)
