from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.edits.edit import Several, StaleEditError
from cmdesk.edits.prose import (
    AddParagraphs,
    JoinParagraphs,
    MoveParagraph,
    RemoveParagraphs,
    SetKind,
    SetLeading,
    SetText,
    SplitParagraph,
    rank_after,
)
from cmdesk.edits.sides import joined_text
from cmdesk.model.answer import Paragraph, ParagraphKind, Prose
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId
from cmdesk.model.language import Language
from cmdesk.model.text import Citation, Span, Text

THAI, ENGLISH = Language
PLAN = QuestionId("plan")
A, B, C, NEW, GONE = map(ParagraphId, ("a", "b", "c", "new", "gone"))
WORDS = st.text("ก่a \n", max_size=8).map(Text.of)

STALE = [
    SetText(PLAN, GONE, THAI, Text()),
    AddParagraphs(PLAN, GONE, (Paragraph(NEW, ""),)),
    SplitParagraph(PLAN, GONE, 0, 0, NEW),
    JoinParagraphs(PLAN, GONE),
    MoveParagraph(PLAN, GONE, None),
    MoveParagraph(PLAN, A, GONE),
    RemoveParagraphs(PLAN, (A, GONE)),
    SetKind(PLAN, (A, GONE), ParagraphKind.BULLET),
    SetLeading(PLAN, GONE, THAI),
]
IDLE = [
    SetText(PLAN, A, THAI, Text.of("ไทย a")),
    AddParagraphs(PLAN, A, ()),
    JoinParagraphs(PLAN, A),
    MoveParagraph(PLAN, B, A),
    MoveParagraph(PLAN, B, B),
    MoveParagraph(PLAN, A, None),
    RemoveParagraphs(PLAN, ()),
    SetKind(PLAN, (A, B), ParagraphKind.BODY),
    SetLeading(PLAN, A, THAI),
]


def order(dossier):
    return [paragraph.id for paragraph in dossier.prose(PLAN).paragraphs]


def paragraph(dossier, paragraph_id):
    return dossier.prose(PLAN).paragraph(paragraph_id)


def texts(dossier, paragraph_id):
    found = paragraph(dossier, paragraph_id)
    return found.thai.characters, found.english.characters


def name_of(edit):
    return type(edit).__name__


@pytest.mark.parametrize("edit", STALE, ids=name_of)
def test_an_edit_of_what_is_gone_says_so(dossier, edit):
    with pytest.raises(StaleEditError) as raised:
        edit.apply(dossier)

    assert (raised.value.record, "no longer there" in raised.value.what) == (GONE, True)


@pytest.mark.parametrize("edit", IDLE, ids=name_of)
def test_an_edit_that_changes_nothing_gives_the_very_same_dossier(dossier, edit):
    assert edit.apply(dossier) is dossier


@pytest.mark.parametrize("edit", [*STALE, *IDLE], ids=name_of)
def test_every_edit_has_a_name_for_the_menu(edit):
    assert edit.label[0].isupper()


def test_setting_text_changes_one_language_of_one_paragraph(dossier):
    after = SetText(PLAN, B, ENGLISH, Text.of("new")).apply(dossier)

    assert [texts(after, each) for each in (A, B)] == [texts(dossier, A), ("ไทย b", "new")]


def test_typing_goes_on_in_the_same_text_only():
    typing = SetText(PLAN, A, THAI, Text())
    others = (
        SetText(PLAN, A, THAI, Text.of("x")),
        SetText(PLAN, A, ENGLISH, Text()),
        SetText(PLAN, B, THAI, Text()),
        SetLeading(PLAN, A, THAI),
    )

    assert [typing.continues(other) for other in others] == [True, False, False, False]


def test_an_edit_that_is_not_typing_goes_on_with_nothing():
    join = JoinParagraphs(PLAN, A)

    assert not join.continues(join)


@pytest.mark.parametrize(("after", "wanted"), [(None, "12abc"), (A, "a12bc"), (C, "abc12")])
def test_new_paragraphs_stand_in_order_after_the_one_named(dossier, after, wanted):
    new = tuple(Paragraph(ParagraphId(name), "unused") for name in "12")

    assert "".join(order(AddParagraphs(PLAN, after, new).apply(dossier))) == wanted


def test_one_new_paragraph_and_several_have_names_of_their_own():
    one, two = (AddParagraphs(PLAN, None, (Paragraph(NEW, ""),) * count).label for count in (1, 2))

    assert (one, two) == ("Add paragraph", "Add paragraphs")


def test_a_split_cuts_each_language_at_its_own_place(dossier):
    after = SplitParagraph(PLAN, B, 3, 7, NEW).apply(dossier)

    assert (order(after), texts(after, B), texts(after, NEW)) == ([A, B, NEW, C], ("ไทย", "English"), ("b", "b"))


