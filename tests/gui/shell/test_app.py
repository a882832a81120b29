"""The program started as people start it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cmdesk import assets
from cmdesk.i18n import catalogue
from cmdesk.model.ids import QuestionId
from cmdesk.sample import copy_to
from cmdesk.session import Session
from ui import app
from ui.app import main

ROOT = Path(__file__).parents[3]
HEAVY = ("docx", "reportlab", "PIL", "lxml", "uharfbuzz", "rich")

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


@pytest.mark.skipif(
    not (assets.catalogues() / "th" / "LC_MESSAGES" / "cmdesk.mo").is_file(), reason="catalogues were not compiled"
)
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
