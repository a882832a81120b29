"""Language, colours and text size of the running program, as the user has set them."""

import logging

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from cmdesk.i18n import SOURCE_LANGUAGE, use_language
from cmdesk.settings import LANGUAGE, TEXT_SIZE, TEXT_SIZES, THEME, Settings
from ui import theme
from ui.qt_words import QtWords

_LOG = logging.getLogger(__name__)
_PALETTES = {"light": theme.LIGHT, "dark": theme.DARK}


class Comfort(QObject):
    """Puts the settings of taste into force, at the start and whenever they change."""

    changed = Signal()
    """All that is shown has to be said or drawn anew."""

    def __init__(self, application: QApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._settings = settings
        self._qt_words = QtWords.of(application)

    def put_on(self) -> None:
        """Dress the application for the first time."""
        self._speak()
        theme.apply(self._application, self._colours, self._settings.get(TEXT_SIZE))

    def set_language(self, code: str) -> None:
        """Speak a language from now on."""
        self._settings.set(LANGUAGE, code)
        self._speak()
        self.changed.emit()

    def set_theme(self, name: str) -> None:
        """Wear other colours from now on."""
        self._settings.set(THEME, name)
        self._redress()

    def set_text_size(self, points: int) -> None:
        """Show the text being written in another size."""
        self._settings.set(TEXT_SIZE, points)
        self._redress()

    def step_text_size(self, step: int) -> None:
        """Show it some sizes larger, or smaller when negative; nothing happens beyond the ends."""
        place = TEXT_SIZES.index(self._settings.get(TEXT_SIZE)) + step
        if 0 <= place < len(TEXT_SIZES):
            self.set_text_size(TEXT_SIZES[place])

    @property
    def _colours(self) -> theme.Colours:
        return _PALETTES[self._settings.get(THEME)]

    def _redress(self) -> None:
        theme.dress(self._application, self._colours, self._settings.get(TEXT_SIZE))
        self.changed.emit()

    def _speak(self) -> None:
        code = self._settings.get(LANGUAGE)
        try:
            use_language(code)
        except FileNotFoundError:
            _LOG.info("no catalogue for %s: the interface speaks %s", code, SOURCE_LANGUAGE)
            use_language(SOURCE_LANGUAGE)
        # Removing and installing makes Qt tell its own widgets that the language changed.
        self._application.removeTranslator(self._qt_words)
        self._application.installTranslator(self._qt_words)
