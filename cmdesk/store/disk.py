"""The seam to the disk: the only place in the store that changes anything on it."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

if sys.platform == "darwin":  # pragma: no cover - the module is not on every system
    import fcntl

_CHUNK = 1 << 20
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


class Disk:
    """The system's own file operations on names below a folder, `/` between their parts; they raise OSError.

    The tests put a simulated disk in its place, which crashes, tears, reorders and fills up.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._base = Path(extended(str(root.absolute()))) if os.name == "nt" else root

    def _at(self, name: str) -> Path:
        return self._base / name

    def make_root(self) -> None:
        """Make the folder itself, with its parents, durably."""
        missing = [path for path in self._base.parents if not path.exists()]
        for path in (*reversed(missing), self._base):
            path.mkdir(exist_ok=True)
            _sync_folder(path.parent)

    def listdir(self, folder: str) -> list[str]:
        """Names in a folder, in no order."""
        return os.listdir(self._at(folder))  # noqa: PTH208 - names are what we deal in

    def exists(self, name: str) -> bool:
        """Whether anything bears a name."""
        return os.path.lexists(self._at(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, a piece at a time; it is open when this returns."""
        return _pieces(self._at(name).open("rb"))

    def size(self, name: str) -> int:
        """Number of bytes in a file."""
        return self._at(name).stat().st_size

    def create(self, name: str) -> int:
        """Handle on a new file, to append to; FileExistsError when the name is taken."""
        return os.open(self._at(name), _FLAGS, 0o666)

    def write(self, handle: int, data: memoryview) -> int:
        """How many of the bytes were appended, perhaps not all."""
        return os.write(handle, data)

    def fsync(self, handle: int) -> None:
        """Return when the bytes written are on the disk."""
        if sys.platform == "darwin":  # pragma: no cover - there fsync stops at the drive's own memory
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        os.fsync(handle)

    def leads_to(self, name: str, handle: int) -> bool:
        """Whether a name is that of an open file, which may have gone away with its folder."""
        try:
            found = self._at(name).stat()
        except FileNotFoundError:
            return False
        return os.path.samestat(found, os.fstat(handle))

    def close(self, handle: int) -> None:
        """Give a handle back."""
        os.close(handle)

    def rename(self, old: str, new: str) -> None:
        """Give a file an unused name; FileExistsError when it is taken."""
        if self.exists(new):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new)
        self._at(old).rename(self._at(new))
        if os.name == "nt":  # pragma: no cover - a flushed file takes its name along; there is no syncing of folders
            _sync_file(self._at(new))

    def unlink(self, name: str) -> None:
        """Remove a file."""
        self._at(name).unlink()

    def mkdir(self, folder: str) -> None:
        """Make a folder unless it is there."""
        self._at(folder).mkdir(exist_ok=True)

    def rmdir(self, folder: str) -> None:
        """Remove an empty folder."""
        self._at(folder).rmdir()

    def fsyncdir(self, folder: str) -> None:
        """Return when the names in a folder are on the disk, where the system can say so."""
        _sync_folder(self._at(folder))


def extended(path: str) -> str:
    """An absolute Windows path in the form that may be longer than 260 characters."""
    if path.startswith("\\\\?\\"):
        return path
    return f"\\\\?\\UNC\\{path[2:]}" if path.startswith("\\\\") else f"\\\\?\\{path}"


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    with stream:
        while piece := stream.read(_CHUNK):
            yield piece


def _sync_file(path: Path) -> None:  # pragma: no cover - as at its caller
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(path: Path) -> None:
    if os.name == "nt":  # pragma: no cover - Windows has no such call; NTFS journals names by itself
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems know no such call either.
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)
