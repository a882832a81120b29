"""Attached files, kept by the SHA-256 of their bytes: the same file is never kept twice, and none is ever changed."""

import hashlib
import mimetypes
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cmdesk.model.evidence import Attachment
from cmdesk.model.ids import new_ulid
from cmdesk.store.errors import DamagedFileError, StoreError, of_system
from cmdesk.store.files import Files, Handle
from cmdesk.store.names import EVIDENCE, UNFINISHED
from cmdesk.store.refusals import MissingAttachmentError

_CHUNK = 1 << 20
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
_HASH = re.compile(r"[0-9a-f]{64}")
_UNKNOWN = "application/octet-stream"


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
        self._files.mkdir(folder)
        suffix = path.suffix.lower()
        self._files.rename(unfinished, f"{folder}/{digest}{suffix if _SUFFIX.fullmatch(suffix) else ''}")
        self._files.fsyncdir(folder)
        self._files.fsyncdir(EVIDENCE)

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
        digest = hashlib.sha256()
        for piece in self._files.chunks(name):
            digest.update(piece)
        return digest.hexdigest()


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                yield piece
    except OSError as error:
        raise of_system(path, error) from error
