"""The ways into the dossier's past, by the actions' ids."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from cmdesk.session import Session

# The dialogs are imported when they are asked for: the window starts faster without them.


def show_versions(parent: QWidget, session: Session) -> None:
    """Let the user keep versions, compare them, and bring them back."""
    from ui.history.versions_dialog import VersionsDialog  # noqa: PLC0415 - see above

    session.rest()
    VersionsDialog(session, parent).is_accepted()


def export_changes(parent: QWidget, session: Session) -> None:
    """Let the user write what changed as a document."""
    from ui.history.changes_dialog import ChangesDialog  # noqa: PLC0415 - see above

    session.rest()
    ChangesDialog(session, None, parent).is_accepted()


def show_backups(parent: QWidget, session: Session) -> Path | None:
    """Let the user look into backups; returns the folder into which one was restored."""
    from ui.history.backups_dialog import BackupsDialog  # noqa: PLC0415 - see above

    session.rest()
    dialog = BackupsDialog(session.project, parent)
    dialog.is_accepted()
    return dialog.restored


def verify_files(parent: QWidget, session: Session) -> Path | None:
    """Read every file and tell what was found; returns the folder into which it was repaired."""
    from ui.history.verify_dialog import VerifyDialog  # noqa: PLC0415 - see above

    session.rest()
    dialog = VerifyDialog(session.project.folder, parent)
    dialog.is_accepted()
    return dialog.repaired


DOORS: Final[dict[str, Callable[[QWidget, Session], Path | None]]] = {
    "versions": show_versions,
    "backups": show_backups,
    "verify": verify_files,
    "export_changes": export_changes,
}
"""What each does; a folder that it returns is to be opened next."""
