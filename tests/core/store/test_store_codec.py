import random
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_dossiers import CARD, FACTS, PROSE, evidence, history, paragraph, small_dossier

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
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.dossier import Milestone, Profile
from cmdesk.model.evidence import (
    Attachment,
    Evidence,
    EvidenceKind,
    Level,
    Measure,
    PeopleShown,
    Permission,
    Reliability,
    SourceType,
)
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Citation, Figure, Span, Text
from cmdesk.store import codec
from cmdesk.store.canonical import canonical, strictly
from cmdesk.store.plain import with_unknown
from cmdesk.store.records import evidence_of
from cmdesk.store.refusals import DamagedRecordError
from cmdesk.store.tables import apply

ids = st.builds(ulid, st.integers(0, 2**40), st.integers(0, 2**80 - 1))
words = st.text(max_size=12)
wordings = st.builds(Wording, words, words)
numbers = st.decimals(allow_nan=False, allow_infinity=False)
dates = st.dates().flatmap(
    lambda day: st.sampled_from((PartialDate.of(day), PartialDate(day.year), PartialDate(day.year, day.month)))
)
periods = st.tuples(dates, dates).map(lambda pair: Period(*sorted(pair, key=lambda date: date.first_day)))
links = st.sampled_from(("", "https://example.org/ก", "mailto:a@example.org"))
runs = st.one_of(
    st.builds(Span, words, st.booleans(), st.booleans(), links), st.builds(Citation, ids, words), st.builds(Figure, ids)
)
texts = st.builds(Text, st.lists(runs, max_size=4).map(tuple))
ranks = st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=5)
paragraphs = st.builds(Paragraph, ids, ranks, st.sampled_from(ParagraphKind), st.sampled_from(Language), texts, texts)


