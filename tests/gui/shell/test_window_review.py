"""What translators and reviewers do, through the window's own actions and keys."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.language import Language
from cmdesk.model.note import Note
from cmdesk.model.stage import Stage
from cmdesk.settings import TEXT_SIZE
from ui.editor.reading_window import ReadingWindow
from ui.editor.sides import Sides

TH, EN = Language.THAI, Language.ENGLISH


class Reviewer:
    """Somebody at the first section in prose of a new dossier, who has written one pair."""

    def __init__(self, person: Any) -> None:
        self.person = person
        person.makes_a_dossier()
        self.workspace = person.window.workspace
        session = self.workspace.session
        self.session = session
        asked = (question.id for question in session.dossier.form.questions)
        self.question = next(each for each in asked if isinstance(session.dossier.answer(each), Prose))
        self.workspace.show_section(self.question)
        self.page = self.workspace.page
        for language, words in ((TH, "ปี 2566"), (EN, "In 2023")):
            self.page.focus_text(language)
            person.writes(words)

    @property
    def row(self) -> Paragraph:
        paragraph: Paragraph = self.session.dossier.prose(self.question).paragraphs[0]
        return paragraph

    def asks(self, action: str) -> None:
        self.person.asks(action)

    def is_checked(self, action: str) -> bool:
        self.person.window.show_situation()
        return bool(self.person.window.actions_.by_id[action].isChecked())


@pytest.fixture
def reviewer(person: Any) -> Reviewer:
    return Reviewer(person)


@pytest.mark.parametrize(
    ("action", "stage"),
    [
        ("stage_done", Stage.TRANSLATED),
        ("stage_reviewed", Stage.REVIEWED),
        ("lock", Stage.LOCKED),
        ("stage_draft", Stage.DRAFT),
    ],
)
def test_a_stage_is_chosen_from_the_menu_and_checked_there(reviewer: Reviewer, action: str, stage: Stage) -> None:
    reviewer.asks(action)
    assert reviewer.row.stage(EN) is stage
    assert reviewer.is_checked(action)


def test_a_lock_is_taken_off_from_the_menu(reviewer: Reviewer) -> None:
    reviewer.asks("lock")
    reviewer.asks("lock")
    assert reviewer.row.stage(EN) is not Stage.LOCKED


@pytest.mark.parametrize("action", ["agree_updated", "agree_still_right", "agree_typo"])
def test_a_translation_left_behind_is_settled_from_the_menu(reviewer: Reviewer, action: str) -> None:
    reviewer.asks("stage_done")
    reviewer.page.focus_text(TH)
    reviewer.person.writes("ๆ")
    assert reviewer.row.is_stale
    reviewer.asks(action)
    assert not reviewer.row.is_stale


def test_the_menu_leads_from_one_section_to_the_next_text_that_is_due(reviewer: Reviewer) -> None:
    reviewer.asks("next")
    reviewer.asks("next_due")
    assert reviewer.page.question == reviewer.question
    reviewer.asks("previous_due")
    assert reviewer.page.question == reviewer.question


def test_finishing_says_that_nothing_else_is_left(reviewer: Reviewer) -> None:
    reviewer.asks("finish")
    assert reviewer.row.stage(EN) is Stage.TRANSLATED
    assert "Nothing else" in reviewer.page.notice.words


def test_a_note_is_written_and_found_from_the_menu(reviewer: Reviewer) -> None:
    reviewer.asks("note")
    panel = reviewer.workspace.notes
    assert panel.isVisible()
    reviewer.person.writes("Which month?")
    reviewer.person.qtbot.keyClick(panel.composer.field, Qt.Key.Key_Return)
    [note] = reviewer.session.dossier.notes.values()
    assert isinstance(note, Note)
    assert note.remarks[0].words == "Which month?"
    reviewer.person.clicks(panel.cards[note.id].show_place)
    assert reviewer.person.window.focusWidget() is reviewer.page.prose.column


def test_a_card_of_another_section_leads_there(reviewer: Reviewer) -> None:
    reviewer.asks("note")
    reviewer.person.writes("x")
    panel = reviewer.workspace.notes
    reviewer.person.qtbot.keyClick(panel.composer.field, Qt.Key.Key_Return)
    reviewer.asks("next")
    panel.everywhere.click()
    [card] = panel.cards.values()
    reviewer.person.clicks(card.show_place)
    assert reviewer.page.question == reviewer.question


def test_notes_are_shown_and_put_away(reviewer: Reviewer) -> None:
    reviewer.asks("notes")
    assert reviewer.is_checked("notes")
    reviewer.person.clicks(reviewer.workspace.notes.away)
    assert not reviewer.workspace.notes.isVisible()
    assert not reviewer.is_checked("notes")


@pytest.mark.parametrize("sides", Sides)
def test_each_way_of_showing_the_languages_is_chosen_from_the_menu(reviewer: Reviewer, sides: Sides) -> None:
    reviewer.asks(sides.value)
    assert reviewer.page.prose.sheet.sides is sides
    assert [each for each in Sides if reviewer.is_checked(each.value)] == [sides]


def test_numbers_are_converted_from_the_menu(reviewer: Reviewer) -> None:
    reviewer.page.focus_text(TH)
    for action, words in (
        ("common_years", "ปี 2023"),
        ("buddhist_years", "ปี 2566"),
        ("thai_digits", "ปี ๒๕๖๖"),
        ("arabic_digits", "ปี 2566"),
    ):
        reviewer.asks(action)
        assert reviewer.row.thai.characters == words


def test_the_wheel_changes_the_size_that_the_settings_know(reviewer: Reviewer) -> None:
    before = reviewer.person.window._settings.get(TEXT_SIZE)
    reviewer.page.prose.column.zoomed.emit(1)
    assert reviewer.person.window._settings.get(TEXT_SIZE) > before


def test_the_whole_dossier_is_read_in_a_window_of_its_own(reviewer: Reviewer) -> None:
    reviewer.asks("read")
    window = reviewer.workspace.findChild(ReadingWindow)
    reviewer.person.qtbot.waitExposed(window)
    assert "In 2023" in window.text.toPlainText()
    reviewer.asks("next")
    window.section_wanted.emit(reviewer.question)
    assert reviewer.page.question == reviewer.question
    reviewer.asks("read")
    assert reviewer.workspace.findChildren(ReadingWindow) == [window]
