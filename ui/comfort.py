"""Language, colours and sizes of the running program, as the user has set them."""

import logging

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from cmdesk.i18n import LANGUAGES, SOURCE_LANGUAGE, use_language
from cmdesk.settings import LANGUAGE, SCALE, TEXT_SIZE, TEXT_SIZES, THEME, Settings
from ui import theme
from ui.qt_words import QtWords

_LOG = logging.getLogger(__name__)


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
        theme.apply(self._application, *self._looks)

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

    def set_scale(self, percent: int) -> None:
        """Show the interface in another size."""
        self._settings.set(SCALE, percent)
        self._redress()

    def step_text_size(self, step: int) -> None:
        """Show it some sizes larger, or smaller when negative; nothing happens beyond the ends."""
        place = TEXT_SIZES.index(self._settings.get(TEXT_SIZE)) + step
        if 0 <= place < len(TEXT_SIZES):
            self.set_text_size(TEXT_SIZES[place])

    @property
    def language(self) -> str:
        """Code of the language that is wanted: the one set, or else the system's."""
        return self._settings.get(LANGUAGE) if self._settings.knows(LANGUAGE) else spoken_language()

    @property
    def colours(self) -> str:
        """Name of the colours that are wanted: those set, or else the system's."""
        if self._settings.knows(THEME):
            return self._settings.get(THEME)
        return theme.DARK.name if is_dark(self._application) else theme.LIGHT.name

    @property
    def _looks(self) -> tuple[theme.Colours, int, int]:
        return theme.PALETTES[self.colours], self._settings.get(TEXT_SIZE), self._settings.get(SCALE)

    def _redress(self) -> None:
        theme.dress(self._application, *self._looks)
        self.changed.emit()

    def _speak(self) -> None:
        code = self.language
        try:
            use_language(code)
        except FileNotFoundError:
            _LOG.info("no catalogue for %s: the interface speaks %s", code, SOURCE_LANGUAGE)
            use_language(SOURCE_LANGUAGE)
        # Removing and installing makes Qt tell its own widgets that the language changed.
        self._application.removeTranslator(self._qt_words)
        self._application.installTranslator(self._qt_words)


def is_dark(application: QApplication) -> bool:
    """Whether the system's own colours are dark."""
    return application.styleHints().colorScheme() is Qt.ColorScheme.Dark


def spoken_language() -> str:
    """The interface's language that fits the system's: the first of its languages that we speak."""
    spoken = (name[:2].lower() for name in QLocale.system().uiLanguages())
    return next((code for code in spoken if code in LANGUAGES), SOURCE_LANGUAGE)
