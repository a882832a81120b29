"""A report that could not be written."""

from pathlib import Path

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _


class ReportNotWrittenError(CMDeskError):
    """The report on a dossier could not be written where the user wanted it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    @property
    def what(self) -> str:
        """Which file was not written, and why."""
        return _("“{file}” could not be written: {reason}.").format(file=self.path, reason=self.reason)

    @property
    def advice(self) -> str:
        """How to go on."""
        return _("Choose another folder.")
