"""Who has a dossier open, since when, and whether to open it all the same."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QWidget

from cmdesk import i18n
from cmdesk.i18n import _
from cmdesk.model.language import Language
from cmdesk.session import Session
from cmdesk.store.lock import Owner
from cmdesk.store.names import LOCK
from cmdesk.versions.naming import backup_title
from ui import messages


@dataclass(frozen=True, slots=True)
class Holding:
    """Another window's hold on a dossier."""

    user: str
    since: datetime

    @property
    def words(self) -> str:
        """Since when, in the reader's era."""
        when = backup_title(self.since).best(Language(i18n.language()))
        return _("{user} opened it on {time}. Here it can be read, not changed.").format(user=self.user, time=when)


def holding(session: Session) -> Holding | None:
    """Who keeps a session from writing; None when nobody does or it is for another reason."""
    return None if session.project.report.read_only is None else _holding(session.project.folder / LOCK)


def _holding(lock: Path) -> Holding | None:
    try:
        owner = msgspec.json.decode(lock.read_bytes(), type=Owner)
        return Holding(owner.user, datetime.fromtimestamp(lock.stat().st_mtime, UTC))
    except (OSError, msgspec.MsgspecError):
        return None


def is_meant(parent: QWidget, holder: Holding) -> bool:
    """Whether the user wants to write although somebody else has the dossier open."""
    wanted = messages.ask(
        parent,
        _("Open the dossier for writing although {user} has it open?").format(user=holder.user),
        _("Do so only if you know that the other window is gone. Should both write, nothing is lost, but it parts."),
        messages.Answer("no", _("Go on reading")),
        messages.Answer("yes", _("Open anyway")),
    )
    return wanted == "yes"
