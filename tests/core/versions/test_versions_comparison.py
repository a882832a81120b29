"""Comparing two states of a dossier."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.comparing import Kind
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
    ParagraphKind,
    Prose,
    Rating,
    Score,
    Signature,
)
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Dossier, Milestone
from cmdesk.model.evidence import Level, Reliability
from cmdesk.model.form import Item, Provenance, Question, QuestionKind, Surety
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId, RowId, ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text
from cmdesk.progress import Cancelled, Progress
from cmdesk.versions.comparison import (
    EVIDENCE,
    PROFILE,
    Change,
    Comparison,
    LineChange,
    Section,
    _in_order,
    _unmoved,
    compare_dossiers,
)
from cmdesk.versions.lines import answer_lines

Rewritten = Callable[..., Dossier]
CONTACT, PLAN, AREA = QuestionId("A2"), QuestionId("A1"), EvidenceId(ulid(2, 7))


def pid(number: int) -> ParagraphId:
    return ParagraphId(ulid(number, 1))


def paragraph(number: int, thai: str, english: str, rank: str = "") -> Paragraph:
    return Paragraph(pid(number), rank or f"{number:03}", thai=Text.of(thai), english=Text.of(english))


def section(comparison: Comparison, name: str) -> Section:
    return next(each for each in comparison.sections if each.name == name)


def only(comparison: Comparison) -> LineChange:
    (changed,) = comparison.changed
    (line,) = changed.changed
    return line


def told(line: LineChange, language: Language) -> list[tuple[str, str]]:
    return [(stretch.kind.value, stretch.text.characters) for stretch in line.in_(language)]


def test_a_state_compared_with_itself_has_no_changes(draft: Dossier) -> None:
    assert compare_dossiers(draft, draft).changed == ()


def test_sections_come_in_the_forms_order_between_details_and_evidence(draft: Dossier) -> None:
    names = [each.name for each in compare_dossiers(draft, draft).sections]
    assert names == [PROFILE, "A1", "A2", "A3", EVIDENCE]


def test_a_changed_word_is_struck_and_its_successor_inserted(draft: Dossier, rewritten: Rewritten) -> None:
    after = rewritten(paragraph(3, "มีห้องสมุดห้าแห่ง", "There are seven libraries."))
    line = only(compare_dossiers(draft, after))
    assert told(line, Language.ENGLISH) == [
        ("same", "There are "),
        ("deleted", "five"),
        ("inserted", "seven"),
        ("same", " libraries."),
    ]


def test_thai_is_compared_by_words(draft: Dossier, rewritten: Rewritten) -> None:
    after = rewritten(paragraph(3, "มีห้องสมุดเจ็ดแห่ง", "There are five libraries."))
    line = only(compare_dossiers(draft, after))
    assert [words for kind, words in told(line, Language.THAI) if kind != "same"] == ["ห้า", "เจ็ด"]


def test_the_side_that_did_not_change_is_told_as_the_same(draft: Dossier, rewritten: Rewritten) -> None:
    after = rewritten(paragraph(3, "มีห้องสมุดห้าแห่ง", "There are seven libraries."))
    line = only(compare_dossiers(draft, after))
    assert told(line, Language.THAI) == [("same", "มีห้องสมุดห้าแห่ง")]


def test_a_new_paragraph_is_added(draft: Dossier, rewritten: Rewritten) -> None:
    line = only(compare_dossiers(draft, rewritten(paragraph(4, "ใหม่", "New."))))
    assert (line.change, line.before) == (Change.ADDED, None)


def test_a_paragraph_that_is_gone_stands_where_it_stood(draft: Dossier, rewritten: Rewritten) -> None:
    comparison = compare_dossiers(draft, rewritten(without=(2,)))
    assert [line.key for line in section(comparison, "A1").lines] == [pid(1), pid(2), pid(3)]


def test_a_paragraph_that_is_gone_is_struck_whole(draft: Dossier, rewritten: Rewritten) -> None:
    line = only(compare_dossiers(draft, rewritten(without=(2,))))
    assert [stretch.kind for stretch in line.english] == [Kind.DELETED]


def test_only_the_paragraph_that_went_elsewhere_is_moved(draft: Dossier, rewritten: Rewritten) -> None:
    old = draft.prose(PLAN).paragraphs[0]
    comparison = compare_dossiers(draft, rewritten(replace(old, rank="009")))
    assert [(line.key, line.change) for line in comparison.changed[0].changed] == [(pid(1), Change.MOVED)]


def test_a_paragraph_of_another_kind_is_changed_otherwise(draft: Dossier, rewritten: Rewritten) -> None:
    old = draft.prose(PLAN).paragraphs[1]
    line = only(compare_dossiers(draft, rewritten(replace(old, kind=ParagraphKind.BULLET))))
    assert line.change is Change.OTHERWISE


def test_a_card_is_compared_field_by_field(draft: Dossier) -> None:
    after = draft.with_answer(
        CONTACT,
        Card(
            (
                Entry(
                    "name",
                    Wording("สุดา", "Suda K."),
                ),
            )
        ),
    )
    line = only(compare_dossiers(draft, after))
    assert line.line.label == Wording("ชื่อ", "Name")


def test_a_record_that_differs_in_what_is_not_shown_is_told(draft: Dossier) -> None:
    record = replace(draft.evidence[AREA], reliability=Reliability.HIGH)
    line = only(compare_dossiers(draft, draft.with_evidence(record)))
    assert line.change is Change.OTHERWISE


def test_a_figure_that_changed_is_told_by_its_value(draft: Dossier) -> None:
    old = draft.evidence[AREA]
    assert old.measure is not None
    record = replace(old, measure=replace(old.measure, value=Decimal(41)))
    line = only(compare_dossiers(draft, draft.with_evidence(record)))
    assert [words for kind, words in told(line, Language.ENGLISH) if kind != "same"] == ["40.2", "41"]


def test_details_are_compared(draft: Dossier) -> None:
    profile = replace(
        draft.profile,
        joined_network=PartialDate(2020, 9, 23),
        milestones=(Milestone(Wording("ส่ง", "Send"), PartialDate(2023, 4, 5)),),
    )
    comparison = compare_dossiers(draft, replace(draft, profile=profile))
    words = [line.line.thai.characters for line in section(comparison, PROFILE).changed]
    assert words == ["23 กันยายน 2563", "ส่ง · 5 เมษายน 2566"]


def test_a_question_that_the_form_no_longer_asks_is_there_all_the_same(draft: Dossier) -> None:
    part = draft.form.parts[0]
    shorter = replace(draft.form, parts=(replace(part, questions=part.questions[1:]),))
    after = replace(draft, form=shorter, answers=draft.answers.without(PLAN))
    assert [line.change for line in section(compare_dossiers(draft, after), "A1").lines] == [Change.REMOVED] * 3


def test_changes_are_counted(draft: Dossier, rewritten: Rewritten) -> None:
    after = rewritten(paragraph(4, "ใหม่", "New."), without=(2, 3))
    assert compare_dossiers(draft, after).count(Change.ADDED, Change.REMOVED) == 3


def test_comparing_can_be_stopped(draft: Dossier) -> None:
    class Unwanted(Progress):
        def step(self, done: int, total: int) -> None:  # noqa: ARG002 - whatever is told, it is unwanted
            raise Cancelled

    with pytest.raises(Cancelled):
        compare_dossiers(draft, draft, Unwanted())


def asked(kind: QuestionKind) -> Question:
    items = (Item("one", Wording("หนึ่ง", "One"), Wording("คน", "people")),)
    provenance = Provenance(Surety.SOURCED, "https://uil.unesco.org/")
    return Question(QuestionId("Q"), Wording("ก", "Q"), kind, provenance, items=items)


ANSWERS = [
    (QuestionKind.PROSE, Prose((paragraph(1, "ก", "a"), paragraph(2, "", ""))), ["a"]),
    (
        QuestionKind.FACTS,
        Facts((FactRow(RowId("r"), "one", value=Decimal(1500), year=2023, scope=Level.CITY), FactRow(RowId("s")))),
        ["1,500 people · 2023 · City"],
    ),
    (
        QuestionKind.MATERIALS,
        Materials((Material(RowId("m"), Wording("ก", "Film"), PartialDate(2022), "th", "https://a.b", None, (PLAN,)),)),
        ["Film · 2022 · https://a.b · A1"],
    ),
    (QuestionKind.CHOICE, Choice(("one",), Wording("ก", "Gladly")), ["Yes", "Gladly"]),
    (QuestionKind.RATING, Rating((Score("one", 4),)), ["4"]),
    (QuestionKind.RATING, Rating(), []),
    (QuestionKind.SIGNATURE, Signature(Wording("ก", "A"), signed_on=PartialDate(2023)), ["A", "2023", "No"]),
    (QuestionKind.CONSENT, Consent(given=True, given_by=Wording("ก", "A")), ["Yes", "A"]),
]


@pytest.mark.parametrize(("kind", "answer", "words"), ANSWERS)
def test_every_kind_of_answer_has_its_lines(kind: QuestionKind, answer: Prose, words: list[str]) -> None:
    assert [line.english.characters for line in answer_lines(asked(kind), answer)] == words


def test_a_line_of_neither_state_is_a_fault() -> None:
    with pytest.raises(ValueError, match="neither"):
        LineChange("a", None, None, Change.SAME, (), ()).line  # noqa: B018 - asking for it is what fails


KEYS = st.lists(st.sampled_from("abcdefg"), unique=True)


@given(KEYS, KEYS)
@settings(deadline=None, max_examples=200)
def test_every_line_is_told_once_and_in_the_later_order(before: list[str], after: list[str]) -> None:
    order = _in_order(before, after)
    assert sorted(order) == sorted({*before, *after})
    assert [key for key in order if key in after] == after


@given(KEYS, KEYS)
@settings(deadline=None, max_examples=200)
def test_what_stayed_is_in_one_order_in_both(before: list[str], after: list[str]) -> None:
    kept = _unmoved(before, after)
    assert [key for key in before if key in kept] == [key for key in after if key in kept]
    assert bool(kept) == bool(set(before) & set(after))
