"""The package, made under another name and put in place only when it is whole."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from cmdesk.checks import Finding, check
from cmdesk.export.blocks import Document
from cmdesk.export.compose import compose
from cmdesk.export.failures import FolderMissingError, UnfitNameError, failure
from cmdesk.export.naming import is_fit
from cmdesk.export.profile import Profile
from cmdesk.export.writing import Format, writer_of
from cmdesk.model.dossier import Dossier
from cmdesk.progress import SILENT, Progress
from cmdesk.submission.annex import annex
from cmdesk.submission.checklist import checklist
from cmdesk.submission.enclosures import Kept, LeftOut, gathered
from cmdesk.submission.failures import PackageExistsError, PackageTooBigError
from cmdesk.submission.manifest import MANIFEST, READABLE, Contents, PackedFile, as_json, as_text, packed_files
from cmdesk.submission.papers import papers
from cmdesk.submission.photographs import RUNGS, Rung, brought_down
from cmdesk.submission.stages import WHOLE, Stage

DOSSIER = "1-dossier"
ANNEX = "2-annex"
PAPERS = "3-to-sign"
CHECKLIST = "checklist"
BOTH = (Format.DOCX, Format.PDF)


class Source(Protocol):
    """An open dossier's folder, such as the store's project."""

    @property
    def dossier(self) -> Dossier:
        """The dossier."""

    @property
    def attachments(self) -> Kept:
        """Where its files are."""


@dataclass(frozen=True, slots=True)
class PackageReceipt:
    """What was made: every file, what stays out, what the checks found, and how far pictures were brought down."""

    folder: Path
    files: tuple[PackedFile, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]
    shrunk: str
    """A sentence in the interface's language; empty when pictures are as they were."""

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


def make_package(
    project: Source, target: Path, profile: Profile, limit: int | None = None, progress: Progress = SILENT
) -> PackageReceipt:
    """The receipt of a package put at target, a new folder; `limit` is in bytes.

    Raises an `ExportError`, or `Cancelled`, and then leaves nothing behind.
    """
    _check(target)
    enclosures = gathered(project.dossier, project.attachments, profile.languages.furniture, Stage(progress, 0.0, 0.3))
    findings = check(project.dossier)
    contents = Contents(project.dossier, profile, enclosures, findings, RUNGS[0], limit, ())
    with _in_place_of(target) as folder:
        made = _Making(folder, contents, progress).make(target)
    files = (*made.files, *_manifests(target))
    return PackageReceipt(target, files, enclosures.left_out, findings, made.shrunk)


def _check(target: Path) -> None:
    if not is_fit(target.name, ""):
        raise UnfitNameError(target)
    if not target.parent.is_dir():
        raise FolderMissingError(target)
    if target.exists():
        raise PackageExistsError(target)


def _manifests(folder: Path) -> tuple[PackedFile, ...]:
    return tuple(file for file in packed_files(folder) if file.name in (MANIFEST, READABLE))


@contextmanager
def _in_place_of(target: Path) -> Iterator[Path]:
    """A new folder beside target that takes its place when all went well and vanishes when not."""
    temporary = target.with_name(f".cmdesk-{secrets.token_hex(8)}.part")
    try:
        temporary.mkdir(mode=0o700)
        yield temporary
        _settle(temporary, target)
    except OSError as error:
        raise failure(target, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _settle(temporary: Path, target: Path) -> None:
    for path in temporary.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
    if target.exists():  # POSIX would put it in the place of an empty folder without a word
        raise PackageExistsError(target)
    temporary.rename(target)


class _Making:
    """One package in the making."""

    def __init__(self, folder: Path, contents: Contents, progress: Progress) -> None:
        self._folder = folder
        self._contents = contents
        self._progress = progress

    def make(self, target: Path) -> Contents:
        """What was made, with the biggest pictures that keep within the limit."""
        self._fixed()
        fixed = _size(self._folder)
        limit = self._contents.limit
        least = 0
        for rung in RUNGS:
            pictures = self._pictures(rung)
            if limit is None or fixed + pictures <= limit:
                self._annex(rung)
                made = self._manifest(rung)
                least = _size(self._folder)
                if limit is None or least <= limit:
                    return made
            else:
                least = fixed + pictures
            if not self._contents.enclosures.pictures:
                break
        raise PackageTooBigError(target, limit or 0, least)

    def _fixed(self) -> None:
        """Write all that the pictures have nothing to do with."""
        contents, enclosures = self._contents, self._contents.enclosures
        self._documents(DOSSIER, compose(contents.dossier, contents.profile), 0.3, 0.6)
        signed = papers(contents.dossier, contents.profile)
        if signed.blocks:
            self._documents(PAPERS, signed, 0.6, 0.65)
        self._documents(
            CHECKLIST, checklist(contents.dossier, contents.profile, contents.findings, enclosures), 0.65, 0.7
        )
        for each in enclosures.documents:
            copy = self._folder / each.name
            copy.parent.mkdir(exist_ok=True)
            shutil.copyfile(each.source, copy)

    def _pictures(self, rung: Rung) -> int:
        """Write the pictures in a size; returns how many bytes they have."""
        sizes = []
        for each in self._contents.enclosures.pictures:
            path = self._folder / each.name
            path.parent.mkdir(exist_ok=True)
            sizes.append(path.write_bytes(brought_down(each.content, rung)))
            self._progress.step(WHOLE * 7 // 10, WHOLE)
        return sum(sizes)

    def _annex(self, rung: Rung) -> None:
        contents = self._contents
        if contents.enclosures.pictures or contents.enclosures.documents or contents.dossier.evidence:
            self._documents(ANNEX, annex(contents.dossier, contents.profile, contents.enclosures, rung), 0.7, 1.0)

    def _documents(self, name: str, document: Document, start: float, stop: float) -> None:
        middle = (start + stop) / 2
        for kind, first, last in zip(BOTH, (start, middle), (middle, stop), strict=True):
            writer_of(kind)(document, self._folder / f"{name}{kind.suffix}", Stage(self._progress, first, last))

    def _manifest(self, rung: Rung) -> Contents:
        files = tuple(file for file in packed_files(self._folder) if file.name not in (MANIFEST, READABLE))
        made = replace(self._contents, rung=rung, files=files)
        (self._folder / MANIFEST).write_bytes(as_json(made))
        (self._folder / READABLE).write_bytes(as_text(made))
        return made


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
