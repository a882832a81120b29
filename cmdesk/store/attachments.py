"""Attached files, kept by the SHA-256 of their bytes: the same file is never kept twice, and none is ever changed."""

import hashlib
import mimetypes
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from enum import Enum
from pathlib import Path

from cmdesk.model.evidence import Attachment
from cmdesk.model.ids import is_ulid, new_ulid, ulid
from cmdesk.store.errors import DamagedFileError, StoreError, of_system
from cmdesk.store.files import Files, Handle
from cmdesk.store.names import EVIDENCE, QUARANTINE, UNFINISHED
from cmdesk.store.refusals import MissingAttachmentError

_CHUNK = 1 << 20
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
_HASH = re.compile(r"[0-9a-f]{64}")
_UNKNOWN = "application/octet-stream"
_DAY = 24 * 60 * 60 * 1000


class Fault(Enum):
    """What can be wrong with an attached file."""

    MISSING = "missing"
    ALTERED = "altered"
    UNREADABLE = "unreadable"


class Attachments:
    """The attached files of one dossier."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def put(self, path: Path) -> Attachment:
        """Keep a copy of a file, on disk when this returns; StoreError names what can't be read or written."""
        unfinished = f"{EVIDENCE}/{new_ulid()}{UNFINISHED}"
        self._files.mkdir(EVIDENCE)
        handle = self._files.create(unfinished)
        try:
            digest, size = self._copy(path, handle)
            self._check(unfinished, digest)
            self._settle(unfinished, digest, path)
        except StoreError:
            with suppress(StoreError):  # it bears the name of something unfinished
                self._files.unlink(unfinished)
            raise
        media_type = mimetypes.guess_type(path.name)[0] or _UNKNOWN
        return Attachment(digest, path.name, media_type, size)

    def take(self, source: "Attachments", attachment: Attachment) -> None:
        """Keep a copy of a file that other attachments hold; raises StoreError, also when its bytes have changed."""
        name = source.name_of(attachment)
        if source.hash_of(name) != attachment.sha256:
            raise DamagedFileError(source.path_of(attachment), "its bytes are not those that were attached")
        self.put(source.path_of(attachment))

    def _copy(self, path: Path, handle: Handle) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        try:
            for piece in _pieces(path):
                digest.update(piece)
                size += len(piece)
                self._files.write(handle, piece)
            self._files.fsync(handle)
        finally:
            self._files.close(handle)
        return digest.hexdigest(), size

    def _check(self, name: str, digest: str) -> None:
        if self.hash_of(name) != digest:
            raise DamagedFileError(self._files.path(name), "the disk gave back other bytes than were written")

    def _settle(self, unfinished: str, digest: str, path: Path) -> None:
        """Give the copy its name, or drop it when the same bytes are here already."""
        folder = f"{EVIDENCE}/{digest[:2]}"
        kept = self._name_of(digest)
        if kept is not None and self.hash_of(kept) == digest:
            self._files.unlink(unfinished)
            return
        if kept is not None:
            self._set_aside(kept)
        self._files.mkdir(folder)
        suffix = path.suffix.lower()
        self._files.rename(unfinished, f"{folder}/{digest}{suffix if _SUFFIX.fullmatch(suffix) else ''}")
        self._files.fsyncdir(folder)
        self._files.fsyncdir(EVIDENCE)

    def _set_aside(self, altered: str) -> None:
        """Move a file whose bytes are no longer its own out of the way of the right one."""
        self._files.mkdir(QUARANTINE)
        self._files.rename(altered, f"{QUARANTINE}/{new_ulid()}-{altered.rpartition('/')[2]}")

    def fault_of(self, attachment: Attachment) -> Fault | None:
        """What is wrong with an attached file, from reading all of it; None when its bytes are what they were."""
        try:
            name = self.name_of(attachment)
        except StoreError:
            return Fault.MISSING
        try:
            return None if self.hash_of(name) == attachment.sha256 else Fault.ALTERED
        except StoreError:
            return Fault.UNREADABLE

    def find_again(self, folder: Path, wanted: Iterable[Attachment]) -> list[Attachment]:
        """Those of some missing or altered files whose bytes lie below a folder under any name, now back in place."""
        left = {each.sha256: each for each in wanted}
        found: list[Attachment] = []
        for path in sorted(folder.rglob("*")):
            attachment = self._known(path, left)
            if attachment is not None:
                self.put(path)
                found.append(left.pop(attachment.sha256))
        return found

    def _known(self, path: Path, left: Mapping[str, Attachment]) -> Attachment | None:
        """Which of some attachments a file is, told by its size before its bytes are read."""
        try:
            size = path.stat().st_size if path.is_file() else -1
            if all(size != each.size for each in left.values()):
                return None
            return left.get(_hash(_pieces(path)))
        except (OSError, StoreError):
            # One file that can't be read is no reason not to look at the others.
            return None

    def sweep(self) -> None:
        """Remove copies that were never finished; those of today may still be under way."""
        yesterday = ulid(time.time_ns() // 1_000_000 - _DAY, 0)
        with suppress(StoreError):  # a leftover does no harm
            for name in self._files.listdir(EVIDENCE):
                stem = name.removesuffix(UNFINISHED)
                if stem != name and is_ulid(stem) and stem < yesterday:
                    self._files.unlink(f"{EVIDENCE}/{name}")

    def path_of(self, attachment: Attachment) -> Path:
        """Where an attached file is; MissingAttachmentError when it is not in the folder."""
        return self._files.path(self.name_of(attachment))

    def name_of(self, attachment: Attachment) -> str:
        """Name of an attached file below the dossier's folder; MissingAttachmentError when it is not there."""
        name = self._name_of(attachment.sha256) if _HASH.fullmatch(attachment.sha256) else None
        if name is None:
            folder = self._files.path(f"{EVIDENCE}/{attachment.sha256[:2]}")
            raise MissingAttachmentError(folder / attachment.sha256, attachment.name)
        return name

    def _name_of(self, digest: str) -> str | None:
        folder = f"{EVIDENCE}/{digest[:2]}"
        if not self._files.exists(folder):
            return None
        names = (name for name in self._files.listdir(folder) if name.partition(".")[0] == digest)
        return next((f"{folder}/{name}" for name in names), None)

    def hash_of(self, name: str) -> str:
        """SHA-256 of a file in the dossier's folder."""
        return _hash(self._files.chunks(name))


def _hash(pieces: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                yield piece
    except OSError as error:
        raise of_system(path, error) from error
