"""The evidence library as a page of the window: records, coverage, time line, rights, duplicates."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cmdesk.i18n import N_, _
from cmdesk.model.evidence import EvidenceKind
from cmdesk.model.ids import EvidenceId
from ui.library import dress
from ui.library.bringing import Bringing
from ui.library.catalogue import Catalogue
from ui.library.outgoing import WAYS, write_out
from ui.library.records_page import RecordsPage
from ui.library.removing import may_remove
from ui.library.words import SIGNS, name_of
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.label import label, restyle
from ui.widgets.notice import Notice

_PAGES: Final = (
    ("table", N_("Table")),
    ("gallery", N_("Gallery")),
    ("coverage", N_("Coverage")),
    ("timeline", N_("Time line")),
    ("rights", N_("Rights")),
    ("duplicates", N_("Duplicates")),
)


class LibraryRoom(QWidget):
    """All of the library; it is made when it is first wanted."""

    left = Signal()
    """The user would rather write."""
    cite_wanted = Signal(str)
    place_wanted = Signal(object)
    """A `Use`, or anything with a question, a paragraph, a language and a position."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self.bringing = Bringing(catalogue, self)
        self.records = RecordsPage(catalogue, self.bringing)
        self.title, self.notice = label("heading"), Notice()
        self.back, self.add, self.out = QToolButton(), QPushButton(), QPushButton()
        self.tabs, self._group = {key: QToolButton() for key, _name in _PAGES}, QButtonGroup(self)
        self.pages = QStackedWidget()
        self._made: dict[str, QWidget] = {}
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.add.setProperty(ROLE, "primary")
        self.add.setMenu(QMenu(self))
        self.out.setMenu(QMenu(self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self.notice)
        layout.addWidget(self.pages, 1)
        self.pages.addWidget(self.records)
        self.tabs["table"].setChecked(True)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        head.setSpacing(SPACE // 2)
        self.title.setWordWrap(False)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addSpacing(2 * SPACE)
        for key, button in self.tabs.items():
            button.setCheckable(True)
            button.setObjectName(f"library_{key}")
            button.setProperty(ROLE, "tab")
            self._group.addButton(button)
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.out)
        head.addWidget(self.add)
        return head

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self._group.buttonClicked.connect(self._tab_pressed)
        self.records.cite_wanted.connect(self.cite_wanted)
        self.records.place_wanted.connect(self.place_wanted)
        self.records.removal_wanted.connect(self.remove)
        self.records.refused.connect(self.notice.say)
        self.add.menu().aboutToShow.connect(self._fill_add)
        self.out.menu().aboutToShow.connect(self._fill_out)

    def retranslate(self) -> None:
        """Speak the interface's language, and wear the theme's colours."""
        self.setStyleSheet(dress.sheet())
        self.title.setText(_("Evidence library"))
        self.add.setText(_("Add"))
        self.out.setText(_("Write out"))
        self.add.setVisible(self.catalogue.session.writable)
        self.back.setIcon(icons.icon("back"))
        self.back.setIconSize(QSize(20, 20))
        self.back.setToolTip(_("Back to writing (Esc)"))
        self.back.setAccessibleName(_("Back to writing"))
        for key, name in _PAGES:
            self.tabs[key].setText(_(name))
            restyle(self.tabs[key], ROLE, "tab")
        self.records.retranslate()
        for page in self._made.values():
            getattr(page, "retranslate", _nothing)()

    def _tab_pressed(self, button: QWidget) -> None:
        self.show_page(next(key for key, tab in self.tabs.items() if tab is button))

    def show_page(self, key: str) -> None:
        """Show one of the pages."""
        self.tabs[key].setChecked(True)
        if key in ("table", "gallery"):
            self.records.browser.show_gallery(wanted=key == "gallery")
            self.pages.setCurrentWidget(self.records)
            return
        if key not in self._made:
            from ui.library import rooms  # noqa: PLC0415 - most sessions need none of these pages

            self._made[key] = rooms.made(key, self)
            self.pages.addWidget(self._made[key])
        self.pages.setCurrentWidget(self._made[key])

    def look_at(self, name: str) -> None:
        """Show a record."""
        if self.pages.currentWidget() is not self.records:
            self.show_page("table")
        self.records.browser.look_at(EvidenceId(name))
        self.records.show_now()

    def show_years(self, first: int, last: int) -> None:
        """Show the records of some years."""
        self.show_page("table")
        self.records.browser.filters.show_years(first, last)

    def search(self) -> None:
        """Type what is looked for."""
        self.show_page("gallery" if self.tabs["gallery"].isChecked() else "table")
        self.records.browser.filters.search.setFocus()
        self.records.browser.filters.search.selectAll()

    def remove(self, name: str) -> None:
        """Delete a record, asking first where that would be missed."""
        record = self.catalogue.record(EvidenceId(name))
        if record is not None:
            may_remove(self, self.catalogue, record)

    def _fill_add(self) -> None:
        menu = self.add.menu()
        menu.clear()
        ways: tuple[tuple[str, Callable[[], object]], ...] = (
            (_("Files…"), self.bringing.choose_files),
            (_("All files of a folder…"), self.bringing.choose_folder),
            (_("Statistics from a table…"), self.map_table),
            (_("Records of another dossier…"), self.bringing.from_dossier),
            (_("A library file of CMDesk…"), self.bringing.from_library_file),
        )
        for words, way in ways:
            menu.addAction(words).triggered.connect(partial(self._bring, way))
        menu.addSeparator()
        for kind in EvidenceKind:
            line = menu.addAction(icons.icon(SIGNS[kind]), _("New record: {kind}").format(kind=name_of(kind)))
            line.triggered.connect(partial(self._new, kind))

    def _fill_out(self) -> None:
        menu = self.out.menu()
        menu.clear()
        for way in WAYS:
            line = menu.addAction(_(way.words))
            line.triggered.connect(partial(write_out, self, self.catalogue.dossier, way))

    def _bring(self, way: Callable[[], object], _checked: object = None) -> None:
        self.show_new(way())

    def show_new(self, names: object) -> None:
        """Show the first of some new records."""
        if isinstance(names, tuple) and names:
            self.look_at(names[0])

    def _new(self, kind: EvidenceKind, _checked: object = None) -> None:
        self.look_at(self.bringing.new(kind))
        self.records.detail.form.focus_title()

    def map_table(self) -> tuple[EvidenceId, ...]:
        """Ask for a table of statistics, and bring its rows in."""
        from ui.library.mapping import bring_table  # noqa: PLC0415 - see above

        return bring_table(self, self.catalogue)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back to writing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files and folders may be dropped."""
        if self.catalogue.session.writable and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Bring in what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.show_new(self.bringing.bring(paths))


def _nothing() -> None:
    """A page without words of its own."""
