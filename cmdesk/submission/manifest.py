"""What a package holds, for people and for programs: versions, counts, checksums, and what is still open."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cmdesk import __version__
from cmdesk.checks import Finding, Severity, summary
from cmdesk.counting import budget
from cmdesk.export.profile import Profile
from cmdesk.i18n import _, ngettext
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import QuestionKind
from cmdesk.model.language import Wording
from cmdesk.submission.enclosures import Enclosures, LeftOut
from cmdesk.submission.failures import megabytes
from cmdesk.submission.photographs import RUNGS, Rung

FORMAT = 1
MANIFEST = "manifest.json"
READABLE = "read-me-first.txt"


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of a package; its name is below the folder, with slashes on every system."""

    name: str
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a manifest tells of."""

    dossier: Dossier
    profile: Profile
    enclosures: Enclosures
    findings: tuple[Finding, ...]
    rung: Rung
    limit: int | None
    files: tuple[PackedFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all files but the manifests."""
        return sum(file.size for file in self.files)

    @property
    def shrunk(self) -> str:
        """That photographs were made smaller, and how far, in the interface's language; empty when they were not."""
        if self.rung == RUNGS[0]:
            return ""
        return _("To keep the package within its limit, pictures were brought down to {pixels} pixels at most.").format(
            pixels=self.rung.longest
        )


def packed_files(folder: Path) -> tuple[PackedFile, ...]:
    """The files of a folder, by name."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple(_packed(folder, path) for path in paths)


def _packed(folder: Path, path: Path) -> PackedFile:
    content = path.read_bytes()
    return PackedFile(path.relative_to(folder).as_posix(), len(content), hashlib.sha256(content).hexdigest())


def as_json(contents: Contents) -> bytes:
    """The manifest for programs; the same package has always the same one."""
    return (json.dumps(_record(contents), ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _record(contents: Contents) -> dict[str, Any]:
    dossier, profile = contents.dossier, contents.profile
    return {
        "format": FORMAT,
        "program": f"CMDesk {__version__}",
        "dossier": {"id": dossier.id, "title": _both(dossier.profile.title), "city": _both(dossier.profile.city)},
        "form": {"id": dossier.form.id, "edition": dossier.form.edition},
        "profile": profile.id,
        "counts": _counts(contents),
        "size": {"bytes": contents.size, "limit": contents.limit},
        "pictures": {"longest_side": contents.rung.longest or None, "quality": contents.rung.quality},
        "files": [{"name": each.name, "size": each.size, "sha256": each.sha256} for each in contents.files],
        "left_out": [_left(each) for each in contents.enclosures.left_out],
        "open": [_finding(each) for each in contents.findings if each.severity is not Severity.NOTE],
    }


def _counts(contents: Contents) -> dict[str, Any]:
    enclosures = contents.enclosures
    return {
        "pictures": len(enclosures.pictures),
        "documents": len(enclosures.documents),
        "left_out": len(enclosures.left_out),
        "answers": _lengths(contents),
    }


def _left(left: LeftOut) -> dict[str, Any]:
    return {
        "evidence": left.record.id,
        "number": left.number,
        "file": left.attachment.name,
        "reasons": [reason.value for reason in left.reasons],
    }


def _both(wording: Wording) -> dict[str, str]:
    return {"th": wording.thai, "en": wording.english}


def _lengths(contents: Contents) -> dict[str, dict[str, Any]]:
    """How long each prose answer is in the languages of the package."""
    dossier = contents.dossier
    asked = [each.id for each in dossier.form.questions if each.kind is QuestionKind.PROSE]
    languages = contents.profile.languages.each
    found = {name: {each.value: budget(dossier, name, each) for each in languages} for name in asked}
    return {
        name: {code: {"used": each.used, "unit": each.unit.value} for code, each in counts.items()}
        for name, counts in found.items()
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "sentence": finding.sentence,
        "question": finding.question,
        "evidence": finding.evidence,
    }


def as_text(contents: Contents) -> bytes:
    """The manifest for people, in the interface's language."""
    files = len(contents.files)
    lines = [
        contents.dossier.profile.title.best(contents.profile.languages.furniture),
        "",
        _("Made by CMDesk {version} in the style “{style}”.").format(version=__version__, style=contents.profile.id),
        ngettext("{count} file, {size} MB.", "{count} files, {size} MB.", files).format(
            count=files, size=megabytes(contents.size)
        ),
        contents.shrunk,
        _left_out(contents.enclosures),
        _("The checks found: {found}.").format(found=summary(contents.findings).sentence),
        "",
        *_listed(contents.files),
        "",
        _("The long numbers are SHA-256 checksums; manifest.json has the same for programs."),
    ]
    return ("\n".join(line for line in lines if line is not None) + "\n").encode()


def _left_out(enclosures: Enclosures) -> str:
    count = len(enclosures.left_out)
    if not count:
        return _("Every file of the evidence that is cited is here.")
    return ngettext(
        "{count} file stays out; the checklist says why.", "{count} files stay out; the checklist says why.", count
    ).format(count=count)


def _listed(files: Sequence[PackedFile]) -> list[str]:
    return [f"{file.sha256}  {file.size:>10,}  {file.name}" for file in files]
