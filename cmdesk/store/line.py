"""Lines of the journal: `crc32 length {json}`, each one action of the user, each record in it whole."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec

from cmdesk.store.canonical import canonical, strictly

Record: TypeAlias = dict[str, Any]
Change: TypeAlias = tuple[str, str, Record | None]
"""Table, id and the record as it is now, or None when it is gone."""

_SHORT = {
    "project": "p",
    "device": "dev",
    "sequence": "q",
    "previous": "prev",
    "at": "at",
    "by": "by",
    "action": "act",
    "changes": "d",
}


class Line(msgspec.Struct, frozen=True, rename=_SHORT):
    """What one action changed, and how it follows from the line before."""

    project: str
    device: str
    sequence: int
    previous: int
    """Checksum of the line that it was written after: a missing line shows as a break in this chain."""
    at: str
    by: str
    action: str
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class Written:
    """A line and its checksum, which names it."""

    line: Line
    checksum: int


def encode(line: Line) -> tuple[bytes, int]:
    """Bytes of a line with its line feed, and its checksum."""
    body = canonical(line)
    checksum = zlib.crc32(body)
    return b"%08x %d %s\n" % (checksum, len(body), body), checksum


def decode(text: bytes) -> Written:
    """The line of bytes without their line feed; ValueError when they are not what was written."""
    checksum, length, body = text.split(b" ", 2)
    if int(length) != len(body) or int(checksum, 16) != zlib.crc32(body):
        raise ValueError("the checksum is wrong")
    try:
        return Written(msgspec.convert(strictly(body), Line), int(checksum, 16))
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


@dataclass(frozen=True, slots=True)
class Scan:
    """What a journal holds: good lines, how many stretches between them are bad, how many bytes its end lost."""

    lines: tuple[Written, ...]
    bad: int
    torn: int
    closed: bool = False
    """Whether what its end lost is a whole line by its looks, which a crash seldom leaves and a flipped bit does."""


def scan(data: bytes) -> Scan:
    """Every good line of a journal, whatever lies between them."""
    lines: list[Written] = []
    bad = waiting = torn = 0
    for text, line in _tried(data):
        if line is None:
            waiting, torn = waiting + 1, torn + len(text)
            continue
        lines.append(line)
        bad, waiting, torn = bad + waiting, 0, 0
    return Scan(tuple(lines), bad, torn, torn > 0 and data.endswith(b"\n"))


def _tried(data: bytes) -> Iterator[tuple[bytes, Written | None]]:
    texts = data.split(b"\n")
    rest = texts.pop()
    for text in texts:
        try:
            yield text, decode(text)
        except ValueError:
            yield text, None
    if rest:
        yield rest, None
