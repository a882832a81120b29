"""How far an answer is, told from what is written."""

from decimal import Decimal
from typing import Any

import pytest

from cmdesk.model.answer import (
    Card,
    Choice,
    Consent,
    Entry,
    FactRow,
    Facts,
    Material,
    Materials,
    Paragraph,
    Prose,
    Rating,
    Score,
    Signature,
)
from cmdesk.model.dates import PartialDate
from cmdesk.model.form import Item, Provenance, Question, QuestionKind, Surety
from cmdesk.model.ids import ParagraphId, QuestionId, RowId
from cmdesk.model.language import Wording
from cmdesk.model.text import Text
from ui.outline.state import Standing, standing

WORDS = Wording("ก", "a")
ITEMS = (Item("one", WORDS), Item("two", WORDS), Item("more", WORDS, required=False))


def question(kind: QuestionKind, items: tuple[Item, ...] = ITEMS) -> Question:
    return Question(QuestionId("Q"), WORDS, kind, Provenance(Surety.INFERRED), items=items)


def prose(*pairs: tuple[str, str]) -> Prose:
    rows = (
        Paragraph(ParagraphId(f"P{place}"), f"m{place}", thai=Text.of(thai), english=Text.of(english))
        for place, (thai, english) in enumerate(pairs)
    )
    return Prose(tuple(rows))


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ((), Standing.EMPTY),
        ((("", ""),), Standing.EMPTY),
        ((("ก", ""), ("ข", "")), Standing.NO_ENGLISH),
        ((("", "a"),), Standing.NO_THAI),
        ((("ก", "a"), ("ข", "")), Standing.BEGUN),
        ((("ก", "a"), ("", "")), Standing.ANSWERED),
    ],
)
def test_prose_stands_where_its_two_languages_stand(pairs: Any, expected: Standing) -> None:
    assert standing(question(QuestionKind.PROSE), prose(*pairs)) is expected


def card(*items: str) -> Card:
    return Card(tuple(Entry(item, WORDS) for item in items))


def facts(*items: str) -> Facts:
    return Facts(tuple(FactRow(RowId(item), item, value=Decimal(1)) for item in items))


def rating(*items: str) -> Rating:
    return Rating(tuple(Score(item, 1) for item in items))


@pytest.mark.parametrize(
    ("kind", "answer"), [(QuestionKind.CARD, card), (QuestionKind.FACTS, facts), (QuestionKind.RATING, rating)]
)
@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((), Standing.EMPTY),
        (("one",), Standing.BEGUN),
        (("more",), Standing.BEGUN),
        (("one", "two"), Standing.ANSWERED),
    ],
)
def test_an_answer_of_items_is_whole_when_those_required_are_there(
    kind: QuestionKind, answer: Any, items: tuple[str, ...], expected: Standing
) -> None:
    assert standing(question(kind), answer(*items)) is expected


def test_where_no_item_is_required_one_is_enough() -> None:
    assert standing(question(QuestionKind.CARD, ()), card("own")) is Standing.ANSWERED


@pytest.mark.parametrize(
    ("kind", "answer", "expected"),
    [
        (QuestionKind.MATERIALS, Materials(), Standing.EMPTY),
        (QuestionKind.MATERIALS, Materials((Material(RowId("a"), WORDS),)), Standing.ANSWERED),
        (QuestionKind.CHOICE, Choice(), Standing.EMPTY),
        (QuestionKind.CHOICE, Choice(("one",)), Standing.ANSWERED),
        (QuestionKind.SIGNATURE, Signature(WORDS), Standing.BEGUN),
        (QuestionKind.SIGNATURE, Signature(WORDS, signed_on=PartialDate(2024)), Standing.ANSWERED),
        (QuestionKind.CONSENT, Consent(), Standing.EMPTY),
        (QuestionKind.CONSENT, Consent(given=True, given_by=WORDS), Standing.ANSWERED),
    ],
)
def test_other_answers_are_whole_when_all_they_need_is_there(
    kind: QuestionKind, answer: Any, expected: Standing
) -> None:
    assert standing(question(kind), answer) is expected


def test_every_standing_has_a_shape_and_words_of_its_own() -> None:
    assert len({state.icon for state in Standing}) == len(Standing)
    assert len({state.words for state in Standing}) == len(Standing)
