from hypothesis import given, settings
from hypothesis import strategies as st
from small_dossiers import PROSE, small_dossier

from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import ulid
from cmdesk.model.language import Language
from cmdesk.model.note import Anchor, Note, Remark
from cmdesk.store import codec
from cmdesk.store.canonical import canonical, strictly
from cmdesk.store.plain import with_unknown
from cmdesk.store.tables import apply

ids = st.builds(ulid, st.integers(0, 2**40), st.integers(0, 2**80 - 1))
words = st.text(max_size=12)
notes = st.builds(
    Note,
    ids,
    st.just(PROSE),
    st.none() | ids,
    st.none() | st.builds(Anchor, st.sampled_from(Language), words, st.integers(0, 99)),
    words,
    st.booleans(),
    st.lists(st.builds(Remark, ids, words, words, words), max_size=3).map(tuple),
)


def noted(*found):
    dossier = small_dossier()
    return type(dossier)(dossier.id, dossier.form, dossier.profile, notes=FrozenMap({note.id: note for note in found}))


def read(tables):
    reading = codec.Reading(tables, small_dossier().id)
    return reading.dossier(), reading.damaged


@given(st.lists(notes, max_size=3), st.lists(notes, max_size=3))
@settings(deadline=None, max_examples=60)
def test_notes_survive_being_written_changed_and_read(before, after):
    tables = strictly(canonical(codec.tables_of(noted(*before))))

    apply(tables, codec.changes(noted(*before), noted(*after)))

    assert read(tables) == (noted(*after), [])


def test_a_dossier_without_notes_opens():
    tables = codec.tables_of(small_dossier())
    del tables["notes"]

    assert read(tables) == (small_dossier(), [])


def test_a_bad_note_is_set_aside_and_named():
    tables = codec.tables_of(small_dossier())
    tables["notes"][ulid(5, 1)] = {"question": 3}

    assert [(each.table, each.field) for each in read(tables)[1]] == [("notes", "question")]


def test_what_a_newer_program_said_in_a_remark_is_kept():
    stored = {"question": PROSE, "remarks": [{"id": "r1", "words": "a", "mood": "glad"}]}
    understood = codec.understood(("notes", ulid(5, 1), None), stored)

    kept = with_unknown({"question": PROSE, "remarks": [{"id": "r1", "words": "b"}]}, stored, understood)

    assert kept["remarks"] == [{"id": "r1", "words": "b", "mood": "glad"}]
