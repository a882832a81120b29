"""A dossier as a file of any format: all of it or nothing, under a name that every computer can hold."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from cmdesk.export.compose import Languages
from cmdesk.export.naming import safe_stem
from cmdesk.export.placing import check, in_place_of
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


def export(dossier: Dossier, kind: Format, languages: Languages, target: Path, progress: Progress = SILENT) -> Receipt:
    """The receipt of a document put at target; raises an `ExportError`, or `Cancelled`, and then changes nothing."""
    check(target, kind.suffix)
    with in_place_of(target) as temporary:
        pages = write(dossier, kind, languages, temporary, progress)
        return _receipt(target, pages, temporary)


def suggested_name(dossier: Dossier, kind: Format, languages: Languages) -> str:
    """A file name made of the dossier's title and the languages: "Chiang Mai, a learning city (en).pdf"."""
    main = languages.furniture
    title = dossier.profile.title.best(main) or dossier.form.title.best(main)
    ending = f" ({'-'.join(language.value for language in languages.each)})"
    return safe_stem(title, ending) + kind.suffix


def _receipt(target: Path, pages: int | None, written: Path) -> Receipt:
    content = written.read_bytes()
    return Receipt(target, pages, len(content), hashlib.sha256(content).hexdigest())
