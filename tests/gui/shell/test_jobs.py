"""Long work beside the window."""

import threading
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from cmdesk.errors import CMDeskError
from cmdesk.progress import Progress
from ui.jobs import Job


class RefusedError(CMDeskError):
    """Somebody said no."""


def test_the_result_arrives_on_the_windows_thread(qtbot: QtBot) -> None:
    where: list[int] = []
    job = Job(lambda _progress: threading.get_ident())
    job.succeeded.connect(lambda elsewhere: where.extend((elsewhere, threading.get_ident())))
    with qtbot.waitSignal(job.ended):
        job.start()
    assert where[0] != where[1] == threading.get_ident()


def test_no_result_of_many_is_lost(qtbot: QtBot) -> None:
    results: list[Any] = []
    jobs = [Job(lambda _progress, number=number: number) for number in range(300)]
    for job in jobs:
        job.succeeded.connect(results.append)
        job.start()
    qtbot.waitUntil(lambda: len(results) == 300, timeout=10_000)
    assert sorted(results) == list(range(300))


def test_progress_is_told_to_its_end(qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        for done in range(1, 6):
            progress.step(done, 5)

    told: list[tuple[int, int]] = []
    job = Job(work)
    job.progressed.connect(lambda *news: told.append(news))
    with qtbot.waitSignal(job.ended):
        job.start()
    assert told[-1] == (5, 5)


def test_steps_in_quick_succession_are_told_now_and_then(qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        for done in range(100):
            progress.step(done, 1000)

    told: list[int] = []
    job = Job(work)
    job.progressed.connect(lambda done, _total: told.append(done))
    with qtbot.waitSignal(job.ended):
        job.start()
    assert len(told) < 50


def test_cancelled_work_stops_at_its_next_step(qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress.step(1, 2)

    job = Job(work)
    job.start()
    with qtbot.waitSignals([job.cancelled, job.ended]):
        job.cancel()


def test_a_failure_with_a_message_arrives(qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise RefusedError("no")

    told: list[CMDeskError] = []
    job = Job(work)
    job.failed.connect(told.append)
    with qtbot.waitSignal(job.ended):
        job.start()
    assert str(told[0]) == "no"


def test_a_window_may_go_before_its_work_has_ended(qtbot: QtBot) -> None:
    asked, closed = threading.Event(), threading.Event()

    def work(_progress: Progress) -> None:
        asked.set()
        closed.wait(5)

    parent = QObject()
    Job(work, parent).start()
    assert asked.wait(5)
    shiboken6.delete(parent)
    closed.set()
    assert QThreadPool.globalInstance().waitForDone(5_000)
    qtbot.wait(0)


def test_a_fault_of_the_program_ends_the_job_and_reaches_the_hook(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, _error, _trace: heard.append(kind))

    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    job = Job(work)
    job.failed.connect(heard.append)
    with qtbot.waitSignal(job.ended):
        job.start()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [ZeroDivisionError]


def test_a_job_runs_once(qtbot: QtBot) -> None:
    times: list[int] = []
    job = Job(lambda _progress: times.append(1))
    with qtbot.waitSignal(job.ended):
        job.start()
        job.start(QThreadPool.globalInstance())
    assert times == [1]
