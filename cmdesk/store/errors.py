"""What can go wrong on disk and in files, each as a sentence that names the file."""

import errno
from pathlib import Path

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_ABSENT = {errno.ENOENT, errno.ENOTDIR}


class StoreError(CMDeskError):
    """A failure at a file or folder."""

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__(f"{path}: {reason or type(self).__name__}")
        self.path = path
        self.reason = reason

    @property
    def what(self) -> str:
        """What could not be done."""
        return _("“{file}” could not be read or written ({reason}).").format(file=self.path, reason=self.reason)

    @property
    def advice(self) -> str:
        """What to look at."""
        return _("Check that the disk or network folder is connected and working.")


class DiskFullError(StoreError):
    """No room for `needed` more bytes."""

    def __init__(self, path: Path, needed: int = 0) -> None:
        super().__init__(path, f"no room for {needed} bytes")
        self.needed = needed

    @property
    def what(self) -> str:
        """Which file found no room."""
        return _("The disk is full: “{file}” could not be written.").format(file=self.path)

    @property
    def advice(self) -> str:
        """How much room it takes."""
        size = readable_size(max(self.needed, 4096))
        return _("Free at least {size} on that disk; saving then goes on by itself.").format(size=size)


class NotPermittedError(StoreError):
    """The system does not let us read or write there."""

    @property
    def what(self) -> str:
        """Which file is closed to us."""
        return _("You have no permission to use “{file}” in this way.").format(file=self.path)

    @property
    def advice(self) -> str:
        """What would help."""
        return _("Choose a folder of your own, or ask for permission to write in this one.")


class AbsentError(StoreError):
    """A file or folder is not there, or no longer."""

    @property
    def what(self) -> str:
        """What is not there."""
        return _("“{file}” is not there.").format(file=self.path)

    @property
    def advice(self) -> str:
        """Where it may be."""
        return _("If it is on a removable disk or a network folder, connect that again.")


class NameTakenError(StoreError):
    """Something of that name exists, and nothing is ever overwritten."""

    @property
    def what(self) -> str:
        """Which name is taken."""
        return _("“{file}” already exists and is never overwritten.").format(file=self.path)

    @property
    def advice(self) -> str:
        """What to do about it."""
        return _("Choose another name.")


class LongNameError(StoreError):
    """A name that is longer than the disk allows."""

    @property
    def what(self) -> str:
        """Which name is too long."""
        return _("The name “{file}” is too long for this disk.").format(file=self.path)

    @property
    def advice(self) -> str:
        """How long a name may be."""
        return _("Use a shorter one: most disks hold 255 bytes, which is 255 Latin or 85 Thai letters.")


class DamagedFileError(StoreError):
    """A file does not hold what was written to it; `reason` says how that shows."""

    @property
    def what(self) -> str:
        """Which file is damaged."""
        return _("“{file}” is damaged ({reason}).").format(file=self.path.name, reason=self.reason)

    @property
    def advice(self) -> str:
        """What to do before anything else."""
        return _("Keep the folder as it is, and make a copy of it before you try anything.")


def of_system(path: Path, error: OSError, size: int = 0) -> StoreError:
    """The store's error for one of the system's, met while `size` bytes were to be written."""
    if error.errno in _FULL:
        return DiskFullError(path, size)
    if error.errno in _FORBIDDEN:
        return NotPermittedError(path, error.strerror or "")
    if error.errno in _ABSENT:
        return AbsentError(path, error.strerror or "")
    if error.errno == errno.ENAMETOOLONG:
        return LongNameError(path, error.strerror or "")
    if error.errno == errno.EEXIST:
        return NameTakenError(path, error.strerror or "")
    return StoreError(path, error.strerror or str(error))


def readable_size(count: int) -> str:
    """A number of bytes in words, rounded up to kilobytes or megabytes."""
    kilobytes = -(-count // 1000)
    if kilobytes < 1000:  # noqa: PLR2004 - a thousand kilobytes are a megabyte
        return _("{count} KB").format(count=kilobytes)
    return _("{count} MB").format(count=-(-kilobytes // 1000))
