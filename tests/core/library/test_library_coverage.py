import pytest
from library_dossiers import (
    PLAN,
    SENT,
    STATE,
    TABLE,
    dossier,
    fact,
    facts,
    materials,
    pair,
    prose,
    record,
    statistic,
    text,
    year,
)

from cmdesk.checks.finding import Severity
from cmdesk.library.claims import Sign, claims, sentences, signs_in
from cmdesk.library.coverage import Strength, coverage, overused, source_key
from cmdesk.library.gaps import library_findings
from cmdesk.library.uses import Fall, Role, Use, unused, uses, uses_of, without
from cmdesk.model.answer import Prose
from cmdesk.model.evidence import EvidenceKind, Level
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language, Wording
from cmdesk.sample.dossier import sample


def city(name, source="", **fields):
    return record(name, source=Wording("", source or f"Source {name}"), **fields)


# ---- where records stand


def test_every_place_of_a_record_is_told():
    paragraph = pair(0, ("ab", "@r p. 4", "#r"), ("กข", "@r"))
    found = uses_of(
        dossier(
            record("r"), plan=Prose((paragraph,)), table=facts(fact("f1", "r"), fact("f2")), sent=materials(("r", ()))
        ),
        EvidenceId("r"),
    )
    assert found == (
        Use("r", Role.CITED, PLAN, "p0", Language.THAI, 2),
        Use("r", Role.CITED, PLAN, "p0", Language.ENGLISH, 2, locator="p. 4"),
        Use("r", Role.FIGURE, PLAN, "p0", Language.ENGLISH, 3),
        Use("r", Role.SOURCE, TABLE, row="f1"),
        Use("r", Role.MATERIAL, SENT, row="m0"),
    )


def test_records_that_nothing_rests_on_are_named():
    assert unused(dossier(record("a"), record("b"), plan=prose(("x", "@a")))) == ("b",)


def test_a_record_that_is_gone_still_has_its_places():
    assert "gone" in uses(dossier(plan=prose(("x", "@gone"))))


def test_what_falls_with_a_record_is_what_rests_on_it_alone():
    state = dossier(
        city("a"),
        city("b"),
        plan=prose(("one", "@a"), ("two", "@a", "@b")),
        table=facts(fact("f1", "a"), fact("f2", "b")),
        sent=materials(("a", ())),
    )
    fall = without(state, EvidenceId("a"))
    assert len(fall.uses) == 4
    assert (fall.paragraphs, fall.rows) == (((PLAN, "p0"),), ((TABLE, "f1"),))
    assert (fall.questions, fall.criteria) == ((SENT,), ())


def test_criteria_that_only_one_record_serves_fall_with_it():
    state = dossier(city("a", criteria=("3",)), city("b"), plan=prose(("one", "@a")), table=facts(fact("f", "b")))
    assert without(state, EvidenceId("a")).criteria == ("3", "1")


def test_nothing_falls_with_a_record_that_is_not_used():
    assert without(dossier(record("a")), EvidenceId("a")) == Fall((), (), (), (), ())


# ---- the matrix


def strength(state, question=PLAN, topic="1"):
    return coverage(state).criteria.cell(question, topic).strength


@pytest.mark.parametrize(
    ("records", "words", "wanted"),
    [
        ((), None, Strength.NOTHING),
        ((), ("Only words.",), Strength.TOLD),
        ((city("a"),), ("x", "@a"), Strength.ONE_SOURCE),
        ((city("a", "UIL"), city("b", " uil ")), ("x", "@a", "@b"), Strength.ONE_SOURCE),
        ((city("a", "UIL"), city("b", "City")), ("x", "@a", "@b"), Strength.TWO_SOURCES),
        ((city("a"), statistic("n")), ("x", "@a", "#n"), Strength.DATED_NUMBER),
        ((statistic("n", year=None),), ("#n",), Strength.ONE_SOURCE),
    ],
)
def test_a_cell_is_as_strong_as_what_stands_behind_it(records, words, wanted):
    answers = {} if words is None else {"plan": prose(words)}
    assert strength(dossier(*records, **answers)) is wanted


def test_a_record_that_names_a_topic_fills_a_cell_that_the_form_does_not_ask_for():
    cell = coverage(dossier(city("a", criteria=("3",)), plan=prose(("x", "@a")))).criteria.cell(PLAN, "3")
    assert (cell.strength, cell.asked, cell.records) == (Strength.ONE_SOURCE, False, ("a",))


def test_a_single_feature_counts_for_its_area():
    state = dossier(city("a", key_features=("2.1.3",)), plan=prose(("x", "@a")))
    assert coverage(state).key_features.cell(PLAN, "2.1").records == ("a",)


def test_a_cell_that_nothing_links_is_blank():
    cell = coverage(dossier(plan=prose(("x",)))).criteria.cell(PLAN, "2")
    assert (cell.strength, cell.asked) == (Strength.NOTHING, False)


