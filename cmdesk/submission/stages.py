"""Work of several stages with one progress."""

from cmdesk.progress import Progress

WHOLE = 1000


class Stage(Progress):
    """The progress of a stage, told as a share of the whole work from `start` to `stop`, both from 0 to 1."""

    def __init__(self, whole: Progress, start: float, stop: float) -> None:
        self._whole = whole
        self._start = start
        self._stop = stop

    def step(self, done: int, total: int) -> None:
        """Note how far the stage is; raises `Cancelled` when the work is unwanted."""
        share = min(done / total, 1.0) if total else 1.0
        self._whole.step(round(WHOLE * (self._start + (self._stop - self._start) * share)), WHOLE)
