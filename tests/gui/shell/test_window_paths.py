"""What a user can do at the end, driven through the widgets that they touch."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from cmdesk.export.exporting import Format
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.session import Session
from ui.dialogs.export import ExportDialog


def english(session: Session, question: str) -> list[str]:
    return [row.english.characters for row in session.dossier.prose(QuestionId(question)).paragraphs]


def test_a_dossier_made_with_the_wizard_is_on_disk(person: Any) -> None:
    folder = person.makes_a_dossier("Chiang Rai")
    kept = Session.open(folder, writable=False)
    assert kept.dossier.profile.city.english == "Chiang Rai"


def test_what_was_written_and_called_saved_is_there_when_the_dossier_is_reopened(person: Any) -> None:
    folder = person.makes_a_dossier()
    workspace = person.window.workspace
    workspace.show_section("A7")
    workspace.page.focus_text(Language.THAI)
    person.writes("เมืองแห่งการเรียนรู้")
    workspace.page.focus_text(Language.ENGLISH)
    person.writes("A learning city")
    person.waits_for_saved()
    person.asks("close")

    person.window.door.open(folder)

    row = person.window.workspace.session.dossier.prose(QuestionId("A7")).paragraphs[0]
    assert (row.thai.characters, row.english.characters) == ("เมืองแห่งการเรียนรู้", "A learning city")


def test_the_window_says_saving_until_it_is_on_disk(person: Any) -> None:
    person.makes_a_dossier()
    person.window.workspace.show_section("A7")
    person.window.workspace.page.focus_text(Language.ENGLISH)
    person.writes("a")
    person.qtbot.waitUntil(lambda: person.light == "Saving…", timeout=2_000)
    person.waits_for_saved()


def test_a_reopened_dossier_shows_the_section_looked_at_last(person: Any) -> None:
    folder = person.makes_a_dossier()
    person.window.workspace.show_section("A9")
    person.asks("close")
    person.window.door.open(folder)
    assert person.window.workspace.outline.question == "A9"


@pytest.fixture
def two_sections(person: Any) -> Any:
    """A window with a sentence typed in A7 and then one in A8."""
    person.makes_a_dossier()
    for question, words in (("A7", "Seven."), ("A8", "Eight.")):
        person.window.workspace.show_section(question)
        person.window.workspace.page.focus_text(Language.ENGLISH)
        person.writes(words)
    return person


def test_undo_takes_back_the_change_of_another_section_and_shows_it(two_sections: Any) -> None:
    workspace = two_sections.window.workspace
    two_sections.asks("undo")
    two_sections.asks("undo")
    assert workspace.outline.question == "A7"
    assert english(workspace.session, "A7") in ([], [""])


def test_redo_makes_it_again_in_order(two_sections: Any) -> None:
    workspace = two_sections.window.workspace
    for action in ("undo", "undo", "redo", "redo"):
        two_sections.asks(action)
    assert english(workspace.session, "A7") == ["Seven."]
    assert english(workspace.session, "A8") == ["Eight."]
    assert workspace.outline.question == "A8"


def test_undo_can_be_pressed_while_writing(two_sections: Any) -> None:
    workspace = two_sections.window.workspace
    two_sections.qtbot.keyClick(two_sections.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert english(workspace.session, "A8") in ([], [""])


def test_the_undo_action_names_what_it_would_undo(two_sections: Any) -> None:
    two_sections.asks("split")
    action = two_sections.window.actions_.by_id["undo"]
    two_sections.qtbot.waitUntil(lambda: "Split paragraph" in action.text())


def test_undo_is_off_when_nothing_was_done(person: Any) -> None:
    person.makes_a_dossier()
    assert not person.window.actions_.by_id["undo"].isEnabled()


@pytest.mark.parametrize(("place", "form"), [(0, Format.DOCX), (1, Format.PDF)])
def test_the_export_dialog_writes_the_file_it_names(person: Any, place: int, form: Format) -> None:
    person.makes_a_dossier()
    written: list[Path] = []

    def export(dialog: ExportDialog) -> None:
        dialog.format.group.button(place).click()
        with person.qtbot.waitSignal(dialog.exported, timeout=30_000):
            person.clicks(dialog.start)
        assert dialog.open_file.isVisible()
        written.append(dialog.path)
        person.clicks(dialog.cancel)

    person.meets(ExportDialog, export)
    person.asks("export")
    assert written[0].suffix == form.suffix
    assert written[0].stat().st_size > 1000


def test_a_cancelled_export_leaves_no_file(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    person.makes_a_dossier()
    monkeypatch.setattr("ui.dialogs.export.export", _endless)
    left: list[Path] = []

    def cancel(dialog: ExportDialog) -> None:
        person.clicks(dialog.start)
        job = dialog.job
        with person.qtbot.waitSignal(job.ended, timeout=5_000):
            person.clicks(dialog.cancel)
        assert dialog.start.isVisible()
        left.extend(dialog.path.parent.glob("*.docx"))
        person.clicks(dialog.cancel)

    person.meets(ExportDialog, cancel)
    person.asks("export")
    assert left == []


def _endless(*_given: object, progress: Any = None) -> None:
    step = (progress or _given[-1]).step
    while True:
        step(1, 2)


def test_writing_goes_on_while_an_export_runs(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    person.makes_a_dossier()
    monkeypatch.setattr("ui.dialogs.export.export", _endless)
    workspace = person.window.workspace
    workspace.show_section("A7")

    def write(dialog: ExportDialog) -> None:
        person.clicks(dialog.start)
        workspace.page.focus_text(Language.ENGLISH)
        person.writes("Still here")
        with person.qtbot.waitSignal(dialog.job.ended, timeout=5_000):
            dialog.reject()

    person.meets(ExportDialog, write)
    person.asks("export")
    assert english(workspace.session, "A7") == ["Still here"]


def test_a_folder_that_is_no_dossier_is_refused_in_words(person: Any, home: Path) -> None:
    said: list[str] = []

    def read(message: QMessageBox) -> None:
        said.append(message.text())
        person.clicks_named(message, "ok")

    person.meets(QMessageBox, read)
    person.window.door.open(home / "documents")
    assert "documents" in said[0]
    assert person.window.workspace is None
