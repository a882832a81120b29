"""Spelling for the page of an open dossier."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from cmdesk.model.answer import Card, Signature
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language, Wording
from cmdesk.settings import DICTIONARY, SPELLING, Settings
from cmdesk.spelling.mistake import Mistake
from cmdesk.spelling.process import SpellingProcess
from ui.bridge import SessionBridge
from ui.editor.column import Column
from ui.editor.prose_page import ProsePage
from ui.spelling.marks import SpellingMarks
from ui.spelling.menu import Suggestions

_NAMES_MS = 2_000
"""Rest after a change before the dossier's own names are gathered anew."""


class SpellingDesk(QObject):
    """Ties a page to the process that judges spelling. The dictionary is the user's, for all dossiers as yet."""

    changed = Signal()
    """It is on now, or off."""

    def __init__(self, page: ProsePage, bridge: SessionBridge, settings: Settings) -> None:
        super().__init__(page)
        self._page, self._session, self._settings = page, bridge.session, settings
        self._process: SpellingProcess | None = None
        self._marks: dict[QWidget, SpellingMarks] = {}
        self._told: tuple[frozenset[str], frozenset[str]] | None = None
        self._names = QTimer(self, singleShot=True, interval=_NAMES_MS)
        self._names.timeout.connect(self._tell_names)
        bridge.changed.connect(self._names_changed)
        if settings.get(SPELLING):
            self._begin()

    @property
    def is_on(self) -> bool:
        """Whether anything is marked."""
        return self._process is not None

    def toggle(self) -> None:
        """Mark what is misspelt, or nothing any more."""
        self.release() if self.is_on else self._begin()
        self._settings.set(SPELLING, self.is_on)
        self.changed.emit()

    def _begin(self) -> None:
        process = self._process = SpellingProcess()
        self._tell_names()
        for column in self._page.sheet.columns.values():
            marks = SpellingMarks(column, process, self)
            for widget in (column, column.viewport()):
                self._marks[widget] = marks
                widget.installEventFilter(self)

    def release(self) -> None:
        """End the process."""
        for widget, marks in self._marks.items():
            widget.removeEventFilter(self)
            marks.clear()
            marks.deleteLater()
        self._marks.clear()
        self._told = None
        if self._process is not None:
            self._process.close()
            self._process = None

    def _names_changed(self, before: Dossier, after: Dossier) -> None:
        if before.evidence is not after.evidence or before.profile is not after.profile:
            self._names.start()

    def _tell_names(self) -> None:
        """Let the words of the user and the names of the dossier be known."""
        if self._process is None:
            return
        words = frozenset((*self._settings.get(DICTIONARY), *names_of(self._session.dossier)))
        titles = frozenset(titles_of(self._session.dossier))
        if (words, titles) != self._told:
            self._told = words, titles
            self._process.know(words, titles)
            for marks in set(self._marks.values()):
                marks.forget()

    def learn(self, words: str, *_checked: object) -> None:
        """Never mark these words again."""
        self._settings.set(DICTIONARY, sorted({*self._settings.get(DICTIONARY), words}))
        self._tell_names()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Open our menu where a misspelt word is."""
        if isinstance(event, QContextMenuEvent) and isinstance(watched, QWidget):
            marks = self._marks.get(watched)
            if marks is not None:
                return self._open_menu(marks, event)
        return super().eventFilter(watched, event)

    def _open_menu(self, marks: SpellingMarks, event: QContextMenuEvent) -> bool:
        column = marks.column
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        point = column.cursorRect().center() if by_keys else column.viewport().mapFromGlobal(event.globalPos())
        found = marks.at(point)
        if found is None:
            return False
        menu = self.menu(column, *found)
        menu.exec(column.viewport().mapToGlobal(point))
        menu.deleteLater()
        return True

    def menu(self, column: Column, cursor: QTextCursor, mistake: Mistake) -> QMenu:
        """The menu of a misspelt word, to which suggestions are on their way."""
        menu = column.context_menu()
        writable = not column.isReadOnly() and not column.is_shut(cursor.block().blockNumber())
        choose = partial(self._replace, cursor)
        suggestions = Suggestions(menu, mistake, choose, self.learn, writable=writable)
        if self._process is not None:
            suggestions.wait_for(self._process.suggest(mistake.words))
        return menu

    def _replace(self, cursor: QTextCursor, words: str, *_checked: object) -> None:
        """Put better words there, as a step of its own; Qt tells the page as if they were typed."""
        self._session.seal()
        cursor.insertText(words, cursor.charFormat())
        self._session.seal()


def names_of(dossier: Dossier) -> set[str]:
    """What the dossier itself calls people and places: no dictionary has them."""
    found = [dossier.profile.city]
    for answer in dossier.answers.values():
        if isinstance(answer, Card):
            found += [entry.words for entry in answer.entries]
        elif isinstance(answer, Signature):
            found += [answer.name, answer.title]
    for record in dossier.evidence.values():
        found += [record.place, record.author]
    return _texts(found)


def titles_of(dossier: Dossier) -> set[str]:
    """What is quoted as a whole."""
    return _texts([words for record in dossier.evidence.values() for words in (record.title, record.source)])


def _texts(wordings: list[Wording]) -> set[str]:
    return {wording.in_(language) for wording in wordings for language in Language if wording.in_(language)}
