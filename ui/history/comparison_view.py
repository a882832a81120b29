"""Where a comparison is read: both languages side by side, what changed struck out and underlined."""

import time
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


_SPELL = 0.006
"""Seconds that are written at a time."""
_AHEAD = 3
"""Heights of the view that are written below what is seen; the rest is when the reader comes near it."""


class ComparisonView(QTextBrowser):
    """Shows one comparison; long ones are written bit by bit as they are read, so that nobody waits for them."""

    restore_wanted = Signal(object)
    """A `Place`."""
    written = Signal()
    """As much is there as can be seen, and more below it; or all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(2 * SPACE)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self._page: ComparisonPage | None = None
        self._rest: Iterator[str] = iter(())
        self._page_is_whole = True
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._write_on)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._go_on)
        self.verticalScrollBar().rangeChanged.connect(self._go_on)

    @property
    def places(self) -> list[Place]:
        """What can be restored here, in the order of the links."""
        return self._page.places if self._page else []

    def show_comparison(self, comparison: Comparison, *, whole: bool, restorable: bool) -> None:
        """Show what changed, or all lines when `whole`; `restorable` offers to bring the earlier ones back."""
        self.say("")
        cursor = QTextCursor(self.document())
        self._page = ComparisonPage(cursor, comparison, whole=whole, restorable=restorable)
        self._rest, self._page_is_whole = self._page.write(), False
        self.setAccessibleName(_("What changed"))
        self._soon.start()

    def say(self, words: str) -> None:
        """Show these words instead of any comparison."""
        self._soon.stop()
        self._page, self._rest = None, iter(())
        self.setPlainText(words)

    def look_at(self, section: str) -> None:
        """Bring a section to the top, writing on to where it ends if need be."""
        seen = False
        for reached in self._rest:
            seen = seen or reached == section
            if seen and reached != section:
                break
        self.scrollToAnchor(section)

    def _write_on(self) -> None:
        """Write for a moment; rest when there is enough for now, or nothing more."""
        until = time.monotonic() + _SPELL
        for _reached in self._rest:
            if time.monotonic() >= until:
                break
        else:
            self._rest = iter(())
            self._page_is_whole = True
        if self._page_is_whole or self._is_ahead:
            self._soon.stop()
            self.written.emit()

    @property
    def _is_ahead(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.maximum() - bar.value() > _AHEAD * bar.pageStep()

    def _go_on(self) -> None:
        if self._page is not None and not self._page_is_whole and not self._is_ahead:
            self._soon.start()

    def _follow(self, link: QUrl) -> None:
        place = link.toString()
        if self._page is not None and place.isdecimal() and int(place) < len(self._page.places):
            self.restore_wanted.emit(self._page.places[int(place)])
