"""Closing a dossier without losing a word of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from cmdesk.i18n import _
from cmdesk.session import Session
from ui import errands, messages

PATIENCE = 15.0
"""Seconds that closing waits for the disk before it asks."""


def may_leave(parent: QWidget, session: Session) -> bool:
    """Whether the dossier may be closed: all of it is on disk, or the user gives up what is not."""
    session.rest()
    while not _is_kept(session):
        answer = _ask(parent, session)
        if answer == "copy" and errands.save_copy(parent, session):
            return True
        if answer in {"stay", "leave"}:
            return answer == "leave"
    return True


def _is_kept(session: Session) -> bool:
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return session.flush(PATIENCE)
    finally:
        QApplication.restoreOverrideCursor()


def _ask(parent: QWidget, session: Session) -> str:
    problem = session.save_state.problem
    return messages.ask(
        parent,
        _("Your last changes could not be saved yet."),
        " ".join(filter(None, (problem.what, problem.advice))) if problem else "",
        messages.Answer("stay", _("Stay here")),
        messages.Answer("retry", _("Try again")),
        messages.Answer("copy", _("Save a copy…")),
        messages.Answer("leave", _("Close and lose them")),
    )
