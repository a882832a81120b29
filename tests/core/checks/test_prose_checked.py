import pytest

from cmdesk.checks import Severity
from cmdesk.checks.lettering import letters_odd
from cmdesk.checks.limits import too_long
from cmdesk.checks.pairs import half_written, numbers_differ
from cmdesk.checks.sources import figures_without_value, records_gone, unsupported
from cmdesk.model.answer import FactRow, Facts, Material, Materials, Prose
from cmdesk.model.evidence import Evidence, EvidenceKind
from cmdesk.model.form import Limit, Provenance, Surety, Unit
from cmdesk.model.ids import EvidenceId, RowId
from cmdesk.model.language import Language
from cmdesk.model.text import Citation, Figure, Span, Text

THAI, ENGLISH = Language
SOURCED, TARGET = Provenance(Surety.SOURCED), Provenance(Surety.HOUSE_TARGET)
KNOWN = Evidence(EvidenceId("known"), EvidenceKind.DOCUMENT)
GONE = EvidenceId("gone")


def told(findings):
    return [(finding.rule, finding.severity) for finding in findings]


def test_a_limit_passed_is_an_error_and_as_sourced_as_the_limit(ask, pairs):
    asked = ask(pairs(("", "one two three")), limits=(Limit(2, Unit.WORDS, SOURCED, ENGLISH),))

    assert [(f.rule, f.severity, f.sourced) for f in too_long(asked)] == [("limit.over", Severity.ERROR, True)]


def test_a_house_target_passed_is_a_warning_that_calls_no_limit_unesco_s(ask, pairs):
    asked = ask(pairs(("", "one two three")), limits=(Limit(2, Unit.WORDS, TARGET, ENGLISH),))

    found = next(too_long(asked))

    assert (found.severity, found.sourced, "our own target" in found.sentence) == (Severity.WARNING, False, True)


def test_a_limit_just_reached_is_no_finding(ask, pairs):
    assert told(too_long(ask(pairs(("", "one two")), limits=(Limit(2, Unit.WORDS, SOURCED),)))) == []


def test_a_limit_for_both_languages_is_checked_in_each(ask, pairs):
    asked = ask(pairs(("การเรียนรู้", "one two three")), limits=(Limit(2, Unit.WORDS, SOURCED),))

    assert [finding.sentence.split(":")[0] for finding in too_long(asked)] == ["Thai", "English"]


def test_every_limit_of_a_question_is_checked(ask, pairs):
    limits = (Limit(9, Unit.WORDS, SOURCED, ENGLISH), Limit(4, Unit.CHARACTERS, SOURCED, ENGLISH))

    assert len(list(too_long(ask(pairs(("", "one two")), limits=limits)))) == 1


def test_pages_are_left_to_the_export(ask, pairs):
    assert told(too_long(ask(pairs(("", "one two")), limits=(Limit(0, Unit.PAGES, SOURCED),)))) == []


def test_too_many_items_are_one_finding_not_one_in_each_language(ask):
    items = Materials((Material(RowId("a")), Material(RowId("b"))))

    assert told(too_long(ask(items, limits=(Limit(1, Unit.ITEMS, SOURCED),)))) == [("limit.over", Severity.ERROR)]


def test_a_paragraph_in_one_language_only_is_a_warning_that_names_it(ask, pairs):
    asked = ask(pairs(("ไทย", "English"), ("ไทย", ""), ("", "English"), ("", "")))

    assert [(f.paragraph, f.severity) for f in half_written(asked)] == [
        ("p1", Severity.WARNING),
        ("p2", Severity.WARNING),
    ]


def test_an_answer_wholly_in_one_language_is_left_to_the_rule_of_answers(ask, pairs):
    assert told(half_written(ask(pairs(("ไทย", ""), ("ไทย", ""))))) == []


def test_an_optional_answer_wholly_in_one_language_is_found_by_paragraph(ask, pairs):
    assert len(list(half_written(ask(pairs(("ไทย", ""), ("ไทย", "")), required=False)))) == 2


