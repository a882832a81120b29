"""Backups, and whether all files are sound, as a person meets them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmdesk.model.ids import QuestionId
from cmdesk.session import Session
from cmdesk.store.findings import Severity
from ui import messages
from ui.history.backups_dialog import BackupsDialog
from ui.history.unopened import Unopened
from ui.history.verify_dialog import VerifyDialog

A6 = QuestionId("A6")


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> BackupsDialog:
    """The backups, the newest of which is shown."""
    session.project.back_up("Delete paragraphs")
    made = BackupsDialog(session.project)
    qtbot.addWidget(made)
    made.show()
    waits(made, qtbot)
    return made


def waits(dialog: BackupsDialog, qtbot: QtBot) -> None:
    """Waits until a backup is shown."""
    qtbot.waitUntil(lambda: dialog.jobs._job is None and not dialog.view._soon.isActive())


def restores_to(folder: Path, dialog: BackupsDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "choose_folder", lambda *_words: folder)
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.job is None)


def test_each_is_listed_with_how_much_is_in_it_and_why_it_was_made(dialog: BackupsDialog) -> None:
    assert dialog.list.list.rows[0].remark == "2 paragraphs · 1 source · before: Delete paragraphs"


def test_the_text_of_the_newest_can_be_read(dialog: BackupsDialog) -> None:
    assert "There are seven libraries." in dialog.view.toPlainText()


def test_a_section_can_be_gone_to(dialog: BackupsDialog) -> None:
    dialog.sections.setCurrentIndex(dialog.sections.findData("A6"))
    dialog.sections.activated.emit(dialog.sections.currentIndex())
    assert dialog.view.verticalScrollBar().value() == dialog.view.verticalScrollBar().maximum()


def test_nothing_in_it_can_be_changed(dialog: BackupsDialog) -> None:
    assert (dialog.view.isReadOnly(), dialog.view.places) == (True, [])


def test_it_is_restored_into_a_new_folder(
    dialog: BackupsDialog, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    restores_to(tmp_path, dialog, qtbot, monkeypatch)
    assert dialog.restored == tmp_path / "nan – restored.cmdesk"
    restored = Session.open(dialog.restored, writable=False)
    assert restored.dossier.answers == session.dossier.answers
    restored.close()


def test_the_folder_that_is_open_stays_as_it_is(
    dialog: BackupsDialog, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(path.name for path in session.project.folder.rglob("*"))
    restores_to(tmp_path, dialog, qtbot, monkeypatch)
    assert sorted(path.name for path in session.project.folder.rglob("*")) == before


def test_a_folder_that_can_not_be_written_is_told(
    dialog: BackupsDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _parent, what, *_more: told.append(what))
    blocked = tmp_path / "file"
    blocked.write_text("")
    restores_to(blocked, dialog, qtbot, monkeypatch)
    assert (len(told), dialog.restored) == (1, None)


def test_a_backup_that_is_damaged_is_told_in_its_place(dialog: BackupsDialog, qtbot: QtBot) -> None:
    assert dialog.backup is not None
    content = bytearray(dialog.backup.path.read_bytes())
    content[-20:] = bytes(20)
    dialog.backup.path.write_bytes(content)
    dialog._look()
    waits(dialog, qtbot)
    assert dialog.backup.path.name in dialog.view.toPlainText()


def test_without_any_there_is_a_word_of_when_they_are_made(tmp_path: Path, qtbot: QtBot) -> None:
    made = BackupsDialog(Unopened(tmp_path))
    qtbot.addWidget(made)
    made.show()
    assert (made.empty.isVisible(), made.restore.isEnabled()) == (True, False)


def test_backups_of_a_folder_that_can_not_be_opened_are_restored(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.project.back_up("Delete paragraphs")
    made = BackupsDialog(Unopened(session.project.folder))
    qtbot.addWidget(made)
    made.show()
    waits(made, qtbot)
    restores_to(tmp_path, made, qtbot, monkeypatch)
    assert made.restored is not None
    restored = Session.open(made.restored, writable=False)
    assert restored.dossier.answers == session.dossier.answers
    restored.close()


def verified(folder: Path, qtbot: QtBot) -> VerifyDialog:
    """The verdict on a folder, shown."""
    made = VerifyDialog(folder)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.job is None)
    return made


def spoil(folder: Path) -> None:
    """Put other bytes into the newest snapshot."""
    newest = max((folder / "data").glob("snap-*"))
    newest.write_bytes(newest.read_bytes().replace(b"libraries", b"lobraries"))


def test_a_sound_dossier_is_said_to_be(session: Session, qtbot: QtBot) -> None:
    made = verified(session.project.folder, qtbot)
    assert (made.outcome.text(), made.findings.isVisible()) == ("The dossier is sound.", False)


def test_damage_is_listed_in_sentences(session: Session, qtbot: QtBot) -> None:
    session.close()
    spoil(session.project.folder)
    made = verified(session.project.folder, qtbot)
    assert made.verdict is not None
    assert made.verdict.severity >= Severity.DAMAGE
    assert "snap-" in made.findings.list.rows[0].words


def test_it_is_repaired_into_a_new_folder(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.close()
    spoil(session.project.folder)
    made = verified(session.project.folder, qtbot)
    monkeypatch.setattr(messages, "choose_folder", lambda *_words: tmp_path)
    qtbot.mouseClick(made.mend, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.repaired is not None and made.job is None)
    repaired = Session.open(tmp_path / "nan – repaired.cmdesk", writable=False)
    assert (repaired.dossier.answers, repaired.project.report.damage) == (session.dossier.answers, ())
    repaired.close()


def test_a_folder_that_is_no_dossier_is_told_with_advice(tmp_path: Path, qtbot: QtBot) -> None:
    made = verified(tmp_path, qtbot)
    assert str(tmp_path) in made.outcome.text()


def test_it_can_be_closed_while_it_reads(session: Session, qtbot: QtBot) -> None:
    made = VerifyDialog(session.project.folder)
    qtbot.addWidget(made)
    made.show()
    made.reject()
    qtbot.waitUntil(lambda: not made.isVisible())
    assert made.job is None
