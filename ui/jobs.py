"""Long work beside the window: it runs on another thread, tells how far it is, and stops when it is not wanted."""

import time
from collections.abc import Callable
from threading import Event
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from cmdesk.errors import CMDeskError
from cmdesk.progress import Cancelled, Progress

_TELL_EVERY: Final = 0.05
"""Seconds between two pieces of news of progress, at the least."""
_BREATH: Final = 0.0005
"""Seconds that work sleeps at each step, so that the window gets its turn: libraries hold the interpreter's lock."""


class _News(QObject):
    """What a worker says; the application owns it while the work goes on, so that it outlives the window that asked."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()


class _Watched(Progress):
    """Progress that is told by a signal and stopped by an event."""

    def __init__(self, news: _News, unwanted: Event) -> None:
        self._news = news
        self._unwanted = unwanted
        self._told = 0.0

    def step(self, done: int, total: int) -> None:
        """Tell it, now and then; raises `Cancelled` when the work is unwanted."""
        if self._unwanted.is_set():
            raise Cancelled
        time.sleep(_BREATH)
        now = time.monotonic()
        if now - self._told >= _TELL_EVERY or done >= total:
            self._told = now
            self._news.progressed.emit(done, total)


class _Work(QRunnable):
    """The part that runs elsewhere. An exception that is none of ours goes on to the thread's hook."""

    def __init__(self, work: Callable[[Progress], object], news: _News, unwanted: Event) -> None:
        super().__init__()
        self._work, self._news, self._unwanted = work, news, unwanted

    def run(self) -> None:
        """Do the work and say how it ended."""
        try:
            self._news.done.emit(self._work(_Watched(self._news, self._unwanted)))
        except CMDeskError as error:
            self._news.failed.emit(error)
        finally:
            self._news.ended.emit()


class Job(QObject):
    """One piece of long work, not begun before `start`, so that no news of it is missed."""

    progressed = Signal(int, int)
    """How many of how many equal steps are finished."""
    succeeded = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """A `CMDeskError`; the work was stopped by it and left nothing half-done."""
    cancelled = Signal()
    ended = Signal()
    """The last news of all, however it ended; without any before it, a fault of the program ended the work."""

    def __init__(self, work: Callable[[Progress], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unwanted = Event()
        application = QCoreApplication.instance()
        self._news = _News(application)
        if application is not None:
            application.aboutToQuit.connect(self.cancel)
        self._work = _Work(work, self._news, self._unwanted)
        self._work.setAutoDelete(False)
        self._connect()
        self._begun = False

    def _connect(self) -> None:
        self._news.progressed.connect(self.progressed)
        self._news.done.connect(self.succeeded)
        self._news.failed.connect(self._stopped)
        self._news.ended.connect(self._finish)

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin, on a thread of the pool."""
        if not self._begun:
            self._begun = True
            (pool or QThreadPool.globalInstance()).start(self._work)

    def cancel(self) -> None:
        """Ask it to stop at its next step."""
        self._unwanted.set()

    def _stopped(self, error: CMDeskError) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)

    def _finish(self) -> None:
        self._news.deleteLater()
        self.ended.emit()
