"""What the dossier says of itself: title, city, when the city joined the network, and what is due when."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cmdesk.i18n import _
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Profile
from cmdesk.model.language import Language
from ui.dialogs.frame import Frame
from ui.dialogs.milestones import MilestonesField
from ui.widgets.field import TextField, WordingField


class DetailsDialog(Frame):
    """Shows the profile and lets it be changed."""

    def __init__(self, profile: Profile, *, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(680, parent)
        self._before = profile
        self.name, self.city, self.joined = WordingField(), WordingField(), TextField()
        self.milestones = MilestonesField()
        for part in (self.name, self.city, self.joined, self.milestones):
            self.body.addWidget(part)
            part.setEnabled(writable)
            part.edited.connect(self._judge)
        self.body.addStretch(1)
        self.cancel, self.keep = self.add_button(), self.add_button(primary=True)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        self.keep.setVisible(writable)
        self._say()
        self._write(profile)

    def _say(self) -> None:
        self.title(_("Dossier details"))
        self.name.fields[Language.THAI].say(_("&Name of the dossier, in Thai"))
        self.name.fields[Language.ENGLISH].say(_("Name of the dossier, in En&glish"))
        self.city.fields[Language.THAI].say(_("&City, in Thai"))
        self.city.fields[Language.ENGLISH].say(_("City, in &English"))
        self.joined.say(_("Joined the &network on"))
        self.cancel.setText(_("Cancel"))
        self.keep.setText(_("Keep"))

    def _write(self, profile: Profile) -> None:
        self.name.write(profile.title)
        self.city.write(profile.city)
        self.joined.line.setText(str(profile.joined_network or ""))
        self.milestones.write(profile.milestones)
        self._judge()

    def profile(self) -> Profile:
        """The profile as written; good once the dialog was accepted."""
        return replace(
            self._before,
            title=self.name.wording,
            city=self.city.wording,
            joined_network=joining_date(self.joined.words),
            milestones=self.milestones.milestones,
        )

    def _judge(self) -> None:
        help_ = _("A year, a month or a day of the Common Era: 2020, 2020-09 or 2020-09-23. May be empty.")
        try:
            joining_date(self.joined.words)
        except ValueError:
            wrong = _("“{words}” is no date of the form 2020-09-23.").format(words=self.joined.words)
        else:
            wrong = ""
        self.joined.judge(wrong, help_)
        nameless = "" if self.name.wording else _("Give the dossier a name, in one language at least.")
        self.name.fields[Language.THAI].judge(nameless)
        self.keep.setEnabled(not wrong and not nameless and self.milestones.is_sound)


def joining_date(words: str) -> PartialDate | None:
    """The date that somebody wrote, None for nothing; ValueError when it is none."""
    return PartialDate.parse(words) if words else None
