"""A fault of the program takes nothing down and tells nothing of the dossier."""

import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from cmdesk.errors import CMDeskError
from ui import errors
from ui.actions import TABLE
from ui.errors import FaultWatch

SECRET = "ข้อความลับของเมือง"  # noqa: S105 - words of somebody's dossier


class RefusedError(CMDeskError):
    """Somebody said no."""


@pytest.fixture
def watch(tmp_path: Path, qapp: Any) -> FaultWatch:
    return FaultWatch(tmp_path / "logs", qapp)


def fault() -> BaseException:
    """An exception whose messages quote the dossier."""
    try:
        _stumble()
    except ValueError as error:
        return error
    raise AssertionError("did not stumble")


def _stumble() -> None:
    try:
        {}[SECRET]
    except KeyError as cause:
        raise ValueError(SECRET) from cause


def hear(watch: FaultWatch, error: BaseException) -> None:
    watch.hear(type(error), error, error.__traceback__)


def test_a_report_names_kind_and_place(watch: FaultWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.failed) as told:
        hear(watch, fault())
    words = told.args[0].read_text(encoding="utf-8")
    assert "builtins.ValueError" in words
    assert f"{Path(__file__).name}" in words
    assert words.index("KeyError") < words.index("ValueError")


def test_a_report_has_no_text_of_the_dossier(watch: FaultWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.failed) as told:
        hear(watch, fault())
    assert SECRET not in told.args[0].read_text(encoding="utf-8")


def test_without_a_place_for_reports_the_fault_is_told_all_the_same(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file", encoding="utf-8")
    watch = FaultWatch(tmp_path / "logs")
    with qtbot.waitSignal(watch.failed) as told:
        hear(watch, fault())
    assert told.args == [None]
    assert "ValueError" in capsys.readouterr().err


def test_only_the_latest_reports_are_kept(watch: FaultWatch, tmp_path: Path) -> None:
    for _time in range(25):
        hear(watch, fault())
    assert len(list((tmp_path / "logs").glob("fault-*.txt"))) == 20


def test_an_error_with_a_message_is_no_fault(watch: FaultWatch, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(watch.refused), qtbot.assertNotEmitted(watch.failed):
        hear(watch, RefusedError("no"))
    assert not (tmp_path / "logs").exists()


def test_the_hook_hears_of_a_thread(watch: FaultWatch, qtbot: QtBot) -> None:
    watch.install()
    try:
        with qtbot.waitSignal(watch.failed):
            threading.Thread(target=lambda: 1 / 0).start()
    finally:
        watch.remove()


def test_a_removed_hook_leaves_the_one_before(watch: FaultWatch) -> None:
    before = sys.excepthook
    watch.install()
    watch.remove()
    watch.remove()
    assert sys.excepthook is before


def test_ctrl_c_is_none_of_our_business(watch: FaultWatch, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    with qtbot.assertNotEmitted(watch.failed):
        hear(watch, KeyboardInterrupt())
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_user_may_go_on(qtbot: QtBot, person: Any) -> None:
    chosen: list[bool] = []
    person.meets(QMessageBox, lambda box: person.clicks_named(box, "go_on"))
    chosen.append(errors.tell_fault(person.window, Path("report.txt")))
    assert chosen == [True]
    qtbot.wait(0)


def test_the_user_may_quit(person: Any) -> None:
    person.meets(QMessageBox, lambda box: person.clicks_named(box, "quit"))
    assert not errors.tell_fault(person.window, None)


def test_a_fault_in_any_action_is_told_and_loses_nothing(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    person.makes_a_dossier()
    window = person.window
    window.workspace.show_section("A7")
    window.workspace.page.focus_text()
    person.writes("ก")

    def fails(_action: str) -> None:
        raise ZeroDivisionError

    told: list[Any] = []
    monkeypatch.setattr(window.workspace, "run", fails)
    monkeypatch.setattr(errors, "tell_fault", lambda _parent, path: told.append(path) or True)
    window._deeds.clear()
    with person.qtbot.captureExceptions() as caught:
        for line in TABLE:
            window.actions_.asked.emit(line.id)
    for fault_ in caught:
        window.findChild(FaultWatch).hear(*fault_)
    assert len(told) == len(TABLE)
    assert window.workspace.session.flush(5)


def test_a_fault_on_another_thread_is_told_on_the_windows(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    where: list[int] = []
    monkeypatch.setattr(errors, "tell_fault", lambda _parent, _path: where.append(threading.get_ident()) or True)
    watch = person.window.findChild(FaultWatch)
    other = threading.Thread(target=hear, args=(watch, fault()))
    other.start()
    other.join()
    person.qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]
