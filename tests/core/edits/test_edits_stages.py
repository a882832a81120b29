from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.edits.edit import Edit, StaleEditError
from cmdesk.edits.prose import JoinParagraphs, MoveParagraph, RemoveParagraphs, SetLeading, SetText, SplitParagraph
from cmdesk.edits.sides import LockedError
from cmdesk.edits.stages import Agree, Agreement, SetStage, Unlock
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage
from cmdesk.model.text import Span, Text

THAI, ENGLISH = Language
PLAN = QuestionId("plan")
A, B, NEW = map(ParagraphId, ("a", "b", "new"))


def after(dossier: Dossier, *edits: Edit) -> Dossier:
    for edit in edits:
        dossier = edit.apply(dossier)
    return dossier


def say(stage: Stage, language: Language = ENGLISH, *paragraphs: ParagraphId) -> SetStage:
    return SetStage(PLAN, paragraphs or (A,), language, stage)


def write(words: str, language: Language = THAI, paragraph: ParagraphId = A) -> SetText:
    return SetText(PLAN, paragraph, language, Text.of(words))


def one(dossier: Dossier, paragraph: ParagraphId = A) -> Paragraph:
    return dossier.prose(PLAN).paragraph(paragraph)


def stages(dossier: Dossier, paragraph: ParagraphId = A) -> tuple[Stage, Stage]:
    found = one(dossier, paragraph)
    return found.stage(THAI), found.stage(ENGLISH)


@pytest.fixture
def translated(dossier: Dossier) -> Dossier:
    """Paragraphs a and b, ready in Thai and translated into English."""
    return after(dossier, say(Stage.READY, THAI, A, B), say(Stage.TRANSLATED, ENGLISH, A, B))


def test_a_paragraph_begins_as_two_drafts_and_is_not_stale(dossier: Dossier) -> None:
    assert (stages(dossier), one(dossier).is_stale) == ((Stage.DRAFT, Stage.DRAFT), False)


@pytest.mark.parametrize("stage", Stage)
def test_a_stage_is_set_and_named_in_the_undo_menu(dossier: Dossier, stage: Stage) -> None:
    edit = say(stage)

    assert edit.label
    assert one(after(dossier, edit)).stage(ENGLISH) is {Stage.READY: Stage.TRANSLATED}.get(stage, stage)


def test_what_leads_is_ready_where_what_follows_is_translated(dossier: Dossier) -> None:
    assert one(after(dossier, say(Stage.TRANSLATED, THAI))).stage(THAI) is Stage.READY


def test_a_side_without_words_stays_a_draft(dossier: Dossier) -> None:
    blank = after(dossier, write("", ENGLISH))

    assert after(blank, say(Stage.TRANSLATED)) is blank


def test_setting_the_same_stage_changes_nothing(translated: Dossier) -> None:
    assert after(translated, say(Stage.TRANSLATED)) is translated


def test_a_stage_of_a_paragraph_that_is_gone_is_refused(dossier: Dossier) -> None:
    with pytest.raises(StaleEditError):
        after(dossier, say(Stage.DRAFT, THAI, ParagraphId("gone")))


def test_a_new_leading_text_makes_the_translation_stale(translated: Dossier) -> None:
    assert one(after(translated, write("ใหม่"))).is_stale


def test_a_new_look_of_the_leading_text_makes_the_translation_stale(translated: Dossier) -> None:
    bold = Text((Span("ไทย a", bold=True),))

    assert one(after(translated, SetText(PLAN, A, THAI, bold))).is_stale


def test_staleness_looks_back_over_all_steps(translated: Dossier) -> None:
    changed = after(translated, write("ไทย"), write("ไทย x"))

    assert one(changed).agreed == Text.of("ไทย a")
    assert not one(after(changed, write("ไทย a"))).is_stale


def test_a_new_translation_makes_nothing_stale(translated: Dossier) -> None:
    changed = after(translated, write("Other", ENGLISH))

    assert (one(changed).is_stale, stages(changed)) == (False, (Stage.READY, Stage.TRANSLATED))


