"""Why a package could not be made; nothing is left behind."""

from pathlib import Path

from cmdesk.export.failures import ExportError
from cmdesk.i18n import _

MEGABYTE = 1_000_000
"""Bytes, as mail programs and disks count them."""


def megabytes(size: int) -> str:
    """A size for people, in megabytes."""
    return f"{size / MEGABYTE:.1f}"


class PackageExistsError(ExportError):
    """Something has the package's name already."""

    @property
    def what(self) -> str:
        """Which name."""
        return _("There is already something named “{folder}”.").format(folder=self.target)

    @property
    def advice(self) -> str:
        """Another name."""
        return _("Choose another name, or move the old package away: it is never written over.")


class PackageTooBigError(ExportError):
    """Even with the smallest photographs the package is bigger than it may be."""

    def __init__(self, target: Path, limit: int, least: int) -> None:
        super().__init__(target)
        self.limit = limit
        self.least = least

    @property
    def what(self) -> str:
        """The limit, and how small it could be made."""
        return _(
            "The package may have {limit} MB, but with its photographs made as small as they can be it has {least}."
        ).format(limit=megabytes(self.limit), least=megabytes(self.least))

    @property
    def advice(self) -> str:
        """Fewer files, or more room."""
        return _("Allow more, or take big files from the evidence that the dossier cites.")
