"""What can be wrong with a command beyond what the argument parser sees."""

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _


class UsageError(CMDeskError):
    """The words of a command do not go together."""


class CityMissingError(UsageError):
    """A new dossier was asked for without a city."""

    @property
    def what(self) -> str:
        """What is missing."""
        return _("A new dossier needs the name of its city.")

    @property
    def advice(self) -> str:
        """The two options."""
        return _("Give --city-th, --city-en, or both.")


class NoDateError(UsageError):
    """Something that was to be a date is none."""

    @property
    def what(self) -> str:
        """What was given."""
        return _("“{words}” is no date of the Common Era.").format(words=self)

    @property
    def advice(self) -> str:
        """How dates are written."""
        return _("Write it as 2020, 2020-09 or 2020-09-23.")


class NoSizeError(UsageError):
    """Something that was to be a number of megabytes is none."""

    @property
    def what(self) -> str:
        """What was given."""
        return _("{number} is no size that a package can have.").format(number=self)

    @property
    def advice(self) -> str:
        """How sizes are written."""
        return _("Give megabytes above nought, such as --limit-mb 20.")


class UnknownVersionError(UsageError):
    """A version was asked for that the dossier does not have; `known` are the names of those that it has."""

    def __init__(self, wanted: str, known: tuple[str, ...]) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.known = known

    @property
    def what(self) -> str:
        """What was asked for."""
        return _("The dossier has no version “{name}”.").format(name=self.wanted)

    @property
    def advice(self) -> str:
        """What there is."""
        return _("It has: {names}.").format(names="; ".join(self.known))


class NoBackupError(UsageError):
    """A backup was to be restored that there is not, or to nowhere."""

    @property
    def what(self) -> str:
        """Which one was asked for."""
        return _("Backup {number} can't be restored like this.").format(number=self)

    @property
    def advice(self) -> str:
        """How it is done."""
        return _("Give a number from the list of “cmdesk backups DOSSIER”, and a new folder with --to.")
