"""What can be wrong with a profile."""

from collections.abc import Iterable

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _, ngettext
from cmdesk.toml_files.mistakes import FaultyFileError, UnreadableFileError


class ProfileError(FaultyFileError):
    """A style file is not as the schema wants it."""

    @property
    def what(self) -> str:
        """File, lines, fields and what is wrong with them, on one line."""
        count = len(self.mistakes)
        message = ngettext(
            "The style file “{file}” has {count} mistake. {mistakes}",
            "The style file “{file}” has {count} mistakes. {mistakes}",
            count,
        )
        return message.format(file=self.path.name, count=count, mistakes=self.told)

    @property
    def advice(self) -> str:
        """Where to look the schema up."""
        return _("Correct the lines named; SCHEMA.md beside the styles shipped with CMDesk explains every key.")


class UnreadableProfileError(UnreadableFileError):
    """A style file could not be read from the disk."""

    @property
    def what(self) -> str:
        """The file and the system's reason."""
        return _("The style file “{file}” cannot be read: {reason}.").format(file=self.path.name, reason=self.reason)


class UnknownProfileError(CMDeskError):
    """No profile has the id asked for."""

    def __init__(self, profile_id: str, known: Iterable[str]) -> None:
        self.profile_id = profile_id
        self.known = tuple(known)
        super().__init__(f"no profile {profile_id!r} among {', '.join(self.known)}")

    @property
    def what(self) -> str:
        """The id that nothing answers to."""
        return _("There is no style named “{style}”.").format(style=self.profile_id)

    @property
    def advice(self) -> str:
        """The ids that there are."""
        return _("Choose one of these, or a style file (.toml): {styles}.").format(styles=", ".join(self.known))
