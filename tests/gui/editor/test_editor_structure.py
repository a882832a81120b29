from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.language import Language
from ui.editor.paste import LONGEST_PASTE, MOST_PASTED
from ui.editor.places import Place, Stretch

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
EN, TH = Language.ENGLISH, Language.THAI


def paste(desk: Any, words: str) -> None:
    data = QMimeData()
    data.setText(words)
    desk.page.prose.column.insertFromMimeData(data)


def test_enter_splits_this_language_and_leaves_the_other(desk: Any) -> None:
    desk.at(0, 1)
    desk.press(Qt.Key.Key_Return)
    assert desk.texts()[:2] == [("หนึ่ง", "O"), ("", "ne")]
    assert desk.shown() == desk.texts()


def test_after_enter_the_caret_is_at_the_start_of_the_new_row(desk: Any) -> None:
    desk.at(0, 1)
    desk.press(Qt.Key.Key_Return)
    assert desk.page.prose.place == Place(1, EN, 0)


def test_enter_at_the_end_adds_a_blank_pair(desk: Any) -> None:
    desk.at(0, 3)
    desk.press(Qt.Key.Key_Return)
    assert desk.texts()[:3] == [("หนึ่ง", "One"), ("", ""), ("สอง", "Two")]
    assert desk.page.prose.place == Place(1, EN, 0)


def test_enter_at_the_start_puts_a_blank_pair_before(desk: Any) -> None:
    desk.at(1, 0)
    desk.press(Qt.Key.Key_Return)
    assert desk.texts()[:3] == [("หนึ่ง", "One"), ("", ""), ("สอง", "Two")]
    assert desk.page.prose.place == Place(2, EN, 0)


def test_enter_in_a_blank_answer_makes_two_pairs(open_desk: Any) -> None:
    desk = open_desk()
    desk.at(0, 0)
    desk.press(Qt.Key.Key_Return)
    assert desk.texts() == [("", ""), ("", "")]


def test_enter_in_a_blank_list_item_ends_the_list(desk: Any) -> None:
    desk.at(0, 3)
    desk.page.set_kind(ParagraphKind.BULLET)
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    assert [row.kind for row in desk.prose.paragraphs[:2]] == [ParagraphKind.BULLET, ParagraphKind.BODY]
    assert len(desk.prose.paragraphs) == 4


def test_shift_enter_begins_a_line_inside_the_paragraph(desk: Any) -> None:
    desk.at(0, 1)
    desk.press(Qt.Key.Key_Return, SHIFT)
    assert desk.texts()[0] == ("หนึ่ง", "O\nne")
    assert desk.page.prose.place == Place(0, EN, 2)


def test_ctrl_enter_splits_both_languages_at_their_carets(desk: Any) -> None:
    desk.at(0, 4, TH)
    desk.at(0, 2)
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.texts()[:2] == [("หนึ่", "On"), ("ง", "e")]


def test_ctrl_enter_leaves_the_other_language_whole_when_its_caret_is_elsewhere(desk: Any) -> None:
    desk.at(1, 2, TH)
    desk.at(0, 2)
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.texts()[:2] == [("หนึ่ง", "On"), ("", "e")]


def test_backspace_at_the_start_joins_with_the_row_above(desk: Any) -> None:
    desk.at(1, 0)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.texts() == [("หนึ่ง สอง", "One Two"), ("สาม", "Three")]
    assert desk.page.prose.place == Place(0, EN, 4)


def test_backspace_at_the_very_start_does_nothing(desk: Any) -> None:
    desk.at(0, 0)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.session.undoable is None


def test_delete_at_the_end_joins_the_next_row(desk: Any) -> None:
    desk.at(0, 3)
    desk.press(Qt.Key.Key_Delete)
    assert desk.texts()[0] == ("หนึ่ง สอง", "One Two")
    assert desk.page.prose.place == Place(0, EN, 4)


def test_deleting_a_word_stops_at_the_end_of_the_paragraph(open_desk: Any) -> None:
    desk = open_desk(("ก", "One two"), ("ข", "Three"))
    desk.at(0, 4)
    desk.press(Qt.Key.Key_Delete, CTRL)
    assert desk.texts() == [("ก", "One "), ("ข", "Three")]


@pytest.mark.parametrize("language", list(Language))
def test_tab_goes_to_the_other_language_of_the_row(desk: Any, language: Language) -> None:
    desk.at(1, 0, language)
    desk.press(Qt.Key.Key_Tab)
    assert (desk.page.prose.place.row, desk.page.prose.place.language) == (1, language.other)
    assert desk.column(language.other).hasFocus()


