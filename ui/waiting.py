"""Waiting for work that has to be over before one goes on: the window goes on being painted meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from cmdesk.errors import CMDeskError
from cmdesk.progress import Progress
from ui.jobs import Job

_SHOWN_AFTER_MS = 400
"""Work that is over sooner is not worth a word."""


@dataclass(slots=True)
class Outcome:
    """How it ended: finished with a result, or stopped by a problem."""

    finished: bool = False
    result: Any = None
    problem: CMDeskError | None = None


def done(parent: QWidget, words: str, work: Callable[[Progress], Any]) -> Outcome:
    """Do work on another thread, saying so when it takes long, and come back when it is over."""
    outcome, loop = Outcome(), QEventLoop()
    job = Job(work)
    job.succeeded.connect(lambda result: _finish(outcome, result))
    job.failed.connect(lambda error: _fail(outcome, error))
    job.ended.connect(loop.quit)
    told = _told(parent, words)
    job.start()
    loop.exec()
    told.close()
    told.deleteLater()
    return outcome


def _told(parent: QWidget, words: str) -> QProgressDialog:
    told = QProgressDialog(parent)
    told.setWindowModality(Qt.WindowModality.WindowModal)
    told.setLabelText(words)
    told.setCancelButton(None)
    told.setRange(0, 0)
    told.setMinimumDuration(_SHOWN_AFTER_MS)
    told.setValue(0)
    return told


def _finish(outcome: Outcome, result: Any) -> None:
    outcome.finished, outcome.result = True, result


def _fail(outcome: Outcome, error: CMDeskError) -> None:
    outcome.problem = error
