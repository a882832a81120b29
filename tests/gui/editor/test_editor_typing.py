from typing import Any

from PySide6.QtCore import Qt

from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language


def test_what_is_typed_is_in_the_dossier(desk: Any) -> None:
    desk.at(1, 3)
    desk.qtbot.keyClicks(desk.page.prose.column, " more")
    assert desk.texts()[1] == ("สอง", "Two more")


def test_thai_is_typed_as_well(desk: Any) -> None:
    desk.at(0, 5, Language.THAI)
    desk.write("เดียว")
    assert desk.texts()[0][0] == "หนึ่งเดียว"


def test_an_emoji_moves_no_later_position(open_desk: Any) -> None:
    desk = open_desk(("😀😀ก", "😀 end"))
    desk.at(0, 2)
    desk.write("x")
    assert desk.texts()[0][1] == "😀 xend"


def test_typing_is_undone_in_one_step(desk: Any) -> None:
    desk.at(0, 3)
    desk.qtbot.keyClicks(desk.page.prose.column, "abc")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.texts()[0][1] == "One"
    assert desk.shown()[0][1] == "One"


def test_a_blank_ends_a_step_of_typing(desk: Any) -> None:
    desk.at(0, 3)
    desk.qtbot.keyClicks(desk.page.prose.column, " two three")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.texts()[0][1] == "One two "


def test_moving_the_caret_ends_a_step_of_typing(desk: Any) -> None:
    desk.at(0, 3)
    desk.qtbot.keyClicks(desk.page.prose.column, "ab")
    desk.press(Qt.Key.Key_Left)
    desk.qtbot.keyClicks(desk.page.prose.column, "c")
    desk.session.undo()
    assert desk.texts()[0][1] == "Oneab"


def test_after_undo_the_caret_is_at_the_first_difference(desk: Any) -> None:
    desk.at(1, 1)
    desk.qtbot.keyClicks(desk.page.prose.column, "abc")
    desk.at(2, 0, Language.THAI)
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    place = desk.page.prose.place
    assert (place.row, place.language, place.position) == (1, Language.ENGLISH, 1)


def test_redo_makes_it_again(desk: Any) -> None:
    desk.at(1, 3)
    desk.qtbot.keyClicks(desk.page.prose.column, "abc")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert desk.texts()[1][1] == "Twoabc"


def test_undo_goes_back_over_both_languages_in_order(desk: Any) -> None:
    desk.at(0, 3)
    desk.qtbot.keyClicks(desk.page.prose.column, "x")
    desk.at(0, 5, Language.THAI)
    desk.write("ก")
    desk.session.undo()
    assert desk.texts()[0] == ("หนึ่ง", "Onex")


def test_a_blank_answer_gets_its_first_paragraph_at_the_first_key(open_desk: Any) -> None:
    desk = open_desk()
    desk.at(0, 0)
    desk.qtbot.keyClicks(desk.page.prose.column, "Hi")
    assert desk.texts() == [("", "Hi")]
    assert desk.shown() == [("", "Hi")]


def test_the_first_words_are_undone_in_one_step(open_desk: Any) -> None:
    desk = open_desk()
    desk.at(0, 0)
    desk.qtbot.keyClicks(desk.page.prose.column, "Hi")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert QuestionId("P1") not in desk.session.dossier.answers
    assert desk.shown() == [("", "")]


def test_what_an_input_method_proposes_is_no_text_yet(desk: Any) -> None:
    desk.at(0, 3)
    desk.propose("abc")
    assert desk.texts()[0][1] == "One"
    assert desk.session.undoable is None


def test_a_change_elsewhere_leaves_what_an_input_method_proposes(desk: Any) -> None:
    column = desk.at(0, 3)
    desk.propose("abc")
    desk.page.set_kind(desk.prose.paragraphs[1].kind.BULLET)
    assert column.textCursor().block().layout().preeditAreaText() == "abc"
    assert desk.texts()[0][1] == "One"
