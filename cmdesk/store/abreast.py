"""Doing things in two places at once: two disks take no longer than one, and one that hangs holds up nothing."""

from collections.abc import Callable, Sequence
from queue import SimpleQueue
from threading import Event, Thread
from typing import TypeAlias

Task: TypeAlias = Callable[[], None]
Together: TypeAlias = Callable[[Sequence[Task]], None]

LONGEST = 3.0
"""Seconds that a place may take to answer before we go on without it."""


def in_turn(tasks: Sequence[Task]) -> None:
    """Do tasks one after the other."""
    for task in tasks:
        task()


class Abreast:
    """Does the first of several tasks in a thread of its own, which may outlast the call, and the others meanwhile."""

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest
        self._tasks: SimpleQueue[tuple[Task, Event] | None] = SimpleQueue()
        self._thread: Thread | None = None

    def __call__(self, tasks: Sequence[Task]) -> None:
        """Return when all tasks are done, or when the first one takes too long."""
        if len(tasks) < 2:  # noqa: PLR2004 - one alone needs no company
            in_turn(tasks)
            return
        done = Event()
        self._tasks.put((tasks[0], done))
        if self._thread is None:
            self._thread = Thread(target=self._run, name="folder", daemon=True)
            self._thread.start()
        in_turn(tasks[1:])
        done.wait(self._longest)

    def _run(self) -> None:
        while (asked := self._tasks.get()) is not None:
            task, done = asked
            try:
                task()
            finally:
                done.set()

    def end(self) -> None:
        """Let the thread go once it has done what it was asked for."""
        self._tasks.put(None)