def tuples(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


def maybe(strategy):
    return st.none() | strategy


fact_rows = st.builds(
    FactRow,
    ids,
    words,
    wordings,
    maybe(numbers),
    wordings,
    maybe(st.integers(1, 2600)),
    maybe(st.sampled_from(Level)),
    maybe(ids),
    wordings,
)
materials = st.builds(Material, ids, wordings, maybe(dates), words, words, maybe(ids), tuples(words))
answers = st.one_of(
    st.builds(Facts, tuples(fact_rows)),
    st.builds(Card, tuples(st.builds(Entry, words, wordings))),
    st.builds(Materials, tuples(materials)),
    st.builds(Choice, tuples(words), wordings),
    st.builds(Rating, tuples(st.builds(Score, words, st.integers(0, 10)))),
    st.builds(Signature, wordings, wordings, maybe(dates), st.booleans()),
    st.builds(Consent, st.booleans(), wordings, maybe(dates)),
)
attachments = st.builds(Attachment, st.text("0123456789abcdef", min_size=64, max_size=64), words, words, st.integers(0))
records = st.builds(
    Evidence,
    id=ids,
    kind=st.sampled_from(EvidenceKind),
    title=wordings,
    period=maybe(periods),
    level=maybe(st.sampled_from(Level)),
    source_type=maybe(st.sampled_from(SourceType)),
    measure=maybe(st.builds(Measure, numbers, wordings, maybe(st.integers(1, 3000)), maybe(numbers))),
    participants=maybe(st.integers(0, 10**9)),
    people=st.builds(PeopleShown, st.sampled_from(Permission), st.sampled_from(Permission)),
    reliability=maybe(st.sampled_from(Reliability)),
    tags=tuples(words),
    seen_on=maybe(dates),
    attachments=tuples(attachments),
)
profiles = st.builds(Profile, wordings, wordings, maybe(dates), tuples(st.builds(Milestone, wordings, dates)))


@st.composite
def dossiers(draw):
    proses = tuple({each.id: each for each in draw(st.lists(paragraphs, max_size=4))}.values())
    found = {PROSE: Prose(proses[:2]), "another": Prose(proses[2:]), FACTS: draw(answers), CARD: draw(answers)}
    kept = draw(st.sets(st.sampled_from(sorted(found))))
    evidences = draw(st.lists(records, max_size=3))
    return replace(
        small_dossier(),
        profile=draw(profiles),
        answers=FrozenMap({key: found[key] for key in found if key in kept}),
        evidence=FrozenMap({each.id: each for each in evidences}),
    )


def read(tables):
    reading = codec.Reading(tables, small_dossier().id)
    dossier = reading.dossier()
    return dossier, reading.damaged


@given(dossiers())
@settings(deadline=None, max_examples=120)
def test_a_dossier_survives_being_written_and_read(dossier):
    tables = strictly(canonical(codec.tables_of(dossier)))

    assert read(tables) == (dossier, [])


@given(dossiers(), dossiers())
@settings(deadline=None, max_examples=60)
def test_the_changes_between_two_states_make_one_into_the_other(before, after):
    tables = codec.tables_of(before)

    apply(tables, codec.changes(before, after))

    assert read(tables) == (after, [])


def test_only_what_is_another_object_is_written():
    before = history(random.Random(2), 12)[-1]
    after = before.with_evidence(evidence(99))

    assert [change[:2] for change in codec.changes(before, after)] == [("evidence", ulid(3, 99))]


def test_a_changed_paragraph_is_one_record():
    before = small_dossier().with_answer(PROSE, Prose((paragraph(1), paragraph(2))))
    after = before.with_answer(PROSE, before.prose(PROSE).with_(paragraph(2, "ใหม่")))

    assert [change[:2] for change in codec.changes(before, after)] == [("paragraphs", ulid(2, 2))]


def test_a_paragraph_that_moves_to_another_answer_is_not_removed():
    before = small_dossier().with_answer(PROSE, Prose((paragraph(1),))).with_answer("other", Prose())
    after = before.with_answer(PROSE, Prose()).with_answer("other", Prose((paragraph(1),)))

    assert [(change[1], change[2]["question"]) for change in codec.changes(before, after)] == [(ulid(2, 1), "other")]


def test_a_plain_run_of_text_is_stored_as_a_plain_text():
    tables = codec.tables_of(small_dossier().with_answer(PROSE, Prose((paragraph(1, "ก"),))))

    assert tables["paragraphs"][ulid(2, 1)]["thai"] == [
        "ก",
        {"text": "หนา", "bold": True},
        {"cite": ulid(3, 1), "locator": "น. 4"},
    ]


def test_a_field_that_says_nothing_takes_no_room():
    tables = codec.tables_of(small_dossier().with_evidence(Evidence(ulid(3, 1), EvidenceKind.LINK)))

    assert tables["evidence"][ulid(3, 1)] == {"kind": "link"}


BAD_RECORDS = [
    ("evidence", {"kind": "unheard of"}, "kind"),
    ("evidence", {"kind": "link", "measure": {"value": "many"}}, "measure.value"),
    ("evidence", {"kind": "link", "measure": {"value": "NaN"}}, "measure.value"),
    ("evidence", {"kind": "link", "period": {"start": {"year": 2020, "day": 3}}}, "period.start"),
    ("evidence", {}, ""),
    ("paragraphs", {"question": "plan"}, "rank"),
    ("paragraphs", {"question": 3}, "question"),
]
GOOD_PARAGRAPH = {"question": "plan", "rank": "i", "kind": "body", "leading": "th", "thai": [], "english": []}
BAD_TEXTS = [
    "a text",
    [{"text": 3}],
    [{"picture": "x"}],
    [{"text": "x", "bold": 1}],
    [{"text": "x", "link": "javascript:alert(1)"}],
    [{"cite": ulid(3, 1), "locator": 4}],
]


@pytest.mark.parametrize(("table", "record", "field"), BAD_RECORDS)
def test_a_bad_record_is_set_aside_and_named(table, record, field):
    tables = codec.tables_of(small_dossier())
    tables[table][ulid(3, 1)] = record

    dossier, damaged = read(tables)

    assert dossier == small_dossier()
    assert [(each.table, each.record, each.field) for each in damaged] == [(table, ulid(3, 1), field)]


@pytest.mark.parametrize("text", BAD_TEXTS)
def test_a_bad_text_is_set_aside_and_named(text):
    tables = codec.tables_of(small_dossier())
    tables["paragraphs"][ulid(2, 1)] = {**GOOD_PARAGRAPH, "english": text}

    assert [each.field for each in read(tables)[1]] == ["english"]


@pytest.mark.parametrize("hostile", ["__proto__", "../x", "x" * 10_000, "", "0" * 25 + "\n"])
def test_a_hostile_id_is_set_aside(hostile):
    tables = codec.tables_of(small_dossier())
    tables["evidence"][hostile] = {"kind": "link"}

    assert [each.field for each in read(tables)[1]] == ["id"]


def test_a_hostile_id_is_never_written():
    with pytest.raises(DamagedRecordError) as caught:
        codec.changes(small_dossier(), small_dossier().with_evidence(Evidence("../x", EvidenceKind.LINK)))

    assert "../x" in caught.value.what


def test_a_bad_answer_is_set_aside():
    tables = codec.tables_of(small_dossier())
    tables["answers"] = {"a": {"kind": "facts", "rows": 4}, "b": {}, "c": {"kind": "poem"}}

    assert [(each.record, each.field) for each in read(tables)[1]] == [("a", "rows"), ("b", "kind"), ("c", "kind")]


def test_a_dossier_whose_profile_is_damaged_opens_without_it():
    tables = codec.tables_of(small_dossier())
    tables["dossier"] = {small_dossier().id: {"title": 4}}

    dossier, damaged = read(tables)

    assert dossier.profile == Profile(Wording(), Wording())
    assert [each.table for each in damaged] == ["dossier"]


def test_a_dossier_without_its_form_is_refused_by_name():
    with pytest.raises(DamagedRecordError) as caught:
        read({})

    assert "form" in caught.value.what


def test_what_a_newer_program_stored_is_kept_in_a_changed_record():
    stored = {
        "kind": "link",
        "mood": "glad",
        "title": {"thai": "ก", "lao": "ກ"},
        "attachments": [],
        "measure": {"value": "1", "error": "0.1"},
    }
    understood = codec.understood(("evidence", ulid(3, 1), None), stored)

    kept = with_unknown({"kind": "link", "title": {"english": "b"}}, stored, understood)

    assert kept == {"kind": "link", "mood": "glad", "title": {"english": "b", "lao": "ກ"}, "attachments": []}


def test_what_a_newer_program_stored_in_a_row_is_kept_with_that_row():
    old = {"kind": "facts", "rows": [{"id": "r1", "colour": "red"}, {"id": "r2", "year": 4}]}
    understood = codec.understood(("answers", "figures", None), old)
    new = {"kind": "facts", "rows": [{"id": "r2", "year": 5}, {"id": "r1"}, {"id": "r3"}]}

    assert with_unknown(new, old, understood)["rows"] == [
        {"id": "r2", "year": 5},
        {"id": "r1", "colour": "red"},
        {"id": "r3"},
    ]


def test_the_decimals_of_a_value_are_kept_as_typed():
    found = evidence_of(ulid(3, 1), {"kind": "statistic", "measure": {"value": "1.500"}})

    assert str(found.measure.value) == str(Decimal("1.500"))
