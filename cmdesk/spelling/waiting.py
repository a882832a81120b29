"""Questions that wait for the spelling process: the newest is asked first, and replaces an older one of its key."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition
from typing import TYPE_CHECKING, Any

from cmdesk.spelling.wire import Answer, Question

if TYPE_CHECKING:
    from concurrent.futures import Future


@dataclass(frozen=True, eq=False, slots=True)
class Waiting:
    """A question, what it is about, who waits for it, and what they want of the answer."""

    key: object
    question: Question
    future: "Future[Any]"
    wanted: Callable[[Answer], Any]


class Queue:
    """Hands waiting questions from any thread to one that asks them."""

    def __init__(self) -> None:
        self._waiting: list[Waiting] = []
        self._changed = Condition()
        self._closed = False

    def put(self, waiting: Waiting) -> None:
        """Let it be asked next; what waits under the same key is cancelled. On a closed queue, it is itself."""
        with self._changed:
            older = self._take_out(waiting.key)
            if self._closed:
                older = [*older, waiting]
            else:
                self._waiting.append(waiting)
            self._changed.notify()
        _cancel(older)

    def next(self) -> Waiting | None:
        """The newest that is still wanted, as soon as there is one; None when the queue is closed."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return None
                newest = self._waiting.pop()
            if newest.future.set_running_or_notify_cancel():
                return newest

    def cancel(self, key: object) -> None:
        """Ask nothing about a key that was not asked yet."""
        with self._changed:
            unwanted = self._take_out(key)
        _cancel(unwanted)

    def close(self) -> None:
        """Cancel whatever waits, and take no more."""
        with self._changed:
            self._closed = True
            unwanted, self._waiting = self._waiting, []
            self._changed.notify_all()
        _cancel(unwanted)

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is asked."""
        return self._closed

    def _take_out(self, key: object) -> list[Waiting]:
        found = [waiting for waiting in self._waiting if waiting.key == key]
        self._waiting = [waiting for waiting in self._waiting if waiting.key != key]
        return found


def _cancel(unwanted: list[Waiting]) -> None:
    """Outside the lock, since what hears of it may ask again."""
    for waiting in unwanted:
        waiting.future.cancel()
