"""The records on the left, the one that is looked at on the right."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from cmdesk.library.fields import Field
from cmdesk.library.search import Hit
from cmdesk.model.evidence import Attachment
from ui.library.bringing import Bringing
from ui.library.browser import Browser
from ui.library.catalogue import Catalogue
from ui.library.detail import DetailPane

_DETAIL = 440
_REST = 40
"""Milliseconds that one rests on a record before it is shown: running through the list stays quick."""


class RecordsPage(QWidget):
    """Browser and detail pane side by side."""

    cite_wanted = Signal(str)
    place_wanted = Signal(object)
    removal_wanted = Signal(str)
    refused = Signal(str)

    def __init__(self, catalogue: Catalogue, bringing: Bringing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue, self._bringing = catalogue, bringing
        self.browser, self.detail = Browser(catalogue), DetailPane(catalogue)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self.show_now)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.addWidget(self.browser)
        self.panes.addWidget(self.detail)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        self.panes.setStretchFactor(0, 1)
        self.panes.setSizes([2 * _DETAIL, _DETAIL])
        self.browser.setMinimumWidth(380)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
        self._connect()

    def _connect(self) -> None:
        detail = self.detail
        self.browser.chosen.connect(self._resting.start)
        self.browser.opened.connect(self._open)
        detail.cite_wanted.connect(self.cite_wanted)
        detail.removal_wanted.connect(self.removal_wanted)
        detail.refused.connect(self.refused)
        detail.uses.place_wanted.connect(self.place_wanted)
        detail.again.place_wanted.connect(self.place_wanted)
        detail.files.add_wanted.connect(self._add_file)
        detail.files.removal_wanted.connect(self._take_off)
        detail.files.return_wanted.connect(self._find_again)

    def retranslate(self) -> None:
        """Speak the interface's language, and wear the theme's colours."""
        self.browser.retranslate()
        self.detail.retranslate()

    def show_now(self) -> None:
        """Show the record that is chosen."""
        self._resting.stop()
        name = self.browser.current
        self.detail.show_record(name, page_of(self._catalogue.hits.get(name)) if name else None)

    def _open(self, _name: str) -> None:
        self.show_now()
        self.detail.form.focus_title()

    def _add_file(self) -> None:
        record = self._catalogue.record(self.browser.current)
        if record is not None:
            self._bringing.add_file(record)

    def _find_again(self, file: Attachment) -> None:
        self._bringing.find_again(file)
        self.detail.files.preview.look_again()

    def _take_off(self, file: Attachment) -> None:
        record = self._catalogue.record(self.browser.current)
        if record is not None:
            self._bringing.take_off(record, file)


def page_of(hit: Hit | None) -> tuple[str, int] | None:
    """The file and page that a search found a record by, None when it was found otherwise."""
    if hit is None or hit.field is not Field.PAGE or hit.attachment is None:
        return None
    return hit.attachment.sha256, hit.page or 1
