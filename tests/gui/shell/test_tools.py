"""What stands beside the page, as a person uses it."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from cmdesk.checks import Severity
from cmdesk.edits.notes import AddNote
from cmdesk.edits.prose import AddParagraphs
from cmdesk.model.answer import Paragraph
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Milestone
from cmdesk.model.ids import NoteId, ParagraphId, QuestionId, RowId, new_ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.note import Note, Remark
from cmdesk.model.text import Text
from ui.actions import TABLE
from ui.dialogs.details import DetailsDialog
from ui.dialogs.milestones import MilestonesField
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.outline.sections import Section
from ui.overview.deadlines import days_left, told
from ui.palette.dialog import PaletteDialog
from ui.palette.entries import Sort
from ui.thai_keys import LATIN, ThaiKeys, latin_keys

A7, A8 = QuestionId("A7"), QuestionId("A8")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def written(person: Any) -> Any:
    """A dossier with a paragraph in each of two sections."""
    person.makes_a_dossier()
    session = person.window.workspace.session
    for question, words in ((A7, "Learning cities learn"), (A8, "A city is learning")):
        pair = Paragraph(ParagraphId(new_ulid()), "m", english=Text.of(words))
        session.do(AddParagraphs(question, None, (pair,)))
    return person


def looks_for(person: Any, words: str) -> Any:
    person.asks("find")
    panel = person.window.workspace.tools.side.panel("find")
    panel.wanted_words.setText(words)
    finder = person.window.workspace.tools.finder
    person.qtbot.waitUntil(lambda: finder.wish.words == words and finder.is_fresh, timeout=8_000)
    return panel


def english(person: Any, question: QuestionId) -> str:
    return person.window.workspace.session.dossier.prose(question).paragraphs[0].english.characters


def test_what_is_found_is_listed_and_shown_on_the_page(written: Any) -> None:
    panel = looks_for(written, "learn")
    assert panel.count.text() == "Found in 4 places"  # one of them in the title
    written.asks("find_next")
    written.asks("find_next")
    column = written.window.workspace.page.prose.column
    assert (column.language, column.textCursor().selectedText()) == (Language.ENGLISH, "learn")
    written.asks("find_previous")
    assert column.textCursor().selectedText() == "Learn"


def test_enter_in_the_line_goes_on_to_the_next_place(written: Any) -> None:
    panel = looks_for(written, "learn")
    for question in (A7, A7, A8):
        written.qtbot.keyClick(panel.wanted_words, Qt.Key.Key_Return)
        assert written.window.workspace.outline.question == question
    assert panel.wanted_words.hasFocus() or not written.window.isActiveWindow()


def test_all_is_replaced_after_a_look_and_taken_back_at_once(written: Any) -> None:
    looks_for(written, "learn")
    written.asks("replace")
    panel = written.window.workspace.tools.side.panel("find")
    panel.instead.setText("teach")
    assert any(row.remark == "→ teaching cities learn" or "teach" in row.remark for row in panel.list.list.rows)
    written.clicks(panel.all)
    assert (english(written, A7), english(written, A8)) == ("teaching cities teach", "A city is teaching")
    written.asks("undo")
    assert english(written, A7) == "Learning cities learn"


def test_one_is_replaced_and_the_next_one_shown(written: Any) -> None:
    panel = looks_for(written, "learn")
    written.asks("replace")
    panel.instead.setText("teach")
    written.clicks(panel.one)
    written.clicks(panel.one)
    assert english(written, A7) == "teaching cities learn"


def test_hits_that_are_old_are_not_replaced(written: Any) -> None:
    panel = looks_for(written, "learn")
    pair = Paragraph(ParagraphId(new_ulid()), "a", english=Text.of("More"))
    written.window.workspace.session.do(AddParagraphs(A7, None, (pair,)))
    panel.replace_all()
    assert "changed" in panel.problem.words
    assert english(written, A8) == "A city is learning"


def test_marked_words_are_looked_for(written: Any) -> None:
    workspace = written.window.workspace
    workspace.show_section(A7)
    workspace.page.focus_text(Language.ENGLISH)
    workspace.page.prose.column.selectAll()
    written.asks("find")
    assert workspace.tools.side.panel("find").wanted_words.text() == "Learning cities learn"


def checked(person: Any) -> Any:
    watch = person.window.workspace.tools.watch
    person.qtbot.waitUntil(lambda: watch.known, timeout=8_000)
    return watch


def test_the_checks_are_listed_by_section_and_lead_there(written: Any) -> None:
    watch = checked(written)
    written.asks("checks")
    panel = written.window.workspace.tools.side.panel("checks")
    rows = panel.list.list.rows
    assert [row.target for row in rows if row.target] == list(watch.findings)
    finding = next(each for each in watch.findings if each.question == A8)
    panel.list.chosen.emit(finding)
    assert written.window.workspace.outline.question == A8


def test_each_finding_says_how_grave_it_is_and_whether_it_has_a_source(written: Any) -> None:
    checked(written)
    panel = written.window.workspace.tools.side.panel("checks")
    rows = [row for row in panel.list.list.rows if row.target]
    assert {row.over for row in rows} <= {"Error", "Warning", "Note"}
    sourced = {row.remark: row.target.sourced for row in rows}
    assert sourced.get("Rests on a published source", True)
    assert not sourced.get("CMDesk's own rule", False)


def test_what_needs_a_look_is_counted_in_the_status_bar(written: Any) -> None:
    watch = checked(written)
    needed = sum(each.severity is not Severity.NOTE for each in watch.findings)
    assert written.window.status.checks.text() == f"{needed} things to look at"
    written.clicks(written.window.status.checks)
    assert written.window.workspace.tools.side.shown == "checks"


def section(person: Any, question: QuestionId) -> Section:
    sections = person.window.workspace.outline.sections
    line = sections.line(sections.place(question))
    assert isinstance(line, Section)
    return line


def test_the_outline_bears_signs_of_what_is_found(written: Any) -> None:
    note = Note(NoteId(new_ulid()), A7, to="Nok", remarks=(Remark(RowId(new_ulid()), "Why?"),))
    written.window.workspace.session.do(AddNote(note))
    checked(written)
    written.qtbot.waitUntil(lambda: "note" in {badge.icon for badge in section(written, A7).badges}, timeout=3_000)
    assert "1 open note" in section(written, A7).spoken


def choose_filter(person: Any, name: str) -> list[str]:
    pane = person.window.workspace.outline_pane
    pane.apply()
    pane.filter.setCurrentIndex(pane.filter.findText(name))
    pane.apply()
    view = person.window.workspace.outline
    return [
        view.sections.line(place).question
        for place in view._places()
        if not view.isRowHidden(place.row(), place.parent())
    ]


def test_the_outline_is_filtered_by_state_problem_and_person(written: Any) -> None:
    note = Note(NoteId(new_ulid()), A8, to="Nok", remarks=(Remark(RowId(new_ulid()), "Why?"),))
    written.window.workspace.session.do(AddNote(note))
    assert choose_filter(written, "One language missing") == [A7, A8]
    assert choose_filter(written, "Notes to Nok") == [A8]
    assert choose_filter(written, "Stale translations") == []
    assert written.window.workspace.outline_pane.nothing.isVisible()
    assert len(choose_filter(written, "All sections")) > 2


def test_the_overview_has_a_line_for_each_section_and_leads_there(written: Any) -> None:
    written.asks("overview")
    tools, page = written.window.workspace.tools, written.window.workspace.page
    assert not page.isVisible()
    lines = tools.overview.model.lines
    assert len(lines) == sum(1 for _ in written.window.workspace.session.dossier.form.questions)
    assert next(line for line in lines if line.question == A7).bars[1].words.startswith("3 of ")
    tools.overview.list.chosen.emit(A8)
    assert page.isVisible()
    assert page.question == A8


@pytest.mark.parametrize(
    ("due", "days"),
    [("2026-11-30", 8), ("2026-11", 8), ("2026", 39), ("2026-11-22", 0), ("2026-11-20", -2)],
)
def test_a_milestone_is_over_with_the_last_day_that_it_may_mean(due: str, days: int) -> None:
    assert days_left(PartialDate.parse(due), date(2026, 11, 22)) == days


@pytest.mark.parametrize(
    ("due", "words"), [("2026-11-23", "1 day left"), ("2026-11-22", "today"), ("2026-11-20", "ago")]
)
def test_the_days_left_are_told(due: str, words: str) -> None:
    milestone = Milestone(Wording("", "UNESCO"), PartialDate.parse(due))
    assert words in told(milestone, date(2026, 11, 22))


def test_milestones_are_edited_with_the_details(person: Any) -> None:
    person.makes_a_dossier()

    def fill(dialog: DetailsDialog) -> None:
        person.clicks(dialog.milestones.add)
        line = dialog.milestones.lines[0]
        person.qtbot.keyClicks(line.english, "National Commission")
        assert not dialog.keep.isEnabled()
        person.qtbot.keyClicks(line.due, "2027-01-15")
        person.clicks(dialog.keep)

    person.meets(DetailsDialog, fill)
    person.asks("details")
    wanted = (Milestone(Wording("", "National Commission"), PartialDate(2027, 1, 15)),)
    assert person.window.workspace.session.dossier.profile.milestones == wanted


def test_a_milestone_can_be_taken_out(qtbot: Any) -> None:
    field = MilestonesField()
    qtbot.addWidget(field)
    field.write((Milestone(Wording("ก", ""), PartialDate(2027)), Milestone(Wording("ข", ""), PartialDate(2028))))
    field.lines[0].away.click()
    assert [milestone.title.thai for milestone in field.milestones] == ["ข"]


def test_the_palette_knows_actions_sections_and_evidence(person: Any) -> None:
    person.asks("open_sample")
    seen: list[set[Sort]] = []

    def look(dialog: PaletteDialog) -> None:
        seen.append({entry.sort for entry in dialog._entries})
        assert {entry.id for entry in dialog._entries if entry.sort is Sort.ACTION} >= {"export", "find", "overview"}
        dialog.line.setText("stakeholder")
        person.qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    person.meets(PaletteDialog, look)
    person.asks("palette")
    assert seen == [set(Sort)]
    assert person.window.workspace.outline.question == A8


def test_the_palette_does_an_action(person: Any) -> None:
    person.makes_a_dossier()

    def choose(dialog: PaletteDialog) -> None:
        dialog.line.setText("overview")
        person.qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    person.meets(PaletteDialog, choose)
    person.asks("palette")
    assert person.window.workspace.tools.overview.isVisible()


def test_arrows_go_through_the_palette_and_nothing_found_is_said(person: Any) -> None:
    def look(dialog: PaletteDialog) -> None:
        first = dialog.list.current
        person.qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
        assert dialog.list.current is not first
        dialog.line.setText("zzzz")
        assert dialog.nothing.isVisible()
        dialog.reject()

    person.meets(PaletteDialog, look)
    person.asks("palette")


def test_every_shortcut_is_listed(qtbot: Any) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    listed = {row.target for row in dialog.list.list.rows}
    assert {line.id for line in TABLE if line.shortcut} <= listed
    dialog.line.setText("Ctrl+F")
    assert "find" in {row.target for row in dialog.list.list.rows}
    assert "quit" not in {row.target for row in dialog.list.list.rows}


def test_focus_leaves_the_page_alone_and_brings_everything_back(written: Any) -> None:
    window = written.window
    written.asks("focus")
    assert not window.workspace.outline_pane.isVisible()
    assert not window.bar.isVisible()
    written.asks("next")
    written.qtbot.wait(20)
    assert not window.bar.isVisible()
    written.asks("focus")
    assert window.workspace.outline_pane.isVisible()
    assert window.bar.isVisible()


def press(widget: Any, thai: str, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """What an X server sends under a Thai layout alone."""
    event = QKeyEvent(QEvent.Type.KeyPress, ord(thai), modifiers, thai)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def thai_keys(qapp: QApplication) -> Any:
    keys = ThaiKeys(qapp)
    yield keys
    qapp.removeEventFilter(keys)


@pytest.mark.usefixtures("thai_keys")
def test_ctrl_f_under_a_thai_keyboard_finds(written: Any) -> None:
    written.window.workspace.page.focus_text(Language.ENGLISH)
    press(written.window.workspace.page.prose.column, "ด")
    assert written.window.workspace.tools.side.shown == "find"


@pytest.mark.usefixtures("thai_keys")
def test_ctrl_z_under_a_thai_keyboard_undoes(written: Any) -> None:
    written.window.workspace.page.focus_text(Language.ENGLISH)
    written.qtbot.waitUntil(written.window.actions_.by_id["undo"].isEnabled)
    press(written.window.workspace.page.prose.column, "ผ")
    assert written.window.workspace.session.dossier.prose(A8).paragraphs == ()


@pytest.mark.usefixtures("thai_keys")
def test_what_the_window_does_not_know_reaches_the_widget_as_latin(written: Any) -> None:
    panel = looks_for(written, "learn")
    panel.wanted_words.deselect()
    press(panel.wanted_words, "ฟ")  # Ctrl+A
    written.qtbot.wait(10)
    assert panel.wanted_words.selectedText() == "learn" or written.window.actions_.by_id["select_all"].isEnabled()


@pytest.mark.usefixtures("thai_keys")
def test_a_thai_letter_by_itself_is_a_letter(written: Any) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, ord("ด"), Qt.KeyboardModifier.NoModifier, "ด")
    assert latin_keys(event) is None
    assert written.window.workspace.tools.side.shown == ""


def test_every_letter_key_of_the_table_has_its_thai_one() -> None:
    latin = set(LATIN.values())
    keys = [QKeySequence(part)[0] for line in TABLE for part in line.shortcut.split("; ") if part]
    letters = {chr(key.key()).lower() for key in keys if ord("A") <= key.key() <= ord("Z")}
    assert letters <= latin


def test_keys_of_a_shifted_thai_letter_are_found() -> None:
    modifiers = CTRL | Qt.KeyboardModifier.ShiftModifier
    event = QKeyEvent(QEvent.Type.KeyPress, ord("ฉ"), modifiers, "ฉ")
    assert latin_keys(event) == QKeySequence("Ctrl+Shift+C")


def test_a_folder_dropped_anywhere_reaches_the_window(person: Any) -> None:
    person.asks("open_sample")
    for action in ("checks", "find"):
        person.asks(action)
    person.window.workspace.show_section("A7")
    for widget in person.window.findChildren(QWidget):
        target = widget
        while target is not person.window and not target.isWindow() and not target.acceptDrops():
            target = target.parentWidget()
        takes_words = isinstance(widget, QLineEdit | QComboBox | QPlainTextEdit) or isinstance(
            widget.parentWidget(), QPlainTextEdit | QComboBox
        )
        assert target is person.window or target.isWindow() or takes_words, widget


def test_the_panel_shown_last_is_there_again(written: Any) -> None:
    folder = written.window.workspace.session.project.folder
    written.asks("checks")
    written.asks("close")
    written.window.door.open(folder)
    assert written.window.workspace.tools.side.shown == "checks"
    assert written.window.workspace.tools.side.isVisible()


def test_f6_goes_through_the_panel_as_well(written: Any) -> None:
    window = written.window
    window.activateWindow()
    written.asks("find")
    window.workspace.show_section(A7)
    window.workspace.page.focus_text(Language.ENGLISH)
    panel = window.workspace.tools.side.panel("find")
    written.qtbot.waitUntil(window.workspace.page.prose.column.hasFocus)
    written.asks("other_pane")
    assert panel.wanted_words.hasFocus()
    written.asks("other_pane")
    assert window.workspace.outline.hasFocus()


def test_escape_puts_the_panel_away(written: Any) -> None:
    panel = looks_for(written, "learn")
    written.qtbot.keyClick(panel.wanted_words, Qt.Key.Key_Escape)
    assert written.window.workspace.tools.side.shown == ""
