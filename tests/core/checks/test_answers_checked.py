from decimal import Decimal

import pytest

from cmdesk.checks import Severity, check
from cmdesk.checks.fields import fields_empty, rows_empty
from cmdesk.checks.options import choices_out_of_range, marks_out_of_range
from cmdesk.checks.papers import consents_missing, signatures_missing
from cmdesk.checks.unanswered import unanswered
from cmdesk.model.answer import Card, Choice, Consent, Entry, FactRow, Facts, Prose, Rating, Score, Signature
from cmdesk.model.dates import PartialDate
from cmdesk.model.form import Item, Provenance, Responder, Surety
from cmdesk.model.ids import RowId
from cmdesk.model.language import Wording

INFERRED = Provenance(Surety.INFERRED)
NAME = Item("name", Wording("ชื่อ", "Name"))
FAX = Item("fax", Wording("โทรสาร", "Fax"), required=False)
JANE = Wording("เจน", "Jane")


def told(findings):
    return [(finding.rule, finding.severity) for finding in findings]


def test_a_required_question_without_an_answer_is_an_error(ask):
    assert told(unanswered(ask(Prose()))) == [("answer.missing", Severity.ERROR)]


def test_a_question_that_needs_no_answer_may_be_empty(ask):
    assert told(unanswered(ask(Prose(), required=False))) == []


def test_what_the_national_commission_has_not_answered_is_a_note(ask):
    asked = ask(Prose(), responder=Responder.NATIONAL_COMMISSION)

    assert told(unanswered(asked)) == [("answer.missing", Severity.NOTE)]


def test_the_city_is_told_that_it_must_answer_and_that_others_do(ask):
    ours, theirs = (next(unanswered(ask(Prose(), responder=who))).sentence for who in Responder)

    assert ("required" in ours, "National Commission" in theirs) == (True, True)


def test_the_language_that_is_missing_is_named(ask, pairs):
    missing = [next(unanswered(ask(pairs(pair)))).sentence for pair in (("ไทย", ""), ("", "English"))]

    assert missing == [
        "This answer isn't written in English yet, the language of the submission.",
        "This answer isn't written in Thai yet.",
    ]


def test_an_answer_not_in_the_language_of_the_submission_is_an_error(ask, pairs):
    assert told(unanswered(ask(pairs(("ไทย", ""))))) == [("answer.missing_language", Severity.ERROR)]


def test_an_answer_not_in_thai_is_a_note(ask, pairs):
    assert told(unanswered(ask(pairs(("", "English"))))) == [("answer.missing_language", Severity.NOTE)]


def test_a_form_taken_in_thai_needs_thai(ask, pairs):
    asked = ask(pairs(("", "English")), languages=("th",))

    assert told(unanswered(asked)) == [("answer.missing_language", Severity.ERROR)]


def test_a_form_taken_in_a_language_we_do_not_write_needs_english(ask, pairs):
    asked = ask(pairs(("ไทย", "")), languages=("fr",))

    assert told(unanswered(asked)) == [("answer.missing_language", Severity.ERROR)]


def test_a_written_answer_is_no_finding(ask, pairs):
    assert told(unanswered(ask(pairs(("ไทย", "English"))))) == []


def test_a_signature_is_not_also_an_unanswered_question(ask):
    assert [finding.rule for finding in check(ask(Signature()))] == ["signature.missing"]


def test_a_finding_says_whether_the_form_is_known_to_ask(ask):
    known, guessed = (next(unanswered(ask(Prose(), **how))).sourced for how in ({}, {"provenance": INFERRED}))

    assert (known, guessed) == (True, False)


def test_an_empty_required_field_of_a_card_is_an_error(ask):
    asked = ask(Card((Entry("fax", JANE),)), items=(NAME, FAX))

    assert told(fields_empty(asked)) == [("field.empty", Severity.ERROR)]


def test_an_empty_field_is_named_in_the_sentence(ask):
    asked = ask(Card((Entry("fax", JANE),)), items=(NAME, FAX))

    assert next(fields_empty(asked)).sentence == "“Name” is empty."


