from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from cmdesk.edits.prose import RemoveParagraphs, SetText
from cmdesk.i18n import use_language
from cmdesk.model.answer import ParagraphKind
from cmdesk.model.form import Limit, Provenance, Surety, Unit
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text
from ui import theme
from ui.editor.backdrop import labels
from ui.editor.places import Place, Stretch
from ui.editor.provenance_words import limit_details
from ui.editor.state import EditorState

EN, TH = Language.ENGLISH, Language.THAI


def wait_for_count(desk: Any, words: str) -> None:
    budget = desk.page.prose.sheet.budgets[EN]
    desk.qtbot.waitUntil(lambda: words in budget.text(), timeout=2000)


def test_the_head_names_the_question_in_both_languages(desk: Any) -> None:
    head = desk.page.head
    assert [head.number.text(), head.title.text(), head.other_title.text()] == ["P1", "Question P1", "คำถาม P1"]


def test_what_is_asked_can_be_folded_away(desk: Any) -> None:
    head = desk.page.head
    assert head.guidance.isVisible()
    head.toggle.click()
    assert not head.guidance.isVisible()
    desk.page.show_question(QuestionId("P2"))
    desk.page.show_question(QuestionId("P1"))
    assert not head.guidance.isVisible()


def test_the_count_follows_what_is_typed(desk: Any) -> None:
    desk.at(0, 3)
    desk.qtbot.keyClicks(desk.page.prose.column, " more words")
    wait_for_count(desk, "5")


def test_too_many_words_are_told_with_a_sign(open_desk: Any) -> None:
    desk = open_desk(("ก", "one two three four five six seven eight nine ten eleven twelve"))
    budget = desk.page.prose.sheet.budgets[EN]
    assert budget.text().startswith("▲ 2 words over")


def test_a_target_is_never_called_a_limit(open_desk: Any) -> None:
    desk = open_desk(("ก", "one two"))
    budget = desk.page.prose.sheet.budgets[EN]
    assert "target" in budget.text()
    assert "no rule of UNESCO" in budget.details
    assert "Unicode" in budget.details


@pytest.mark.parametrize(
    ("surety", "words"),
    [
        (Surety.SOURCED, "published"),
        (Surety.TOPIC_SOURCED, "topic"),
        (Surety.INFERRED, "inferred"),
        (Surety.RECALLED, "memory"),
    ],
)
def test_a_limit_tells_how_surely_it_is_known(surety: Surety, words: str) -> None:
    provenance = Provenance(surety, "https://example.org/form", Wording("", "Seen in print."))
    lines = limit_details(Limit(10, Unit.WORDS, provenance), EN)
    assert words in lines[0]
    assert lines[1:] == ["Seen in print.", "Source: https://example.org/form"]


def test_a_key_of_the_thai_layout_writes_thai(desk: Any) -> None:
    column = desk.at(0, 5, TH)
    key = QKeyEvent(QKeyEvent.Type.KeyPress, 0x0E01, Qt.KeyboardModifier.NoModifier, "ก")
    QApplication.sendEvent(column, key)
    assert desk.texts()[0][0] == "หนึ่งก"


def test_shortcuts_of_the_window_are_not_swallowed(desk: Any) -> None:
    column = desk.at(0, 0)
    asked = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "")
    asked.ignore()
    QApplication.sendEvent(column, asked)
    assert not asked.isAccepted()


def test_the_method_is_one_click_away(desk: Any) -> None:
    budget = desk.page.prose.sheet.budgets[EN]
    assert "Unicode" in budget.toolTip()
    budget.click()


def test_the_caret_is_remembered_for_each_question(desk: Any) -> None:
    desk.at(1, 2)
    desk.page.show_question(QuestionId("P2"))
    desk.page.show_question(QuestionId("P1"))
    assert desk.page.prose.place == Place(1, EN, 2)


def test_each_question_shows_its_own_answer(desk: Any) -> None:
    desk.page.show_question(QuestionId("P2"))
    assert desk.shown() == [("", "")]
    assert desk.page.question == QuestionId("P2")


def test_commands_do_nothing_outside_prose(desk: Any) -> None:
    desk.at(1, 0)
    desk.page.show_question(QuestionId("C"))
    desk.page.delete_paragraph()
    desk.page.toggle_bold()
    desk.page.set_kind(ParagraphKind.BULLET)
    desk.page.add_paragraph()
    desk.page.set_leading(EN)
    desk.page.split_paragraph()
    assert desk.session.undoable is None


def test_the_state_outside_prose_is_off(desk: Any) -> None:
    desk.page.show_question(QuestionId("C"))
    assert desk.page.state == EditorState()


def test_the_state_tells_what_applies_at_the_caret(desk: Any) -> None:
    desk.at(2, 0)
    state = desk.page.state
    assert (state.can_join, state.can_move_up, state.can_move_down) == (True, True, False)
    assert (state.kind, state.language, state.leading) == (ParagraphKind.BODY, EN, TH)


def test_the_state_is_told_only_when_it_is_another(desk: Any) -> None:
    column = desk.at(1, 0)
    with desk.qtbot.assertNotEmitted(desk.page.state_changed):
        desk.qtbot.keyClicks(column, "abc")


