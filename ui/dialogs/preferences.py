"""The settings: language, colours, sizes. Each change is seen at once, behind the dialog and in it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from cmdesk.i18n import _
from cmdesk.settings import AUTHOR, REOPEN, SCALE, SCALES, TEXT_SIZE, TEXT_SIZES, THEMES, Settings
from ui.comfort import Comfort
from ui.dialogs.frame import Frame
from ui.widgets.choices import Choices
from ui.widgets.field import TextField

_LANGUAGES = (("th", "ไทย"), ("en", "English"))
"""Each in its own words, so that who can't read the other one finds the way back."""


class PreferencesDialog(Frame):
    """Shows the settings and puts each change into force."""

    def __init__(self, settings: Settings, comfort: Comfort, parent: QWidget | None = None) -> None:
        super().__init__(640, parent)
        self._settings, self._comfort = settings, comfort
        codes = [code for code, _name in _LANGUAGES]
        self.language = Choices(len(codes), codes.index(comfort.language))
        self.theme = Choices(len(THEMES), THEMES.index(comfort.colours))
        self.points = Choices(len(TEXT_SIZES), TEXT_SIZES.index(settings.get(TEXT_SIZE)))
        self.scale = Choices(len(SCALES), SCALES.index(settings.get(SCALE)))
        self.reopen = QCheckBox()
        reopen = settings.get(REOPEN)
        self.reopen.setChecked(reopen)
        self.author = TextField()
        self.author.write(settings.get(AUTHOR))
        for part in (self.language, self.theme, self.scale, self.points, self.author, self.reopen):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.close_ = self.add_button(primary=True)
        self._connect()
        self._say()

    def _connect(self) -> None:
        self.language.chosen.connect(self._speak)
        self.theme.chosen.connect(self._dress)
        self.points.chosen.connect(self._resize)
        self.scale.chosen.connect(self._rescale)
        self.reopen.toggled.connect(self._reopen)
        self.author.line.editingFinished.connect(self._name)
        self.close_.clicked.connect(self.accept)

    def _say(self) -> None:
        self.title(_("Settings"))
        self.language.say(_("Language of the interface"), *(name for _code, name in _LANGUAGES))
        self.theme.say(_("Colours"), _("Light"), _("Dark"), _("High contrast"))
        self.scale.say(_("Size of the interface"), *(_("{percent} %").format(percent=percent) for percent in SCALES))
        self.points.say(_("Size of the text you write"), *map(str, TEXT_SIZES))
        self.author.say(_("Your name, beside the notes that you write"))
        self.reopen.setText(_("Open the last dossier when CMDesk starts"))
        self.close_.setText(_("Close"))

    def _speak(self, place: int) -> None:
        self._comfort.set_language(_LANGUAGES[place][0])

    def _dress(self, place: int) -> None:
        self._comfort.set_theme(THEMES[place])

    def _rescale(self, place: int) -> None:
        self._comfort.set_scale(SCALES[place])

    def _resize(self, place: int) -> None:
        self._comfort.set_text_size(TEXT_SIZES[place])

    def _name(self) -> None:
        self._settings.set(AUTHOR, self.author.words)

    def _reopen(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._settings.set(REOPEN, wanted)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language that was chosen here."""
        if event.type() is QEvent.Type.LanguageChange and hasattr(self, "close_"):
            self._say()
        super().changeEvent(event)