def test_a_material_stands_behind_the_answers_that_it_backs():
    state = dossier(city("a"), sent=materials(("a", (PLAN,))))
    assert coverage(state).criteria.cell(PLAN, "1").records == ("a",)


def test_only_what_the_city_answers_at_length_is_a_section():
    assert [question.id for question in coverage(dossier()).criteria.questions] == [PLAN, TABLE, SENT]


def test_topics_without_records_are_gaps():
    state = dossier(city("a"), plan=prose(("x", "@a")), table=facts(fact("f")))
    assert [topic.code for topic in coverage(state).criteria.gaps] == ["2", "3"]


def test_topics_with_many_more_records_than_the_others_are_piles():
    names = [f"r{number}" for number in range(6)]
    state = dossier(*map(city, names), plan=prose(tuple("@" + name for name in names)))
    assert [topic.code for topic in coverage(state).criteria.piles] == ["1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (record("a", source=Wording("เทศบาล")), record("b", source=Wording("เทศบาล", "City"))),
        (record("a", address="https://x.org/1"), record("b", address="https://x.org/2")),
    ],
)
def test_records_of_one_publisher_or_host_are_one_source(one, other):
    assert source_key(one) == source_key(other)


def test_records_that_name_no_source_are_sources_of_their_own():
    assert source_key(record("a")) != source_key(record("b"))


def test_a_record_on_which_much_rests_is_told_with_the_number_of_its_places():
    words = [("x", "@much")] * 6 + [("x", "@b"), ("x", "@c")]
    assert overused(dossier(record("much"), record("b"), record("c"), plan=prose(*words))) == {"much": 6}


# ---- the sample, checked by hand

SAMPLE_CRITERIA = {
    # What the paragraphs of each section cite, and the materials that name it, counted by hand in resources/sample.
    ("A7", "1"): (Strength.TWO_SOURCES, 9),
    ("A8", "2"): (Strength.TWO_SOURCES, 6),
    ("A9", "3"): (Strength.DATED_NUMBER, 5),
    ("A10", "4"): (Strength.DATED_NUMBER, 5),
    ("A11", "5"): (Strength.DATED_NUMBER, 6),
    ("A12", "6"): (Strength.DATED_NUMBER, 9),
    ("A13", "7"): (Strength.DATED_NUMBER, 6),
    ("A14", "8"): (Strength.TWO_SOURCES, 4),
}


def test_the_matrix_of_the_sample_is_what_its_papers_say():
    matrix = coverage(sample()).criteria
    told = {(row, code): matrix.cell(row, code) for row, code in SAMPLE_CRITERIA}
    assert {place: (cell.strength, len(cell.records)) for place, cell in told.items()} == SAMPLE_CRITERIA


def test_the_sample_shows_most_kinds_of_finding():
    rules = {finding.rule for finding in library_findings(sample())}
    wanted = {"claim.uncited", "evidence.before_joining", "evidence.unused", "evidence.overused", "figure.older"}
    assert wanted <= rules


# ---- claims


@pytest.mark.parametrize(
    ("words", "signs"),
    [
        ("There were 1,200 visitors.", (Sign.NUMBER,)),
        ("It began in 2019.", (Sign.DATE,)),
        ("In April the city met.", (Sign.DATE,)),
        ("It is the largest museum.", (Sign.SUPERLATIVE,)),
        ("It was the first of its kind.", (Sign.SUPERLATIVE,)),
        ("Half of the 40 schools joined in May 2021.", (Sign.NUMBER, Sign.DATE)),
        ("เป็นแห่งแรกของประเทศ", (Sign.SUPERLATIVE,)),
        ("มีผู้เรียน ๕,๐๐๐ คน", (Sign.NUMBER,)),
        ("เริ่มเมื่อ พ.ศ. ๒๕๖๓", (Sign.DATE,)),
        ("ร้อยละสิบของทั้งหมด", (Sign.NUMBER,)),
        ("1. The plan", ()),
        ("The city learns.", ()),
        ("At first the best intentions may do.", (Sign.SUPERLATIVE,)),
        ("A request for investment in the forest.", ()),
        ("เมืองเรียนรู้ไปด้วยกัน", ()),
    ],
)
def test_numbers_dates_and_superlatives_make_a_claim(words, signs):
    assert set(signs_in(words)) == set(signs)


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("One. Two! Three?",), ["One. ", "Two! ", "Three?"]),
        (("Dr. Lee of St. John said e.g. this.",), ["Dr. Lee of St. John said e.g. this."]),
        (("It rose by 3.5 per cent. ", "@r", "Then more."), ["It rose by 3.5 per cent. ", "\ufffcThen more."]),
        (("It rose.", "@r", " Then more."), ["It rose.\ufffc ", "Then more."]),
        (("One\nTwo",), ["One\n", "Two"]),
    ],
)
def test_sentences_end_where_english_ends_them(parts, wanted):
    words = text(*parts)
    assert [words.characters[start:stop] for start, stop in sentences(words, Language.ENGLISH)] == wanted