def test_a_draft_cannot_be_stale(translated: Dossier) -> None:
    assert not one(after(translated, say(Stage.DRAFT), write("ใหม่"))).is_stale


def test_a_translation_that_is_deleted_is_neither_translated_nor_stale(translated: Dossier) -> None:
    deleted = after(translated, write("", ENGLISH), write("ใหม่"))

    assert (one(deleted).stage(ENGLISH), one(deleted).is_stale) == (Stage.DRAFT, False)


@pytest.mark.parametrize(("language", "left"), [(THAI, Stage.READY), (ENGLISH, Stage.TRANSLATED)])
def test_editing_a_reviewed_side_drops_the_review(translated: Dossier, language: Language, left: Stage) -> None:
    reviewed = after(translated, say(Stage.REVIEWED, language))

    assert one(reviewed).stage(language) is Stage.REVIEWED
    assert one(after(reviewed, write("Other", language))).stage(language) is left


def test_a_review_does_not_come_back_with_the_letters(translated: Dossier) -> None:
    retyped = after(translated, say(Stage.REVIEWED), write("Other", ENGLISH), write("English a", ENGLISH))

    assert one(retyped).stage(ENGLISH) is Stage.TRANSLATED


def test_a_review_given_to_another_text_does_not_hold(translated: Dossier) -> None:
    reviewed = one(after(translated, say(Stage.REVIEWED)))

    assert replace(reviewed, english=Text.of("merged")).stage(ENGLISH) is Stage.TRANSLATED


def test_a_review_of_the_translation_makes_it_agree(translated: Dossier) -> None:
    assert not one(after(translated, write("ใหม่"), say(Stage.REVIEWED))).is_stale


LOCKED_EDITS = [
    write("x", ENGLISH),
    SplitParagraph(PLAN, A, 2, 3, NEW),
    JoinParagraphs(PLAN, B),
    SetLeading(PLAN, A, ENGLISH),
    RemoveParagraphs(PLAN, (A,)),
    say(Stage.DRAFT),
    Agree(PLAN, A, Agreement.UPDATED),
]


@pytest.mark.parametrize("edit", LOCKED_EDITS)
def test_a_locked_text_refuses_what_would_change_it(translated: Dossier, edit: Edit) -> None:
    with pytest.raises(LockedError) as caught:
        after(translated, say(Stage.LOCKED), edit)

    assert "English" in caught.value.what
    assert caught.value.advice


def test_the_other_side_of_a_locked_text_can_be_edited(translated: Dossier) -> None:
    changed = one(after(translated, say(Stage.LOCKED), write("ใหม่")))

    assert (changed.stage(ENGLISH), changed.is_stale) == (Stage.LOCKED, True)


def test_a_locked_thai_text_is_named_when_it_refuses(translated: Dossier) -> None:
    with pytest.raises(LockedError, match="locked") as caught:
        after(translated, say(Stage.LOCKED, THAI), write("x"))

    assert "Thai" in caught.value.what


def test_a_locked_paragraph_can_be_moved(translated: Dossier) -> None:
    moved = after(translated, say(Stage.LOCKED), MoveParagraph(PLAN, A, B))

    assert [row.id for row in moved.prose(PLAN).paragraphs] == [B, A, "c"]


@pytest.mark.parametrize(("language", "left"), [(THAI, Stage.READY), (ENGLISH, Stage.TRANSLATED)])
def test_an_unlocked_text_can_be_edited_and_awaits_review(translated: Dossier, language: Language, left: Stage) -> None:
    unlock = Unlock(PLAN, (A, B), language)
    unlocked = after(translated, say(Stage.LOCKED, language), unlock)

    assert unlock.label
    assert one(unlocked).stage(language) is left
    assert one(after(unlocked, write("x", language))).in_(language) == Text.of("x")


def test_a_draft_that_was_locked_is_a_draft_again(dossier: Dossier) -> None:
    assert stages(after(dossier, say(Stage.LOCKED), Unlock(PLAN, (A,), ENGLISH)))[1] is Stage.DRAFT


