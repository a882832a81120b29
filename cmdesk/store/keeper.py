"""The one thread that writes a dossier to disk."""

import atexit
from collections.abc import Callable
from contextlib import ExitStack
from threading import Condition, Thread
from typing import TypeAlias

from cmdesk.errors import CMDeskError
from cmdesk.model.dossier import Dossier
from cmdesk.store.clock import Clock
from cmdesk.store.handover import Handover, Queue
from cmdesk.store.ledger import Ledger
from cmdesk.store.lock import BEAT
from cmdesk.store.saving import Safety, SaveState

Heard: TypeAlias = Callable[[SaveState], None]

RETRY = 2.0
"""Seconds after which a failed write is tried again."""
LONGEST_CLOSE = 30.0
"""Seconds that closing waits for the disk."""


class Keeper:
    """Keeps a dossier: takes states without ever blocking, and says of each moment how safe they are.

    `heard` is called on the writer's thread, and hears SAVED only when everything handed over is on disk.
    """

    def __init__(
        self,
        ledger: Ledger,
        heard: Heard,
        stopped: CMDeskError,
        *,
        clock: Clock | None = None,
        release: Callable[[], None] = lambda: None,
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self.latest: Dossier | None = None
        """The state handed over last."""
        self._ledger = ledger
        self._heard = heard
        self._clock = clock or Clock()
        self._release = release
        self._beat = beat
        self._beat_at = self._clock.now() + BEAT
        self._stopped = stopped
        self._news = Condition()
        self._queue = Queue()
        self._problem: CMDeskError | None = None
        self._retry_at = 0.0
        self._failures = 0
        self._closing = self._ended = self._writing = self._unsafe = False
        self._state = self._told = SaveState(Safety.SAVED, ledger.sequence)
        self._thread = Thread(target=self._run, name="keeper", daemon=True)
        self._thread.start()
        # A program that ends without closing still gets its last words written.
        atexit.register(self.close)

    @property
    def state(self) -> SaveState:
        """How safely everything handed over so far is kept."""
        with self._news:
            return self._state

    def keep(self, dossier: Dossier, action: str, *, resting: bool = False) -> None:
        """Take a state to be written: at once, or when `resting` after a pause of its kind; never blocks."""
        with self._news:
            self.latest = dossier
            self._queue.add(Handover(dossier, action), self._clock.now(), resting=resting)
            self._retry_at = 0.0
            self._note()
            # A key that only puts off what rests anyway is not worth waking the thread, which would hold up the next.
            if not resting or self._state != self._told:
                self._news.notify_all()

    def hurry(self) -> None:
        """Write now what waits for a pause."""
        with self._news:
            self._queue.hurry(self._clock.now())
            self._news.notify_all()

    def flush(self, timeout: float | None = None) -> bool:
        """Whether everything handed over is on a disk, waiting for it at most until writing fails."""
        with self._news:
            failures = self._failures
            self._queue.hurry(self._clock.now())
            self._retry_at = 0.0
            self._news.notify_all()
            self._news.wait_for(lambda: self._is_done or self._ended or self._failures > failures, timeout)
            return self._is_kept

    def close(self, timeout: float = LONGEST_CLOSE) -> bool:
        """Flush, write a snapshot, release the lock and end the thread; returns whether everything is on disk.

        Ask `flush` first where the user should have a choice: what could not be written is given up here.
        """
        kept = self.flush(timeout)
        with self._news:
            self._closing = True
            self._news.notify_all()
        self._thread.join(timeout)
        atexit.unregister(self.close)
        return kept

    @property
    def _is_done(self) -> bool:
        """Whether there is nothing left to be written anywhere."""
        return self._queue.is_empty and not self._writing and self._ledger.synced

    @property
    def _is_kept(self) -> bool:
        """Whether everything is on disk, be it in the folder or in the second copy."""
        return self._queue.is_empty and not self._writing and self._ledger.somewhere

    def _note(self) -> None:
        """Bring the state up to date; the condition is held."""
        if self._ended and not (self._closing and self._is_kept):
            self._unsafe, self._problem = True, self._problem or self._stopped
        self._state = SaveState(self._safety(), self._ledger.sequence, self._problem)

    def _safety(self) -> Safety:
        if self._unsafe:
            return Safety.NOT_SAVED
        if not self._is_kept:
            return Safety.PENDING
        return Safety.SAVED if self._ledger.at_home else Safety.SAVED_HERE_ONLY

    def _run(self) -> None:
        with ExitStack() as ending:
            ending.callback(self._end)
            while self._is_wanted():
                self._tell()
                self._write()
                self._live()
            self._tell()
            self._ledger.close()

    def _is_wanted(self) -> bool:
        """Whether to go on, after waiting until something is due or has to be told."""
        with self._news:
            while not self._closing and self._state == self._told:
                pause = self._pause()
                until_beat = self._beat_at - self._clock.now()
                pause = until_beat if pause is None else min(pause, until_beat)
                if pause <= 0:
                    break
                self._clock.wait(self._news, pause)
            return not self._closing

    def _pause(self) -> float | None:
        """Seconds until there is something to write, None when nothing waits."""
        due = self._queue.due
        if not self._ledger.synced:
            due = self._clock.now() if due is None else min(due, self._clock.now())
        if due is None:
            return None
        return max(due, self._retry_at) - self._clock.now()

    def _live(self) -> None:
        """Give the sign of life that is due."""
        if self._clock.now() >= self._beat_at:
            self._beat()
            self._beat_at = self._clock.now() + BEAT

    def _tell(self) -> None:
        with self._news:
            state = self._state
        if state != self._told:
            self._told = state
            self._heard(state)

    def _write(self) -> None:
        with self._news:
            pause = self._pause()
            if pause is None or pause > 0:
                return
            states = self._queue.take(self._clock.now())
            self._writing = True
        problem = self._written(states)
        with self._news:
            self._writing = False
            self._problem = problem
            self._unsafe = problem is not None and not self._is_kept
            if problem is not None:
                self._failures += 1
                self._retry_at = self._clock.now() + RETRY
            self._note()
            self._news.notify_all()
        if not self._unsafe and self._ledger.snapshot_due:
            self._ledger.snapshot()

    def _written(self, states: list[Handover]) -> CMDeskError | None:
        rest = list(states)
        try:
            while rest:
                self._ledger.record(rest[0].dossier, rest[0].action)
                del rest[0]
            self._ledger.sync()
        except CMDeskError as error:
            with self._news:
                self._queue.put_back(rest, self._clock.now())
            return error
        return None

    def _end(self) -> None:
        self._release()
        with self._news:
            self._ended = True
            self._note()
            self._news.notify_all()