def test_a_claim_is_told_with_its_place():
    state = dossier(record("r"), plan=prose(("Proved in 2020.", "@r", " But 12 are not. Words.")))
    [claim] = claims(state)
    assert (claim.question, claim.paragraph, claim.words) == (PLAN, "p0", "But 12 are not.")
    whole = state.prose(PLAN).paragraphs[0].english.characters
    assert whole[claim.start : claim.stop].strip() == claim.words


def test_thai_is_looked_at_by_paragraph_where_there_is_no_english():
    state = dossier(record("r"), plan=Prose((pair(0, (), ("มี 12 แห่ง และ", "@r", " 3 คน")), pair(1, (), ("มี 12 แห่ง",)))))
    assert [claim.paragraph for claim in claims(state)] == ["p1"]


# ---- findings


def findings(state, rule):
    return [finding for finding in library_findings(state) if finding.rule == rule]


def test_claims_of_one_paragraph_are_one_finding():
    state = dossier(plan=prose(("It has 12. It had 11.",)))
    [found] = findings(state, "claim.uncited")
    assert (found.paragraph, found.severity) == ("p0", Severity.WARNING)
    assert found.sentence == "2 claims with numbers, dates or superlatives cite nothing, first “It has 12.”"


def test_long_claims_are_cut_in_their_finding():
    [found] = findings(dossier(plan=prose(("It has 12 " + "very " * 40 + "things.",))), "claim.uncited")
    assert found.sentence.endswith("very …”")


def test_a_criterion_without_evidence_is_a_warning_and_a_key_feature_a_note():
    found = findings(dossier(), "coverage.gap")
    assert [finding.severity for finding in found] == [Severity.WARNING] * 3 + [Severity.NOTE] * 3
    assert found[0].sentence == "Nothing in the library stands behind “1 Topic 1”."


def test_a_pile_is_told():
    names = [f"r{number}" for number in range(6)]
    state = dossier(*map(city, names), plan=prose(tuple("@" + name for name in names)))
    assert findings(state, "coverage.pile_up")[0].sentence.startswith("6 records are piled up behind “1 Topic 1”")


def test_evidence_older_than_the_membership_is_told():
    state = dossier(record("old", period=year(2017)), record("new", period=year(2021)), plan=prose(("x", "@old")))
    assert [found.evidence for found in findings(state, "evidence.before_joining")] == ["old"]


@pytest.mark.parametrize(("level", "count"), [(Level.PROVINCE, 1), (Level.COUNTRY, 1), (Level.CITY, 0), (None, 0)])
def test_a_figure_of_the_province_is_told_where_the_city_answers(level, count):
    state = dossier(statistic("n", level=level), plan=Prose((pair(0, ("#n",), ("#n",)),)))
    assert len(findings(state, "figure.wider")) == count


def test_a_figure_of_the_country_may_stand_where_the_commission_answers():
    state = dossier(statistic("n", level=Level.COUNTRY), **{STATE: prose(("#n",))})
    assert findings(state, "figure.wider") == []


def test_a_document_of_the_province_is_no_figure():
    state = dossier(record("d", level=Level.PROVINCE), plan=prose(("x", "@d")))
    assert findings(state, "figure.wider") == []


def test_a_figure_of_which_there_is_a_newer_one_is_a_warning():
    old = statistic("old", year=2019, title="Population 2019")
    state = dossier(old, statistic("new", year=2022, title="Population 2022"), plan=prose(("#old",)))
    [found] = findings(state, "figure.older")
    assert (found.evidence, found.severity) == ("old", Severity.WARNING)
    assert found.sentence == "“Population 2019” is of 2019, and the library has a newer figure, of 2022."


def test_a_figure_much_older_than_those_elsewhere_is_a_note():
    records = statistic("a", year=2018, title="Area"), statistic("b", year=2022, title="Schools", unit="schools")
    [found] = findings(dossier(*records, plan=prose(("#a", "#b"))), "figure.older")
    assert (found.evidence, found.severity) == ("a", Severity.NOTE)


def test_figures_of_one_year_are_not_old():
    records = statistic("a", year=2022, title="Area"), statistic("b", year=2021, title="Schools")
    assert findings(dossier(*records, plan=prose(("#a", "#b"))), "figure.older") == []


def test_an_overused_record_is_told():
    words = [("x", "@much")] * 6 + [("x", "@b"), ("x", "@c")]
    [found] = findings(dossier(record("much"), record("b"), record("c"), plan=prose(*words)), "evidence.overused")
    assert found.sentence == "“Record much” is used in 6 places; should it be doubted, they all are."


def test_findings_come_with_the_gravest_first():
    severities = [finding.severity.value for finding in library_findings(sample())]
    assert severities == sorted(severities, reverse=True)


def test_a_photograph_that_nobody_uses_is_a_note():
    [found] = findings(dossier(record("p", EvidenceKind.PHOTOGRAPH)), "evidence.unused")
    assert found.severity is Severity.NOTE