def test_a_split_keeps_kind_leading_language_and_looks(dossier):
    bold = Text((Span("one two", bold=True),))
    start = dossier.with_answer(
        PLAN, dossier.prose(PLAN).with_(replace(paragraph(dossier, B), kind=ParagraphKind.BULLET, english=bold))
    )

    second = paragraph(SplitParagraph(PLAN, B, 0, 4, NEW).apply(start), NEW)

    assert (second.kind, second.leading, second.english) == (
        ParagraphKind.BULLET,
        THAI,
        Text((Span("two", bold=True),)),
    )


def test_a_split_at_the_end_makes_an_empty_paragraph(dossier):
    after = SplitParagraph(PLAN, A, 99, 99, NEW).apply(dossier)

    assert (texts(after, A), texts(after, NEW)) == (texts(dossier, A), ("", ""))


def test_a_join_puts_both_languages_together_with_a_blank(dossier):
    after = JoinParagraphs(PLAN, B).apply(dossier)

    assert (order(after), texts(after, A)) == ([A, C], ("ไทย a ไทย b", "English a English b"))


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [("a", "b", "a b"), ("a ", "b", "a b"), ("a", "\nb", "a\nb"), ("", "b", "b"), ("a", "", "a")],
)
def test_joined_texts_have_one_blank_between_where_both_have_words(first, second, joined):
    assert joined_text(Text.of(first), Text.of(second)) == Text.of(joined)


def test_a_citation_at_the_seam_gets_its_blank_too():
    cited = Text((Span("a"), Citation(EvidenceId("record"))))

    assert joined_text(cited, Text.of("b")) == cited + Text.of(" b")


@settings(max_examples=100, deadline=None)
@given(WORDS, st.integers(0, 9))
def test_splitting_and_joining_again_loses_nothing_but_blanks(dossier, words, place):
    start = SetText(PLAN, B, THAI, words).apply(dossier)

    after = JoinParagraphs(PLAN, NEW).apply(SplitParagraph(PLAN, B, place, 7, NEW).apply(start))

    assert "".join(texts(after, B)[0].split()) == "".join(words.characters.split())


@pytest.mark.parametrize(("moved", "after", "wanted"), [(C, None, "cab"), (A, C, "bca"), (A, B, "bac"), (C, A, "acb")])
def test_a_paragraph_moved_stands_after_the_one_named(dossier, moved, after, wanted):
    assert "".join(order(MoveParagraph(PLAN, moved, after).apply(dossier))) == wanted


def test_moving_changes_only_the_paragraph_that_moves(dossier):
    after = MoveParagraph(PLAN, C, None).apply(dossier)

    assert [paragraph(after, each) is paragraph(dossier, each) for each in (A, B, C)] == [True, True, False]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([A, B, C]), st.sampled_from([None, A, B, C])), max_size=30))
def test_moves_never_lose_a_paragraph_and_always_land_where_they_should(dossier, moves):
    for moved, after in moves:
        dossier = MoveParagraph(PLAN, moved, after).apply(dossier)
        found = order(dossier)

        assert sorted(found) == [A, B, C]
        assert after == moved or (found[0] if after is None else found[found.index(after) + 1]) == moved


def test_paragraphs_taken_out_are_gone_in_both_languages(dossier):
    assert order(RemoveParagraphs(PLAN, (A, C)).apply(dossier)) == [B]


def test_a_change_of_kind_reaches_each_paragraph_named(dossier):
    after = SetKind(PLAN, (A, C), ParagraphKind.NUMBERED).apply(dossier)

    assert [paragraph(after, each).kind.value for each in (A, B, C)] == ["numbered", "body", "numbered"]


def test_the_leading_language_can_be_changed(dossier):
    assert paragraph(SetLeading(PLAN, A, ENGLISH).apply(dossier), A).leading is ENGLISH


def test_between_two_of_one_rank_a_paragraph_goes_after_both():
    prose = Prose((Paragraph(A, "i"), Paragraph(B, "i"), Paragraph(C, "r")))

    assert "i" < rank_after(prose, A) < "r"


def test_several_edits_are_one_under_their_name(dossier):
    several = Several("Tidy up", (JoinParagraphs(PLAN, B), RemoveParagraphs(PLAN, (C,))))

    assert (several.label, order(several.apply(dossier)), several.continues(several)) == ("Tidy up", [A], False)


def test_of_several_edits_none_is_done_when_one_fails(dossier):
    several = Several("Tidy up", (RemoveParagraphs(PLAN, (A,)), RemoveParagraphs(PLAN, (GONE,))))

    with pytest.raises(StaleEditError):
        several.apply(dossier)
