"""Records that may be one: side by side, to be merged or left as they are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cmdesk.i18n import _, ngettext
from cmdesk.library.duplicates import Duplicate, duplicates
from cmdesk.library.fields import texts
from cmdesk.library.merging import differences, merge_records
from cmdesk.library.shelf import Shelf
from cmdesk.model.evidence import Evidence
from cmdesk.progress import Progress
from ui.library.catalogue import Catalogue
from ui.library.records_model import places_count
from ui.library.words import title_of
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label

_PAIR = Qt.ItemDataRole.UserRole


class DuplicatesPage(QWidget):
    """Lists pairs on the left, and compares one on the right."""

    merged = Signal(str)
    """Id of the record that was kept."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._apart: set[frozenset[str]] = set()
        self._found: list[Duplicate] = []
        self.summary, self.list = label(), QListWidget()
        self.why, self.apart = label("muted"), QPushButton()
        self.keep = (QPushButton(), QPushButton())
        self._grid, self._sheet = QGridLayout(), QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.look()

    def _lay_out(self) -> None:
        self.list.setWordWrap(True)
        self.list.setMinimumWidth(280)
        self._sheet = self._right()
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(self.list)
        panes.addWidget(self._sheet)
        panes.setHandleWidth(1)
        panes.setStretchFactor(1, 1)
        panes.setSizes([320, 960])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        self.summary.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        layout.addWidget(self.summary)
        layout.addWidget(panes, 1)

    def _right(self) -> QWidget:
        right, buttons = QWidget(), QHBoxLayout()
        for button in self.keep:
            button.setProperty(ROLE, "primary")
            buttons.addWidget(button, 1)
        self.apart.setProperty(ROLE, "quiet")
        column = QVBoxLayout(right)
        column.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        column.addWidget(self.why)
        column.addWidget(self._compared(), 1)
        column.addLayout(buttons)
        column.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignRight)
        return right

    def _compared(self) -> QScrollArea:
        scroll, inside = QScrollArea(), QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, SPACE, 0)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        for side in (1, 2):
            self._grid.setColumnStretch(side, 1)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setProperty(ROLE, "plain")
        return scroll

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.keep[0].clicked.connect(self._keep_first)
        self.keep[1].clicked.connect(self._keep_second)
        self.apart.clicked.connect(self._keep_apart)
        self._catalogue.judged.connect(self.look)
        self._catalogue.filled.connect(self.look)

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.keep[0].setText(_("Merge, keep the left one"))
        self.keep[1].setText(_("Merge, keep the right one"))
        self.apart.setText(_("They are two different things"))
        self.list.setAccessibleName(_("Records that may be one"))
        self._fill()

    def look(self) -> None:
        """Look for duplicates, beside the window: comparing texts takes its time."""
        records, path = self._catalogue.dossier.evidence, self._catalogue.path

        def work(progress: Progress) -> list[Duplicate]:
            shelf = Shelf.open(path)
            try:
                progress.step(0, 1)
                return duplicates(records, shelf.fingerprints(), lambda sha: "\n".join(shelf.pages(sha)))
            finally:
                shelf.close()

        self._catalogue.run(work, self._take)

    def _take(self, found: list[Duplicate]) -> None:
        if found != self._found:
            self._found = found
            self._fill()

    @property
    def pairs(self) -> list[Duplicate]:
        """The pairs that are still to be decided on."""
        known = self._catalogue.dossier.evidence
        return [
            pair
            for pair in self._found
            if {pair.first, pair.second} <= known.keys() and frozenset((pair.first, pair.second)) not in self._apart
        ]

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for pair in self.pairs:
            first, second = (self._catalogue.dossier.evidence[name] for name in (pair.first, pair.second))
            QListWidgetItem(f"{title_of(first)}\n{title_of(second)}", self.list).setData(_PAIR, pair)
        count = self.list.count()
        told = ngettext("{count} pair may be one record.", "{count} pairs may be one record each.", count)
        self.summary.setText(told.format(count=count) if count else _("No two records look as if they were one."))
        self.list.setCurrentRow(min(max(row, 0), count - 1))
        self._show()

    def _pair(self) -> Duplicate | None:
        item = self.list.currentItem()
        return None if item is None else item.data(_PAIR)  # type: ignore[no-any-return]  # put there by `_fill`

    def _show(self) -> None:
        pair = self._pair()
        self._sheet.setVisible(pair is not None)
        self.list.setVisible(pair is not None)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if pair is not None:
            self.why.setText(" ".join(reason.sentence for reason in pair.reasons))
            first, second = (self._catalogue.dossier.evidence[name] for name in (pair.first, pair.second))
            self._compare(first, second)
            writing = self._catalogue.session.writable
            for button in (*self.keep, self.apart):
                button.setVisible(writing)

    def _compare(self, first: Evidence, second: Evidence) -> None:
        differing = differences(first, second)
        said = [_said(record) for record in (first, second)]
        for row, name in enumerate(dict.fromkeys((*said[0], *said[1]))):
            sign = "≠ " if name in differing else ""
            self._grid.addWidget(label("warn" if sign else "muted", sign + name), row, 0, Qt.AlignmentFlag.AlignTop)
            for side in (0, 1):
                shown = label("", said[side].get(name, "–"))
                self._grid.addWidget(shown, row, side + 1, Qt.AlignmentFlag.AlignTop)
        row = self._grid.rowCount()
        self._grid.addWidget(label("muted", _("Used")), row, 0)
        for side, record in enumerate((first, second), start=1):
            count = places_count(self._catalogue.places.get(record.id, ()))
            words = ngettext("in {count} place", "in {count} places", count).format(count=count)
            self._grid.addWidget(label("", words), row, side)

    def _keep_first(self) -> None:
        self._merge(first=True)

    def _keep_second(self) -> None:
        self._merge(first=False)

    def _merge(self, *, first: bool) -> None:
        pair = self._pair()
        if pair is not None:
            keep, drop = (pair.first, pair.second) if first else (pair.second, pair.first)
            self._catalogue.session.do(merge_records(self._catalogue.dossier, keep, drop))
            self._fill()
            self.merged.emit(keep)

    def _keep_apart(self) -> None:
        pair = self._pair()
        if pair is not None:
            self._apart.add(frozenset((pair.first, pair.second)))
            self._fill()


def _said(record: Evidence) -> dict[str, str]:
    """What a record says, by the names of its fields."""
    said: dict[str, list[str]] = {}
    for field, words in texts(record):
        said.setdefault(field.label, []).append(words)
    return {name: "\n".join(words) for name, words in said.items()}
