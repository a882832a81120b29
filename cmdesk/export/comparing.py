"""A comparison of two states of a dossier as a file: all of it or nothing."""

from pathlib import Path

from cmdesk.export.composing.changes import Names, changes_document
from cmdesk.export.exporting import Receipt, receipt
from cmdesk.export.naming import safe_stem
from cmdesk.export.placing import check, in_place_of
from cmdesk.export.profile import Manner, profile_of
from cmdesk.export.writing import Format, writer_of
from cmdesk.i18n import N_, catalogue
from cmdesk.model.dossier import Dossier
from cmdesk.progress import SILENT, Progress
from cmdesk.versions.comparison import Comparison

__all__ = ["FORMATS", "Names", "changes_name", "export_changes"]

FORMATS = (Format.DOCX, Format.PDF, Format.HTML, Format.MARKDOWN)
"""The formats that can show what was struck out and inserted."""


def export_changes(
    comparison: Comparison,
    names: Names,
    kind: Format,
    manner: Manner,
    target: Path,
    progress: Progress = SILENT,
) -> Receipt:
    """The receipt of a comparison put at target; raises an `ExportError`, or `Cancelled`, and then changes nothing."""
    check(target, kind.suffix)
    with in_place_of(target) as temporary:
        pages = writer_of(kind)(changes_document(comparison, names, manner), temporary, progress)
        return receipt(target, pages, temporary)


def changes_name(dossier: Dossier, kind: Format, manner: Manner) -> str:
    """A file name made of the title: "Chiang Mai, a learning city (changes).pdf"."""
    main = profile_of(manner).languages.furniture
    told = catalogue(main.value).gettext(N_("changes"))
    return safe_stem(dossier.profile.title.best(main), f" ({told})") + kind.suffix
