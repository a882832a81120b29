from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from cmdesk.edits.records import SetAnswer
from cmdesk.model.answer import (
    Card,
    Choice,
    Consent,
    Entry,
    FactRow,
    Facts,
    Material,
    Materials,
    Rating,
    Score,
    Signature,
)
from cmdesk.model.dates import PartialDate
from cmdesk.model.evidence import Level
from cmdesk.model.ids import QuestionId, RowId
from cmdesk.model.language import Wording
from ui.editor import parsing
from ui.editor.choice_form import ChoiceForm
from ui.editor.facts_form import FactsForm
from ui.editor.fields import CheckField, LineField
from ui.editor.growing_line import GrowingLine
from ui.editor.materials_form import MaterialsForm
from ui.editor.parsing import BadInputError
from ui.editor.rating_form import RatingForm


def line(desk: Any, name: str) -> Any:
    """The line of that accessible name."""
    fields = [field for field in desk.page.form.fields if isinstance(field, LineField)]
    return next(field for field in fields if field.line.accessibleName() == name)


def box(desk: Any, name: str) -> QComboBox:
    return next(box for box in desk.page.form.findChildren(QComboBox) if box.accessibleName() == name)


def write(desk: Any, name: str, words: str) -> Any:
    field = line(desk, name)
    field.line.setFocus()
    field.line.selectAll()
    desk.qtbot.keyClicks(field.line, words)
    return field


def answer(desk: Any, question: str) -> Any:
    return desk.session.dossier.answer(QuestionId(question))


# ---- Cards


def test_a_card_is_written_in_both_languages(open_desk: Any) -> None:
    desk = open_desk(question_id="C")
    write(desk, "Population, English", "many")
    assert answer(desk, "C") == Card((Entry("people", Wording("", "many")),))


def test_typing_in_one_field_is_one_step(open_desk: Any) -> None:
    desk = open_desk(question_id="C")
    write(desk, "Population, English", "many")
    desk.session.undo()
    assert answer(desk, "C") == Card()
    assert line(desk, "Population, English").line.text() == ""


def test_typing_in_two_fields_is_two_steps(open_desk: Any) -> None:
    desk = open_desk(question_id="C")
    write(desk, "Population, English", "many")
    write(desk, "Area (optional), English", "wide")
    desk.session.undo()
    assert answer(desk, "C").words("people").english == "many"


def test_a_field_shows_what_others_change(open_desk: Any) -> None:
    desk = open_desk(question_id="C")
    desk.session.do(SetAnswer(QuestionId("C"), Card((Entry("people", Wording("มาก", "")),))))
    assert line(desk, "Population, ไทย").line.text() == "มาก"


def test_a_blank_field_is_not_kept(open_desk: Any) -> None:
    desk = open_desk(question_id="C")
    field = write(desk, "Population, English", "m")
    desk.qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert answer(desk, "C") == Card()


def test_long_words_are_shown_whole(open_desk: Any) -> None:
    desk = open_desk(question_id="C")
    field = line(desk, "Population, ไทย")
    low = field.line.height()
    desk.session.do(SetAnswer(QuestionId("C"), Card((Entry("people", Wording("ยาวมาก" * 40, "")),))))
    assert field.line.height() > 2 * low


def test_enter_goes_on_to_the_next_field(open_desk: Any) -> None:
    desk = open_desk(question_id="C")
    desk.page.focus_text()
    desk.qtbot.keyClick(desk.page.form.fields[0].line, Qt.Key.Key_Return)
    assert desk.page.form.fields[1].line.hasFocus()
    assert answer(desk, "C") == Card()


