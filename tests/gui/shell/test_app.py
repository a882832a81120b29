"""The program started as people start it."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from cmdesk import assets, places
from cmdesk.i18n import catalogue
from cmdesk.model.ids import QuestionId
from cmdesk.sample import copy_to
from cmdesk.session import Session
from cmdesk.settings import REOPEN, Settings
from ui import app
from ui.app import main
from ui.errors import FaultWatch
from ui.main_window import MainWindow

ROOT = Path(__file__).parents[3]
HEAVY = ("docx", "reportlab", "PIL", "lxml", "uharfbuzz", "rich")
NEEDS_THAI = pytest.mark.skipif(
    not (assets.catalogues() / "th" / "LC_MESSAGES" / "cmdesk.mo").is_file(), reason="catalogues were not compiled"
)

AFTER_FIRST_PAINT = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import app
def told():
    shown = any(widget.isVisible() for widget in QApplication.topLevelWidgets())
    print(sorted(set({HEAVY!r}) & set(sys.modules)), shown)
    QApplication.exit(0)
begin = app._begin
app._begin = lambda *given: (begin(*given), QTimer.singleShot(100, told))
sys.exit(app.main(sys.argv[1:]))
"""
WRITES_AND_WAITS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from cmdesk.edits.prose import AddParagraphs
from cmdesk.model.answer import Paragraph
from cmdesk.model.ids import new_ulid
from cmdesk.model.text import Text
from ui import app
def write(window):
    row = Paragraph(new_ulid(), "m", thai=Text.of("คำสุดท้าย"))
    window.workspace.session.do(AddParagraphs("A7", None, (row,)))
    print("written", flush=True)
begin = app._begin
app._begin = lambda window, *given: (begin(window, *given), write(window))
sys.exit(app.main(sys.argv[1:]))
"""


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CMDESK_HOME": str(home), "PYTHONPATH": str(ROOT)}


@pytest.fixture
def sample(home: Path) -> Path:
    folder = home / "documents" / "ตัวอย่าง.cmdesk"
    copy_to(folder)
    return folder


def test_nothing_heavy_is_loaded_before_the_window_is_used(environment: dict[str, str], sample: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", AFTER_FIRST_PAINT, "--dossier", str(sample)],
        env=environment, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert told.stdout.split("\n")[0] == "[] True"
    assert told.stderr.replace("This plugin does not support propagateSizeHints()", "").strip() == ""


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows ends programs otherwise")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_was_written_just_before_the_system_ends_it_is_on_disk(
    name: str, environment: dict[str, str], sample: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITES_AND_WAITS, "--dossier", str(sample)],
        env=environment, stdout=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert program.stdout.readline() == "written\n"
        program.send_signal(getattr(signal, name))
        assert program.wait(20) == 0
    kept = Session.open(sample, writable=False).dossier.prose(QuestionId("A7"))
    assert "คำสุดท้าย" in [row.thai.characters for row in kept.paragraphs]


@NEEDS_THAI
def test_the_self_check_tells_what_works(environment: dict[str, str]) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "ui.app", "--self-check"],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (told.returncode, "FAILS" in told.stdout) == (0, False), told.stdout
    assert "export to pdf" in told.stdout
    assert "export to docx" in told.stdout


@pytest.mark.usefixtures("qapp")
def test_the_self_check_fails_where_something_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("cmdesk.assets.catalogues", lambda: tmp_path)
    catalogue.cache_clear()
    try:
        assert main(["--self-check"]) == 1
    finally:
        catalogue.cache_clear()
    assert "FAILS" in capsys.readouterr().out


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file", encoding="utf-8")
    app._begin_log(tmp_path / "logs")


def test_the_version_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("CMDesk ")


@NEEDS_THAI
@pytest.mark.usefixtures("qapp")
def test_the_self_check_is_content_with_a_sound_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--self-check"]) == 0, capsys.readouterr().out


@pytest.fixture
def runs(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., MainWindow]]:
    """Runs the program in this process, for a moment, and gives back its window."""
    windows: list[MainWindow] = []
    made = app.assemble

    def noted(*given: Any) -> MainWindow:
        windows.append(made(*given))
        return windows[-1]

    def run(*wishes: str) -> MainWindow:
        assert main(list(wishes)) == 0
        return windows[-1]

    monkeypatch.setattr(app, "assemble", noted)
    monkeypatch.setattr(QApplication, "exec", lambda _self=None: _look_around(qapp))
    handlers = list(logging.getLogger().handlers)
    heard = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield run
    for window in windows:
        window.findChild(FaultWatch).remove()
        window.release()
        window.close()
        shiboken6.delete(window)
    for added in [handler for handler in logging.getLogger().handlers if handler not in handlers]:
        logging.getLogger().removeHandler(added)
        added.close()
    for number, handler in heard.items():
        signal.signal(number, handler)


def _look_around(application: QApplication) -> int:
    for _time in range(10):
        application.processEvents()
    return 0


def test_a_new_user_begins_at_the_start_page(runs: Callable[..., MainWindow]) -> None:
    window = runs()
    assert window.workspace is None
    assert window.start.isVisible()


def test_the_dossier_named_is_opened(runs: Callable[..., MainWindow], sample: Path) -> None:
    window = runs("--dossier", str(sample))
    assert window.workspace is not None
    assert window.workspace.session.project.folder == sample


def test_the_dossier_opened_last_is_opened_again(runs: Callable[..., MainWindow], sample: Path) -> None:
    Settings(places.settings_file()).remember(sample)
    window = runs()
    assert window.workspace is not None


def test_who_does_not_want_that_begins_at_the_start_page(runs: Callable[..., MainWindow], sample: Path) -> None:
    settings = Settings(places.settings_file())
    settings.remember(sample)
    settings.set(REOPEN, value=False)
    assert runs().workspace is None


def test_broken_settings_are_told(runs: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch) -> None:
    places.settings_file().parent.mkdir(parents=True)
    places.settings_file().write_text("{", encoding="utf-8")
    told: list[Any] = []
    monkeypatch.setattr("ui.errors.show", lambda _parent, error: told.append(error))
    runs()
    assert "settings" in told[0].what


@pytest.mark.parametrize("goes_on", [True, False])
def test_after_a_fault_the_user_decides(
    goes_on: bool,  # noqa: FBT001 - the case
    runs: Callable[..., MainWindow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.errors.tell_fault", lambda _parent, _path: goes_on)
    window = runs()
    watch = window.findChild(FaultWatch)
    watch.hear(ZeroDivisionError, ZeroDivisionError(), None)
    assert window.isVisible() is goes_on


COPIES_AND_LEAVES = """
import sys
from PySide6.QtCore import QTimer
from ui import app
def leave(window):
    window.workspace.show_section("A7")
    window.workspace.page.focus_text()
    window.focusWidget().selectAll()
    window.focusWidget().copy()
    QTimer.singleShot(0, window.close)
begin = app._begin
app._begin = lambda window, *given: (begin(window, *given), leave(window))
sys.exit(app.main(sys.argv[1:]))
"""


def test_who_copied_something_can_leave(environment: dict[str, str], sample: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", COPIES_AND_LEAVES, "--dossier", str(sample)],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert told.returncode == 0
