"""What happens when a dossier was damaged: the page, and the ways that lead on from it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cmdesk.errors import CMDeskError
from cmdesk.session import Session
from cmdesk.store.findings import Finding, Severity
from ui.history.backups_dialog import BackupsDialog, Source
from ui.history.damage_page import DamagePage, Way
from ui.history.recovered_dialog import RecoveredDialog
from ui.history.unopened import Unopened
from ui.history.verify_dialog import VerifyDialog


def ask(parent: QWidget, session: Session) -> Path | None:
    """The folder to open after damage: the dossier's own, that of a restored backup, or None for neither."""
    folder = session.project.folder
    while True:
        way = _way(parent, folder, session.project.report.findings, recovered=True)
        if way is Way.COMPARE:
            RecoveredDialog(session, parent).is_accepted()
        elif way is Way.BACKUP:
            restored = _restored(parent, session.project)
            if restored is not None:
                return restored
        else:
            return folder if way is Way.OPEN else None


def ask_without(parent: QWidget, folder: Path, error: CMDeskError) -> Path | None:
    """The folder to open instead of a dossier that can't be: a restored backup or a repaired one; None for neither."""
    findings = (Finding(Severity.LOSS, error.what),)
    while (way := _way(parent, folder, findings, recovered=False)) in (Way.BACKUP, Way.REPAIR):
        found = _restored(parent, Unopened(folder)) if way is Way.BACKUP else _repaired(parent, folder)
        if found is not None:
            return found
    return None


def _way(parent: QWidget, folder: Path, findings: Sequence[Finding], *, recovered: bool) -> Way:
    page = DamagePage(folder, findings, recovered=recovered, parent=parent)
    page.is_accepted()
    return page.way


def _repaired(parent: QWidget, folder: Path) -> Path | None:
    dialog = VerifyDialog(folder, parent)
    dialog.is_accepted()
    return dialog.repaired


def _restored(parent: QWidget, source: Source) -> Path | None:
    dialog = BackupsDialog(source, parent)
    dialog.is_accepted()
    return dialog.restored
