"""The palette's window."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from cmdesk.i18n import _
from ui import theme
from ui.palette.entries import Entry, fitting, rows
from ui.theme import SPACE
from ui.widgets.label import label
from ui.widgets.rows import RowsView

_SIZE = (620, 440)
_LIST_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class PaletteDialog(QDialog):
    """A line to write in, and below it all that fits."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self.chosen: Entry | None = None
        self.line, self.list, self.nothing = QLineEdit(), RowsView(), label("muted", _("Nothing is called that."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        for part in (self.line, self.nothing):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        self.setWindowTitle(_("Command palette"))
        self.line.setPlaceholderText(_("What do you want to do, or where to go?"))
        self.line.setAccessibleName(_("What do you want to do, or where to go?"))
        self.list.setAccessibleName(_("What fits"))
        self.resize(theme.scaled(_SIZE[0]), _SIZE[1])
        self.line.textChanged.connect(self._fit)
        self.line.installEventFilter(self)
        self.list.chosen.connect(self._take)
        self._fit("")

    def ask(self) -> Entry | None:
        """What the user chose; None when they changed their mind."""
        self.exec()
        self.deleteLater()
        return self.chosen

    def _fit(self, letters: str) -> None:
        found = fitting(self._entries, letters)
        self.list.show_rows(rows(found))
        self.list.setCurrentIndex(self.list.list.index(0) if found else self.list.rootIndex())
        self.list.scrollToTop()
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)

    def _take(self, entry: Entry) -> None:
        self.chosen = entry
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrows go through the list while one writes, and Enter choose."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _LIST_KEYS:
                self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.choose_current()
                return True
        return super().eventFilter(watched, event)
