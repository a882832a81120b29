"""Progress on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cmdesk.progress import SILENT, Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class _Bar(Progress):
    """Progress as one bar."""

    def __init__(self, bars: "Bars", task: "TaskID") -> None:
        self._bars = bars
        self._task = task

    def step(self, done: int, total: int) -> None:
        """Move the bar."""
        self._bars.update(self._task, completed=done, total=total)


@contextmanager
def shown(label: str) -> Iterator[Progress]:
    """Progress shown under a label on the terminal that reads our errors; silent when that is none."""
    if not sys.stderr.isatty():
        yield SILENT
        return
    # Imported only now: the commands that show no bar start faster without rich.
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.progress import Progress as Bars  # noqa: PLC0415 - see above

    with Bars(console=Console(stderr=True), transient=True) as bars:
        yield _Bar(bars, bars.add_task(label, total=None))