def test_a_dossier_that_is_only_read_takes_no_letters(open_desk: Any) -> None:
    desk = open_desk(("ก", "A"), ("ข", "B"), writable=False)
    column = desk.at(0, 0)
    desk.qtbot.keyClicks(column, "x")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Tab)
    assert desk.texts() == [("ก", "A"), ("ข", "B")]
    assert desk.page.state.read_only
    assert not desk.page.state.can_format


def test_a_change_from_elsewhere_is_shown_and_moves_no_caret(desk: Any) -> None:
    column = desk.at(2, 3)
    first = desk.prose.paragraphs[0]
    desk.session.do(SetText(QuestionId("P1"), first.id, EN, Text.of("Changed")))
    assert desk.shown()[0] == ("หนึ่ง", "Changed")
    assert column.place == Place(2, EN, 3)


def test_a_stale_edit_is_refused_with_a_reason(desk: Any) -> None:
    desk.page.prose.do(RemoveParagraphs(QuestionId("P1"), (ParagraphId("gone"),)))
    assert "no longer" in desk.page.notice.words
    assert desk.shown() == desk.texts()


def test_only_rows_that_differ_are_touched(open_desk: Any) -> None:
    desk = open_desk(*((f"ก{n}", f"Word {n}") for n in range(40)))
    changes: list[tuple[int, int, int]] = []
    desk.column(TH).document().contentsChange.connect(lambda *change: changes.append(change))
    desk.at(20, 3)
    desk.qtbot.keyClicks(desk.page.prose.column, "x")
    assert changes == []


def test_numbers_begin_anew_after_other_paragraphs(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 0, 1, 1))
    desk.page.set_kind(ParagraphKind.NUMBERED)
    assert labels(desk.prose.paragraphs) == ["1.", "2.", ""]


def test_the_context_menu_speaks_our_words(desk: Any) -> None:
    column = desk.at(0, 0)
    menu = column.context_menu()
    assert [action.text() for action in menu.actions()] == ["Cu&t", "&Copy", "&Paste", "Select &all"]
    assert not menu.actions()[0].isEnabled()


def test_a_press_inside_the_selection_drops_it_so_that_no_text_is_dragged(desk: Any) -> None:
    column = desk.at(0, 0)
    column.selectAll()
    desk.qtbot.mousePress(column.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 15))
    assert not column.textCursor().hasSelection()


def test_leaving_the_page_ends_a_step_of_typing(desk: Any) -> None:
    column = desk.at(0, 3)
    desk.qtbot.keyClicks(column, "a")
    desk.page.head.toggle.setFocus()
    column.setFocus()
    desk.qtbot.keyClicks(column, "b")
    desk.session.undo()
    assert desk.texts()[0][1] == "Onea"


@pytest.fixture
def thai() -> Iterator[None]:
    use_language("th")
    yield
    use_language("en")


def test_the_page_speaks_the_interface_s_language(desk: Any, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("thai")
    desk.page.retranslate()
    assert desk.page.head.title.text() == "คำถาม P1"


def test_forms_are_retranslated_as_well(desk: Any, request: pytest.FixtureRequest) -> None:
    desk.page.show_question(QuestionId("C"))
    request.getfixturevalue("thai")
    desk.page.retranslate()
    assert desk.page.form.fields[0].line.accessibleName().startswith("จำนวนประชากร")


def test_other_colours_and_sizes_leave_text_and_caret(desk: Any, qapp: QApplication) -> None:
    column = desk.at(1, 2)
    theme.dress(qapp, theme.DARK, 20)
    desk.qtbot.waitUntil(lambda: column.document().defaultFont().pointSize() == 20)
    theme.dress(qapp, theme.LIGHT)
    desk.qtbot.waitUntil(lambda: column.document().defaultFont().pointSize() == theme.TEXT_POINTS)
    assert desk.shown() == desk.texts()
    assert desk.page.prose.place == Place(1, EN, 2)


def test_a_form_and_its_count_put_on_other_colours(desk: Any, qapp: QApplication) -> None:
    desk.page.show_question(QuestionId("M"))
    desk.page.form.add_material()
    theme.dress(qapp, theme.DARK)
    ink = theme.DARK.warn
    budget = desk.page.head.budget
    desk.qtbot.waitUntil(lambda: budget.palette().buttonText().color().name() == ink, timeout=2000)
    theme.dress(qapp, theme.LIGHT)
    desk.qtbot.waitUntil(lambda: budget.palette().buttonText().color().name() == theme.LIGHT.warn, timeout=2000)


def test_switching_the_interface_keeps_the_caret(desk: Any) -> None:
    desk.at(2, 1)
    desk.page.retranslate()
    assert desk.page.prose.place == Place(2, EN, 1)


def test_the_page_paints_every_kind_of_row(desk: Any) -> None:
    for row, kind in enumerate((ParagraphKind.BULLET, ParagraphKind.NUMBERED, ParagraphKind.QUOTATION)):
        desk.at(row, 0)
        desk.page.set_kind(kind)
    before = desk.page.grab().toImage()
    desk.page.set_kind(ParagraphKind.BODY)
    assert desk.page.grab().toImage() != before