def test_unlocking_what_is_not_locked_changes_nothing(translated: Dossier) -> None:
    assert after(translated, Unlock(PLAN, (A,), ENGLISH)) == translated


@pytest.mark.parametrize(
    ("how", "left"),
    [
        (Agreement.UPDATED, Stage.TRANSLATED),
        (Agreement.STILL_RIGHT, Stage.TRANSLATED),
        (Agreement.TYPO, Stage.REVIEWED),
    ],
)
def test_the_three_ways_out_of_staleness(translated: Dossier, how: Agreement, left: Stage) -> None:
    stale = after(translated, say(Stage.REVIEWED), write("ใหม่"))
    edit = Agree(PLAN, A, how)

    agreed = one(after(stale, edit))

    assert edit.label
    assert (agreed.is_stale, agreed.stage(ENGLISH)) == (False, left)


def test_a_locked_translation_may_still_be_right(translated: Dossier) -> None:
    stale = after(translated, say(Stage.LOCKED), write("ใหม่"))

    agreed = one(after(stale, Agree(PLAN, A, Agreement.STILL_RIGHT)))

    assert (agreed.is_stale, agreed.stage(ENGLISH)) == (False, Stage.LOCKED)


def test_what_agrees_already_is_not_changed(translated: Dossier) -> None:
    assert after(translated, Agree(PLAN, A, Agreement.TYPO)) is translated


def test_without_a_translation_there_is_nothing_to_agree(dossier: Dossier) -> None:
    blank = after(dossier, write("", ENGLISH))

    assert after(blank, Agree(PLAN, A, Agreement.UPDATED)) is blank


def test_halves_cut_on_both_sides_agree_as_the_whole_did(translated: Dossier) -> None:
    split = after(translated, SplitParagraph(PLAN, A, 4, 8, NEW))

    assert [one(split, half).is_agreed for half in (A, NEW)] == [True, True]
    assert stages(split, NEW) == (Stage.READY, Stage.TRANSLATED)


def test_a_half_nobody_reviewed_is_not_reviewed(translated: Dossier) -> None:
    split = after(translated, say(Stage.REVIEWED), SplitParagraph(PLAN, A, 4, 8, NEW))

    assert [stages(split, half)[1] for half in (A, NEW)] == [Stage.TRANSLATED, Stage.TRANSLATED]


def test_a_cut_at_the_end_keeps_even_the_review(translated: Dossier) -> None:
    split = after(translated, say(Stage.REVIEWED), SplitParagraph(PLAN, A, 5, 9, NEW))

    assert (stages(split)[1], one(split).is_stale) == (Stage.REVIEWED, False)
    assert one(split, NEW).agreed is None


def test_a_translation_left_whole_says_too_much_for_its_half(translated: Dossier) -> None:
    split = after(translated, SplitParagraph(PLAN, A, 4, 9, NEW))

    assert (one(split).is_stale, one(split, NEW).agreed) == (True, None)


def test_a_translation_moved_whole_says_too_much_for_the_second_half(translated: Dossier) -> None:
    split = after(translated, SplitParagraph(PLAN, A, 4, 0, NEW))

    assert (one(split).agreed, one(split, NEW).is_stale) == (None, True)


def test_what_was_stale_stays_in_the_half_where_it_stands(dossier: Dossier) -> None:
    stale = after(
        dossier,
        write("one two three four"),
        write("a b c d", ENGLISH),
        say(Stage.TRANSLATED),
        write("one two tree four"),
    )

    split = after(stale, SplitParagraph(PLAN, A, 7, 3, NEW))

    assert [one(split, half).is_stale for half in (A, NEW)] == [False, True]
    assert one(split, NEW).agreed == Text.of("three four")


def test_joined_paragraphs_agree_when_both_did(translated: Dossier) -> None:
    joined = after(translated, JoinParagraphs(PLAN, B))

    assert one(joined).is_agreed
    assert stages(joined) == (Stage.READY, Stage.TRANSLATED)


