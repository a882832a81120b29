"""Carries questions to the spelling process and answers back, and starts the process anew when it died."""

from collections.abc import Sequence

from cmdesk.spelling.errors import SpellingError, SpellingFailedError, SpellingUnavailableError
from cmdesk.spelling.peer import Peer
from cmdesk.spelling.waiting import Queue, Waiting
from cmdesk.spelling.wire import Answer, Know, Question

_STARTS_IN_VAIN = 3
"""Processes in a row that answered nothing, after which no more is started."""


class Courier:
    """One thread's work: asks what waits, one question at a time."""

    def __init__(self, queue: Queue, starting: Sequence[str]) -> None:
        self.knowledge = Know((), ())
        """What the process has to know before the next question; may be set from any thread."""
        self._queue = queue
        self._starting = starting
        self._peer: Peer | None = None
        self._told: Know | None = None
        self._in_vain = 0

    def work(self) -> None:
        """Ask until the queue is closed."""
        while (waiting := self._queue.next()) is not None:
            self._carry(waiting)
        self._let_go()

    def stop(self) -> None:
        """End the process, so that nobody waits for its answer; the queue is closed before."""
        peer = self._peer
        if peer is not None:
            peer.kill()

    def _carry(self, waiting: Waiting) -> None:
        try:
            answer = self._asked_twice(waiting.question)
        except SpellingError as error:
            waiting.future.set_exception(error)
        else:
            waiting.future.set_result(waiting.wanted(answer))

    def _asked_twice(self, question: Question) -> Answer:
        """The answer, from a new process if this one dies over it; SpellingError when that dies as well."""
        try:
            return self._asked(question)
        except SpellingFailedError:
            return self._asked(question)

    def _asked(self, question: Question) -> Answer:
        peer = self._running()
        try:
            if self.knowledge is not self._told:
                self._told = self.knowledge
                peer.ask(self._told)
            answer = peer.ask(question)
        except SpellingFailedError:
            self._let_go()
            raise
        self._in_vain = 0
        return answer

    def _running(self) -> Peer:
        """The process, started if need be; SpellingUnavailableError when that was in vain too often."""
        if self._peer is not None:
            return self._peer
        if self._in_vain >= _STARTS_IN_VAIN:
            raise SpellingUnavailableError("the process ended again and again")
        self._in_vain += 1
        self._peer = Peer(self._starting)
        if self._queue.is_closed:  # looked at once more, since `stop` may have come before the peer
            self._let_go()
            raise SpellingUnavailableError("closed")
        return self._peer

    def _let_go(self) -> None:
        if self._peer is not None:
            self._peer.end()
        self._peer = self._told = None
