"""Why a document could not be put where it was wanted."""

import errno
import sys
from pathlib import Path

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _


class ExportError(CMDeskError):
    """A document was not written; the target is as it was before."""

    def __init__(self, target: Path) -> None:
        super().__init__(f"{type(self).__name__}: {target}")
        self.target = target

    @property
    def what(self) -> str:
        """That it failed, and where."""
        return _("“{file}” could not be written.").format(file=self.target.name)

    @property
    def advice(self) -> str:
        """What nearly always helps."""
        return _("Choose another folder or another name.")


class UnfitNameError(ExportError):
    """A name that some system cannot hold, or that belongs to another kind of file."""

    @property
    def what(self) -> str:
        """Which name."""
        return _("“{file}” is no name that a document can have on every computer.").format(file=self.target.name)

    @property
    def advice(self) -> str:
        """What a name may be."""
        return _(
            'Use a shorter name without any of / \\ : * ? " < > | that ends as its kind of file does: .docx, .pdf.'
        )


class FolderMissingError(ExportError):
    """There is no such folder."""

    @property
    def what(self) -> str:
        """Which folder."""
        return _("There is no folder “{folder}”.").format(folder=self.target.parent)

    @property
    def advice(self) -> str:
        """Make or choose one."""
        return _("Make the folder first, or choose another one.")


class TargetIsFolderError(ExportError):
    """A folder has the name already."""

    @property
    def what(self) -> str:
        """Which name."""
        return _("“{file}” is a folder.").format(file=self.target)


class TargetOpenError(ExportError):
    """Another program has the file open."""

    @property
    def what(self) -> str:
        """Which file."""
        return _("“{file}” is open in another program.").format(file=self.target.name)

    @property
    def advice(self) -> str:
        """Close it or leave it."""
        return _("Close it there and export again, or choose another name.")


class NotWritableError(ExportError):
    """The system lets nobody write there."""

    @property
    def what(self) -> str:
        """Which folder."""
        return _("Nothing may be written to “{file}”.").format(file=self.target)


class DiskFullError(ExportError):
    """No room is left."""

    @property
    def what(self) -> str:
        """Where."""
        return _("There is no room left on the disk for “{file}”.").format(file=self.target.name)

    @property
    def advice(self) -> str:
        """Make room."""
        return _("Delete what you no longer need, or choose a folder on another disk.")


_BY_NUMBER: dict[int, type[ExportError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EFBIG: DiskFullError,
    errno.EACCES: NotWritableError,
    errno.EPERM: NotWritableError,
    errno.EROFS: NotWritableError,
    errno.ENAMETOOLONG: UnfitNameError,
    errno.EISDIR: TargetIsFolderError,
    errno.ENOENT: FolderMissingError,
    errno.ENOTDIR: FolderMissingError,
}


def failure(target: Path, error: OSError) -> ExportError:
    """What the system's complaint means for the person who exports."""
    known = _BY_NUMBER.get(error.errno or 0, ExportError)
    # Windows refuses to replace a file that another program holds, and says only that access is denied.
    if known is NotWritableError and sys.platform == "win32" and target.is_file():
        return TargetOpenError(target)
    return known(target)
