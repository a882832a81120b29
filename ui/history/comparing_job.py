"""Two states read and compared beside the window; only the last one asked for is told of."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from cmdesk.errors import CMDeskError
from cmdesk.model.dossier import Dossier
from cmdesk.progress import Progress
from cmdesk.versions.comparison import Comparison, compare_dossiers
from ui.history.states import State
from ui.jobs import Job

Reading: TypeAlias = Callable[[], Dossier]


class ComparingJob(QObject):
    """Compares, one after the other; who asks again no longer wants what was asked before."""

    compared = Signal(object)
    """A `Comparison`."""
    failed = Signal(object)
    """A `CMDeskError`: a version could not be read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None

    def compare(self, before: State, after: State) -> None:
        """Begin to compare two states."""
        self._begin(partial(_compared, reading(before), reading(after)))

    def look_into(self, state: State) -> None:
        """Begin to read one state, as one in which nothing changed."""
        self._begin(partial(_looked_into, reading(state)))

    def _begin(self, work: Callable[[Progress], Comparison]) -> None:
        self.stop()
        job = self._job = Job(work, self)
        job.succeeded.connect(self._tell)
        job.failed.connect(self._tell_failure)
        job.ended.connect(job.deleteLater)
        job.start()

    def stop(self) -> None:
        """Want no more of what is being compared."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _tell(self, comparison: Comparison) -> None:
        if self.sender() is self._job:
            self._job = None
            self.compared.emit(comparison)

    def _tell_failure(self, error: CMDeskError) -> None:
        if self.sender() is self._job:
            self._job = None
            self.failed.emit(error)


def reading(state: State) -> Reading:
    """How a state is read; the present is taken here and now, for the window may change it meanwhile."""
    if not state.is_present:
        return state.load
    dossier = state.load()
    return lambda: dossier


def _looked_into(state: Reading, progress: Progress) -> Comparison:
    dossier = state()
    return compare_dossiers(dossier, dossier, progress)


def _compared(before: Reading, after: Reading, progress: Progress) -> Comparison:
    return compare_dossiers(before(), after(), progress)
