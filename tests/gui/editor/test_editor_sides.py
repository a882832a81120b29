from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from cmdesk.model.language import Language
from cmdesk.thai.converting import with_arabic_digits, with_buddhist_years, with_common_years, with_thai_digits
from ui.editor.places import Place, Stretch
from ui.editor.sides import Sides

TH, EN = Language.THAI, Language.ENGLISH
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(("sides", "shown"), [(Sides.BOTH, [TH, EN]), (Sides.THAI, [TH]), (Sides.ENGLISH, [EN])])
def test_one_language_or_both_are_shown(desk: Any, sides: Sides, shown: list[Language]) -> None:
    desk.page.prose.show_sides(sides)
    assert [language for language in Language if desk.column(language).isVisible()] == shown
    assert desk.page.state.sides is sides


@pytest.mark.parametrize(("sides", "larger"), [(Sides.THAI_LARGE, TH), (Sides.ENGLISH_LARGE, EN)])
def test_one_language_is_large_and_the_other_beside_it(desk: Any, sides: Sides, larger: Language) -> None:
    desk.page.prose.show_sides(sides)
    desk.qtbot.waitUntil(lambda: desk.column(larger).width() > 1.4 * desk.column(larger.other).width())


def test_a_language_alone_takes_no_room_for_the_other(open_desk: Any) -> None:
    desk = open_desk(("หนึ่ง", "word " * 200), ("สอง", "Two"))
    document = desk.column(TH).document()
    layout = document.documentLayout()

    def second() -> float:
        return float(layout.blockBoundingRect(document.lastBlock()).top())

    both = second()
    desk.page.prose.show_sides(Sides.THAI)
    alone = second()
    desk.page.prose.show_sides(Sides.BOTH)
    assert alone < both / 2
    desk.qtbot.waitUntil(lambda: second() > 2 * alone)


def test_writing_goes_on_in_the_language_that_is_shown(desk: Any) -> None:
    desk.at(1, 2, EN)
    desk.page.prose.show_sides(Sides.THAI)
    assert (desk.page.prose.language, desk.page.prose.place.row) == (TH, 1)
    assert desk.column(TH).hasFocus()


def test_a_hidden_language_is_shown_when_one_goes_there(desk: Any) -> None:
    desk.at(0, 0, TH)
    desk.page.prose.show_sides(Sides.THAI)
    desk.press(Qt.Key.Key_Tab)
    assert desk.column(EN).isVisible()
    assert desk.column(EN).hasFocus()


def test_undo_shows_the_language_in_which_it_changed_something(desk: Any) -> None:
    desk.at(0, 3, EN)
    desk.qtbot.keyClicks(desk.column(EN), "x")
    desk.page.prose.show_sides(Sides.THAI)
    desk.page.prose.undo()
    assert desk.page.prose.sheet.sides is Sides.BOTH
    assert desk.page.prose.place == Place(0, EN, 3)


def turn(desk: Any, delta: int, modifier: Qt.KeyboardModifier) -> None:
    middle = QPointF(50, 50)
    event = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own
    )
    QApplication.sendEvent(desk.column(EN).viewport(), event)


@pytest.mark.parametrize(("delta", "step"), [(120, 1), (-120, -1)])
def test_the_wheel_with_ctrl_asks_for_another_size_of_text(desk: Any, delta: int, step: int) -> None:
    with desk.qtbot.waitSignal(desk.page.zoomed) as zoomed:
        turn(desk, delta, CTRL)
    assert zoomed.args == [step]


def test_the_wheel_alone_scrolls(open_desk: Any) -> None:
    desk = open_desk(*((f"ย่อหน้า {n}", f"Paragraph {n}") for n in range(60)))
    with desk.qtbot.assertNotEmitted(desk.page.zoomed):
        turn(desk, -120, NONE)
    assert desk.page.prose.sheet.scroll_bar.value() > 0


def test_digits_of_a_selection_are_converted(open_desk: Any) -> None:
    desk = open_desk(("ปี 2566 มี 12", "A"), ("34", "B"))
    desk.at(0, 0, TH).select(Stretch(TH, 0, 3, 1, 2))
    desk.page.pen.convert(with_thai_digits)
    assert [pair[0] for pair in desk.texts()] == ["ปี ๒๕๖๖ มี ๑๒", "๓๔"]
    desk.page.prose.undo()
    assert [pair[0] for pair in desk.texts()] == ["ปี 2566 มี 12", "34"]


@pytest.mark.parametrize("position", [3, 5, 7])
def test_the_number_at_the_caret_is_converted_without_a_selection(open_desk: Any, position: int) -> None:
    desk = open_desk(("ปี 2566 มี 12", "A"))
    desk.at(0, position, TH)
    desk.page.pen.convert(with_common_years)
    assert desk.texts()[0][0] == "ปี 2023 มี 12"
    desk.page.pen.convert(with_buddhist_years)
    assert desk.texts()[0][0] == "ปี 2566 มี 12"


def test_where_there_are_no_numbers_nothing_is_converted(desk: Any) -> None:
    desk.at(0, 1)
    desk.page.pen.convert(with_arabic_digits)
    assert desk.session.undoable is None
