from decimal import Decimal

import pytest

from cmdesk.counting import Budget, State, budget, budget_of, budget_words, count, count_answer, count_text, method
from cmdesk.model.answer import Answer, Card, Entry, Material, Materials, Paragraph, Prose
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence, EvidenceKind, Measure
from cmdesk.model.form import Form, Limit, Part, Provenance, Question, QuestionKind, Surety, Unit
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId, RowId
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Citation, Figure, Span, Text

THAI, ENGLISH = Language
ASKED = QuestionId("asked")
SOURCED = Provenance(Surety.SOURCED)
TARGET = Provenance(Surety.HOUSE_TARGET)
STATISTIC = EvidenceId("statistic")


def dossier(answer: Answer, kind: QuestionKind, *limits: Limit) -> Dossier:
    question = Question(ASKED, Wording("ถาม", "Asked"), kind, SOURCED, limits=limits)
    form = Form("form", "1", Wording(), Wording(), SOURCED, (Part(Wording(), (question,)),))
    profile = Profile(Wording("ก", "a"), Wording("ข", "b"))
    return Dossier(DossierId("d"), form, profile, FrozenMap({ASKED: answer}))


def prose(*english: str) -> Prose:
    return Prose(
        tuple(
            Paragraph(ParagraphId(str(place)), f"{place:02}i", thai=Text.of("การเรียนรู้"), english=Text.of(words))
            for place, words in enumerate(english)
        )
    )


def used(number: int, limit: Limit | None, language: Language = ENGLISH, unit: Unit = Unit.WORDS) -> Budget:
    return Budget(number, limit, language, unit)


def test_words_are_counted_in_both_scripts_at_once() -> None:
    assert count("การเรียนรู้ for all, พ.ศ. 2566", Unit.WORDS, THAI) == 7


def test_characters_are_code_points_with_blanks() -> None:
    assert count("น้ำ ok", Unit.CHARACTERS, THAI) == 6


@pytest.mark.parametrize("unit", [Unit.PAGES, Unit.ITEMS])
def test_a_text_has_neither_pages_nor_items(unit: Unit) -> None:
    with pytest.raises(ValueError, match=unit.value):
        count("text", unit, ENGLISH)


def test_a_figure_counts_as_it_reads_and_a_citation_as_nothing() -> None:
    record = Evidence(STATISTIC, EvidenceKind.STATISTIC, measure=Measure(Decimal(800), Wording("คน", "pupils")))
    text = Text((Span("We asked "), Figure(STATISTIC), Citation(STATISTIC, "page nine")))

    assert count_text(text, Unit.WORDS, ENGLISH, {STATISTIC: record}) == 4


def test_prose_counts_as_the_sum_of_its_paragraphs() -> None:
    asked = dossier(prose("one two", "three"), QuestionKind.PROSE)

    assert (count_answer(asked, ASKED, ENGLISH), count_answer(asked, ASKED, THAI)) == (3, 6)


def test_an_answer_counts_in_the_unit_of_its_limit() -> None:
    asked = dossier(prose("abc", "de"), QuestionKind.PROSE, Limit(9, Unit.CHARACTERS, SOURCED))

    assert count_answer(asked, ASKED, ENGLISH) == 5


def test_the_unit_asked_for_goes_before_that_of_the_limit() -> None:
    asked = dossier(prose("abc", "de"), QuestionKind.PROSE, Limit(9, Unit.CHARACTERS, SOURCED))

    assert count_answer(asked, ASKED, ENGLISH, Unit.WORDS) == 2


def test_items_are_entries() -> None:
    listed = Materials((Material(RowId("a")), Material(RowId("b"))))
    asked = dossier(listed, QuestionKind.MATERIALS, Limit(5, Unit.ITEMS, SOURCED))

    assert count_answer(asked, ASKED, ENGLISH) == 2


def test_a_card_counts_the_words_of_its_fields() -> None:
    card = Card((Entry("name", Wording("", "Jane Roe")), Entry("title", Wording("", "Mayor"))))

    assert count_answer(dossier(card, QuestionKind.CARD), ASKED, ENGLISH) == 3


def test_nothing_answered_counts_nothing() -> None:
    assert count_answer(dossier(Prose(), QuestionKind.PROSE), ASKED, THAI) == 0


def test_a_budget_is_of_the_limit_of_its_language() -> None:
    limits = (Limit(4, Unit.WORDS, SOURCED, ENGLISH), Limit(9, Unit.WORDS, TARGET, THAI))
    asked = dossier(prose("one two"), QuestionKind.PROSE, *limits)

    assert [budget(asked, ASKED, language).limit for language in (ENGLISH, THAI)] == list(limits)


def test_a_limit_of_pages_leaves_words_without_a_limit() -> None:
    asked = dossier(prose("one two"), QuestionKind.PROSE, Limit(10, Unit.PAGES, SOURCED))

    assert budget(asked, ASKED, ENGLISH) == used(2, None)


def test_a_budget_of_pages_cannot_be_known() -> None:
    pages = Limit(10, Unit.PAGES, SOURCED)

    with pytest.raises(ValueError, match="pages"):
        budget_of(dossier(prose("one"), QuestionKind.PROSE, pages), ASKED, ENGLISH, pages)


@pytest.mark.parametrize(
    ("number", "state", "left", "over"),
    [
        (269, State.WITHIN, 31, 0),
        (270, State.CLOSE, 30, 0),
        (300, State.CLOSE, 0, 0),
        (301, State.OVER, 0, 1),
    ],
)
def test_a_budget_is_close_from_nine_tenths_and_over_from_one_more(
    number: int, state: State, left: int, over: int
) -> None:
    spent = used(number, Limit(300, Unit.WORDS, SOURCED))

    assert (spent.state, spent.left, spent.over) == (state, left, over)


def test_without_a_limit_nothing_is_left_or_over() -> None:
    spent = used(5_000, None)

    assert (spent.state, spent.left, spent.over) == (State.WITHIN, None, 0)


@pytest.mark.parametrize(
    ("spent", "words"),
    [
        (used(1, None), "1 word"),
        (used(286, Limit(300, Unit.WORDS, SOURCED)), "286 of 300 words"),
        (used(286, Limit(300, Unit.WORDS, TARGET)), "286 of a target of 300 words"),
        (used(314, Limit(300, Unit.WORDS, TARGET)), "14 words over the target of 300"),
        (used(301, Limit(300, Unit.WORDS, SOURCED)), "1 word over the limit of 300"),
        (used(286, Limit(300, Unit.WORDS, TARGET), THAI), "≈286 of a target of 300 words"),
        (used(1_250, Limit(1_700, Unit.CHARACTERS, SOURCED), THAI, Unit.CHARACTERS), "1,250 of 1,700 characters"),
        (used(2, Limit(4, Unit.ITEMS, SOURCED), ENGLISH, Unit.ITEMS), "2 of 4 items"),
    ],
)
def test_a_budget_says_how_it_stands(spent: Budget, words: str) -> None:
    assert budget_words(spent, ENGLISH) == words


def test_a_target_is_never_called_a_limit() -> None:
    over = used(314, Limit(300, Unit.WORDS, TARGET))

    assert "limit" not in budget_words(over, ENGLISH)


def test_a_budget_speaks_the_language_of_the_interface_unless_told() -> None:
    assert budget_words(used(3, None)) == "3 words"


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_names_its_method(unit: Unit) -> None:
    assert method(unit).endswith(".")


def test_the_method_of_words_names_icu() -> None:
    assert "ICU" in method(Unit.WORDS, ENGLISH)
