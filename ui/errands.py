"""What is done with an open dossier as a whole."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cmdesk import places
from cmdesk.edits.records import SetProfile
from cmdesk.i18n import _
from cmdesk.session import Session
from cmdesk.store.refusals import MissingAttachmentError
from ui import errors, messages, waiting
from ui.history import doors

# The dialogs are imported when they are asked for: the window starts faster without them.


def save_copy(parent: QWidget, session: Session) -> bool:
    """Put a copy of the dossier as it is now into another folder; returns whether there is one."""
    folder = session.project.folder
    around = messages.choose_folder(parent, _("Choose the folder to put the copy into"), places.documents())
    if around is None:
        return False
    target = places.free(around / folder.name)
    copying = waiting.done(parent, _("Copying the dossier…"), lambda _progress: copy_to(session, target))
    if copying.problem is not None:
        errors.show(parent, copying.problem)
    elif copying.finished:
        messages.tell(parent, _("The copy is at {path}.").format(path=target))
    return copying.finished


def copy_to(session: Session, target: Path) -> None:
    """Make a dossier folder of the state shown, with its attached files; raises the store's errors.

    A file that is missing in the dossier is missing in the copy as well, which the checks of both tell.
    """
    copied = Session.create(target, session.dossier)
    try:
        for record in session.dossier.evidence.values():
            for attachment in record.attachments:
                with suppress(MissingAttachmentError):
                    copied.project.attachments.put(session.project.attachments.path_of(attachment))
    finally:
        copied.close()


def edit_details(parent: QWidget, session: Session) -> None:
    """Let the user change what the dossier says of itself."""
    from ui.dialogs.details import DetailsDialog  # noqa: PLC0415 - see above

    dialog = DetailsDialog(session.dossier.profile, writable=session.writable, parent=parent)
    if dialog.is_accepted() and session.writable:
        session.do(SetProfile(dialog.profile()))


def export(parent: QWidget, session: Session) -> None:
    """Let the user write the dossier as a document."""
    from ui.dialogs.export import ExportDialog  # noqa: PLC0415 - see above

    session.rest()
    ExportDialog(session.dossier, session.project.folder.parent, parent).is_accepted()


def make_package(parent: QWidget, session: Session) -> None:
    """Let the user make the folder that is handed in."""
    from ui.dialogs.package import PackageDialog, PackageSource  # noqa: PLC0415 - see above

    session.rest()
    source = PackageSource(session.dossier, session.project.attachments)
    PackageDialog(source, session.project.folder.parent, parent).is_accepted()


def show_folder(_parent: QWidget, session: Session) -> None:
    """Show the dossier's folder among the other files."""
    reveal(session.project.folder.parent)


def reveal(path: Path) -> None:
    """Open a file or folder as a double click would."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


ON_DOSSIER: Final[dict[str, Callable[[QWidget, Session], object]]] = {
    "save_copy": save_copy,
    "details": edit_details,
    "export": export,
    "package": make_package,
    "show_folder": show_folder,
    **doors.DOORS,
}
"""What to do with the open dossier, by the action's id; a folder that is returned is to be opened next."""
