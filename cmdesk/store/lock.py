"""`lock.json`: a courtesy by which the second window learns of the first. Nothing is lost without it."""

import os
from contextlib import suppress

import msgspec

from cmdesk.i18n import _
from cmdesk.model.ids import new_ulid
from cmdesk.store import processes
from cmdesk.store.canonical import canonical, strictly
from cmdesk.store.errors import NameTakenError, NotPermittedError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.names import LOCK


class Owner(msgspec.Struct, frozen=True):
    """Who has a dossier open for writing."""

    user: str
    host: str
    pid: int
    boot: str
    birth: str
    session: str
    counter: int = 0
    """Room for a sign of life that another computer could watch."""

    @property
    def is_gone(self) -> bool:
        """Whether we can tell that it no longer runs; of another computer we can't."""
        if self.host != processes.host():
            return False
        if self.boot != processes.boot() or not processes.is_running(self.pid):
            return True
        return bool(self.birth) and self.birth != processes.birth(self.pid)


def ourselves() -> Owner:
    """An owner for a new writing session of this process."""
    pid = os.getpid()
    return Owner(processes.user(), processes.host(), pid, processes.boot(), processes.birth(pid), new_ulid())


class Lock:
    """The lock of one dossier's folder."""

    def __init__(self, files: Files, owner: Owner) -> None:
        self._files = files
        self._owner = owner

    def take(self, *, by_force: bool = False) -> str | None:
        """Take the lock; a sentence when the dossier can only be read, because of another window or no permission.

        `by_force` takes it from anyone: the user knows that the other window is gone.
        """
        try:
            self._clear(by_force=by_force)
            return self._write()
        except NotPermittedError:
            return _("You may read this dossier but not write in its folder.")
        except StoreError:
            # A full disk is no reason to keep anyone from a dossier: the lock is a courtesy.
            return None

    def _clear(self, *, by_force: bool) -> None:
        holder = self._holder()
        if self._files.exists(LOCK) and (by_force or holder is None or holder.is_gone):
            self._files.unlink(LOCK)

    def _write(self) -> str | None:
        try:
            handle = self._files.create(LOCK)
        except NameTakenError:
            return _held_by(self._holder())
        try:
            self._files.write(handle, canonical(self._owner))
        finally:
            self._files.close(handle)
        return None

    def _holder(self) -> Owner | None:
        """Who holds it; None when nobody does or nobody can be made out."""
        try:
            return msgspec.convert(strictly(self._files.read(LOCK)), Owner)
        except (StoreError, ValueError, msgspec.ValidationError):
            return None

    def release(self) -> None:
        """Give the lock back, if it is still ours."""
        holder = self._holder()
        if holder is not None and holder.session == self._owner.session:
            with suppress(StoreError):  # the next one sees by our process number that we are gone
                self._files.unlink(LOCK)


def _held_by(holder: Owner | None) -> str:
    if holder is None:
        return _("This dossier is already open in another window.")
    if holder.host == processes.host():
        return _("{user} has this dossier open in another window on this computer.").format(user=holder.user)
    return _("{user} has this dossier open on the computer “{host}”.").format(user=holder.user, host=holder.host)
