"""Files of one dossier, with errors that name them."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cmdesk.store.disk import Disk
from cmdesk.store.errors import of_system


@dataclass(frozen=True, slots=True)
class Handle:
    """A file being written."""

    name: str
    number: int


class Files:
    """Disk operations on a dossier's folder; every one raises a `StoreError` that names the file."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self.root = disk.root

    @contextmanager
    def _naming(self, name: str, size: int = 0) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise of_system(self.path(name), error, size) from error

    def path(self, name: str) -> Path:
        """Where a name is, for messages and for programs that open files."""
        return self.root / name if name else self.root

    def make_root(self) -> None:
        """Make the dossier's folder, with its parents."""
        with self._naming(""):
            self._disk.make_root()

    def listdir(self, folder: str = "") -> list[str]:
        """Names in a folder, sorted."""
        with self._naming(folder):
            return sorted(self._disk.listdir(folder))

    def exists(self, name: str) -> bool:
        """Whether anything bears a name."""
        with self._naming(name):
            return self._disk.exists(name)

    def read(self, name: str) -> bytes:
        """All bytes of a file."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, a piece at a time."""
        with self._naming(name):
            yield from self._disk.chunks(name)

    def size(self, name: str) -> int:
        """Number of bytes in a file."""
        with self._naming(name):
            return self._disk.size(name)

    def create(self, name: str) -> Handle:
        """A new file, to append to; NameTakenError when there is one already."""
        with self._naming(name):
            return Handle(name, self._disk.create(name))

    def write(self, handle: Handle, data: bytes) -> None:
        """Append all bytes, in as many pieces as the system takes."""
        with self._naming(handle.name, len(data)):
            rest = memoryview(data)
            while rest:
                taken = self._disk.write(handle.number, rest)
                if taken <= 0:
                    raise OSError(errno.EIO, "nothing was written")
                rest = rest[taken:]

    def fsync(self, handle: Handle) -> None:
        """Return when the bytes written are on the disk. After an error the handle is not to be used again."""
        with self._naming(handle.name):
            self._disk.fsync(handle.number)

    def check_reach(self, handle: Handle) -> None:
        """Pass over a file that its name still leads to; AbsentError when its folder was moved, removed or pulled."""
        with self._naming(handle.name):
            if not self._disk.leads_to(handle.name, handle.number):
                raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))

    def close(self, handle: Handle) -> None:
        """Give a handle back."""
        with self._naming(handle.name):
            self._disk.close(handle.number)

    def rename(self, old: str, new: str) -> None:
        """Give a file an unused name; NameTakenError when it is taken."""
        with self._naming(new):
            self._disk.rename(old, new)

    def unlink(self, name: str) -> None:
        """Remove a file."""
        with self._naming(name):
            self._disk.unlink(name)

    def mkdir(self, folder: str) -> None:
        """Make a folder unless it is there."""
        with self._naming(folder):
            self._disk.mkdir(folder)

    def rmdir(self, folder: str) -> None:
        """Remove an empty folder."""
        with self._naming(folder):
            self._disk.rmdir(folder)

    def fsyncdir(self, folder: str = "") -> None:
        """Return when the names in a folder are on the disk."""
        with self._naming(folder):
            self._disk.fsyncdir(folder)
