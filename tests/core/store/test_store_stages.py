"""What records of paragraphs say of stages and agreements; notes among the tables."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_dossiers import PROSE, small_dossier

from cmdesk.model.answer import Paragraph, ParagraphKind, Prose
from cmdesk.model.ids import ulid
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage, Status
from cmdesk.model.text import Span, Text
from cmdesk.store import codec
from cmdesk.store.canonical import canonical, strictly
from cmdesk.store.plain import with_unknown
from cmdesk.store.tables import apply

ID = ulid(2, 1)
texts = st.builds(Text, st.lists(st.builds(Span, st.text(max_size=8), st.booleans()), max_size=3).map(tuple))
statuses = st.builds(Status, st.sampled_from(Stage), st.sampled_from(("", "a1b2")))
paragraphs = st.builds(
    Paragraph,
    st.just(ID),
    st.just("i"),
    st.sampled_from(ParagraphKind),
    st.sampled_from(Language),
    texts,
    texts,
    statuses,
    statuses,
    st.none() | texts,
)


def dossier_with(paragraph):
    return small_dossier().with_answer(PROSE, Prose((paragraph,)))


def read(tables):
    reading = codec.Reading(tables, small_dossier().id)
    return reading.dossier(), reading.damaged


@given(paragraphs)
@settings(deadline=None, max_examples=100)
def test_stages_and_agreements_survive_being_written_and_read(paragraph):
    dossier = dossier_with(paragraph)

    assert read(strictly(canonical(codec.tables_of(dossier)))) == (dossier, [])


@given(paragraphs, paragraphs)
@settings(deadline=None, max_examples=60)
def test_a_record_rewritten_says_what_the_later_state_says(before, after):
    tables = codec.tables_of(dossier_with(before))
    for change in codec.changes(dossier_with(before), dossier_with(after)):
        table, record_id, new = change
        stored = tables[table][record_id]
        apply(tables, [(table, record_id, with_unknown(new, stored, codec.understood(change, stored)))])

    assert read(tables) == (dossier_with(after), [])


def test_a_paragraph_of_an_earlier_program_opens_as_a_draft():
    tables = codec.tables_of(small_dossier())
    tables["paragraphs"][ID] = {
        "question": PROSE,
        "rank": "i",
        "kind": "body",
        "leading": "th",
        "thai": ["ก"],
        "english": ["A"],
    }

    found = read(tables)[0].prose(PROSE).paragraph(ID)

    assert ([found.stage(side) for side in Language], found.agreed) == ([Stage.DRAFT, Stage.DRAFT], None)


def test_a_draft_takes_no_room():
    tables = codec.tables_of(dossier_with(Paragraph(ID, "i", thai=Text.of("ก"))))

    assert set(tables["paragraphs"][ID]) == {"question", "rank", "kind", "leading", "thai", "english"}


BAD = [
    ({"thai_status": {"stage": "perfect"}}, "thai_status"),
    ({"english_status": 3}, "english_status"),
    ({"english_status": {"seal": 3}}, "english_status"),
    ({"agreed": "words"}, "agreed"),
]


@pytest.mark.parametrize(("fields", "named"), BAD)
def test_a_bad_stage_or_agreement_is_set_aside_and_named(fields, named):
    tables = codec.tables_of(dossier_with(Paragraph(ID, "i", thai=Text.of("ก"))))
    tables["paragraphs"][ID] |= fields

    dossier, damaged = read(tables)

    assert dossier.prose(PROSE) == Prose()
    assert [each.field for each in damaged] == [named]
