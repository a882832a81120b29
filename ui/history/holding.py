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
from cmdesk.store import processes
from cmdesk.store.lock import Owner
from cmdesk.store.names import LOCK
from cmdesk.versions.naming import backup_title
from ui import messages


@dataclass(frozen=True, slots=True)
class Holding:
    """Another window's hold on a dossier."""

    user: str
    host: str
    """Name of the computer; empty when it is this one."""
    since: datetime

    @property
    def words(self) -> str:
        """Who has it, where and since when, in the reader's era."""
        if self.host:
            told = _("{user} has this dossier open on the computer “{host}”, since {time}. Here it can only be read.")
        else:
            told = _("{user} has this dossier open in another window, since {time}. Here it can only be read.")
        when = backup_title(self.since).best(Language(i18n.language()))
        return told.format(user=self.user, host=self.host, time=when)


def holding(session: Session) -> Holding | None:
    """Who keeps a session from writing; None when nobody does or it is for another reason."""
    return None if session.project.report.read_only is None else _holding(session.project.folder / LOCK)


def _holding(lock: Path) -> Holding | None:
    try:
        # What follows the first line are signs of life.
        owner = msgspec.json.decode(lock.read_bytes().partition(b"\n")[0], type=Owner)
        since = owner.since or datetime.fromtimestamp(lock.stat().st_mtime, UTC).isoformat()
        host = "" if owner.host == processes.host() else owner.host
        return Holding(owner.user, host, datetime.fromisoformat(since).astimezone())
    except (OSError, ValueError, msgspec.MsgspecError):
        return None


def is_meant(parent: QWidget, holder: Holding) -> bool:
    """Whether the user wants to write although somebody else has the dossier open."""
    wanted = messages.ask(
        parent,
        _("Open the dossier for writing although {user} has it open?").format(user=holder.user),
        _(
            "Do so only if you know that the other window is gone. Should both write, the later of two changes to the "
            "same paragraph counts."
        ),
        messages.Answer("no", _("Go on reading")),
        messages.Answer("yes", _("Open anyway")),
    )
    return wanted == "yes"
