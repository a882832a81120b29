"""Snapshots: all tables in one TinyDB file that carries its own hash, written under an unused name and read back."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec

from cmdesk.store.canonical import canonical, strictly
from cmdesk.store.errors import DamagedFileError, StoreError
from cmdesk.store.files import Files, Handle
from cmdesk.store.line import Record
from cmdesk.store.names import UNFINISHED, DataFile

Tables: TypeAlias = dict[str, dict[str, Record]]
META = "_meta"
_META_ID = "1"


class Meta(msgspec.Struct, frozen=True):
    """What a snapshot says of itself, in its table `_meta`."""

    project: str
    format: str
    generation: int
    sequence: int
    last: int
    """Checksum of the last journal line that it contains."""
    seen: dict[str, int]
    """For each installation the highest sequence whose line it contains."""
    counts: dict[str, int]
    sha256: str = ""
    """Of the whole file as it would be with this field empty."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A sound snapshot."""

    meta: Meta
    tables: Tables


def encode(tables: Mapping[str, Mapping[str, Record]], meta: Meta) -> bytes:
    """Bytes of a snapshot; its hash and counts are set here."""
    counts = {name: len(table) for name, table in tables.items()}
    unsigned = msgspec.structs.replace(meta, counts=counts, sha256="")
    digest = hashlib.sha256(_file(tables, unsigned)).hexdigest()
    return _file(tables, msgspec.structs.replace(unsigned, sha256=digest))


def _file(tables: Mapping[str, Mapping[str, Record]], meta: Meta) -> bytes:
    return canonical({**tables, META: {_META_ID: meta}})


def decode(data: bytes) -> Snapshot:
    """The snapshot that bytes hold; ValueError when anything in them is not as it was written."""
    found: Any = strictly(data)
    try:
        tables = msgspec.convert(found, dict[str, dict[str, dict[str, Any]]])
        raw = tables.pop(META)[_META_ID]
        meta = msgspec.convert(raw, Meta)
    except (msgspec.ValidationError, KeyError) as error:
        raise ValueError(f"not a snapshot: {error}") from error
    unsigned = canonical({**tables, META: {_META_ID: {**raw, "sha256": ""}}})
    if hashlib.sha256(unsigned).hexdigest() != meta.sha256:
        raise ValueError("its hash is wrong")
    return Snapshot(meta, tables)


def read(files: Files, file: DataFile) -> Snapshot:
    """The snapshot in a file; DamagedFileError or another StoreError when it can't be had."""
    try:
        snapshot = decode(files.read(str(file)))
    except ValueError as error:
        raise DamagedFileError(files.path(str(file)), str(error)) from error
    if snapshot.meta.generation != file.generation:
        raise DamagedFileError(files.path(str(file)), "it bears the name of another file")
    return snapshot


def write(files: Files, name: str, data: bytes) -> None:
    """Put bytes in a new file whose name appears only when they have been read back from the disk.

    The caller makes the name durable with `fsyncdir`.
    """
    unfinished = name + UNFINISHED
    handle = files.create(unfinished)
    try:
        _fill(files, handle, data)
        if files.read(unfinished) != data:
            raise DamagedFileError(files.path(name), "the disk gave back other bytes than were written")
        files.rename(unfinished, name)
    except StoreError:
        with suppress(StoreError):  # what is left is unfinished by its name, and a full disk is glad of the room
            files.unlink(unfinished)
        raise


def _fill(files: Files, handle: Handle, data: bytes) -> None:
    try:
        files.write(handle, data)
        files.fsync(handle)
    finally:
        files.close(handle)
