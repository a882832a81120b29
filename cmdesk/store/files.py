"""Files of one dossier, with errors that name them, and with patience for programs that look into every new file."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cmdesk.store.disk import Disk
from cmdesk.store.errors import of_system

T = TypeVar("T")

HELD = {5, 32, 33}
"""Windows' errors while a virus scanner, an indexer or a cloud client has a file in its hands."""
PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 0.92)
"""Seconds between tries: 2.5 in all. Then it is an error, and what writes takes a new name."""


@dataclass(frozen=True, slots=True)
class Handle:
    """A file being written."""

    name: str
    number: int


class Files:
    """Disk operations on a dossier's folder; every one raises a `StoreError` that names the file."""

    def __init__(self, disk: Disk, sleep: Callable[[float], None] = time.sleep) -> None:
        self._disk = disk
        self._sleep = sleep
        self.root = disk.root

    @contextmanager
    def _naming(self, name: str, size: int = 0) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise of_system(self.path(name), error, size) from error

    def _ask(self, name: str, deed: Callable[[], T]) -> T:
        with self._naming(name):
            for pause in PAUSES:
                try:
                    return deed()
                except PermissionError as error:
                    if getattr(error, "winerror", None) not in HELD:
                        raise
                self._sleep(pause)
            return deed()

    def path(self, name: str) -> Path:
        """Where a name is, for messages and for programs that open files."""
        return self.root / name if name else self.root

    def make_root(self) -> None:
        """Make the dossier's folder, with its parents."""
        self._ask("", self._disk.make_root)

    def listdir(self, folder: str = "") -> list[str]:
        """Names in a folder, sorted."""
        return sorted(self._ask(folder, lambda: self._disk.listdir(folder)))

    def exists(self, name: str) -> bool:
        """Whether anything bears a name."""
        return self._ask(name, lambda: self._disk.exists(name))

    def size(self, name: str) -> int:
        """Number of bytes in a file."""
        return self._ask(name, lambda: self._disk.size(name))

    def read(self, name: str) -> bytes:
        """All bytes of a file."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, a piece at a time."""
        pieces = self._ask(name, lambda: self._disk.chunks(name))
        with self._naming(name):
            yield from pieces

    def create(self, name: str) -> Handle:
        """A new file, to append to; NameTakenError when there is one already."""
        return Handle(name, self._ask(name, lambda: self._disk.create(name)))

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
        if not self._ask(handle.name, lambda: self._disk.leads_to(handle.name, handle.number)):
            with self._naming(handle.name):
                raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))

    def close(self, handle: Handle) -> None:
        """Give a handle back."""
        with self._naming(handle.name):
            self._disk.close(handle.number)

    def rename(self, old: str, new: str) -> None:
        """Give a file an unused name; NameTakenError when it is taken."""
        self._ask(new, lambda: self._disk.rename(old, new))

    def unlink(self, name: str) -> None:
        """Remove a file."""
        self._ask(name, lambda: self._disk.unlink(name))

    def mkdir(self, folder: str) -> None:
        """Make a folder unless it is there."""
        self._ask(folder, lambda: self._disk.mkdir(folder))

    def rmdir(self, folder: str) -> None:
        """Remove an empty folder."""
        self._ask(folder, lambda: self._disk.rmdir(folder))

    def fsyncdir(self, folder: str = "") -> None:
        """Return when the names in a folder are on the disk."""
        self._ask(folder, lambda: self._disk.fsyncdir(folder))
