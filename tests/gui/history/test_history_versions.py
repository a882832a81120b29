"""The versions window as a person meets it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from cmdesk.edits.prose import SetText
from cmdesk.edits.stages import SetStage
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId, ulid
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage
from cmdesk.model.text import Text
from cmdesk.session import Session
from ui import messages
from ui.history import changes_dialog
from ui.history.changes_dialog import ChangesDialog
from ui.history.versions_dialog import VersionsDialog

A6 = QuestionId("A6")


def pid(number: int) -> ParagraphId:
    return ParagraphId(ulid(number, 1))


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> VersionsDialog:
    """The window, its first comparison shown."""
    made = VersionsDialog(session)
    qtbot.addWidget(made)
    made.show()
    waits(made, qtbot)
    return made


def waits(dialog: VersionsDialog, qtbot: QtBot) -> None:
    """Waits until a comparison is shown."""
    qtbot.waitUntil(lambda: dialog.jobs._job is None and not dialog.view._soon.isActive())


def restores(dialog: VersionsDialog, qtbot: QtBot, key: str | None) -> None:
    """Follows the link of a line, or of a section."""
    place = next(each for each in dialog.view.places if (each.line.key if each.line else None) == key)
    dialog.view.restore_wanted.emit(place)
    waits(dialog, qtbot)


def test_versions_are_listed_by_name_and_day(dialog: VersionsDialog) -> None:
    assert [row.words for row in dialog.list.rows.list.rows] == ["First draft, 5 April 2023"]


def test_a_row_says_how_much_is_in_it(dialog: VersionsDialog) -> None:
    assert "3 paragraphs · 1 source" in dialog.list.rows.list.rows[0].remark


def test_the_newest_is_compared_with_now(dialog: VersionsDialog) -> None:
    assert dialog.summary.text() == "1 changed · 1 taken out"


def test_the_present_is_kept_under_a_name(dialog: VersionsDialog, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.list.name.line, "For the mayor")
    qtbot.keyClick(dialog.list.name.line, Qt.Key.Key_Return)
    assert [version.name for version in session.project.versions.list()] == ["For the mayor", "First draft"]
    waits(dialog, qtbot)


def test_what_was_typed_last_is_in_it(dialog: VersionsDialog, session: Session, qtbot: QtBot) -> None:
    session.do(SetText(A6, pid(1), Language.ENGLISH, Text.of("Typed.")))
    dialog.list.name_wanted.emit("Now")
    newest = session.project.versions.list()[0]
    assert session.project.versions.dossier(newest).prose(A6).paragraph(pid(1)).english == Text.of("Typed.")
    waits(dialog, qtbot)


def test_nothing_can_be_kept_without_a_name(dialog: VersionsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.list.name.line, "  ")
    assert not dialog.list.keep.isEnabled()


def test_a_paragraph_is_restored(dialog: VersionsDialog, session: Session, qtbot: QtBot) -> None:
    restores(dialog, qtbot, pid(3))
    assert session.dossier.prose(A6).paragraph(pid(3)).english == Text.of("There are five libraries.")


def test_then_it_is_no_longer_among_the_changes(dialog: VersionsDialog, qtbot: QtBot) -> None:
    restores(dialog, qtbot, pid(3))
    assert dialog.summary.text() == "1 taken out"


def test_a_section_is_restored(dialog: VersionsDialog, session: Session, dossier: Dossier, qtbot: QtBot) -> None:
    restores(dialog, qtbot, None)
    assert session.dossier.answers == dossier.answers


def test_restoring_can_be_undone_here(dialog: VersionsDialog, session: Session, qtbot: QtBot) -> None:
    before = session.dossier
    restores(dialog, qtbot, None)
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert (session.dossier, dialog.undo.isVisible()) == (before, False)
    waits(dialog, qtbot)


def test_a_locked_text_is_told_and_left(
    dialog: VersionsDialog, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _parent, what, *_more: told.append(what))
    session.do(SetStage(A6, (pid(3),), Language.ENGLISH, Stage.LOCKED))
    restores(dialog, qtbot, pid(3))
    assert "locked" in told[0]
    assert session.dossier.prose(A6).paragraph(pid(3)).english == Text.of("There are seven libraries.")


def test_all_is_restored_after_a_question(
    dialog: VersionsDialog, session: Session, dossier: Dossier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask", lambda *_words: "yes")
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    waits(dialog, qtbot)
    assert (session.dossier.answers, dialog.summary.text()) == (dossier.answers, "")


def test_a_backup_is_made_before_all_is_restored(
    dialog: VersionsDialog, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask", lambda *_words: "yes")
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    waits(dialog, qtbot)
    assert "Restore the whole dossier" in [backup.reason for backup in session.project.backups]


def test_enter_presses_the_button_that_it_is_at(
    dialog: VersionsDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(messages, "ask", lambda _parent, what, *_more: asked.append(what) or "no")
    dialog.back.setFocus()
    qtbot.keyClick(dialog.back, Qt.Key.Key_Return)
    assert (len(asked), dialog.isVisible()) == (1, True)


def test_who_says_no_keeps_the_present(
    dialog: VersionsDialog, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session.dossier
    monkeypatch.setattr(messages, "ask", lambda *_words: "no")
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert session.dossier is before


def test_two_versions_are_compared_the_older_first(dialog: VersionsDialog, session: Session, qtbot: QtBot) -> None:
    session.project.versions.add("For the mayor")
    dialog.refresh()
    dialog.list.rows.step(1)
    dialog.other.setCurrentIndex(2)
    dialog.other.activated.emit(2)
    waits(dialog, qtbot)
    assert dialog.summary.text() == "1 changed · 1 taken out"


def test_between_two_versions_nothing_can_be_restored(dialog: VersionsDialog, qtbot: QtBot) -> None:
    dialog.other.setCurrentIndex(1)
    dialog.other.activated.emit(1)
    waits(dialog, qtbot)
    assert dialog.view.places == []


def test_what_stayed_the_same_is_shown_on_demand(dialog: VersionsDialog, qtbot: QtBot) -> None:
    dialog.whole.click()
    waits(dialog, qtbot)
    assert "The city has a plan." in dialog.view.toPlainText()


def test_a_version_that_is_damaged_is_told_in_its_place(dialog: VersionsDialog, session: Session, qtbot: QtBot) -> None:
    file = session.project.folder / session.project.versions.list()[0].file
    content = bytearray(file.read_bytes())
    content[-20:] = bytes(20)
    file.write_bytes(content)
    dialog.refresh()
    waits(dialog, qtbot)
    assert file.name in dialog.view.toPlainText()


def test_closing_does_not_wait_for_a_comparison(session: Session, qtbot: QtBot) -> None:
    made = VersionsDialog(session)
    qtbot.addWidget(made)
    made.show()
    begun = time.monotonic()
    made.reject()
    assert time.monotonic() - begun < 1
    assert made.result() == QDialog.DialogCode.Rejected
    qtbot.wait(50)


def test_without_versions_there_is_a_word_of_what_they_are(tmp_path: Path, dossier, qtbot) -> None:
    session = Session.create(tmp_path / "bare.cmdesk", dossier)
    made = VersionsDialog(session)
    qtbot.addWidget(made)
    made.show()
    assert made.list.empty.isVisible()
    assert not any(part.isEnabled() for part in (made.back, made.export))
    session.close()


def test_a_dossier_that_is_only_read_can_be_compared_and_not_restored(session: Session, qtbot: QtBot) -> None:
    folder = session.project.folder
    session.flush(10)
    reading = Session.open(folder, writable=False)
    made = VersionsDialog(reading)
    qtbot.addWidget(made)
    made.show()
    waits(made, qtbot)
    assert made.summary.text() == "1 changed · 1 taken out"
    assert (made.view.places, made.back.isEnabled(), made.list.name.isVisible()) == ([], False, False)
    reading.close()


def test_the_export_begins_with_what_is_compared(
    dialog: VersionsDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str]] = []

    def look(shown: ChangesDialog) -> bool:
        seen.append((shown.before.box.currentText(), shown.after.box.currentText()))
        shown.deleteLater()
        return False

    monkeypatch.setattr(ChangesDialog, "is_accepted", look)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert seen == [("First draft, 5 April 2023", "Now")]


@pytest.fixture
def changes(session: Session, qtbot: QtBot) -> Iterator[ChangesDialog]:
    """The dialog that writes what changed."""
    made = ChangesDialog(session, None)
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: made.job is None)


def test_what_changed_is_written_next_to_the_dossier(changes: ChangesDialog, session: Session, qtbot: QtBot) -> None:
    changes.format.group.button(2).click()
    with qtbot.waitSignal(changes.exported, timeout=10_000):
        qtbot.mouseClick(changes.start, Qt.MouseButton.LeftButton)
    page = (session.project.folder.parent / "Nan, a learning city (changes).html").read_text(encoding="utf-8")
    assert "<del>five</del><ins>seven</ins>" in page
    assert changes.outcome.text().startswith("Written: Nan, a learning city (changes).html")


def test_it_is_from_the_first_named_version_to_now(changes: ChangesDialog) -> None:
    shown = (changes.before.box.currentText(), changes.after.box.currentText())
    assert shown == ("First draft, 5 April 2023", "Now")


def test_it_goes_where_the_user_says(
    changes: ChangesDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tmp_path / "elsewhere.docx"
    monkeypatch.setattr(changes_dialog.messages, "choose_target", lambda *_words: wanted)
    qtbot.mouseClick(changes.elsewhere, Qt.MouseButton.LeftButton)
    assert (changes.path, changes.target.text()) == (wanted, str(wanted))
