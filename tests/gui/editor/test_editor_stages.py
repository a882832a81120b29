from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QMenu

from cmdesk.comparing import Kind, compare
from cmdesk.edits.prose import SetText
from cmdesk.edits.stages import Agreement, SetStage
from cmdesk.model.answer import Paragraph
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage
from cmdesk.model.text import Text
from ui.editor.changes import look_of, shortened, spoken
from ui.editor.stage_menu import stage_menu
from ui.editor.stage_words import mark_of, stage_name
from ui.editor.tips import Tips

TH, EN = Language.THAI, Language.ENGLISH
P1, P2 = QuestionId("P1"), QuestionId("P2")
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def row(desk: Any, at: int) -> Paragraph:
    found: Paragraph = desk.prose.paragraphs[at]
    return found


def say(desk: Any, stage: Stage, language: Language, *rows: int) -> None:
    desk.session.do(SetStage(P1, tuple(row(desk, at).id for at in rows), language, stage))


def rewrite(desk: Any, at: int, language: Language, words: str) -> None:
    desk.session.do(SetText(P1, row(desk, at).id, language, Text.of(words)))


@pytest.fixture
def stale(desk: Any) -> Any:
    """Three translated pairs, the Thai of the second changed since, the caret in its English."""
    say(desk, Stage.TRANSLATED, EN, 0, 1, 2)
    rewrite(desk, 1, TH, "ใหม่")
    desk.at(1, 0)
    desk.page.prose.show_bar()
    return desk


def test_each_stage_has_a_mark_of_its_own_shape(desk: Any) -> None:
    marks = []
    for stage in Stage:
        say(desk, stage, EN, 0)
        marks.append(mark_of(row(desk, 0), EN).icon)
        if stage is Stage.LOCKED:
            break
    assert len(set(marks)) == len(marks) - 1  # translated and ready are one step, on either side


def test_a_stale_side_is_marked_as_such_before_all_else(stale: Any) -> None:
    assert [mark_of(row(stale, 1), side).icon for side in (TH, EN)] == ["", "stale"]


def test_a_mark_tells_its_stage_under_the_pointer(stale: Any) -> None:
    tips = stale.column(EN).findChild(Tips)
    assert tips.words_at(QPoint(5, 20)) == stage_name(Stage.TRANSLATED)
    spot = stale.column(EN).cursorRect().center()
    assert "the Thai has changed" in tips.words_at(QPoint(5, spot.y()))


def test_what_changed_is_shown_at_a_stale_pair(stale: Any) -> None:
    bar = stale.page.prose.bar
    assert bar.isVisible()
    assert bar.changes.toPlainText() == "สองใหม่"
    assert "the Thai since the English" in bar.words.text()


def test_the_bar_goes_where_nothing_is_to_decide(stale: Any, qtbot: Any) -> None:
    stale.at(0, 0)
    qtbot.waitUntil(lambda: not stale.page.prose.bar.isVisible())


@pytest.mark.parametrize("how", Agreement)
def test_each_way_out_makes_the_pair_agree(stale: Any, how: Agreement) -> None:
    stale.qtbot.mouseClick(stale.page.prose.bar.ways[how], Qt.MouseButton.LeftButton)
    assert not row(stale, 1).is_stale
    stale.page.prose.show_bar()
    assert not stale.page.prose.bar.isVisible()


def test_the_caret_stays_in_the_text_when_a_way_is_clicked(stale: Any) -> None:
    stale.qtbot.mouseClick(stale.page.prose.bar.ways[Agreement.TYPO], Qt.MouseButton.LeftButton)
    assert stale.column(EN).hasFocus()


def test_changes_are_told_by_more_than_their_colour(stale: Any) -> None:
    assert look_of(Kind.DELETED).fontStrikeOut()
    assert look_of(Kind.INSERTED).fontUnderline()
    assert look_of(Kind.INSERTED).fontWeight() > QFont.Weight.Normal
    assert stale.page.prose.bar.changes.accessibleDescription() == "Deleted: “สอง”. Inserted: “ใหม่”."


