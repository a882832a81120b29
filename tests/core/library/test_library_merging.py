from decimal import Decimal

import pytest
from library_dossiers import (
    PLAN,
    SENT,
    TABLE,
    dossier,
    fact,
    facts,
    file,
    materials,
    pair,
    prose,
    record,
    statistic,
    year,
)

from cmdesk.edits.edit import StaleEditError
from cmdesk.library.duplicates import Duplicate, Reason, duplicates
from cmdesk.library.likeness import near_pictures, near_texts, resemblance, sketch_of
from cmdesk.library.merging import differences, joined_record, merge_records
from cmdesk.library.uses import uses
from cmdesk.model.answer import Card, Entry, Prose
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import EvidenceKind, Level, Measure, PeopleShown, Permission, Reliability
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Wording
from cmdesk.model.text import Text

K, D = EvidenceId("k"), EvidenceId("d")
STORY = (
    "เทศบาลนครเชียงใหม่จัดกิจกรรมเมืองแห่งการเรียนรู้ร่วมกับชุมชนริมแม่น้ำปิงตลอดทั้งปี มีผู้เข้าร่วมทุกวัย และได้รับความร่วมมือจากสถาบันการศึกษาในพื้นที่"
)


def found(*records, **more):
    return [(each.first, each.second, each.reasons) for each in duplicates({one.id: one for one in records}, **more)]


# ---- likeness


@pytest.mark.parametrize(("bits", "near"), [(0, True), (10, True), (11, False)])
def test_pictures_are_near_up_to_ten_bits(bits, near):
    one = (1 << 128) - 1
    other = one ^ sum(1 << (place * 12) for place in range(bits))
    assert list(near_pictures({"a": f"{one:032x}", "b": f"{other:032x}"})) == ([("a", "b")] if near else [])


def test_flat_pictures_look_like_nothing():
    assert list(near_pictures({"a": "0" * 32, "b": "0" * 32})) == []


def test_a_text_with_a_few_other_words_is_near_and_another_is_not():
    texts = {
        "a": STORY * 3,
        "b": STORY * 3 + "ฉบับแก้ไขครั้งที่ 2",
        "c": "An English report of the same city. " * 9,
        "d": "สั้น",
    }
    assert list(near_texts(texts)) == [("a", "b")]


def test_the_same_text_in_other_digits_and_blanks_is_the_same():
    assert sketch_of(STORY + " 2563 " + STORY) == sketch_of(STORY + "๒๕๖๓\n" + STORY)


def test_short_texts_resemble_nothing():
    assert (sketch_of("short"), resemblance((), ())) == ((), 0.0)


# ---- duplicates


def test_records_of_the_same_file_are_found():
    records = record("a", attachments=(file("1.pdf"), file("again.pdf"))), record("b", attachments=(file("2.pdf"),))
    assert found(*records, record("c")) == [("a", "b", (Reason.SAME_FILE,))]


def test_records_of_the_same_title_and_date_are_found_however_it_is_written():
    one = record("a", title="x", period=year(2020))
    other = record("b", title="X ", period=year(2020))
    assert found(one, other, record("c", title="x", period=year(2021))) == [("a", "b", (Reason.SAME_TITLE,))]


def test_records_of_one_page_are_found_and_figures_from_one_page_are_not():
    pages = record("a", address="https://x.org/p#top"), record("b", address="https://X.org/p/")
    figures = (statistic(name, title=name, address="https://x.org/p") for name in "cd")
    assert found(*pages, *figures) == [("a", "b", (Reason.SAME_ADDRESS,))]


def test_pictures_and_texts_that_are_near_are_found_and_the_surest_come_first():
    photos = [
        record(name, EvidenceKind.PHOTOGRAPH, attachments=(file(name, sha),))
        for name, sha in (("a", "aa"), ("b", "bb"))
    ]
    papers = [record(name, attachments=(file(name, sha),)) for name, sha in (("c", "cc"), ("d", "dd"))]
    prints = {"aa" * 32: "f" * 32, "bb" * 32: "f" * 31 + "e", "ee" * 32: "f" * 32}
    texts = {"cc" * 32: STORY * 3, "dd" * 32: STORY * 3}
    assert found(*photos, *papers, fingerprints=prints, texts=texts.get) == [
        ("a", "b", (Reason.LOOKS_ALIKE,)),
        ("c", "d", (Reason.READS_ALIKE,)),
    ]


def test_two_reasons_are_one_pair():
    one, other = (record(name, title="T", attachments=(file(name),)) for name in "ba")
    [pair_] = duplicates({each.id: each for each in (one, other)})
    assert pair_ == Duplicate("b", "a", (Reason.SAME_FILE, Reason.SAME_TITLE))
    assert [reason.sentence for reason in pair_.reasons] == [
        "Both have the same file.",
        "Both have the same title and date.",
    ]


# ---- merging


def merged(state):
    return merge_records(state, K, D).apply(state)


def test_every_use_moves_to_the_kept_record():
    state = dossier(
        record("k"),
        statistic("d"),
        plan=Prose((pair(0, ("x", "@d p. 1", " y ", "#d"), ("ก", "@d")), pair(1, ("z", "@k")))),
        table=facts(fact("f", "d"), fact("g", "k"), fact("h")),
        sent=materials(("d", (PLAN,)), ("k", ())),
        card=Card((Entry("e", Wording("x")),)),
    )
    before, after = uses(state), uses(merged(state))
    assert list(after) == [K]
    assert len(after[K]) == len(before[K]) + len(before[D])
    assert merged(state).answers["card"] is state.answers["card"]
    assert D not in merged(state).evidence