def test_a_field_in_thai_only_is_a_warning(ask):
    asked = ask(Card((Entry("name", Wording("เจน")),)), items=(NAME, FAX))

    assert told(fields_empty(asked)) == [("field.language", Severity.WARNING)]


def test_a_filled_card_is_no_finding(ask):
    assert told(check(ask(Card((Entry("name", JANE),)), items=(NAME, FAX)))) == []


def test_a_card_not_begun_is_one_finding_only(ask):
    assert told(check(ask(Card(), items=(NAME,)))) == [("answer.missing", Severity.ERROR)]


def test_a_required_row_without_a_value_is_an_error(ask):
    rows = Facts((FactRow(RowId("r"), "fax", value=Decimal(1)), FactRow(RowId("s"), "name")))

    assert told(rows_empty(ask(rows, items=(NAME, FAX)))) == [("fact.empty", Severity.ERROR)]


def test_a_table_not_begun_is_one_finding_only(ask):
    assert told(check(ask(Facts(), items=(NAME,)))) == [("answer.missing", Severity.ERROR)]


def test_a_missing_signature_is_an_error_and_sourced(ask):
    found = next(signatures_missing(ask(Signature(JANE, JANE))))

    assert (found.rule, found.severity, found.sourced) == ("signature.missing", Severity.ERROR, True)


def test_a_signature_without_a_stamp_is_a_note(ask):
    asked = ask(Signature(JANE, JANE, PartialDate(2024, 5, 1)))

    assert told(signatures_missing(asked)) == [("signature.stamp", Severity.NOTE)]


def test_a_signature_with_its_stamp_is_no_finding(ask):
    assert told(signatures_missing(ask(Signature(JANE, JANE, PartialDate(2024), stamped=True)))) == []


def test_a_signature_that_is_not_required_may_be_missing(ask):
    assert told(signatures_missing(ask(Signature(), required=False))) == []


@pytest.mark.parametrize(
    ("consent", "fields", "expected"),
    [
        (Consent(), {}, [("consent.missing", Severity.ERROR)]),
        (Consent(given=True), {}, []),
        (Consent(), {"required": False}, []),
        (Consent(), {"responder": Responder.NATIONAL_COMMISSION}, [("consent.missing", Severity.NOTE)]),
    ],
)
def test_a_consent_that_is_needed_and_not_given_is_found(ask, consent, fields, expected):
    assert told(consents_missing(ask(consent, **fields))) == expected


@pytest.mark.parametrize(
    ("chosen", "rules"),
    [
        (("name",), []),
        (("other",), ["choice.unknown"]),
        (("name", "fax"), ["choice.too_many"]),
        (("x", "y"), ["choice.unknown", "choice.too_many"]),
    ],
)
def test_choices_keep_to_what_the_form_offers(ask, chosen, rules):
    asked = ask(Choice(chosen), items=(NAME, FAX), most=1)

    assert [finding.rule for finding in choices_out_of_range(asked)] == rules


def test_as_many_may_be_chosen_as_one_likes_where_the_form_sets_no_most(ask):
    assert list(choices_out_of_range(ask(Choice(("name", "fax")), items=(NAME, FAX)))) == []


@pytest.mark.parametrize(
    ("scores", "rules"),
    [
        ((Score("name", 1),), []),
        ((Score("name", 5),), []),
        ((Score("name", 0),), ["rating.range"]),
        ((Score("name", 6),), ["rating.range"]),
        ((Score("other", 3), Score("name", 2)), ["rating.unknown"]),
        ((Score("fax", 3),), ["rating.empty"]),
        ((), []),
    ],
)
def test_marks_keep_to_the_scale_and_to_what_is_listed(ask, scores, rules):
    asked = ask(Rating(scores), items=(NAME, FAX), most=5)

    assert [finding.rule for finding in marks_out_of_range(asked)] == rules


def test_without_a_highest_mark_any_mark_will_do(ask):
    assert list(marks_out_of_range(ask(Rating((Score("name", 99),)), items=(NAME,)))) == []