def test_a_stale_part_makes_the_whole_stale(translated: Dossier) -> None:
    assert one(after(translated, write("ใหม่", THAI, B), JoinParagraphs(PLAN, B))).is_stale


def test_a_whole_is_as_far_as_its_less_far_part(translated: Dossier) -> None:
    joined = after(translated, say(Stage.DRAFT, ENGLISH, B), JoinParagraphs(PLAN, B))

    assert (stages(joined), one(joined).agreed) == ((Stage.READY, Stage.DRAFT), None)


def test_a_blank_paragraph_changes_nothing_of_the_one_it_joins(translated: Dossier) -> None:
    blank = after(translated, say(Stage.REVIEWED), write("", THAI, B), write("", ENGLISH, B))

    assert one(after(blank, JoinParagraphs(PLAN, B))) == one(blank)


def test_a_paragraph_joined_to_a_blank_one_keeps_its_stages(translated: Dossier) -> None:
    blank = after(translated, write(""), write("", ENGLISH), say(Stage.REVIEWED, ENGLISH, B))

    assert stages(after(blank, JoinParagraphs(PLAN, B))) == (Stage.READY, Stage.REVIEWED)


def test_a_part_led_by_the_other_language_agrees_all_the_same(translated: Dossier) -> None:
    joined = after(translated, SetLeading(PLAN, B, ENGLISH), JoinParagraphs(PLAN, B))

    assert (one(joined).leading, one(joined).is_agreed) == (THAI, True)


def test_sides_that_agree_go_on_agreeing_when_the_other_one_leads(translated: Dossier) -> None:
    turned = after(translated, say(Stage.REVIEWED, THAI), SetLeading(PLAN, A, ENGLISH))

    assert (one(turned).is_agreed, stages(turned)) == (True, (Stage.REVIEWED, Stage.READY))
    assert one(after(turned, write("Other", ENGLISH))).is_stale


def test_sides_that_do_not_agree_are_drafts_when_the_other_one_leads(translated: Dossier) -> None:
    turned = after(translated, write("ใหม่"), SetLeading(PLAN, A, ENGLISH))

    assert (one(turned).agreed, stages(turned)) == (None, (Stage.DRAFT, Stage.DRAFT))


DEEDS = st.one_of(
    st.builds(SetText, st.just(PLAN), st.sampled_from([A, B]), st.sampled_from(Language), st.just(Text.of("x y"))),
    st.builds(SetText, st.just(PLAN), st.sampled_from([A, B]), st.sampled_from(Language), st.just(Text())),
    st.builds(SetStage, st.just(PLAN), st.just((A, B)), st.sampled_from(Language), st.sampled_from(Stage)),
    st.builds(SetLeading, st.just(PLAN), st.sampled_from([A, B]), st.sampled_from(Language)),
    st.builds(Agree, st.just(PLAN), st.sampled_from([A, B]), st.sampled_from(Agreement)),
    st.builds(Unlock, st.just(PLAN), st.just((A,)), st.sampled_from(Language)),
    st.builds(lambda at, other: SplitParagraph(PLAN, A, at, other, NEW), st.integers(0, 5), st.integers(0, 9)),
    st.builds(JoinParagraphs, st.just(PLAN), st.sampled_from([B, NEW])),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(DEEDS, max_size=8))
def test_no_edits_lead_to_a_state_that_cannot_be(dossier: Dossier, edits: list[Edit]) -> None:
    for edit in edits:
        try:
            dossier = edit.apply(dossier)
        except (LockedError, StaleEditError):
            continue
    for row in dossier.prose(PLAN).paragraphs:
        assert row.stage(row.leading) is not Stage.TRANSLATED
        assert row.stage(row.following) is not Stage.READY
        assert row.agreed is None or row.in_(row.following)
        assert row.stage(row.following) not in (Stage.TRANSLATED, Stage.REVIEWED) or row.agreed is not None
        assert all(row.stage(side) is row.status(side).stage for side in Language)
    assert isinstance(dossier.prose(PLAN), Prose)
