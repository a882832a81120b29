"""Closing a dossier without losing a word of it."""

from PySide6.QtWidgets import QWidget

from cmdesk.i18n import _
from cmdesk.session import Session
from ui import errands, messages, waiting

PATIENCE = 15.0
"""Seconds that closing waits for the disk before it asks."""
_AT_ONCE = 0.15
"""Seconds in which a sound disk has everything: nobody is told of so short a wait."""


def may_leave(parent: QWidget, session: Session) -> bool:
    """Whether the dossier may be closed: all of it is on disk, or the user gives up what is not."""
    session.rest()
    while not _is_kept(parent, session):
        answer = _ask(parent, session)
        if answer == "copy" and errands.save_copy(parent, session):
            return True
        if answer in {"stay", "leave"}:
            return answer == "leave"
    return True


def _is_kept(parent: QWidget, session: Session) -> bool:
    if session.flush(_AT_ONCE):
        return True
    kept = waiting.done(parent, _("Saving your last changes…"), lambda _progress: session.flush(PATIENCE))
    return bool(kept.result)


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
