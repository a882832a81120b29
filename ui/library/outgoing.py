"""The library written as a file: to come back, for spreadsheets, for reference managers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from cmdesk import places
from cmdesk.checks.asked import interface_language
from cmdesk.i18n import N_, _
from cmdesk.library.csl_out import to_csl
from cmdesk.model.dossier import Dossier
from ui import messages


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: how it is called, the suffix of its files, and what writes it."""

    key: str
    words: str
    suffix: str
    write: Callable[[Dossier], bytes]


def _lossless(dossier: Dossier) -> bytes:
    from cmdesk.library import lossless  # noqa: PLC0415 - most sessions write nothing out

    return lossless.to_csv(dossier.evidence.values())


def _safe(dossier: Dossier) -> bytes:
    from cmdesk.library import spreadsheet  # noqa: PLC0415 - loads openpyxl, which takes half a second

    return spreadsheet.to_csv(dossier.evidence.values(), interface_language())


def _excel(dossier: Dossier) -> bytes:
    from cmdesk.library import spreadsheet  # noqa: PLC0415 - see above

    return spreadsheet.to_xlsx(dossier.evidence.values(), interface_language())


def _csl(dossier: Dossier) -> bytes:
    return to_csl(dossier.evidence.values(), interface_language())


WAYS: Final = (
    Way("excel", N_("Excel file to look through"), ".xlsx", _excel),
    Way("safe", N_("CSV file for spreadsheets"), ".csv", _safe),
    Way("lossless", N_("CSV file that can be brought back"), ".csv", _lossless),
    Way("csl", N_("CSL-JSON for reference managers"), ".json", _csl),
)


def write_out(parent: QWidget, dossier: Dossier, way: Way) -> Path | None:
    """Ask where to, and write the library there; returns the file, None when the user changed their mind."""
    start = places.documents() / (_("Evidence library") + way.suffix)
    target = messages.choose_target(parent, _(way.words), start, _(way.words), way.suffix)
    if target is None:
        return None
    try:
        target.write_bytes(way.write(dossier))
    except OSError as error:
        messages.tell(parent, _("“{file}” can't be written.").format(file=target.name), error.strerror or "")
        return None
    messages.tell(parent, _("The library is at {path}.").format(path=target))
    return target
