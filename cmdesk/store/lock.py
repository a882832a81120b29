"""`lock.json`: a courtesy by which the second window learns of the first. Nothing is lost without it."""

import os
from contextlib import suppress
from datetime import datetime

import msgspec

from cmdesk.i18n import _
from cmdesk.model.ids import new_ulid
from cmdesk.store import processes
from cmdesk.store.canonical import canonical, strictly
from cmdesk.store.clock import Clock
from cmdesk.store.errors import NameTakenError, NotPermittedError, StoreError
from cmdesk.store.files import Files, Handle
from cmdesk.store.names import LOCK

BEAT = 10.0
"""Seconds between signs of life."""
SILENCE = 60.0
"""Seconds without one after which another computer's lock may be taken over, if the user says so."""


class Owner(msgspec.Struct, frozen=True):
    """Who has a dossier open for writing."""

    user: str
    host: str
    pid: int
    boot: str
    birth: str
    session: str
    since: str = ""
    """When it was opened, for people."""

    @property
    def is_gone(self) -> bool:
        """Whether we can tell that it no longer runs; of another computer we can't."""
        if self.host != processes.host():
            return False
        if self.boot != processes.boot() or not processes.is_running(self.pid):
            return True
        return bool(self.birth) and self.birth != processes.birth(self.pid)

    @property
    def is_alive_here(self) -> bool:
        """Whether it runs on this computer now: then both would write under one installation's name."""
        return self.host == processes.host() and not self.is_gone


def ourselves() -> Owner:
    """An owner for a new writing session of this process."""
    pid = os.getpid()
    since = f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"
    return Owner(processes.user(), processes.host(), pid, processes.boot(), processes.birth(pid), new_ulid(), since)


class Lock:
    """The lock of one dossier's folder."""

    def __init__(self, files: Files, owner: Owner) -> None:
        self._files = files
        self._owner = owner
        self._handle: Handle | None = None

    def take(self, *, by_force: bool = False) -> str | None:
        """Take the lock; a sentence when the dossier can only be read, because of another window or no permission.

        `by_force` takes it from another computer, whose window the user knows to be gone; never from a window that
        runs on this one.
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
        free = holder is None or holder.is_gone or (by_force and not holder.is_alive_here)
        if free and self._files.exists(LOCK):
            self._files.unlink(LOCK)

    def _write(self) -> str | None:
        try:
            handle = self._files.create(LOCK)
        except NameTakenError:
            return _held_by(self._holder())
        self._files.write(handle, canonical(self._owner) + b"\n")
        self._handle = handle
        return None

    def _holder(self) -> Owner | None:
        """Who holds it; None when nobody does or nobody can be made out."""
        try:
            return msgspec.convert(strictly(self._files.read(LOCK).partition(b"\n")[0]), Owner)
        except (StoreError, ValueError, msgspec.ValidationError):
            return None

    def beat(self) -> None:
        """Give a sign of life, which makes the file a byte longer: other computers can only watch that."""
        if self._handle is not None:
            with suppress(StoreError):  # the folder is out of reach, and so are we for whoever watches it
                self._files.write(self._handle, b".")

    def signs(self) -> int | None:
        """How many signs of life whoever holds it has given; None when it can't be read."""
        try:
            return len(self._files.read(LOCK))
        except StoreError:
            return None

    def release(self) -> None:
        """Give the lock back, if it is still ours."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(StoreError):  # it is of no more use
                self._files.close(handle)
        holder = self._holder()
        if holder is not None and holder.session == self._owner.session:
            with suppress(StoreError):  # the next one sees by our process number that we are gone
                self._files.unlink(LOCK)


def _held_by(holder: Owner | None) -> str:
    if holder is None:
        return _("This dossier is already open in another window.")
    if holder.host == processes.host():
        return _("{user} has this dossier open in another window on this computer, since {time}.").format(
            user=holder.user, time=holder.since or "?"
        )
    return _("{user} has this dossier open on the computer “{host}”, since {time}.").format(
        user=holder.user, host=holder.host, time=holder.since or "?"
    )


class Watch:
    """Whether the holder of a lock gives signs of life. A window asks now and then, and its user once."""

    def __init__(self, lock: Lock, clock: Clock | None = None) -> None:
        self._lock = lock
        self._clock = clock or Clock()
        self._signs = lock.signs()
        self._heard = self._clock.now()

    def is_silent(self) -> bool:
        """Whether it has given no sign for a minute of our own clock, though the lock could be read all the time."""
        signs = self._lock.signs()
        if signs is None or signs != self._signs:
            self._signs, self._heard = signs, self._clock.now()
        return self._clock.now() - self._heard >= SILENCE
