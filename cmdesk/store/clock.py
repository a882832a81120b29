"""Time as the keeper sees it: the tests put a clock of their own in its place."""

import time
from threading import Condition


class Clock:
    """Seconds that only go forward."""

    def now(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def wait(self, news: Condition, seconds: float | None) -> None:
        """Return when there is news, or after a time; the caller holds the condition."""
        news.wait(seconds)
