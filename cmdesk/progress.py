"""How long work tells where it is, and hears that it is no longer wanted."""

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _


class Cancelled(CMDeskError):  # noqa: N818 - not a fault: the user's own wish, and named as they would
    """The user asked to stop; nothing was left half-done."""

    @property
    def what(self) -> str:
        """The sentence for the person who cancelled."""
        return _("Cancelled. Nothing was changed.")


class Progress:
    """Silent progress; subclasses show it. Long work calls `step` at least every 50 ms."""

    def step(self, done: int, total: int) -> None:
        """Note that `done` of `total` equal steps are finished; raises `Cancelled` when the work is unwanted."""


SILENT = Progress()