@pytest.mark.parametrize(
    ("thai", "english", "sentence"),
    [
        ("12 คน", "13 people", "The numbers differ: 12 in Thai, 13 in English."),
        ("20 คน", "people", "A number is only in the Thai text: 20."),
        ("คน", "20 or 30 people", "A number is only in the English text: 20, 30."),
    ],
)
def test_numbers_that_differ_are_told(ask, pairs, thai, english, sentence):
    assert [found.sentence for found in numbers_differ(ask(pairs((thai, english))))] == [sentence]


def test_years_are_compared_across_the_eras(ask, pairs):
    assert told(numbers_differ(ask(pairs(("พ.ศ. 2566", "2023"))))) == []


def test_numbers_are_not_compared_with_an_empty_side(ask, pairs):
    assert told(numbers_differ(ask(pairs(("20 คน", ""))))) == []


@pytest.mark.parametrize("run", [Citation(GONE), Figure(GONE)])
def test_a_record_that_is_gone_is_an_error_where_it_is_used(ask, pairs, run):
    found = list(records_gone(ask(pairs((Text((Span("ก"), run)), "a")))))

    assert [(f.severity, f.paragraph, f.evidence) for f in found] == [(Severity.ERROR, "p0", GONE)]


@pytest.mark.parametrize(
    "answer", [Facts((FactRow(RowId("r"), source=GONE),)), Materials((Material(RowId("r"), evidence=GONE),))]
)
def test_a_row_that_names_a_record_that_is_gone_is_an_error(ask, answer):
    assert [found.evidence for found in records_gone(ask(answer))] == [GONE]


def test_a_record_that_is_there_is_no_finding(ask, pairs):
    text = Text((Span("ก"), Citation(KNOWN.id)))

    assert told(records_gone(ask(pairs((text, text)), KNOWN))) == []


def test_a_row_whose_record_is_there_is_no_finding(ask):
    assert told(records_gone(ask(Facts((FactRow(RowId("r"), source=KNOWN.id),)), KNOWN))) == []


def test_a_figure_of_a_record_without_a_value_is_an_error_once(ask, pairs):
    text = Text((Figure(KNOWN.id), Figure(GONE)))

    found = list(figures_without_value(ask(pairs((text, text)), KNOWN)))

    assert [(f.rule, f.evidence) for f in found] == [("source.no_value", KNOWN.id)]


def test_a_required_answer_without_any_evidence_is_a_warning(ask, pairs):
    assert told(unsupported(ask(pairs(("ก", "a"), ("ข", "b"))))) == [("source.none", Severity.WARNING)]


def test_one_citation_in_one_language_supports_an_answer(ask, pairs):
    assert told(unsupported(ask(pairs(("ก", "a"), (Text((Span("ข"), Citation(KNOWN.id))), "b")), KNOWN))) == []


def test_an_answer_that_is_empty_or_optional_needs_no_evidence(ask, pairs):
    assert told(unsupported(ask(Prose()))) + told(unsupported(ask(pairs(("ก", "a")), required=False))) == []


@pytest.mark.parametrize(
    ("thai", "english", "rules"),
    [
        ("การเรียนรู้ น้ำใจ", "learning", []),
        ("ก" * 20_000, "", []),
        ("ก" * 20_001, "", ["letters.long"]),
        ("", "abc\u202edef", ["letters.direction"]),
        ("ก" + "\u0e48" * 9, "", ["letters.marks"]),
        ("", "z" + "\u0301" * 8, []),
        ("นํ้าใจ", "", ["letters.order"]),
        ("เเม่", "a\u2066b", ["letters.order", "letters.direction"]),
        ("\u0e48\u0e48", "", ["letters.order"]),
    ],
)
def test_letters_that_are_not_what_they_look_are_warned_of(ask, pairs, thai, english, rules):
    assert [found.rule for found in letters_odd(ask(pairs((thai, english))))] == rules


def test_a_word_typed_in_an_odd_order_is_shown_with_how_to_type_it(ask, pairs):
    told = next(letters_odd(ask(pairs(("ขอขอบคุณ นํ้าใจ", ""))))).sentence

    assert told.index("นํ้า") < told.index("น้ำ")


def test_a_text_too_long_is_told_with_its_most(ask, pairs):
    assert "20,000 characters" in next(letters_odd(ask(pairs(("ก" * 30_000, ""))))).sentence