def test_arrows_go_from_row_to_row(desk: Any) -> None:
    desk.at(0, 3)
    desk.press(Qt.Key.Key_Right)
    assert desk.page.prose.place == Place(1, EN, 0)
    desk.press(Qt.Key.Key_Down)
    assert desk.page.prose.place.row == 2


def test_alt_down_moves_the_pair_and_the_caret_with_it(desk: Any) -> None:
    desk.at(0, 2)
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.texts() == [("สอง", "Two"), ("หนึ่ง", "One"), ("สาม", "Three")]
    assert desk.shown() == desk.texts()
    assert desk.page.prose.place == Place(1, EN, 2)


def test_alt_up_moves_the_pair(desk: Any) -> None:
    desk.at(2, 0)
    desk.press(Qt.Key.Key_Up, ALT)
    desk.press(Qt.Key.Key_Up, ALT)
    desk.press(Qt.Key.Key_Up, ALT)
    assert [english for _, english in desk.texts()] == ["Three", "One", "Two"]


def test_a_selection_over_rows_is_deleted_in_its_language_only(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 1, 2, 2))
    desk.press(Qt.Key.Key_Delete)
    assert desk.texts() == [("หนึ่ง", "O"), ("สอง", ""), ("สาม", "ree")]
    assert desk.shown() == desk.texts()


def test_rows_without_the_other_language_go_with_the_selection(open_desk: Any) -> None:
    desk = open_desk(("", "One"), ("", "Two"), ("", "Three"))
    desk.at(0, 0).select(Stretch(EN, 0, 1, 2, 2))
    desk.press(Qt.Key.Key_Backspace)
    assert desk.texts() == [("", "Oree")]
    assert desk.page.prose.place == Place(0, EN, 1)


def test_deleting_a_selection_is_undone_in_one_step(desk: Any) -> None:
    before = desk.prose
    desk.at(0, 0).select(Stretch(EN, 0, 1, 2, 2))
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.prose == before
    assert desk.shown() == desk.texts()


def test_typing_replaces_a_selection_over_rows(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 1, 1, 1))
    desk.qtbot.keyClicks(desk.page.prose.column, "x")
    assert desk.texts()[:2] == [("หนึ่ง", "Ox"), ("สอง", "wo")]


def test_an_input_method_replaces_a_selection_over_rows(desk: Any) -> None:
    column = desk.at(0, 0, TH)
    column.select(Stretch(TH, 0, 1, 1, 1))
    event = QInputMethodEvent()
    event.setCommitString("ก")
    QApplication.sendEvent(column, event)
    assert desk.texts()[:2] == [("หก", "One"), ("อง", "Two")]


def test_a_selection_to_the_start_of_the_next_row_leaves_that_row(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 0, 1, 0))
    desk.press(Qt.Key.Key_Delete)
    assert desk.texts()[:2] == [("หนึ่ง", ""), ("สอง", "Two")]


def test_letters_do_not_replace_the_end_of_a_paragraph(desk: Any) -> None:
    column = desk.at(0, 3)
    desk.press(Qt.Key.Key_Right, SHIFT)
    desk.qtbot.keyClicks(column, "x")
    assert desk.texts()[:2] == [("หนึ่ง", "Onex"), ("สอง", "Two")]


def test_cut_copies_and_deletes(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 1, 1, 1))
    desk.press(Qt.Key.Key_X, CTRL)
    assert QApplication.clipboard().text() == "ne\nT"
    assert desk.texts()[:2] == [("หนึ่ง", "O"), ("สอง", "wo")]


def test_a_pasted_line_goes_in_at_the_caret(desk: Any) -> None:
    desk.at(0, 1)
    paste(desk, "xx")
    assert desk.texts()[0] == ("หนึ่ง", "Oxxne")
    assert desk.page.prose.place == Place(0, EN, 3)


def test_pasted_lines_become_pairs(desk: Any) -> None:
    desk.at(0, 1)
    paste(desk, "a\r\n\r\nb\nc")
    assert desk.texts()[:4] == [("หนึ่ง", "Oa"), ("", "b"), ("", "cne"), ("สอง", "Two")]
    assert desk.page.prose.place == Place(2, EN, 1)


def test_pasting_is_undone_in_one_step(desk: Any) -> None:
    before = desk.prose
    desk.at(0, 1)
    paste(desk, "a\nb\nc")
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.prose == before