def test_what_does_not_use_the_dropped_record_stays_the_same_object():
    state = dossier(record("k"), record("d"), plan=prose(("x", "@k"), ("y", "@d")))
    before, after = state.prose(PLAN).paragraphs, merged(state).prose(PLAN).paragraphs
    assert (after[0] is before[0], after[1] is before[1]) == (True, False)


def test_two_citations_side_by_side_that_become_equal_are_one():
    state = dossier(record("k"), record("d"), plan=prose(("x", "@k", "@d"), ("y", "@k p. 1", "@d p. 2")))
    lengths = [len(paragraph.english.evidence) for paragraph in merged(state).prose(PLAN).paragraphs]
    assert lengths == [1, 2]


def test_a_merge_is_one_step_with_a_name():
    state = dossier(record("k"), record("d"), table=facts(fact("f", "d")), sent=materials(("d", ())))
    edit = merge_records(state, K, D)
    assert edit.label == "Merge evidence records"
    assert [type(each).__name__ for each in edit.edits] == ["SetEvidence", "SetAnswer", "SetAnswer", "RemoveEvidence"]
    assert {each.question for each in edit.edits[1:3]} == {TABLE, SENT}


@pytest.mark.parametrize("names", [("k", "gone"), ("gone", "k")])
def test_a_record_that_is_gone_cannot_be_merged(names):
    with pytest.raises(StaleEditError):
        merge_records(dossier(record("k")), *map(EvidenceId, names))


def test_what_only_the_dropped_record_says_is_taken():
    drop = record(
        "d",
        caption=Wording("คำบรรยาย"),
        period=year(2020),
        measure=Measure(Decimal(5)),
        address="https://x.org",
        reliability=Reliability.HIGH,
        participants=12,
    )
    joined = joined_record(record("k", caption=Wording("", "Caption")), drop)
    assert joined.caption == Wording("คำบรรยาย", "Caption")
    assert (joined.period, joined.measure, joined.address, joined.reliability, joined.participants) == (
        drop.period,
        drop.measure,
        drop.address,
        drop.reliability,
        12,
    )


def test_lists_are_joined_and_the_same_file_is_kept_once_by_its_first_name():
    keep = record("k", tags=("a", "b"), criteria=("1",), attachments=(file("mine.pdf"),))
    drop = record("d", tags=("b", "c"), key_features=("1.1",), attachments=(file("theirs.pdf"), file("x.jpg", "cd")))
    joined = joined_record(keep, drop)
    assert (joined.tags, joined.criteria, joined.key_features) == (("a", "b", "c"), ("1",), ("1.1",))
    assert [attachment.name for attachment in joined.attachments] == ["mine.pdf", "x.jpg"]


@pytest.mark.parametrize(
    ("mine", "theirs", "joined"),
    [
        (Permission.GIVEN, Permission.MISSING, Permission.MISSING),
        (Permission.NOT_NEEDED, Permission.GIVEN, Permission.GIVEN),
        (Permission.REFUSED, Permission.GIVEN, Permission.REFUSED),
    ],
)
def test_the_more_careful_consent_holds(mine, theirs, joined):
    people = joined_record(record("k", people=PeopleShown(mine)), record("d", people=PeopleShown(theirs))).people
    assert people.adults is joined


def test_words_that_differ_go_into_the_notes():
    keep = record("k", title="Plan", notes=Wording("จด", "Mine"), period=year(2020), level=Level.CITY)
    drop = record(
        "d",
        title="The plan",
        notes=Wording("", "Theirs"),
        period=Period(PartialDate(2020), PartialDate(2021)),
        level=Level.PROVINCE,
        licence="CC0",
    )
    joined = joined_record(keep, drop)
    assert joined.notes == Wording("จด", "Mine\nTheirs\nTitle: The plan\nDate or period: 2020/2021\nLevel: province")
    assert (joined.title.english, joined.licence) == ("Plan", "CC0")


def test_a_value_that_differs_goes_into_the_notes_with_its_year():
    keep, drop = statistic("k", 5, 2020, title="T"), statistic("d", 6, 2021, title="T", unit="people")
    assert joined_record(keep, drop).notes.english == "Value: 6, people, 2021"


def test_fields_that_differ_are_named_before_a_merge():
    keep, drop = statistic("k", 5, 2020), statistic("d", 6, 2021, source=Wording("x"), level=Level.CITY)
    assert differences(keep, drop) == ("Title", "Value")


def test_a_merge_with_an_equal_twin_changes_no_word():
    twin = record("d", title="Same", caption=Wording("ก", "c"), tags=("t",))
    keep = record("k", title="Same", caption=Wording("ก", "c"), tags=("t",))
    assert joined_record(keep, twin) == keep
    assert differences(keep, twin) == ()


def test_text_without_the_record_stays():
    state = dossier(record("k"), record("d"), plan=Prose((pair(0, ("words",)),)))
    assert merged(state).prose(PLAN).paragraphs[0].english == Text.of("words")
