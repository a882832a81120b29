"""Whole states put away under names of their own, compressed: what versions and backups are files of.

Unpacked, such a file is two lines of text: a head, checked like a line of the journal, and a snapshot.
"""

import gzip
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import DossierId, is_ulid
from cmdesk.store import snapshot
from cmdesk.store.canonical import canonical, strictly
from cmdesk.store.codec import Reading
from cmdesk.store.errors import DamagedFileError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.line import Record
from cmdesk.store.snapshot import Snapshot

SUFFIX = ".json.gz"
_LONGEST_HEAD = 100_000
_FAST = 3
"""Level of compression: half a second less for a big dossier than the best, and a tenth more on disk."""


class Head(msgspec.Struct, frozen=True):
    """What a state that was put away says of itself before it is read."""

    id: str
    project: str
    name: str
    kind: str
    at: str
    """The moment of the state, in UTC."""
    by: str
    sequence: int
    last: int
    """Checksum of the last journal line in it."""
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """Number of records in it."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in which a state was put away."""

    file: str
    head: Head


def pack(head: Head, data: bytes) -> bytes:
    """Bytes of a file from its head and the bytes of a snapshot."""
    body = canonical(head)
    line = b"%08x %d %s\n" % (zlib.crc32(body), len(body), body)
    return gzip.compress(line + data + b"\n", _FAST, mtime=0)


def counts(tables: Mapping[str, Mapping[str, Record]]) -> dict[str, int]:
    """Number of records in each table."""
    return {name: len(table) for name, table in tables.items()}


def put(files: Files, folder: str, head: Head, data: bytes) -> Kept:
    """Put a snapshot's bytes away, on disk and read back when this returns."""
    name = f"{folder}/{head.id}{SUFFIX}"
    packed = pack(head, data)
    if gzip.decompress(packed).partition(b"\n")[2] != data + b"\n":
        raise DamagedFileError(files.path(name), "unpacked, it is not what was packed")
    files.mkdir(folder)
    snapshot.write(files, name, packed)
    files.fsyncdir(folder)
    files.fsyncdir()
    return Kept(name, head)


def listed(files: Files, folder: str) -> list[Kept]:
    """States in a folder whose heads can be read, the newest first; none when the folder can't be read."""
    try:
        names = files.listdir(folder) if files.exists(folder) else []
    except StoreError:
        return []
    found = (_kept(files, f"{folder}/{name}") for name in names if is_name(name))
    return sorted((kept for kept in found if kept), key=_age, reverse=True)


def _age(kept: Kept) -> tuple[str, int, str]:
    return kept.head.at, kept.head.sequence, kept.head.id


def newest(files: Files, folder: str, kind: str) -> Head | None:
    """The head of the state of a kind that was put away last; None when there is none."""
    names = files.listdir(folder) if files.exists(folder) else []
    for name in sorted(filter(is_name, names), reverse=True):
        kept = _kept(files, f"{folder}/{name}")
        if kept is not None and kept.head.kind == kind:
            return kept.head
    return None


def is_name(name: str) -> bool:
    """Whether a name is one that states are put away under."""
    return name.endswith(SUFFIX) and is_ulid(name.removesuffix(SUFFIX))


def _kept(files: Files, name: str) -> Kept | None:
    try:
        return Kept(name, head_of(files, name))
    except StoreError:
        return None


def head_of(files: Files, name: str) -> Head:
    """The head of a file, read without the rest."""
    try:
        first = next(iter(files.chunks(name)), b"")
        start = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(first, _LONGEST_HEAD)
        head = _head(start.partition(b"\n")[0])
    except (ValueError, zlib.error) as error:
        raise DamagedFileError(files.path(name), str(error)) from error
    if not name.endswith(f"/{head.id}{SUFFIX}"):
        raise DamagedFileError(files.path(name), "it bears the name of another file")
    return head


def _head(line: bytes) -> Head:
    checksum, length, body = line.split(b" ", 2)
    if int(length) != len(body) or int(checksum, 16) != zlib.crc32(body):
        raise ValueError("the checksum is wrong")
    found: Any = strictly(body)
    try:
        return msgspec.convert(found, Head)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def read(files: Files, name: str) -> Snapshot:
    """The snapshot in a file; DamagedFileError when it is not whole, or not the one that the head tells of."""
    try:
        text = gzip.decompress(files.read(name))
        line, _feed, data = text.partition(b"\n")
        head, found = _head(line), snapshot.decode(data.removesuffix(b"\n"))
    except (ValueError, EOFError, OSError, zlib.error) as error:
        raise DamagedFileError(files.path(name), str(error)) from error
    if (head.project, head.sequence, head.counts) != (found.meta.project, found.meta.sequence, found.meta.counts):
        raise DamagedFileError(files.path(name), "its head is that of another file")
    return found


def dossier_in(files: Files, name: str) -> Dossier:
    """The dossier of a state that was put away."""
    found = read(files, name)
    return Reading(found.tables, DossierId(found.meta.project)).dossier()
