"""The panel of notes beside a page, both on one session."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmdesk.edits.notes import AddNote, SetNoteDone
from cmdesk.edits.prose import RemoveParagraphs
from cmdesk.i18n import use_language
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Surety
from cmdesk.model.ids import DossierId, NoteId, ParagraphId, QuestionId, RowId, new_ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.note import Anchor, Note, Remark
from cmdesk.model.text import Text
from cmdesk.session import Session
from cmdesk.settings import AUTHOR, Settings
from ui.bridge import SessionBridge
from ui.comfort import Comfort
from ui.dialogs.preferences import PreferencesDialog
from ui.editor.answer_page import AnswerPage
from ui.editor.places import Stretch
from ui.notes.panel import NotesPanel
from ui.notes.words import byline, place_words, when

TH, EN = Language.THAI, Language.ENGLISH
P1, P2 = QuestionId("P1"), QuestionId("P2")
_RIGHT = False
"""A click in the margin that is not the left one."""


def dossier() -> Dossier:
    known = Provenance(Surety.SOURCED, "https://example.org")
    questions = tuple(Question(name, Wording(name, name), QuestionKind.PROSE, known) for name in (P1, P2))
    form = Form("t", "1", Wording("แบบ", "Form"), Wording(), known, (Part(Wording("ส่วน", "Part"), questions),))
    rows = tuple(
        Paragraph(ParagraphId(new_ulid()), rank, thai=Text.of(thai), english=Text.of(english))
        for rank, thai, english in (("i", "หนึ่ง", "One fine day"), ("r", "สอง", "Two"))
    )
    made = Dossier(DossierId(new_ulid()), form, Profile(Wording("ก", "A"), Wording("ก", "A")))
    return made.with_answer(P1, Prose(rows))


class Office:
    """A page and the panel beside it."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self.qtbot = session, qtbot
        bridge = SessionBridge(session)
        self.page, self.panel = AnswerPage(bridge), NotesPanel(bridge, lambda: "Som")
        self.page.noting.begun.connect(self.panel.begin)
        self.page.noting.looked_at.connect(self.panel.look_at)
        self.panel.place_wanted.connect(self.page.noting.go_to)
        for widget in (self.page, self.panel):
            qtbot.addWidget(widget)
            widget.resize(900, 700)
            with qtbot.waitExposed(widget):
                widget.show()
        self.page.show_question(P1)
        self.panel.show_question(P1)

    @property
    def notes(self) -> list[Note]:
        return list(self.session.dossier.notes.values())

    @property
    def rows(self) -> tuple[Paragraph, ...]:
        return self.session.dossier.prose(P1).paragraphs

    def write(self, words: str, to: str = "") -> None:
        self.panel.composer.field.setText(words)
        self.panel.composer.to.setText(to)
        self.qtbot.keyClick(self.panel.composer.field, Qt.Key.Key_Return)

    def note(self, row: int, words: str = "Really?", anchor: Anchor | None = None, question: QuestionId = P1) -> Note:
        remark = Remark(RowId(new_ulid()), words, "Nok", "2026-11-22T09:30:00Z")
        paragraph = self.rows[row].id if row >= 0 else None
        made = Note(NoteId(new_ulid()), question, paragraph, anchor, remarks=(remark,))
        self.session.do(AddNote(made))
        return made


@pytest.fixture
def open_office(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Office]]:
    sessions = []

    def opened(*, writable: bool = True) -> Office:
        session = Session.create(tmp_path / "d", dossier())
        if not writable:
            session.close()
            session = Session.open(tmp_path / "d", writable=False)
        sessions.append(session)
        return Office(session, qtbot)

    yield opened
    for session in sessions:
        session.close()


@pytest.fixture
def office(open_office: Callable[..., Office]) -> Office:
    return open_office()


def test_a_note_is_written_on_the_words_that_are_selected(office: Office) -> None:
    office.page.focus_text(EN)
    office.page.prose.column.select(Stretch(EN, 0, 4, 0, 8))
    office.page.noting.begin()
    assert "fine" in office.panel.composer.place.text()
    office.write("Which day?", "Nok")
    [note] = office.notes
    assert (note.anchor, note.paragraph, note.to) == (Anchor(EN, "fine", 4), office.rows[0].id, "Nok")
    assert (note.remarks[0].author, note.remarks[0].words) == ("Som", "Which day?")
    assert not office.panel.composer.isVisible()


def test_without_a_selection_a_note_is_on_the_paragraph(office: Office) -> None:
    office.page.focus_text(TH)
    office.page.noting.begin()
    office.write("x")
    assert (office.notes[0].anchor, office.notes[0].paragraph) == (None, office.rows[0].id)


def test_in_an_empty_answer_a_note_is_on_the_whole(office: Office) -> None:
    office.page.show_question(P2)
    office.page.noting.begin()
    office.write("x")
    assert (office.notes[0].question, office.notes[0].paragraph) == (P2, None)


def test_a_note_without_words_is_not_added(office: Office) -> None:
    office.page.noting.begin()
    office.write("  ")
    assert not office.notes
    office.qtbot.keyClick(office.panel.composer.field, Qt.Key.Key_Escape)
    assert not office.panel.composer.isVisible()


