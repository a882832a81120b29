"""What can go wrong with the process that checks the spelling."""

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _


class SpellingError(CMDeskError):
    """Spelling cannot be checked at present; nothing else is touched by that."""

    @property
    def what(self) -> str:
        """What does not work."""
        return _("The spelling cannot be checked at present.")

    @property
    def advice(self) -> str:
        """What to do."""
        return _("Go on writing; nothing else is affected. Start the program anew to check the spelling again.")


class SpellingUnavailableError(SpellingError):
    """The program that checks the spelling cannot be started, or ends at once."""


class SpellingFailedError(SpellingError):
    """One text brought the checking to an end twice, or took too long."""

    @property
    def what(self) -> str:
        """What does not work."""
        return _("The spelling of one text could not be checked.")

    @property
    def advice(self) -> str:
        """What to do."""
        return _("Read this paragraph through yourself; the spelling of all others is still checked.")
