import re

import pytest

from cmdesk.forms import templates
from cmdesk.forms.starting import new_dossier
from cmdesk.model.answer import Prose
from cmdesk.model.form import QuestionKind, Responder, Surety, Unit
from cmdesk.model.ids import is_ulid
from cmdesk.model.language import Language, Wording

FORMS = {form.id: form for form in map(templates.load, sorted(templates.shipped().glob("*.toml")))}
AWARD = FORMS["award-application"]
MEMBERSHIP = FORMS["gnlc-membership"]
REPORT = FORMS["gnlc-progress-report"]

each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


@pytest.mark.parametrize(("form", "letter", "count"), [(AWARD, "A", 18), (MEMBERSHIP, "B", 10), (REPORT, "C", 11)])
def test_the_questions_are_numbered_in_order(form, letter, count):
    assert [question.id for question in form.questions] == [f"{letter}{n}" for n in range(1, count + 1)]


@each_form
def test_a_form_says_in_english_that_it_is_not_official(form):
    assert form.about.english.startswith("This is not an official UNESCO form.")


@each_form
def test_a_form_says_in_thai_that_it_is_not_official(form):
    assert form.about.thai.startswith("แบบนี้มิใช่แบบฟอร์มทางการของยูเนสโก")


@each_form
def test_every_question_has_guidance(form):
    assert [question.id for question in form.questions if not question.guidance] == []


@each_form
def test_the_thai_of_every_question_is_thai(form):
    thai = re.compile("[ก-ฮ]")

    assert [q.id for q in form.questions if not thai.search(q.title.thai) or not thai.search(q.guidance.thai)] == []


@each_form
def test_the_twelve_key_features_are_listed(form):
    numbers = [(1, 3), (2, 6), (3, 3)]

    codes = [f"{group}.{n}" for group, size in numbers for n in range(1, size + 1)]
    assert [topic.code for topic in form.key_features] == codes


def test_the_eight_criteria_of_the_award_are_each_asked_about_once():
    asked = [code for question in AWARD.questions for code in question.criteria]

    assert asked == [topic.code for topic in AWARD.criteria] == list("12345678")


def test_every_limit_of_the_award_is_only_a_target_of_ours():
    targets = {q.id: q.limits[0].amount for q in AWARD.questions if q.limits and q.limits[0].is_target}

    assert targets == {"A6": 250, **{f"A{n}": 300 for n in range(7, 14)}, "A14": 200}


def test_the_two_limits_of_the_membership_form_are_sourced():
    limits = [(q.id, limit) for q in MEMBERSHIP.questions for limit in q.limits]

    assert [(q, one.amount, one.unit, one.provenance.surety) for q, one in limits] == [
        ("B6", 200, Unit.WORDS, Surety.SOURCED),
        ("B7", 200, Unit.WORDS, Surety.SOURCED),
    ]


def test_the_report_has_no_limits_since_none_is_known():
    assert [question.id for question in REPORT.questions if question.limits] == []


def test_a_limit_holds_for_the_english_text_only():
    assert AWARD.question("A7").limit(Language.THAI) is None


def test_no_question_of_the_award_that_is_inferred_passes_for_sourced():
    sourced = [question.id for question in AWARD.questions if question.provenance.surety is Surety.SOURCED]

    assert sourced == ["A15", "A16", "A17", "A18"]


def test_the_list_of_challenges_is_marked_as_recalled():
    assert MEMBERSHIP.question("B8").provenance.surety is Surety.RECALLED


@pytest.mark.parametrize(("form", "question"), [(AWARD, "A4"), (MEMBERSHIP, "B5"), (REPORT, "C2")])
def test_the_three_tables_of_city_data_ask_for_the_same_seven_values(form, question):
    assert form.question(question).items == AWARD.question("A4").items
    assert len(AWARD.question("A4").items) == 7


@pytest.mark.parametrize(("form", "question"), [(AWARD, "A18"), (MEMBERSHIP, "B10")])
def test_the_national_commissions_part_is_not_the_citys_to_answer(form, question):
    assert form.question(question).responder is Responder.NATIONAL_COMMISSION


def test_the_kinds_of_the_award_are_those_its_questions_need():
    short = {kind: [q.id for q in AWARD.questions if q.kind is kind] for kind in QuestionKind}

    assert short == {
        QuestionKind.PROSE: [f"A{n}" for n in range(6, 15)],
        QuestionKind.FACTS: ["A4"],
        QuestionKind.CARD: ["A1", "A2", "A3", "A5"],
        QuestionKind.MATERIALS: ["A15"],
        QuestionKind.CHOICE: ["A18"],
        QuestionKind.RATING: [],
        QuestionKind.SIGNATURE: ["A16"],
        QuestionKind.CONSENT: ["A17"],
    }


def test_a_new_dossier_bears_a_new_id():
    assert is_ulid(new_dossier(AWARD, Wording(), Wording()).id)


def test_a_new_dossier_without_a_title_bears_the_forms():
    assert new_dossier(AWARD, Wording(), Wording()).profile.title == AWARD.title


def test_a_new_dossier_has_no_answers_yet():
    dossier = new_dossier(AWARD, Wording("ชื่อ", "Title"), Wording("เชียงใหม่", "Chiang Mai"))

    assert dossier.prose("A7") == Prose()
