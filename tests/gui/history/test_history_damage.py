"""What the window shows after damage, and when another window has the dossier."""

import gc
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmdesk import places
from cmdesk.edits.prose import SetText
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId, ulid
from cmdesk.model.language import Language
from cmdesk.model.text import Text
from cmdesk.session import Session
from cmdesk.settings import Settings
from cmdesk.store.findings import Finding, Severity
from ui import app, messages
from ui.comfort import Comfort
from ui.errors import FaultWatch
from ui.history.backups_dialog import BackupsDialog
from ui.history.damage_page import DamagePage, Way, report_words
from ui.history.recovered_dialog import RecoveredDialog
from ui.history.verify_dialog import VerifyDialog
from ui.main_window import MainWindow

A6 = QuestionId("A6")
LOST = Finding(Severity.LOSS, "Edits just before number 7 are missing.")
TAKEN = Finding(Severity.DAMAGE, "The snapshot is damaged.")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The main window."""
    settings = Settings(places.settings_file())
    comfort = Comfort(qapp, settings)
    comfort.put_on()
    made = app.assemble(qapp, settings, comfort)
    watch = made.findChild(FaultWatch)
    assert watch is not None
    watch.remove()  # a fault in a test is the test's own
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.release()
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> DamagePage:
    made = DamagePage(tmp_path / "nan.cmdesk", (TAKEN, LOST), recovered=True)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def damaged(session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A dossier whose newest snapshot is spoilt in the folder, without a second copy."""
    session.close()
    spoil(session.project.folder, newest_only=True)
    monkeypatch.setenv(places.PORTABLE, str(tmp_path / "another home"))
    return session.project.folder


def spoil(folder: Path, *, newest_only: bool) -> None:
    """Put other bytes into snapshots."""
    snapshots = sorted((folder / "data").glob("snap-*"))
    for path in snapshots[-1:] if newest_only else snapshots:
        path.write_bytes(path.read_bytes().replace(b"plan", b"plum"))


def answering(monkeypatch: pytest.MonkeyPatch, *ways: Way) -> list[DamagePage]:
    """Lets a person at the page go these ways, one after the other; returns the pages as they come."""
    seen: list[DamagePage] = []
    following = iter(ways)

    def answer(shown: DamagePage) -> bool:
        seen.append(shown)
        shown.way = next(following)
        return True

    monkeypatch.setattr(DamagePage, "is_accepted", answer)
    return seen


def test_what_is_missing_comes_first(page: DamagePage) -> None:
    words = [row.words for row in page.rows.list.rows]
    assert words == [
        "Missing or doubtful",
        LOST.sentence,
        "Damaged, and read from elsewhere",
        TAKEN.sentence,
    ]


def test_the_page_says_that_something_is_missing(page: DamagePage) -> None:
    assert "missing or doubtful" in page.about.text()


def test_the_page_says_that_nothing_is_lost_when_nothing_is(qtbot: QtBot, tmp_path: Path) -> None:
    made = DamagePage(tmp_path, (TAKEN,), recovered=True)
    qtbot.addWidget(made)
    assert "Nothing is lost" in made.about.text()


@pytest.mark.parametrize(("button", "way"), [("open_", Way.OPEN), ("backup", Way.BACKUP), ("compare", Way.COMPARE)])
def test_each_button_is_a_way_on(page: DamagePage, button: str, way: Way, qtbot: QtBot) -> None:
    qtbot.mouseClick(getattr(page, button), Qt.MouseButton.LeftButton)
    assert page.way is way


def test_what_can_not_be_opened_is_repaired_or_had_from_a_backup(qtbot: QtBot, tmp_path: Path) -> None:
    made = DamagePage(tmp_path, (LOST,), recovered=False)
    qtbot.addWidget(made)
    made.show()
    shown = [part.isVisible() for part in (made.open_, made.compare, made.backup, made.repair)]
    assert shown == [False, False, True, True]


def test_the_report_is_saved(page: DamagePage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "choose_target", lambda *_words: tmp_path / "report.txt")
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    saved = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert all(words in saved for words in (LOST.sentence, TAKEN.sentence, "nan.cmdesk"))


