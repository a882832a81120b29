"""Chooses an evidence record from a list that narrows as one types."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cmdesk import i18n
from cmdesk.i18n import _
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language
from cmdesk.reading import figure_words
from cmdesk.thai.normalizing import search_key
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label

_SIZE = (640, 480)
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class EvidencePicker(QDialog):
    """A list of records to choose one from; with `figures`, each with its value."""

    def __init__(self, records: Iterable[Evidence], parent: QWidget | None = None, *, figures: bool = False) -> None:
        super().__init__(parent)
        self._figures = figures
        self.setWindowTitle(_("Insert figure") if figures else _("Insert citation"))
        self.resize(*_SIZE)
        self.search, self.list, self.page = QLineEdit(self), QListWidget(self), QLineEdit(self)
        self.ok = QPushButton(_("Insert"))
        self.empty = label("muted", _("No record fits. Evidence records are kept in the evidence library."), self)
        self._lay_out()
        self._fill(records)
        self._connect()
        self._narrow()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(_("Type to find a record"))
        self.search.setAccessibleName(_("Find a record"))
        self.list.setAccessibleName(_("Evidence records"))
        self.list.setWordWrap(True)
        self.list.setSpacing(SPACE // 4)
        self.page.setPlaceholderText(_("Page or place in the source, if you like"))
        self.page.setAccessibleName(_("Page or place in the source"))
        self.page.setVisible(not self._figures)
        self.ok.setDefault(True)
        self.ok.setProperty(ROLE, "primary")
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        for part in (self.search, self.list, self.empty, self.page, self._buttons()):
            layout.addWidget(part)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _fill(self, records: Iterable[Evidence]) -> None:
        tongue = Language(i18n.language())
        for record in records:
            title = record.title.best(tongue) or _("Untitled record")
            words = f"{title} – {figure_words(record, tongue)}" if self._figures else title
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, record.id)
            item.setData(Qt.ItemDataRole.UserRole + 1, search_key(f"{record.title.thai} {record.title.english}"))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.itemDoubleClicked.connect(self.accept)

    def _narrow(self) -> None:
        wanted = search_key(self.search.text()).split()
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            key = item.data(Qt.ItemDataRole.UserRole + 1)
            item.setHidden(not all(word in key for word in wanted))
        shown = [item for item in items if not item.isHidden()]
        self.list.setCurrentItem(shown[0] if shown else None)  # type: ignore[arg-type]  # Qt takes none, its stub not
        self.empty.setVisible(not shown)
        self.ok.setEnabled(bool(shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow keys go through the list while one types."""
        for_list = watched is self.search and isinstance(event, QKeyEvent) and event.key() in _LIST_KEYS
        if for_list and event.type() is QEvent.Type.KeyPress:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    @property
    def chosen(self) -> EvidenceId | None:
        """The record chosen."""
        item = self.list.currentItem()
        return None if item is None else EvidenceId(item.data(Qt.ItemDataRole.UserRole))

    @property
    def locator(self) -> str:
        """The page or place in it."""
        return self.page.text().strip()
