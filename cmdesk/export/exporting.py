"""A dossier as a file of any format: all of it or nothing, under a name that every computer can hold."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from cmdesk.export.naming import safe_stem
from cmdesk.export.placing import check, in_place_of
from cmdesk.export.profile import Manner, profile_of
from cmdesk.export.writing import Format, write
from cmdesk.model.dossier import Dossier
from cmdesk.progress import SILENT, Progress

__all__ = ["Format", "Receipt", "export", "suggested_name"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was written; `pages` only where they can be known, which they can't be in Word."""

    path: Path
    pages: int | None
    size: int
    """Bytes."""
    sha256: str


def export(dossier: Dossier, kind: Format, manner: Manner, target: Path, progress: Progress = SILENT) -> Receipt:
    """The receipt of a document put at target; raises an `ExportError`, or `Cancelled`, and then changes nothing."""
    check(target, kind.suffix)
    with in_place_of(target) as temporary:
        pages = write(dossier, kind, manner, temporary, progress)
        return receipt(target, pages, temporary)


def suggested_name(dossier: Dossier, kind: Format, manner: Manner) -> str:
    """A file name made of the title and the languages or the profile: "Chiang Mai, a learning city (en).pdf"."""
    profile = profile_of(manner)
    languages = profile.languages
    main = languages.furniture
    title = dossier.profile.title.best(main) or dossier.form.title.best(main)
    told = "-".join(language.value for language in languages.each) if manner is languages else profile.id
    ending = f" ({told})"
    return safe_stem(title, ending) + kind.suffix


def receipt(target: Path, pages: int | None, written: Path) -> Receipt:
    """The receipt of what was written to a file that is about to be put at target."""
    content = written.read_bytes()
    return Receipt(target, pages, len(content), hashlib.sha256(content).hexdigest())