def test_a_report_that_can_not_be_saved_is_told(
    page: DamagePage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "choose_target", lambda *_words: tmp_path / "none" / "report.txt")
    monkeypatch.setattr(messages, "tell", lambda _parent, what, *_more: told.append(what))
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert "could not be written" in told[0]


def test_the_report_tells_no_text_of_the_dossier(tmp_path: Path) -> None:
    assert report_words(tmp_path, ()).count("\n") <= 4


def test_a_damaged_dossier_is_opened_when_the_user_wants_it(
    damaged: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, Way.OPEN)
    window.door.open(damaged)
    assert (len(seen), window.workspace is not None) == (1, True)


def test_it_is_not_opened_when_the_user_does_not(
    damaged: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, Way.LEAVE)
    window.door.open(damaged)
    assert (window.workspace, (damaged / "lock.json").exists()) == (None, False)


def test_who_compares_comes_back_to_the_page(
    damaged: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[RecoveredDialog] = []
    monkeypatch.setattr(RecoveredDialog, "is_accepted", lambda shown: bool(compared.append(shown)))
    seen = answering(monkeypatch, Way.COMPARE, Way.OPEN)
    window.door.open(damaged)
    assert (len(compared), len(seen)) == (1, 2)
    compared[0].done(0)


def test_a_restored_backup_is_opened_instead(
    damaged: Path, dossier: Dossier, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Session.create(tmp_path / "restored.cmdesk", dossier).close()

    def restore(shown: BackupsDialog) -> bool:
        shown.restored = tmp_path / "restored.cmdesk"
        shown.done(1)
        return True

    monkeypatch.setattr(BackupsDialog, "is_accepted", restore)
    answering(monkeypatch, Way.BACKUP)
    window.door.open(damaged)
    assert window.workspace is not None
    assert window.workspace.session.project.folder == tmp_path / "restored.cmdesk"


def test_a_dossier_without_any_readable_state_offers_its_backups(
    damaged: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(damaged, newest_only=False)
    chosen: list[BackupsDialog] = []
    monkeypatch.setattr(BackupsDialog, "is_accepted", lambda shown: bool(chosen.append(shown)))
    seen = answering(monkeypatch, Way.BACKUP, Way.LEAVE)
    window.door.open(damaged)
    assert (len(seen), len(chosen), window.workspace) == (2, 1, None)
    chosen[0].done(0)


def test_a_dossier_without_its_identity_offers_a_repair(
    session: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.close()
    (session.project.folder / "project.json").unlink()
    seen = answering(monkeypatch, Way.LEAVE)
    window.door.open(session.project.folder)
    assert "project.json" in seen[0].rows.list.rows[1].words


def test_a_repaired_dossier_is_opened_instead(
    damaged: Path, dossier: Dossier, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(damaged, newest_only=False)
    Session.create(tmp_path / "repaired.cmdesk", dossier).close()

    def repair(shown: VerifyDialog) -> bool:
        shown.repaired = tmp_path / "repaired.cmdesk"
        shown.done(1)
        return True

    monkeypatch.setattr(VerifyDialog, "is_accepted", repair)
    answering(monkeypatch, Way.REPAIR)
    window.door.open(damaged)
    assert window.workspace is not None
    assert window.workspace.session.project.folder == tmp_path / "repaired.cmdesk"


def test_the_recovered_state_is_compared_with_the_newest_backup(session: Session, qtbot: QtBot) -> None:
    session.project.back_up("by hand")
    session.do(SetText(A6, ParagraphId(ulid(1, 1)), Language.ENGLISH, Text.of("The city has two plans.")))
    made = RecoveredDialog(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.summary.text()))
    assert made.summary.text() == "1 changed"
    made.done(0)


def test_without_backups_there_is_nothing_to_compare(tmp_path: Path, dossier: Dossier, qtbot: QtBot) -> None:
    bare = Session.create(tmp_path / "bare.cmdesk", dossier)
    made = RecoveredDialog(bare)
    qtbot.addWidget(made)
    assert "no backup" in made.view.toPlainText()
    bare.close()


@pytest.fixture
def taken(session: Session) -> Path:
    """A dossier that another process, which runs, has open."""
    folder = session.project.folder
    session.close()
    other = Session.open(folder)
    lock = folder / "lock.json"
    owner = json.loads(lock.read_text(encoding="utf-8").partition("\n")[0])
    other.close()
    lock.write_text(
        json.dumps({**owner, "user": "malee", "session": "another", "since": "2023-04-05 09:30"}), encoding="utf-8"
    )
    os.utime(lock, (1_680_687_000, 1_680_687_000))
    return folder


def test_who_has_the_dossier_and_since_when_is_said(taken: Path, window: MainWindow) -> None:
    window.door.open(taken)
    assert window.workspace is not None
    assert window.workspace.notice.words.startswith(
        "malee has this dossier open in another window, since 5 April 2023, "
    )


def test_a_window_on_another_computer_is_named_with_it(taken: Path, window: MainWindow) -> None:
    lock = taken / "lock.json"
    lock.write_text(json.dumps({**json.loads(lock.read_text()), "host": "town-hall-3"}), encoding="utf-8")
    window.door.open(taken)
    assert window.workspace is not None
    assert "on the computer “town-hall-3”" in window.workspace.notice.words


def test_a_lock_that_says_nothing_offers_nothing(taken: Path, window: MainWindow) -> None:
    (taken / "lock.json").write_text(json.dumps({"host": 3}), encoding="utf-8")
    window.door.open(taken)
    assert window.workspace is not None
    assert not window.workspace.notice.act.isVisible()


@pytest.fixture
def elsewhere(taken: Path) -> Path:
    """A dossier that another computer has open."""
    lock = taken / "lock.json"
    lock.write_text(json.dumps({**json.loads(lock.read_text()), "host": "town-hall-3"}), encoding="utf-8")
    return taken


def test_a_window_on_this_computer_is_not_written_beside(taken: Path, window: MainWindow) -> None:
    window.door.open(taken)
    assert window.workspace is not None
    assert not window.workspace.notice.act.isVisible()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Answers the one question."""

    def answer(key: str) -> list[str]:
        questions: list[str] = []

        def ask(_parent: object, what: str, *_more: object) -> str:
            questions.append(what)
            return key

        monkeypatch.setattr(messages, "ask", ask)
        return questions

    return answer


def test_it_is_opened_anyway_after_one_question(elsewhere: Path, window: MainWindow, asked, qtbot: QtBot) -> None:
    questions = asked("yes")
    window.door.open(elsewhere)
    assert window.workspace is not None
    qtbot.mouseClick(window.workspace.notice.act, Qt.MouseButton.LeftButton)
    assert (len(questions), window.workspace.session.writable) == (1, True)


def test_who_says_no_goes_on_reading(elsewhere: Path, window: MainWindow, asked, qtbot: QtBot) -> None:
    asked("no")
    window.door.open(elsewhere)
    assert window.workspace is not None
    qtbot.mouseClick(window.workspace.notice.act, Qt.MouseButton.LeftButton)
    assert not window.workspace.session.writable


def test_nothing_is_offered_where_nobody_has_it(session: Session, window: MainWindow) -> None:
    folder = session.project.folder
    session.close()
    window.door.open(folder)
    assert window.workspace is not None
    assert not window.workspace.notice.act.isVisible()


def test_a_plain_crash_is_only_mentioned(session: Session, window: MainWindow, tmp_path: Path) -> None:
    session.flush(10)
    left = tmp_path / "left.cmdesk"
    left.mkdir()
    for path in session.project.folder.rglob("*"):
        target = left / path.relative_to(session.project.folder)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        elif path.name != "lock.json":
            target.write_bytes(path.read_bytes())
    window.door.open(left)
    assert window.workspace is not None
    assert window.workspace.notice.words.startswith("Recovered ")


def test_the_collector_overlooks_an_open_dossier(session: Session, window: MainWindow) -> None:
    folder = session.project.folder
    session.close()
    window.door.open(folder)
    spared = gc.get_freeze_count()
    window.close_dossier()
    assert (spared > 0, gc.get_freeze_count()) == (True, 0)