def test_long_stretches_without_changes_are_shortened() -> None:
    long = "word " * 60
    changes = shortened(
        compare(Text.of(long + "old " + long + "old " + long), Text.of(long + "new " + long + "new " + long))
    )
    told = [stretch.text.characters for stretch in changes if stretch.kind is Kind.SAME]
    assert [words.count("…") for words in told] == [1, 1, 1]
    assert max(map(len, told)) < 110
    assert told[0].startswith(" … word")
    assert told[2].endswith("word … ")


def test_short_stretches_are_shown_whole() -> None:
    stretches = compare(Text.of("one two three"), Text.of("one 2 three"))
    assert shortened(stretches) == stretches
    assert spoken(stretches) == "Deleted: “two”. Inserted: “2”."


@pytest.fixture
def locked(desk: Any) -> Any:
    """Three pairs, the English of the second locked, the caret in it."""
    say(desk, Stage.LOCKED, EN, 1)
    desk.at(1, 1)
    desk.page.prose.show_bar()
    return desk


def test_nothing_is_typed_into_a_locked_text(locked: Any) -> None:
    locked.qtbot.keyClicks(locked.column(EN), "x")
    locked.write("ก")
    locked.press(Qt.Key.Key_Backspace)
    locked.press(Qt.Key.Key_Backspace, CTRL)
    assert locked.texts() == locked.shown() == [("หนึ่ง", "One"), ("สอง", "Two"), ("สาม", "Three")]
    assert "locked" in locked.page.notice.words


def test_the_caret_moves_through_a_locked_text(locked: Any) -> None:
    locked.press(Qt.Key.Key_Right)
    assert locked.page.prose.place.position == 2


@pytest.mark.parametrize("deed", ["split_paragraph", "delete_paragraph", "join_paragraph", "toggle_bold"])
def test_commands_leave_a_locked_text_alone(locked: Any, deed: str) -> None:
    locked.column(EN).selectAll() if deed == "toggle_bold" else None
    getattr(locked.page, deed)()
    assert [pair[1] for pair in locked.texts()] == ["One", "Two", "Three"]
    assert "locked" in locked.page.notice.words


def test_a_refused_command_leaves_the_caret(locked: Any) -> None:
    locked.page.split_paragraph()
    assert (locked.page.prose.place.row, locked.page.prose.place.position) == (1, 1)


def test_the_other_side_of_a_locked_text_is_written(locked: Any) -> None:
    locked.at(1, 0, TH)
    locked.write("ก")
    assert locked.texts()[1] == ("กสอง", "Two")


def test_unlocking_is_offered_and_makes_the_text_writable(locked: Any) -> None:
    locked.qtbot.mouseClick(locked.page.prose.bar.unlock, Qt.MouseButton.LeftButton)
    locked.qtbot.keyClicks(locked.column(EN), "x")
    assert locked.texts()[1][1] == "Txwo"
    assert locked.session.undoable.edit.label == "Edit text"


def test_a_lock_is_put_on_and_taken_off_by_one_command(desk: Any) -> None:
    desk.at(0, 0)
    desk.page.reviewing.toggle_lock()
    assert row(desk, 0).stage(EN) is Stage.LOCKED
    desk.page.reviewing.toggle_lock()
    assert row(desk, 0).stage(EN) is Stage.DRAFT


def test_a_dropped_text_of_a_locked_side_is_shown_again(locked: Any) -> None:
    locked.column(EN).textCursor().insertText("x")  # a road that no key takes
    assert locked.shown()[1] == ("สอง", "Two")


def test_a_translation_is_finished_and_the_next_one_due_is_gone_to(desk: Any) -> None:
    say(desk, Stage.TRANSLATED, EN, 1)
    desk.at(0, 0)
    desk.press(Qt.Key.Key_Return, ALT)
    assert row(desk, 0).stage(EN) is Stage.TRANSLATED
    assert (desk.page.prose.place.row, desk.page.prose.language) == (2, EN)


