"""A file of TOML from the disk, with the errors of its kind."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cmdesk.i18n import _
from cmdesk.toml_files import positions
from cmdesk.toml_files.mistakes import FaultyFileError, Mistake, Place, UnreadableFileError

_LINE = re.compile(r"\s*\(at line (\d+), column (\d+)\)")
_END = re.compile(r"\s*\(at end of document\)")


@dataclass(frozen=True, slots=True)
class Kind:
    """What is raised for files of one kind."""

    faulty: type[FaultyFileError]
    unreadable: type[UnreadableFileError]


def read(path: Path, kind: Kind) -> tuple[dict[str, object], Mapping[Place, int]]:
    """The tables of a file and the line of each value; raises the errors of its kind."""
    source = _source(path, kind)
    try:
        content = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise kind.faulty(path, [_syntax(str(error), source)]) from error
    return content, positions.lines(source)


def _source(path: Path, kind: Kind) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise kind.unreadable(path, error.strerror or str(error)) from error
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")  # Windows' editors put both
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = _("this is not UTF-8 text; save the file with the encoding UTF-8.")
        raise kind.faulty(path, [Mistake(line, "", problem)]) from error


def _syntax(message: str, source: str) -> Mistake:
    """The mistake that the standard reader tells of; it puts line and column into its words only."""
    found = _LINE.search(message)
    line = int(found[1]) if found else len(source.splitlines())
    reason = _END.sub("", _LINE.sub("", message))
    return Mistake(line, "", _("this is not valid TOML ({reason}).").format(reason=reason))
