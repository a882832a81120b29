"""Files put in place whole or not at all, under names that every computer can hold."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cmdesk.export.failures import (
    FolderMissingError,
    TargetIsFolderError,
    TargetOpenError,
    UnfitNameError,
    failure,
)
from cmdesk.export.naming import is_fit


def check(target: Path, suffix: str) -> None:
    """Raise the `ExportError` that a target of this suffix would bring about, as far as that shows beforehand."""
    if not is_fit(target.name, suffix):
        raise UnfitNameError(target)
    if not target.parent.is_dir():
        raise FolderMissingError(target)
    if target.is_dir():
        raise TargetIsFolderError(target)
    if any(target.with_name(lock).exists() for lock in _locks(target.name)):
        raise TargetOpenError(target)


def _locks(name: str) -> tuple[str, ...]:
    """Files that LibreOffice and Word keep beside a document while it is open there."""
    return f".~lock.{name}#", f"~${name}", f"~${name[2:]}"


@contextmanager
def in_place_of(target: Path) -> Iterator[Path]:
    """A new file beside target that takes its place when all went well and vanishes when not."""
    temporary = target.with_name(f".cmdesk-{secrets.token_hex(8)}.part")
    try:
        yield temporary
        _flush(temporary)
        temporary.replace(target)
    except OSError as error:
        raise failure(target, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