def test_finishing_keeps_what_is_reviewed(desk: Any) -> None:
    say(desk, Stage.REVIEWED, EN, 0)
    desk.at(0, 0)
    desk.press(Qt.Key.Key_Return, ALT)
    assert row(desk, 0).stage(EN) is Stage.REVIEWED


def test_finishing_a_stale_translation_makes_it_agree(stale: Any) -> None:
    stale.press(Qt.Key.Key_Return, ALT)
    assert not row(stale, 1).is_stale


def test_finishing_the_leading_text_makes_it_ready_and_goes_on_with_the_next(desk: Any) -> None:
    desk.at(0, 0, TH)
    desk.press(Qt.Key.Key_Return, ALT)
    assert row(desk, 0).stage(TH) is Stage.READY
    assert (desk.page.prose.place.row, desk.page.prose.language) == (1, TH)


def test_keys_lead_from_one_due_translation_to_the_next_and_back(stale: Any) -> None:
    say(stale, Stage.DRAFT, EN, 2)
    stale.at(0, 0)
    stale.press(Qt.Key.Key_F8)
    assert stale.page.prose.place.row == 1
    stale.press(Qt.Key.Key_F8)
    assert stale.page.prose.place.row == 2
    stale.press(Qt.Key.Key_F8, SHIFT)
    assert stale.page.prose.place.row == 1


def test_work_goes_on_in_another_section_when_none_is_left_here(open_desk: Callable[..., Any], qtbot: Any) -> None:
    desk = open_desk(("ก", ""), question_id="P2")
    desk.page.focus_text(TH)
    with qtbot.waitSignal(desk.page.section_wanted) as wanted:
        desk.press(Qt.Key.Key_F8)
    assert wanted.args == ["P1", 0]


def test_it_is_said_when_nothing_is_left_to_translate(desk: Any) -> None:
    say(desk, Stage.TRANSLATED, EN, 0, 1, 2)
    desk.at(0, 0)
    desk.press(Qt.Key.Key_F8)
    assert desk.page.notice.words == "Nothing else is left to translate."


def test_the_state_tells_the_stage_at_the_caret(stale: Any) -> None:
    assert (stale.page.state.stage, stale.page.state.stale) == (Stage.TRANSLATED, True)


def test_stages_are_set_for_all_rows_that_are_selected(desk: Any) -> None:
    desk.at(0, 0)
    desk.column(EN).selectAll()
    desk.page.reviewing.set_stage(Stage.REVIEWED)
    assert {each.stage(EN) for each in desk.prose.paragraphs} == {Stage.REVIEWED}


def test_stages_cannot_be_set_where_one_only_reads(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(("ก", "A"), writable=False)
    for deed in (desk.page.reviewing.toggle_lock, desk.page.reviewing.unlock, desk.page.reviewing.finish):
        deed()
    desk.page.reviewing.agree(Agreement.TYPO)
    assert row(desk, 0).stage(EN) is Stage.DRAFT


def test_the_menu_at_a_mark_offers_the_stages_of_that_side(desk: Any) -> None:
    desk.at(0, 0)
    menu = stage_menu(desk.page.reviewing, EN, desk.page)
    assert [action.text() for action in menu.actions()] == ["Draft", "Translated", "Reviewed", "Locked"]
    menu.actions()[2].trigger()
    assert row(desk, 0).stage(EN) is Stage.REVIEWED


def test_the_menu_of_a_locked_text_unlocks_it(locked: Any) -> None:
    menu = stage_menu(locked.page.reviewing, EN, locked.page)
    assert [action.isEnabled() for action in menu.actions()[:3]] == [False, False, False]
    menu.actions()[-1].trigger()
    assert row(locked, 1).stage(EN) is not Stage.LOCKED


def test_the_menu_opens_where_the_margin_is_clicked(desk: Any) -> None:
    desk.qtbot.mouseClick(desk.column(EN).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    menu = desk.page.findChild(QMenu)
    assert menu.isVisible()
    menu.close()
