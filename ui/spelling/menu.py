"""The context menu of a misspelt word: better words first, then why it is marked and what else can be done."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu

from cmdesk.i18n import _
from cmdesk.spelling.mistake import Mistake
from cmdesk.spelling.wording import why

if TYPE_CHECKING:
    from concurrent.futures import Future

Choose: TypeAlias = Callable[[str], object]


class Suggestions(QObject):
    """Puts suggestions into a menu: what was surely meant at once, the others as they come."""

    _came = Signal(object)

    def __init__(self, menu: QMenu, mistake: Mistake, choose: Choose, learn: Choose, *, writable: bool) -> None:
        super().__init__(menu)
        self._menu, self._choose, self._writable = menu, choose, writable
        self._offered: list[str] = []
        first = menu.actions()[0]
        self._waiting = self._added(_("Looking for words…"), first)
        self._waiting.setEnabled(False)
        reason = self._added(why(mistake), first)
        reason.setEnabled(False)
        known = self._added(_("Add “{words}” to the dictionary").format(words=_plain(mistake.words)), first)
        known.triggered.connect(partial(learn, mistake.words))
        menu.insertSeparator(first)
        menu.insertSeparator(reason)
        self._came.connect(self._take)
        self.offer(mistake.meant)

    def _added(self, words: str, before: QAction) -> QAction:
        action = QAction(words, self._menu)
        self._menu.insertAction(before, action)
        return action

    def wait_for(self, future: "Future[tuple[str, ...]]") -> None:
        """Offer what a future brings."""
        future.add_done_callback(self._hear)

    def _hear(self, future: "Future[tuple[str, ...]]") -> None:
        unknown = future.cancelled() or future.exception() is not None
        self._came.emit(() if unknown else future.result())

    def _take(self, words: tuple[str, ...]) -> None:
        self.offer(words)
        self._waiting.setText(_("No better word is known."))
        self._waiting.setVisible(not self._offered)

    def offer(self, words: tuple[str, ...]) -> None:
        """Offer words in place of the misspelt one."""
        for each in words:
            if each not in self._offered:
                self._offered.append(each)
                action = self._added(_plain(each), self._waiting)
                font = QFont(action.font())
                font.setBold(True)
                action.setFont(font)
                action.setEnabled(self._writable)
                action.triggered.connect(partial(self._choose, each))


def _plain(words: str) -> str:
    return words.replace("&", "&&")
