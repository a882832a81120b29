"""Snapshots: all tables in one TinyDB file that carries its own hash, written under an unused name and read back."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec

from cmdesk.store.canonical import canonical, check_depth
from cmdesk.store.errors import DamagedFileError, StoreError
from cmdesk.store.files import Files, Handle
from cmdesk.store.line import Record
from cmdesk.store.names import UNFINISHED, DataFile

Tables: TypeAlias = dict[str, dict[str, Record]]
META = "_meta"
_META_ID = "1"
_DECODER = msgspec.json.Decoder(dict[str, dict[str, dict[str, Any]]])
_PIECE = 200
"""Records that are encoded at once."""


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
    parts = {name: _table(table) for name, table in tables.items()}
    digest = hashlib.sha256(_joined({**parts, META: canonical({_META_ID: unsigned})}))
    signed = msgspec.structs.replace(unsigned, sha256=digest.hexdigest())
    return _joined({**parts, META: canonical({_META_ID: signed})})


def _joined(parts: Mapping[str, bytes]) -> bytes:
    return b"{" + b",".join(canonical(name) + b":" + parts[name] for name in sorted(parts)) + b"}"


def _table(table: Mapping[str, Record]) -> bytes:
    """A table in canonical form, made in pieces: one long call would make the window wait for it."""
    ids = sorted(table)
    pieces = (ids[start : start + _PIECE] for start in range(0, len(ids), _PIECE))
    return b"{" + b",".join(canonical({key: table[key] for key in piece})[1:-1] for piece in pieces) + b"}"


def decode(data: bytes) -> Snapshot:
    """The snapshot that bytes hold; ValueError when anything in them is not as it was written."""
    try:
        tables: Any = _DECODER.decode(data)
        meta = msgspec.convert(tables.pop(META)[_META_ID], Meta)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, KeyError) as error:
        raise ValueError(f"not a snapshot: {error}") from error
    _check_hash(data, meta)
    check_depth(tables)
    return Snapshot(meta, tables)


def _check_hash(data: bytes, meta: Meta) -> None:
    """Compare the hash of the bytes as they are: what it is right for was written by us, and in our way."""
    signature = canonical(meta.sha256)
    # No other key in the file can hold the file's own hash.
    place = data.find(b'"sha256":' + signature)
    start = place + len(b'"sha256":')
    digest = hashlib.sha256(data[:start])
    digest.update(b'""')
    digest.update(data[start + len(signature) :])
    if place < 0 or digest.hexdigest() != meta.sha256:
        raise ValueError("its hash is wrong")


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


def write_known(files: Files, name: str, data: bytes) -> None:
    """Put bytes in a file whose name is always the same, in place of what an interruption left unfinished of it."""
    if files.exists(name + UNFINISHED):
        files.unlink(name + UNFINISHED)
    write(files, name, data)


def _fill(files: Files, handle: Handle, data: bytes) -> None:
    try:
        files.write(handle, data)
        files.fsync(handle)
    finally:
        files.close(handle)
