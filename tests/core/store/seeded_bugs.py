"""Bugs that a store could have, each put in for the time of a `with`. The campaign must notice every one."""

import zlib
from contextlib import contextmanager
from unittest.mock import patch

import msgspec

from cmdesk.store import founding, line, recovery, replay, snapshot
from cmdesk.store.canonical import strictly
from cmdesk.store.copies import Copy, SecondCopy
from cmdesk.store.files import Files
from cmdesk.store.found import FoundCopy
from cmdesk.store.ledger import Ledger
from cmdesk.store.line import Line, Written
from cmdesk.store.names import UNFINISHED
from cmdesk.store.replay import Position, Replayed

_fsync, _fsyncdir, _write, _read = Files.fsync, Files.fsyncdir, Files.write, Files.read
_sync, _keep, _append, _begin = Ledger.sync, Copy._keep, Copy._append, Copy._begin
_replay = replay.replay
_scan, _sync_second = FoundCopy.scan, SecondCopy.sync


def _without_fsync_of(part):
    def fsync(files, handle):
        if part not in handle.name:
            _fsync(files, handle)

    return patch.object(Files, "fsync", fsync)


def _without_fsyncdir_of(folder):
    def fsyncdir(files, name=""):
        if name != folder:
            _fsyncdir(files, name)

    return patch.object(Files, "fsyncdir", fsyncdir)


def _checksum_not_checked():
    def decode(text):
        _checksum, _length, body = text.split(b" ", 2)
        try:
            return Written(msgspec.convert(strictly(body), Line), zlib.crc32(body))
        except msgspec.ValidationError as error:
            raise ValueError(str(error)) from error

    return patch.object(line, "decode", decode)


def _sequence_not_checked():
    return patch.object(Position, "contains", lambda _self, _line: False)


def _order_not_kept():
    def backwards(tables, position, lines):
        for each in sorted(lines, key=lambda one: -one.line.sequence):
            if not position.contains(each):
                replay.apply(tables, each.line.changes)
        return Replayed((), ())

    return patch.object(recovery, "replay", backwards)


def _chain_not_checked():
    return patch.object(recovery, "replay", lambda *parts: Replayed(_replay(*parts).lines, ()))


@contextmanager
def _not_read_back():
    written = {}

    def write(files, handle, data):
        written[handle.name] = data
        _write(files, handle, data)

    def read(files, name):
        return written[name] if name.endswith(UNFINISHED) and name in written else _read(files, name)

    with patch.object(Files, "write", write), patch.object(Files, "read", read):
        yield


def _one_generation_kept():
    def keep_one(copy, whole):
        _keep(copy, whole)
        copy._remove(copy._older)

    return patch.object(Copy, "_keep", keep_one)


def _old_generation_removed_first():
    def remove_first(copy, whole):
        copy._remove(copy._older + copy._current)
        _keep(copy, whole)

    return patch.object(Copy, "_keep", remove_first)


def _hash_not_checked():
    def decode(data):
        tables = strictly(data)
        try:
            meta = msgspec.convert(tables.pop("_meta")["1"], snapshot.Meta)
        except (msgspec.ValidationError, KeyError, AttributeError) as error:
            raise ValueError(str(error)) from error
        return snapshot.Snapshot(meta, tables)

    return patch.object(snapshot, "decode", decode)


def _written_under_the_final_name():
    def write(files, name, data):
        handle = files.create(name)
        snapshot._fill(files, handle, data)

    return patch.object(snapshot, "write", write)


def _failed_handle_used_again():
    def abandon(copy, handle, *, empty):  # noqa: ARG001 - the real one's arguments
        copy._journal = handle

    return patch.object(Copy, "_abandon", abandon)


def _saved_before_it_is():
    def sync(ledger):
        if len(ledger._home._waiting) > 1 or ledger.sequence == ledger._position.sequence:
            _sync(ledger)
        ledger.sequence = ledger._position.sequence

    return patch.object(Ledger, "sync", sync)


def _short_writes_believed():
    def write(files, handle, data):
        with files._naming(handle.name):
            files._disk.write(handle.number, memoryview(data))

    return patch.object(Files, "write", write)


def _journal_taken_up_in_place():
    """A new session goes on in the newest journal, torn end and all."""

    def begin(copy):
        names = [name for name in copy._current if "jnl-" in name]
        if not names:
            return _begin(copy)
        disk = copy._files._disk
        number = disk.names[names[-1]]
        disk.open[number] = names[-1]
        return line_handle(names[-1], number)

    return patch.object(Copy, "_begin", begin)


def line_handle(name, number):
    from cmdesk.store.files import Handle  # noqa: PLC0415 - only this bug needs it

    return Handle(name, number)


def _unsynced_tail_forgotten():
    def append(copy, entry):
        try:
            _append(copy, entry)
        except Exception:
            copy._waiting.pop()
            raise

    return patch.object(Copy, "_append", append)


def _identity_first():
    """project.json before the data that it promises."""

    def fill(files, name, data, found):
        files.mkdir("data")
        founding.identity.write(files, found)
        files.fsyncdir()
        snapshot.write(files, name, data)
        files.fsyncdir("data")

    return patch.object(founding, "_fill", fill)


def _second_copy_s_journals_not_read():
    def scan_first(copy):
        if copy.survey.foreign != () or copy.files.exists("evidence"):
            _scan(copy)

    return patch.object(FoundCopy, "scan", scan_first)


def _second_copy_not_written():
    def sync(copy, whole=None):
        _sync_second(copy, whole)
        if not copy.synced:
            copy.sequence = copy._waiting[-1].sequence
            copy._waiting.clear()

    return patch.object(SecondCopy, "sync", sync)


BUGS = {
    "the second copy's journals are not read": _second_copy_s_journals_not_read,
    "an edit is called saved in a second copy that failed": _second_copy_not_written,
    "the journal is not synced": lambda: _without_fsync_of("jnl-"),
    "a snapshot is not synced": lambda: _without_fsync_of("snap-"),
    "project.json is not synced": lambda: _without_fsync_of("project"),
    "names in data are not synced": lambda: _without_fsyncdir_of("data"),
    "names in the folder are not synced": lambda: _without_fsyncdir_of(""),
    "the checksum is not checked": _checksum_not_checked,
    "the hash is not checked": _hash_not_checked,
    "the sequence is not checked": _sequence_not_checked,
    "the order is not kept": _order_not_kept,
    "the chain is not checked": _chain_not_checked,
    "a snapshot is not read back": _not_read_back,
    "a snapshot is written under its final name": _written_under_the_final_name,
    "one generation is kept": _one_generation_kept,
    "the old generation is removed first": _old_generation_removed_first,
    "a failed handle is used again": _failed_handle_used_again,
    "an edit is called saved before it is": _saved_before_it_is,
    "a short write is believed": _short_writes_believed,
    "a torn journal is written on": _journal_taken_up_in_place,
    "the unsynced tail is forgotten": _unsynced_tail_forgotten,
    "project.json comes first": _identity_first,
}
