"""A dossier as a file for Word or a PDF: all of it or nothing, under a name that every computer can hold."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from cmdesk.export.blocks import Document
from cmdesk.export.compose import Languages, compose
from cmdesk.export.failures import (
    FolderMissingError,
    TargetIsFolderError,
    TargetOpenError,
    UnfitNameError,
    failure,
)
from cmdesk.export.naming import is_fit, safe_stem
from cmdesk.model.dossier import Dossier
from cmdesk.progress import SILENT, Progress

Write: TypeAlias = Callable[[Document, Path, Progress], int | None]


class Format(Enum):
    """A kind of file; the value is its suffix without the dot."""

    DOCX = "docx"
    PDF = "pdf"

    @property
    def suffix(self) -> str:
        """What its names end with."""
        return f".{self.value}"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was written; `pages` only where they can be known, which they can't be in Word."""

    path: Path
    pages: int | None
    size: int
    """Bytes."""
    sha256: str


def export(dossier: Dossier, kind: Format, languages: Languages, target: Path, progress: Progress = SILENT) -> Receipt:
    """The receipt of a document put at target; raises an `ExportError`, or `Cancelled`, and then changes nothing."""
    _check(target, kind)
    document = compose(dossier, languages)
    write = _writer(kind)
    with _in_place_of(target) as temporary:
        pages = write(document, temporary, progress)
        return _receipt(target, pages, temporary)


def suggested_name(dossier: Dossier, kind: Format, languages: Languages) -> str:
    """A file name made of the dossier's title and the languages: "Chiang Mai, a learning city (en).pdf"."""
    main = languages.furniture
    title = dossier.profile.title.best(main) or dossier.form.title.best(main)
    ending = f" ({'-'.join(language.value for language in languages.each)})"
    return safe_stem(title, ending) + kind.suffix


def _check(target: Path, kind: Format) -> None:
    if not is_fit(target.name, kind.suffix):
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


def _writer(kind: Format) -> Write:
    # Imported only now: the window and the command line start faster without reportlab and python-docx.
    if kind is Format.DOCX:
        from cmdesk.export.word import writer as word  # noqa: PLC0415 - see above

        return word.write
    from cmdesk.export.pdf import writer as pdf  # noqa: PLC0415 - see above

    return pdf.write


@contextmanager
def _in_place_of(target: Path) -> Iterator[Path]:
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


def _receipt(target: Path, pages: int | None, written: Path) -> Receipt:
    content = written.read_bytes()
    return Receipt(target, pages, len(content), hashlib.sha256(content).hexdigest())