def test_adding_a_note_can_be_undone(office: Office) -> None:
    office.note(0)
    office.session.undo()
    assert not office.panel.cards
    assert office.panel.empty.isVisible()


def test_a_note_is_answered_by_the_keyboard(office: Office) -> None:
    note = office.note(0)
    card = office.panel.cards[note.id]
    office.qtbot.mouseClick(card.answer, Qt.MouseButton.LeftButton)
    office.qtbot.keyClicks(card.field, "Yes")
    office.qtbot.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    office.qtbot.keyClicks(card.field, "indeed")
    office.qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert [remark.words for remark in office.notes[0].remarks] == ["Really?", "Yes\nindeed"]


def test_an_answer_that_is_being_written_outlives_a_change_of_the_note(office: Office) -> None:
    note = office.note(0)
    card = office.panel.cards[note.id]
    card.begin_answer()
    office.qtbot.keyClicks(card.field, "hm")
    office.note(1)
    assert office.panel.cards[note.id].field.text() == "hm"


def test_done_notes_are_shown_only_when_asked_for(office: Office) -> None:
    note = office.note(0)
    office.qtbot.mouseClick(office.panel.cards[note.id].done, Qt.MouseButton.LeftButton)
    assert not office.panel.cards
    office.panel.done_too.click()
    office.qtbot.mouseClick(office.panel.cards[note.id].done, Qt.MouseButton.LeftButton)
    assert not office.notes[0].done


def test_a_note_is_deleted(office: Office) -> None:
    note = office.note(0)
    office.qtbot.mouseClick(office.panel.cards[note.id].remove, Qt.MouseButton.LeftButton)
    assert not office.notes


def test_notes_of_other_sections_are_shown_when_asked_for(office: Office) -> None:
    office.note(-1, question=P2)
    assert not office.panel.cards
    office.panel.everywhere.click()
    assert len(office.panel.cards) == 1


def test_a_card_leads_to_its_words(office: Office) -> None:
    note = office.note(0, anchor=Anchor(EN, "fine", 0))
    office.qtbot.mouseClick(office.panel.cards[note.id].show_place, Qt.MouseButton.LeftButton)
    assert office.page.prose.column.plain_selection() == "fine"


def test_a_card_leads_to_its_paragraph(office: Office) -> None:
    note = office.note(1, anchor=Anchor(EN, "gone", 0))
    office.page.noting.go_to(note)
    assert office.page.prose.place.row == 1


def test_words_with_a_note_are_marked_and_the_document_is_not_changed(office: Office) -> None:
    note = office.note(0, anchor=Anchor(EN, "fine", 0))
    column = office.page.prose.sheet.columns[EN]
    assert [mark.cursor.selectedText() for mark in column.extraSelections()] == ["fine"]
    assert column.toPlainText() == "One fine day\nTwo"
    office.session.do(SetNoteDone(note.id, done=True))
    assert not column.extraSelections()


def test_a_click_on_the_mark_shows_the_note(office: Office) -> None:
    note = office.note(1)
    with office.qtbot.waitSignal(office.page.noting.looked_at) as looked:
        office.page.prose.sheet.columns[EN].margin_pressed.emit(1, _RIGHT)
    assert looked.args == [note.paragraph]
    assert office.panel.focusWidget() is office.panel.cards[note.id].show_place


def test_notes_can_only_be_read_in_a_dossier_that_is_only_read(open_office: Callable[..., Office]) -> None:
    office = open_office(writable=False)
    office.page.noting.begin()
    office.panel.begin(Note(NoteId(""), P1))
    assert not office.panel.composer.isVisible()


def test_where_a_note_is_is_said(office: Office) -> None:
    whole, second = office.note(-1), office.note(1)
    assert place_words(whole, office.session.dossier) == "P1: the whole answer"
    assert place_words(second, office.session.dossier) == "P1, paragraph 2: Two"
    office.session.do(RemoveParagraphs(P1, (office.rows[1].id,)))
    assert place_words(second, office.session.dossier) == "P1: a paragraph that is no longer there"


def test_a_long_quotation_is_shortened(office: Office) -> None:
    note = office.note(0, anchor=Anchor(EN, "word " * 40, 0))
    assert len(place_words(note, office.session.dossier)) < 75


def test_a_remark_says_who_and_when() -> None:
    assert byline(Remark(RowId("r"), "x", "Som", "2026-11-22T09:30:00Z")).startswith("Som · 22 November 2026, ")
    assert byline(Remark(RowId("r"), "x", "", "nonsense")) == "Somebody"
    use_language("th")
    assert "2569" in when("2026-11-22T09:30:00Z")


def test_the_panel_speaks_the_interface_language_anew(office: Office) -> None:
    note: Any = office.note(0)
    office.panel.retranslate()
    assert office.panel.cards[note.id].show_place.text() == "Go there"


def test_the_name_beside_notes_is_set_in_the_settings(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    dialog = PreferencesDialog(settings, Comfort(qapp, settings))
    qtbot.addWidget(dialog)
    dialog.author.line.setText(" สมชาย ")
    qtbot.keyClick(dialog.author.line, Qt.Key.Key_Tab)
    dialog.author.line.editingFinished.emit()
    assert settings.get(AUTHOR) == "สมชาย"
