"""Spelling for a window: asked from any thread, judged in a process of its own, so that typing never waits.

The frozen program needs a second, small one beside it, named `cmdesk-spelling`, whose script is `child.py`.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Any, Self

from cmdesk.model.language import Language
from cmdesk.spelling.courier import Courier
from cmdesk.spelling.mistake import Mistake
from cmdesk.spelling.peer import command
from cmdesk.spelling.waiting import Queue, Waiting
from cmdesk.spelling.wire import Answer, Check, Know, Question, Suggest

REMEMBERED = 20_000
"""Texts whose mistakes are kept: all paragraphs of some big dossiers in both languages."""


class SpellingProcess:
    """Checks texts elsewhere. Nothing is started before the first question.

    A future is done in another thread: a window hears of it by a signal. It fails with a `SpellingError`, and is
    cancelled when a newer text of the same paragraph comes first, or on closing. A process that dies is started anew.
    """

    def __init__(self, starting: Sequence[str] | None = None) -> None:
        self._queue = Queue()
        self._remembered = _Remembered()
        self._courier = Courier(self._queue, command() if starting is None else starting)
        self._thread = Thread(target=self._courier.work, name="spelling", daemon=True)
        self._thread.start()

    def know(self, words: Iterable[str], titles: Iterable[str] = ()) -> None:
        """Mark none of these from now on: the project's dictionary, names, terms; and titles, known only whole.

        They replace those of the call before. What was found is forgotten; what waits is judged by the new ones.
        """
        self._courier.knowledge = Know(tuple(sorted(set(words))), tuple(sorted(set(titles))))
        self._remembered.forget()

    def check(self, key: object, text: str, language: Language) -> "Future[tuple[Mistake, ...]]":
        """The mistakes of a text, in order; the newest text is judged first.

        `key` tells the paragraph and its language: a text that still waits under it is given up.
        """
        known = self._remembered.get((text, language))
        if known is not None:
            self._queue.cancel(key)
            return _done(known)
        keep = self._remembered.keeper((text, language))
        return self._put(key, Check(text, language), lambda answer: keep(answer.mistakes))

    def suggest(self, words: str) -> "Future[tuple[str, ...]]":
        """The best five words for what was marked, the likeliest first; asked before all texts that wait."""
        return self._put(Suggest, Suggest(words), lambda answer: answer.suggestions)

    def cancel(self, key: object) -> None:
        """Give up the text that waits under a key: its paragraph is gone, or no longer seen."""
        self._queue.cancel(key)

    def close(self) -> None:
        """End the process and cancel what waits; may be called twice."""
        self._queue.close()
        self._courier.stop()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()

    def _put(self, key: object, question: Question, wanted: Callable[[Answer], Any]) -> "Future[Any]":
        future: Future[Any] = Future()
        self._queue.put(Waiting(key, question, future, wanted))
        return future


class _Remembered:
    """What was found in the texts checked last, until other words are known."""

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[str, Language], tuple[Mistake, ...]] = OrderedDict()
        self._lock = Lock()
        self._age = 0

    def get(self, asked: tuple[str, Language]) -> tuple[Mistake, ...] | None:
        with self._lock:
            if asked in self._found:
                self._found.move_to_end(asked)
            return self._found.get(asked)

    def keeper(self, asked: tuple[str, Language]) -> Callable[[tuple[Mistake, ...]], tuple[Mistake, ...]]:
        """Keeps what is found, unless other words have become known by then; and gives it back."""
        age = self._age

        def keep(found: tuple[Mistake, ...]) -> tuple[Mistake, ...]:
            with self._lock:
                if age == self._age:
                    self._found[asked] = found
                while len(self._found) > REMEMBERED:
                    self._found.popitem(last=False)
            return found

        return keep

    def forget(self) -> None:
        with self._lock:
            self._age += 1
            self._found.clear()


def _done(found: tuple[Mistake, ...]) -> "Future[tuple[Mistake, ...]]":
    future: Future[tuple[Mistake, ...]] = Future()
    future.set_result(found)
    return future