def test_pasting_into_a_blank_answer_makes_paragraphs(open_desk: Any) -> None:
    desk = open_desk()
    desk.at(0, 0, TH)
    paste(desk, "ก\nข")
    assert desk.texts() == [("ก", ""), ("ข", "")]


def test_a_paste_out_of_all_measure_is_refused_with_a_reason(desk: Any) -> None:
    desk.at(0, 1)
    paste(desk, "x" * (LONGEST_PASTE + 1))
    assert desk.texts()[0] == ("หนึ่ง", "One")
    assert "200,000" in desk.page.notice.words


def test_a_paste_of_too_many_paragraphs_is_refused_with_a_reason(desk: Any) -> None:
    desk.at(0, 1)
    paste(desk, "x\n" * (MOST_PASTED + 1))
    assert len(desk.texts()) == 3
    assert "500" in desk.page.notice.words


def test_control_characters_are_not_pasted(desk: Any) -> None:
    desk.at(0, 0)
    paste(desk, "a\x00\ufffcb")
    assert desk.texts()[0][1] == "abOne"


def test_text_is_not_dropped_here(desk: Any) -> None:
    assert not desk.column(EN).acceptDrops()
    assert not desk.column(EN).viewport().acceptDrops()


def test_commands_add_and_delete_pairs(desk: Any) -> None:
    desk.at(1, 0)
    desk.page.add_paragraph()
    desk.page.delete_paragraph()
    desk.page.prose.go_to(Place(0, EN, 0))
    desk.page.delete_paragraph()
    assert [english for _, english in desk.texts()] == ["Two", "Three"]
    assert desk.shown() == desk.texts()


def test_deleting_the_last_pair_leaves_a_blank_page(open_desk: Any) -> None:
    desk = open_desk(("ก", "A"))
    desk.at(0, 0)
    desk.page.delete_paragraph()
    assert desk.shown() == [("", "")]
    desk.qtbot.keyClicks(desk.page.prose.column, "B")
    assert desk.texts() == [("", "B")]


def test_commands_on_a_blank_answer_do_no_harm(open_desk: Any) -> None:
    desk = open_desk()
    desk.at(0, 0)
    for command in (desk.page.join_paragraph, desk.page.move_up, desk.page.move_down, desk.page.delete_paragraph):
        command()
    assert desk.session.undoable is None


def test_the_kind_of_all_selected_rows_is_set(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 0, 1, 1))
    desk.page.set_kind(ParagraphKind.NUMBERED)
    assert [row.kind for row in desk.prose.paragraphs] == [
        ParagraphKind.NUMBERED,
        ParagraphKind.NUMBERED,
        ParagraphKind.BODY,
    ]


def test_the_leading_language_is_set(desk: Any) -> None:
    desk.at(1, 0)
    desk.page.set_leading(EN)
    assert [row.leading for row in desk.prose.paragraphs] == [TH, EN, TH]


def test_rows_stay_level(open_desk: Any) -> None:
    desk = open_desk(*(("ยาว " * (n * 20), "long " * (90 - n * 20)) for n in range(1, 4)))
    desk.at(1, 3)
    desk.qtbot.keyClicks(desk.page.prose.column, "and even longer than it was before " * 4)
    tops = []
    for column in desk.page.prose.sheet.columns.values():
        document = column.document()
        blocks = (document.findBlockByNumber(row) for row in range(3))
        tops.append([document.documentLayout().blockBoundingRect(block).top() for block in blocks])
    assert tops[0] == pytest.approx(tops[1], abs=1)


def test_both_sides_scroll_together(open_desk: Any) -> None:
    desk = open_desk(*((f"ย่อหน้า {n}", f"Paragraph {n}") for n in range(60)))
    bars = [column.verticalScrollBar() for column in desk.page.prose.sheet.columns.values()]
    bars[1].setValue(300)
    assert [bars[0].value(), desk.page.prose.sheet.scroll_bar.value()] == [300, 300]
    desk.page.prose.sheet.scroll_bar.setValue(desk.page.prose.sheet.scroll_bar.maximum())
    assert bars[0].value() == bars[1].value() == desk.page.prose.sheet.scroll_bar.maximum()


def test_a_change_of_structure_by_an_unknown_road_is_taken_back(desk: Any) -> None:
    cursor = desk.at(1, 1).textCursor()
    cursor.insertText("a\nb")
    assert desk.shown() == desk.texts() == [("หนึ่ง", "One"), ("สอง", "Two"), ("สาม", "Three")]
