from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.edits.prose import AddParagraphs, JoinParagraphs, MoveParagraph, RemoveParagraphs, SetText, SplitParagraph
from cmdesk.history import History
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Surety
from cmdesk.model.ids import DossierId, ParagraphId, QuestionId
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text

THAI, ENGLISH = Language
PLAN = QuestionId("plan")
A, B, NEW = map(ParagraphId, "abn")
SOURCED = Provenance(Surety.SOURCED)
FORM = Form(
    "form",
    "1",
    Wording(),
    Wording(),
    SOURCED,
    (Part(Wording(), (Question(PLAN, Wording(), QuestionKind.PROSE, SOURCED),)),),
)
START = Dossier(DossierId("d"), FORM, Profile(Wording(), Wording())).with_answer(
    PLAN, Prose((Paragraph(A, "i", thai=Text.of("ก ข"), english=Text.of("a b")), Paragraph(B, "r")))
)
EDITS = st.one_of(
    st.builds(SetText, st.just(PLAN), st.just(A), st.sampled_from(Language), st.text("กa", max_size=3).map(Text.of)),
    st.builds(MoveParagraph, st.just(PLAN), st.just(A), st.sampled_from([None, B])),
    st.just(SplitParagraph(PLAN, A, 1, 1, NEW)),
    st.just(AddParagraphs(PLAN, A, (Paragraph(NEW, ""),))),
)


@pytest.fixture
def history() -> History:
    return History(START)


def type_in(history: History, words: str, language: Language = THAI) -> bool:
    edit = SetText(PLAN, A, language, Text.of(words))
    return history.record(edit.apply(history.present), edit)


def test_a_new_history_has_nothing_to_undo_or_redo(history: History) -> None:
    assert (history.undo(), history.redo(), history.undoable, history.redoable) == (None, None, None, None)


def test_undo_puts_the_very_state_of_before_back(history: History) -> None:
    type_in(history, "x")
    history.undo()

    assert history.present is START


def test_redo_puts_the_very_state_of_after_back(history: History) -> None:
    type_in(history, "x")
    typed = history.present
    history.undo()
    history.redo()

    assert history.present is typed


def test_typing_in_one_text_is_one_step(history: History) -> None:
    went_on = [type_in(history, words) for words in ("x", "xy", "xyz")]
    history.undo()

    assert (went_on, history.present is START) == ([False, True, True], True)


def test_typing_in_both_languages_is_undone_in_order(history: History) -> None:
    type_in(history, "x")
    thai_only = history.present
    type_in(history, "y", ENGLISH)
    history.undo()

    assert history.present is thai_only


def test_a_sealed_step_is_not_gone_on_with(history: History) -> None:
    type_in(history, "x")
    history.seal()

    assert type_in(history, "xy") is False


def test_typing_after_an_undo_begins_a_step(history: History) -> None:
    type_in(history, "x")
    history.seal()
    type_in(history, "xy")
    history.undo()

    assert type_in(history, "xz") is False


def test_typing_after_a_redo_begins_a_step(history: History) -> None:
    type_in(history, "x")
    history.undo()
    history.redo()

    assert type_in(history, "xy") is False


def test_a_new_edit_forgets_what_was_undone(history: History) -> None:
    type_in(history, "x")
    history.undo()
    type_in(history, "y")

    assert history.redoable is None


def test_the_next_step_back_and_forth_is_told_with_its_edit(history: History) -> None:
    edit = JoinParagraphs(PLAN, B)
    history.record(edit.apply(history.present), edit)
    back = history.undoable
    history.undo()

    assert (back and back.edit, history.redoable) == (edit, back)


def test_undo_and_redo_give_the_step_they_took(history: History) -> None:
    type_in(history, "x")
    step = history.undo()

    assert (step and step.before, history.redo()) == (START, step)


@settings(max_examples=100, deadline=None)
@given(st.lists(EDITS, max_size=20), st.sets(st.integers(0, 20)))
def test_undoing_everything_is_the_start_and_redoing_everything_the_end(edits: list, seals: set[int]) -> None:
    history = History(START)
    for number, edit in enumerate(edits):
        history.record(edit.apply(history.present), edit)
        if number in seals:
            history.seal()
    end, back = history.present, []
    while history.undo():
        back.append(history.present)
    assert history.present is START

    forth = [history.present]
    while history.redo():
        forth.append(history.present)

    assert history.present is end
    assert [*reversed(back)] == forth[: len(back)]


def test_removing_and_undoing_leaves_equal_and_identical_states(history: History) -> None:
    edit = RemoveParagraphs(PLAN, (A, B))
    history.record(edit.apply(history.present), edit)
    history.undo()

    assert history.present.prose(PLAN) is START.prose(PLAN)


def test_states_share_what_did_not_change(history: History) -> None:
    type_in(history, "x")

    assert history.present.evidence is START.evidence
    assert replace(history.present, answers=START.answers) == START
