from dataclasses import replace
from decimal import Decimal

import pytest

from cmdesk.checks import Severity, check
from cmdesk.checks.evidence import before_joining, people_without_permission
from cmdesk.checks.figures import facts_incomplete, statistics_incomplete
from cmdesk.model.answer import FactRow, Facts, Material, Materials, Paragraph, Prose
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Evidence, EvidenceKind, Level, Measure, PeopleShown, Permission
from cmdesk.model.form import Item
from cmdesk.model.ids import EvidenceId, ParagraphId, RowId
from cmdesk.model.language import Wording
from cmdesk.model.text import Citation, Text

JOINED = PartialDate(2020, 9, 23)
RECORD = Evidence(EvidenceId("record"), EvidenceKind.DOCUMENT, Wording("แผน", "Plan"))
STATISTIC = Evidence(
    EvidenceId("statistic"),
    EvidenceKind.STATISTIC,
    Wording("ประชากร", "Population"),
    level=Level.CITY,
    measure=Measure(Decimal(127240), year=2019),
)
ROW = FactRow(RowId("row"), "area", value=Decimal(40), year=2019, scope=Level.CITY)
ANSWERING = {"criteria_answered": ("1",)}
AREA = Item("area", Wording("พื้นที่", "Area"))


def dated(*ends):
    return replace(RECORD, period=Period(*map(PartialDate.parse, ends)))


def rules(findings):
    return [finding.rule for finding in findings]


@pytest.mark.parametrize(
    "ends", [("2019",), ("2020-08",), ("2020-09-22",), ("2015", "2019"), ("2020-09-01", "2020-09-22")]
)
def test_evidence_older_than_the_membership_is_found(ask, ends):
    assert rules(before_joining(ask(Prose(), dated(*ends), joined=JOINED))) == ["evidence.before_joining"]


@pytest.mark.parametrize(
    "ends", [("2020",), ("2020-09",), ("2020-09-23",), ("2021",), ("2015", "2021"), ("2021-01-01",)]
)
def test_evidence_that_may_be_later_than_joining_is_none(ask, ends):
    assert rules(before_joining(ask(Prose(), dated(*ends), joined=JOINED))) == []


@pytest.mark.parametrize(
    "answer",
    [
        Prose((Paragraph(ParagraphId("p"), "i", thai=Text((Citation(RECORD.id),))),)),
        Facts((replace(ROW, source=RECORD.id),)),
        Materials((Material(ROW.id, evidence=RECORD.id),)),
    ],
)
def test_old_evidence_behind_an_answer_to_a_criterion_is_a_warning_and_sourced(ask, answer):
    found = next(before_joining(ask(answer, dated("2019"), joined=JOINED, **ANSWERING)))

    assert (found.severity, found.sourced, found.evidence) == (Severity.WARNING, True, RECORD.id)


def test_old_evidence_that_only_describes_the_city_is_a_note(ask):
    answer = Facts((replace(ROW, source=RECORD.id),))

    assert next(before_joining(ask(answer, dated("2019"), joined=JOINED))).severity is Severity.NOTE


def test_old_evidence_out_of_use_is_a_note(ask):
    found = next(before_joining(ask(Prose(), dated("2019"), joined=JOINED, **ANSWERING)))

    assert found.severity is Severity.NOTE


def test_old_evidence_is_named_with_the_day_of_joining(ask):
    told = next(before_joining(ask(Prose(), dated("2019"), joined=JOINED))).sentence

    assert ("“Plan”" in told, "23 September 2020" in told) == (True, True)


def test_a_form_without_criteria_does_not_mind_old_evidence(ask):
    assert rules(before_joining(ask(Prose(), dated("2019"), joined=JOINED, criteria=()))) == []


def test_without_a_day_of_joining_nothing_is_too_old(ask):
    assert rules(before_joining(ask(Prose(), dated("2019")))) == []


def test_evidence_without_a_date_is_not_called_old(ask):
    assert rules(before_joining(ask(Prose(), RECORD, joined=JOINED))) == []


@pytest.mark.parametrize("denied", [Permission.MISSING, Permission.REFUSED])
@pytest.mark.parametrize("who", ["adults", "minors"])
def test_people_without_permission_are_a_warning(ask, denied, who):
    record = replace(RECORD, people=PeopleShown(**{who: denied}))

    assert [found.severity for found in people_without_permission(ask(Prose(), record))] == [Severity.WARNING]


def test_minors_are_told_of_before_adults(ask):
    record = replace(RECORD, people=PeopleShown(Permission.MISSING, Permission.MISSING))

    assert "guardians" in next(people_without_permission(ask(Prose(), record))).sentence


def test_adults_refusing_are_told_of_when_minors_agree(ask):
    record = replace(RECORD, people=PeopleShown(Permission.REFUSED, Permission.GIVEN))

    assert "refused" in next(people_without_permission(ask(Prose(), record))).sentence


@pytest.mark.parametrize("granted", [Permission.NOT_NEEDED, Permission.GIVEN])
def test_people_who_agreed_are_no_finding(ask, granted):
    record = replace(RECORD, people=PeopleShown(granted, granted))

    assert rules(people_without_permission(ask(Prose(), record))) == []


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (STATISTIC, []),
        (replace(STATISTIC, measure=None), ["statistic.value"]),
        (replace(STATISTIC, measure=Measure(Decimal(1))), ["statistic.year"]),
        (replace(STATISTIC, level=None), ["statistic.level"]),
        (replace(STATISTIC, level=None, measure=None), ["statistic.value", "statistic.level"]),
        (RECORD, []),
    ],
)
def test_a_statistic_says_what_when_and_where(ask, record, expected):
    assert rules(statistics_incomplete(ask(Prose(), record))) == expected


def test_a_record_without_a_title_can_still_be_named(ask):
    record = replace(STATISTIC, title=Wording(), level=None)

    assert "“Untitled record”" in next(statistics_incomplete(ask(Prose(), record))).sentence


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (ROW, []),
        (replace(ROW, year=None), ["fact.year"]),
        (replace(ROW, scope=None), ["fact.scope"]),
        (replace(ROW, year=None, scope=None), ["fact.year", "fact.scope"]),
        (FactRow(RowId("row"), "area"), []),
    ],
)
def test_a_fact_with_a_value_says_when_and_where(ask, row, expected):
    assert rules(facts_incomplete(ask(Facts((row,)), items=(AREA,)))) == expected


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (replace(ROW, year=None), "“Area” has no year."),
        (replace(ROW, year=None, item="", label=Wording("", "Trams")), "“Trams” has no year."),
        (replace(ROW, year=None, item=""), "“Untitled row” has no year."),
    ],
)
def test_a_fact_is_named_by_the_form_or_by_itself(ask, row, name):
    assert next(facts_incomplete(ask(Facts((row,)), items=(AREA,)))).sentence == name


def test_findings_stand_worst_first_and_those_of_no_question_last(ask, pairs):
    answer = pairs(("12 คน", "13"), (Text((Citation(EvidenceId("gone")),)), ""))

    found = check(ask(answer, replace(STATISTIC, level=None)))

    assert rules(found) == ["source.gone", "pair.missing_language", "pair.numbers", "statistic.level"]
