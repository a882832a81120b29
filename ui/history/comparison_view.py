"""Where a comparison is read: both languages side by side, what changed struck out and underlined."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from cmdesk.i18n import _
from cmdesk.versions.comparison import Comparison
from ui.history.comparison_page import ComparisonPage, Place
from ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator


class ComparisonView(QTextBrowser):
    """Shows one comparison; long ones are written bit by bit, so that the window never waits for them."""

    restore_wanted = Signal(object)
    """A `Place`."""
    written = Signal()
    """All of it is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(2 * SPACE)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self._page: ComparisonPage | None = None
        self._rest: Iterator[None] = iter(())
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._write_on)
        self.anchorClicked.connect(self._follow)

    @property
    def places(self) -> list[Place]:
        """What can be restored here, in the order of the links."""
        return self._page.places if self._page else []

    def show_comparison(self, comparison: Comparison, *, whole: bool, restorable: bool) -> None:
        """Show what changed, or all lines when `whole`; `restorable` offers to bring the earlier ones back."""
        self.say("")
        cursor = QTextCursor(self.document())
        self._page = ComparisonPage(cursor, comparison, whole=whole, restorable=restorable)
        self._rest = self._page.write()
        self.setAccessibleName(_("What changed"))
        self._soon.start()

    def say(self, words: str) -> None:
        """Show these words instead of any comparison."""
        self._soon.stop()
        self._page = None
        self.setPlainText(words)

    def look_at(self, section: str) -> None:
        """Bring a section to the top, writing on as far as it stands if need be."""
        while self._soon.isActive():
            self._write_on()
        self.scrollToAnchor(section)

    def _write_on(self) -> None:
        if next(self._rest, self) is self:
            self._soon.stop()
            self.written.emit()

    def _follow(self, link: QUrl) -> None:
        place = link.toString()
        if self._page is not None and place.isdecimal() and int(place) < len(self._page.places):
            self.restore_wanted.emit(self._page.places[int(place)])