def test_undo_in_a_field_is_the_dossier_s(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    field = write(desk, "Population: value", "12")
    desk.qtbot.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert answer(desk, "F").rows[0].value == Decimal(12)
    desk.session.undo()
    assert field.line.text() == ""


# ---- Facts


def test_a_row_of_the_form_is_written_with_its_year_area_and_source(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    write(desk, "Population: value", "127,240")
    write(desk, "Population: year", "2562")
    area = box(desk, "Population: scope")
    area.setCurrentIndex(area.findData("city"))
    area.activated.emit(area.currentIndex())
    source = box(desk, "Population: source")
    source.setCurrentIndex(1)
    source.activated.emit(1)
    (row,) = answer(desk, "F").rows
    assert (row.item, row.value, row.year, row.scope) == ("people", Decimal(127240), 2019, Level.CITY)
    assert row.source in desk.session.dossier.evidence


def test_the_first_letter_in_a_row_keeps_the_field(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    field = write(desk, "Population: value", "1")
    assert field.line.hasFocus()
    assert line(desk, "Population: value") is field


def test_bad_input_stays_visible_with_its_reason_and_is_not_applied(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    field = write(desk, "Population: value", "12x")
    field.line.editingFinished.emit()
    assert answer(desk, "F").rows[0].value == Decimal(12)
    assert field.line.text() == "12x"
    assert "12x" in field.problem.words
    assert field.line.property("wrong") == "true"


def test_bad_input_is_not_called_so_while_it_is_being_typed(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    field = write(desk, "Population: year", "20")
    assert not field.problem.words
    desk.qtbot.keyClicks(field.line, "23")
    assert answer(desk, "F").rows[0].year == 2023


def test_bad_input_survives_a_change_elsewhere(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    field = write(desk, "Population: value", "x")
    write(desk, "Area (optional): value", "40")
    assert field.line.text() == "x"


def test_own_rows_are_added_and_taken_out(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    form = desk.page.form
    assert isinstance(form, FactsForm)
    form.add_row()
    write(desk, "Own row: what it is, English", "Libraries")
    (row,) = answer(desk, "F").rows
    assert row.label == Wording("", "Libraries")
    form.remove_row(row.id)
    assert answer(desk, "F") == Facts()


def test_taking_out_a_row_can_be_undone(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    own = FactRow(RowId("01ARZ3NDEKTSV4RRFFQ69G5FAV"), label=Wording("ห้องสมุด", "Libraries"))
    desk.session.do(SetAnswer(QuestionId("F"), Facts((own,))))
    desk.page.form.remove_row(own.id)
    desk.session.undo()
    assert line(desk, "Own row: what it is, English").line.text() == "Libraries"


def test_a_row_gets_a_remark(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    desk.page.form.add_remark("people")
    write(desk, "Population: remark, English", "Registered")
    assert answer(desk, "F").rows[0].remark == Wording("", "Registered")


def test_a_remark_from_elsewhere_is_shown(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    row = FactRow(RowId("01ARZ3NDEKTSV4RRFFQ69G5FAV"), "people", remark=Wording("ทะเบียน", ""))
    desk.session.do(SetAnswer(QuestionId("F"), Facts((row,))))
    assert line(desk, "Population: remark, ไทย").line.text() == "ทะเบียน"


def test_other_facts_of_a_row_are_kept(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    row = FactRow(RowId("01ARZ3NDEKTSV4RRFFQ69G5FAV"), "people", remark=Wording("ก", "Registered"))
    desk.session.do(SetAnswer(QuestionId("F"), Facts((row,))))
    write(desk, "Population: value", "5")
    assert answer(desk, "F").rows[0].remark == Wording("ก", "Registered")


# ---- Materials


def test_materials_are_added_written_and_taken_out(open_desk: Any) -> None:
    desk = open_desk(question_id="M")
    form = desk.page.form
    assert isinstance(form, MaterialsForm)
    form.add_material()
    write(desk, "1. Title, English", "Film")
    write(desk, "Date", "5/4/2566")
    write(desk, "Web address", "https://example.org/film")
    write(desk, "Supports the answers to", "p1, F")
    (item,) = answer(desk, "M").items
    assert (item.title.english, item.date, item.address) == (
        "Film",
        PartialDate(2023, 4, 5),
        "https://example.org/film",
    )
    assert item.backs == ("P1", "F")
    form.remove_material(item.id)
    assert answer(desk, "M") == Materials()


def test_a_list_is_counted_against_its_limit(open_desk: Any) -> None:
    desk = open_desk(question_id="M")
    for _more in range(2):
        desk.page.form.add_material()
    desk.qtbot.waitUntil(lambda: "1 item over the limit" in desk.page.head.budget.text(), timeout=2000)
    assert desk.page.head.budget.isVisible()


def test_a_material_is_raised(open_desk: Any) -> None:
    desk = open_desk(question_id="M")
    items = tuple(Material(RowId(name), Wording("", name)) for name in ("a", "b"))
    desk.session.do(SetAnswer(QuestionId("M"), Materials(items)))
    desk.page.form.raise_material(RowId("b"))
    desk.page.form.raise_material(RowId("b"))
    assert [item.id for item in answer(desk, "M").items] == ["b", "a"]


@pytest.mark.parametrize(
    ("field", "words"),
    [("Web address", "file:///etc/passwd"), ("Supports the answers to", "Z9"), ("Date", "31/2/2023")],
)
def test_a_material_refuses_what_it_cannot_hold(open_desk: Any, field: str, words: str) -> None:
    desk = open_desk(question_id="M")
    desk.page.form.add_material()
    written = write(desk, field, words)
    written.line.editingFinished.emit()
    assert written.problem.words
    assert answer(desk, "M").items[0].address == ""


# ---- Choice and rating


def test_one_option_takes_the_place_of_another(open_desk: Any) -> None:
    desk = open_desk(question_id="O")
    assert isinstance(desk.page.form, ChoiceForm)
    for item in ("people", "area"):
        desk.page.form.buttons[item].click()
    assert answer(desk, "O") == Choice(("area",))


def test_no_more_options_can_be_ticked_than_the_form_allows(open_desk: Any) -> None:
    desk = open_desk(question_id="O2")
    for item in ("people", "area"):
        desk.page.form.buttons[item].click()
    assert answer(desk, "O2").chosen == ("people", "area")
    desk.session.undo()
    assert [button.isChecked() for button in desk.page.form.buttons.values()] == [True, False]


def test_undoing_the_first_choice_leaves_none_chosen(open_desk: Any) -> None:
    desk = open_desk(question_id="O")
    desk.page.form.buttons["people"].click()
    desk.session.undo()
    assert not any(button.isChecked() for button in desk.page.form.buttons.values())


def test_a_choice_has_a_remark(open_desk: Any) -> None:
    desk = open_desk(question_id="O")
    write(desk, "Remark, English", "later")
    assert answer(desk, "O").remark.english == "later"


def test_marks_are_given_and_taken_back(open_desk: Any) -> None:
    desk = open_desk(question_id="R")
    assert isinstance(desk.page.form, RatingForm)
    group = desk.page.form.groups["people"]
    group.button(4).click()
    assert answer(desk, "R") == Rating((Score("people", 4),))
    group.button(0).click()
    assert answer(desk, "R") == Rating()
    desk.session.undo()
    assert group.checkedId() == 4


# ---- Signing


def test_a_signature_is_noted(open_desk: Any) -> None:
    desk = open_desk(question_id="S")
    write(desk, "Name, English", "A")
    write(desk, "Position, English", "Mayor")
    write(desk, "Date", "2024")
    next(field for field in desk.page.form.fields if isinstance(field, CheckField)).box.click()
    assert answer(desk, "S") == Signature(Wording("", "A"), Wording("", "Mayor"), PartialDate(2024), stamped=True)


def test_a_consent_is_noted(open_desk: Any) -> None:
    desk = open_desk(question_id="K")
    write(desk, "Given by, English", "A")
    write(desk, "Date", "4/2024")
    next(field for field in desk.page.form.fields if isinstance(field, CheckField)).box.click()
    assert answer(desk, "K") == Consent(given=True, given_by=Wording("", "A"), given_on=PartialDate(2024, 4))


# ---- All of them


@pytest.mark.parametrize("question", ["F", "C", "O", "R", "S", "K"])
def test_a_dossier_that_is_only_read_takes_no_input(open_desk: Any, question: str) -> None:
    desk = open_desk(question_id=question, writable=False)
    lines = desk.page.form.findChildren(QLineEdit) + desk.page.form.findChildren(GrowingLine)
    assert all(line.isReadOnly() for line in lines if not isinstance(line.parent(), QComboBox))


def test_the_wheel_changes_no_choice(open_desk: Any) -> None:
    desk = open_desk(question_id="F")
    area = box(desk, "Population: scope")
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt takes it by place
    )  # fmt: skip
    QApplication.sendEvent(area, wheel)
    assert area.currentIndex() == 0


@pytest.mark.parametrize(
    ("words", "value"),
    [("1,234.50", Decimal("1234.50")), ("๑๒", Decimal(12)), ("-3", Decimal(-3)), ("  ", None)],
)
def test_numbers_are_understood(words: str, value: Decimal | None) -> None:
    assert parsing.number(words) == value


@pytest.mark.parametrize("words", ["1,2", "NaN", "1e5", "twelve", "1.2.3", "inf"])
def test_what_is_no_number_is_refused(words: str) -> None:
    with pytest.raises(BadInputError, match="not a number"):
        parsing.number(words)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2566", PartialDate(2023)),
        ("๔/๒๕๖๖", PartialDate(2023, 4)),
        ("5/4/2023", PartialDate(2023, 4, 5)),
        ("5.4.2023", PartialDate(2023, 4, 5)),
        ("2023-04-05", PartialDate(2023, 4, 5)),
        ("", None),
    ],
)
def test_dates_are_understood_in_either_era(words: str, date: PartialDate | None) -> None:
    assert parsing.date(words) == date


def test_a_date_is_shown_as_it_can_be_typed() -> None:
    date = PartialDate(2023, 4, 5)
    assert parsing.date(parsing.date_shown(date)) == date
