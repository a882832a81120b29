"""States on their way to the disk: what must be written at once, and what may rest while the user types."""

from dataclasses import dataclass

from cmdesk.model.dossier import Dossier

REST = 1.0
"""Seconds without typing after which it is written."""
PATIENCE = 5.0
"""Seconds after which typing is written although it goes on."""


@dataclass(frozen=True, slots=True)
class Handover:
    """A state of the dossier and the action that led to it."""

    dossier: Dossier
    action: str


@dataclass(slots=True)
class _Waiting:
    handover: Handover
    since: float
    due: float
    resting: bool


class Queue:
    """States in order, each with the moment at which it is due. Typing that follows typing replaces it."""

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    @property
    def due(self) -> float | None:
        """When the first state is due; None when nothing waits."""
        return self._waiting[0].due if self._waiting else None

    def add(self, handover: Handover, now: float, *, resting: bool) -> None:
        """Put a state at the end; unless it rests, it is due with all before it."""
        since = now
        if resting and self._waiting and self._waiting[-1].resting:
            since = self._waiting.pop().since
        if not resting:
            self.hurry(now)
        due = min(now + REST, since + PATIENCE) if resting else now
        self._waiting.append(_Waiting(handover, since, due, resting))

    def hurry(self, now: float) -> None:
        """Make everything due."""
        for each in self._waiting:
            each.due = min(each.due, now)

    def put_back(self, handovers: list[Handover], now: float) -> None:
        """Put states that could not be recorded back at the front."""
        self._waiting[:0] = [_Waiting(each, now, now, resting=False) for each in handovers]

    def take(self, now: float) -> list[Handover]:
        """What is due, in order, out of the queue."""
        count = sum(1 for each in self._waiting if each.due <= now)
        taken, self._waiting = self._waiting[:count], self._waiting[count:]
        return [each.handover for each in taken]
