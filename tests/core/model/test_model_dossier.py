import pytest

from cmdesk.model.answer import (
    ANSWERS,
    Card,
    Entry,
    Facts,
    Paragraph,
    Prose,
    Rating,
    Score,
)
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence, EvidenceKind
from cmdesk.model.form import Form, Limit, Part, Provenance, Question, QuestionKind, Surety, Unit
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text

THAI, ENGLISH = Language
SOURCED = Provenance(Surety.SOURCED)
PLAN, AREA = QuestionId("plan"), QuestionId("area")
A, B, C = (Paragraph(ParagraphId(name), rank) for name, rank in (("a", "1"), ("b", "2"), ("c", "2")))
RECORD = Evidence(EvidenceId("record"), EvidenceKind.LINK)
FORM = Form(
    "form",
    "1",
    Wording(),
    Wording(),
    SOURCED,
    (
        Part(Wording(), (Question(PLAN, Wording(), QuestionKind.PROSE, SOURCED),)),
        Part(Wording(), (Question(AREA, Wording(), QuestionKind.FACTS, SOURCED),)),
    ),
)
DOSSIER = Dossier(DossierId("d"), FORM, Profile(Wording(), Wording()))


def test_prose_stands_in_order_of_ranks_then_of_ids() -> None:
    assert Prose((C, B, A)).paragraphs == (A, B, C)


def test_prose_in_any_order_of_making_is_equal() -> None:
    assert Prose((C, A, B)) == Prose((A, B, C))


def test_a_paragraph_put_in_takes_the_place_of_its_earlier_self() -> None:
    moved = Paragraph(A.id, "3")

    assert Prose((A, B)).with_(moved).paragraphs == (B, moved)


def test_a_paragraph_is_found_by_its_id() -> None:
    prose = Prose((A, B))

    assert (prose.index(B.id), prose.paragraph(B.id), prose.without(B.id)) == (1, B, Prose((A,)))


@pytest.mark.parametrize("find", [Prose.index, Prose.paragraph, Prose.without])
def test_a_paragraph_that_is_not_there_is_a_key_error(find) -> None:
    with pytest.raises(KeyError):
        find(Prose((A,)), B.id)


def test_a_paragraph_changes_in_one_language_only() -> None:
    changed = A.with_(THAI, Text.of("ก")).with_(ENGLISH, Text.of("a"))

    assert (changed.in_(THAI), changed.in_(ENGLISH), changed.rank) == (Text.of("ก"), Text.of("a"), A.rank)


def test_a_paragraph_is_true_when_either_language_is_written() -> None:
    assert [bool(A), bool(A.with_(THAI, Text.of("ก"))), bool(A.with_(ENGLISH, Text.of("a")))] == [False, True, True]


def test_a_card_has_empty_words_where_nothing_is_written() -> None:
    card = Card((Entry("name", Wording("", "Jane")),))

    assert (card.words("name"), card.words("fax")) == (Wording("", "Jane"), Wording())


def test_a_rating_has_no_mark_for_what_is_not_rated() -> None:
    rating = Rating((Score("plan", 3),))

    assert (rating.value("plan"), rating.value("area")) == (3, None)


@pytest.mark.parametrize("kind", QuestionKind)
def test_every_kind_of_question_has_an_empty_answer_of_its_own(kind: QuestionKind) -> None:
    assert isinstance(ANSWERS[kind](), ANSWERS[kind])


def test_a_question_not_yet_answered_has_an_empty_answer_of_its_kind() -> None:
    assert (DOSSIER.answer(PLAN), DOSSIER.answer(AREA)) == (Prose(), Facts())


def test_an_answer_given_is_the_answer() -> None:
    assert DOSSIER.with_answer(PLAN, Prose((A,))).prose(PLAN) == Prose((A,))


def test_answering_leaves_the_dossier_of_before_and_shares_the_rest() -> None:
    after = DOSSIER.with_answer(PLAN, Prose((A,)))

    assert (DOSSIER.prose(PLAN), after.evidence is DOSSIER.evidence, after.form is FORM) == (Prose(), True, True)


def test_prose_is_not_to_be_had_of_a_table() -> None:
    with pytest.raises(TypeError, match="area"):
        DOSSIER.prose(AREA)


def test_a_question_that_the_form_does_not_ask_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        DOSSIER.answer(QuestionId("other"))


def test_a_record_put_in_and_taken_out_leaves_the_dossier_as_it_was() -> None:
    assert DOSSIER.with_evidence(RECORD).without_evidence(RECORD.id) == DOSSIER


def test_a_form_lists_the_questions_of_all_parts_in_order() -> None:
    assert [question.id for question in FORM.questions] == [PLAN, AREA]


def test_a_limit_for_no_language_holds_for_each() -> None:
    both, thai = Limit(1, Unit.WORDS, SOURCED), Limit(1, Unit.WORDS, SOURCED, THAI)

    assert [limit.holds_for(ENGLISH) for limit in (both, thai)] == [True, False]


def test_a_question_gives_the_first_limit_of_a_language() -> None:
    limits = (Limit(1, Unit.WORDS, SOURCED, THAI), Limit(2, Unit.WORDS, SOURCED), Limit(3, Unit.WORDS, SOURCED))
    question = Question(PLAN, Wording(), QuestionKind.PROSE, SOURCED, limits=limits)

    assert (question.limit(THAI), question.limit(ENGLISH)) == limits[:2]


def test_a_question_without_limits_has_none() -> None:
    assert FORM.question(PLAN).limit(THAI) is None


@pytest.mark.parametrize("surety", Surety)
def test_only_our_own_limits_are_targets(surety: Surety) -> None:
    assert Limit(1, Unit.WORDS, Provenance(surety)).is_target is (surety is Surety.HOUSE_TARGET)
