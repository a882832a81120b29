"""`project.json`: which dossier a folder holds, and in which version of the format."""

import zlib
from dataclasses import dataclass
from typing import Any

import msgspec

from cmdesk.model.ids import DossierId, is_ulid
from cmdesk.store import snapshot
from cmdesk.store.canonical import canonical, strictly
from cmdesk.store.errors import DamagedFileError
from cmdesk.store.files import Files
from cmdesk.store.names import PROJECT

MAJOR, MINOR = 1, 0
"""A higher major version is read and never written; a higher minor one only adds fields and tables, which we keep."""
FORMAT = f"{MAJOR}.{MINOR}"


class _Stored(msgspec.Struct, frozen=True):
    id: str
    format: str
    check: int
    """CRC-32 of the two, for a flipped bit in the id would give us another dossier."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The id of a dossier and the version of the format that it is kept in."""

    id: DossierId
    format: str = FORMAT

    @property
    def _version(self) -> tuple[int, ...]:
        return tuple(int(part) for part in self.format.split("."))

    @property
    def latest(self) -> str:
        """The newer of its version and ours: what may be in the files after we wrote there."""
        return self.format if self._version > (MAJOR, MINOR) else FORMAT

    @property
    def is_newer(self) -> bool:
        """Whether a newer program made it, in a format that we may only read."""
        return self._version[0] > MAJOR


def write(files: Files, identity: Identity) -> None:
    """Put project.json in a folder that has none."""
    snapshot.write_known(files, PROJECT, canonical(_Stored(identity.id, identity.format, _check(identity))))


def _check(identity: "Identity | _Stored") -> int:
    return zlib.crc32(f"{identity.id} {identity.format}".encode())


def read(files: Files) -> Identity:
    """What project.json says; DamagedFileError when it says nothing sound."""
    try:
        found: Any = strictly(files.read(PROJECT))
        stored = msgspec.convert(found, _Stored)
        _check_stored(stored)
    except (ValueError, msgspec.ValidationError) as error:
        raise DamagedFileError(files.path(PROJECT), str(error)) from error
    return Identity(DossierId(stored.id), stored.format)


def _check_stored(stored: _Stored) -> None:
    if not is_ulid(stored.id) or stored.check != _check(stored):
        raise ValueError("the id is wrong")
    parts = stored.format.split(".")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() and len(part) < 6 for part in parts):  # noqa: PLR2004 - major.minor
        raise ValueError(f"no such version: {stored.format[:80]}")
