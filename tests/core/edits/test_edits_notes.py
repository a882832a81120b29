import pytest

from cmdesk.edits.edit import Edit, StaleEditError
from cmdesk.edits.notes import AddNote, AddRemark, AddressNote, RemoveNote, SetNoteDone
from cmdesk.edits.prose import JoinParagraphs, RemoveParagraphs, SplitParagraph
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import NoteId, ParagraphId, QuestionId, RowId
from cmdesk.model.language import Language
from cmdesk.model.note import Anchor, Note, Remark
from cmdesk.model.noted import all_notes, notes_of, notes_of_answer
from cmdesk.model.text import Text

THAI, ENGLISH = Language
PLAN = QuestionId("plan")
A, B, NEW, GONE = map(ParagraphId, ("a", "b", "new", "gone"))
N1, N2, N3 = map(NoteId, ("n1", "n2", "n3"))


def note(note_id: NoteId, paragraph: ParagraphId | None = A, anchor: Anchor | None = None) -> Note:
    return Note(note_id, PLAN, paragraph, anchor, remarks=(Remark(RowId("r1"), "Is this so?", "Som"),))


def noted(dossier: Dossier, *edits: Edit) -> Dossier:
    for edit in (AddNote(note(N1)), *edits):
        assert edit.label
        dossier = edit.apply(dossier)
    return dossier


def test_a_note_is_found_on_its_paragraph(dossier: Dossier) -> None:
    assert notes_of(noted(dossier), PLAN, A) == (note(N1),)


def test_remarks_stand_in_the_order_of_their_ids(dossier: Dossier) -> None:
    later, earlier = Remark(RowId("r9"), "Yes."), Remark(RowId("r0"), "Before.")

    found = noted(dossier, AddRemark(N1, later), AddRemark(N1, earlier)).notes[N1]

    assert [remark.id for remark in found.remarks] == ["r0", "r1", "r9"]


def test_a_note_is_done_and_opened_again(dossier: Dossier) -> None:
    done = noted(dossier, SetNoteDone(N1, done=True))

    assert done.notes[N1].done
    assert not SetNoteDone(N1, done=False).apply(done).notes[N1].done
    assert SetNoteDone(N1, done=True).apply(done) is done


def test_an_answer_opens_a_note_again(dossier: Dossier) -> None:
    answered = noted(dossier, SetNoteDone(N1, done=True), AddRemark(N1, Remark(RowId("r2"), "No.")))

    assert not answered.notes[N1].done


def test_a_note_is_addressed_to_somebody(dossier: Dossier) -> None:
    assert noted(dossier, AddressNote(N1, "Som")).notes[N1].to == "Som"


def test_a_note_is_removed(dossier: Dossier) -> None:
    assert not noted(dossier, RemoveNote(N1)).notes


@pytest.mark.parametrize("edit", [RemoveNote(N2), SetNoteDone(N2, done=True)])
def test_a_note_that_is_gone_cannot_be_edited(dossier: Dossier, edit: Edit) -> None:
    with pytest.raises(StaleEditError):
        noted(dossier, edit)


def test_notes_on_a_joined_paragraph_are_on_the_whole(dossier: Dossier) -> None:
    joined = noted(dossier, AddNote(note(N2, B)), JoinParagraphs(PLAN, B))

    assert [found.id for found in notes_of(joined, PLAN, A)] == [N1, N2]


def test_notes_go_with_the_words_that_they_are_on(dossier: Dossier) -> None:
    on_a, on_english = Anchor(ENGLISH, "a", 8), Anchor(ENGLISH, "English", 0)
    split = noted(
        dossier, AddNote(note(N2, A, on_a)), AddNote(note(N3, A, on_english)), SplitParagraph(PLAN, A, 4, 8, NEW)
    )

    assert [found.id for found in notes_of(split, PLAN, NEW)] == [N2]
    assert split.notes[N2].anchor == Anchor(ENGLISH, "a", 0)
    assert [found.id for found in notes_of(split, PLAN, A)] == [N1, N3]


def test_notes_are_listed_in_the_order_of_the_text(dossier: Dossier) -> None:
    whole = noted(dossier, AddNote(note(N2, None)), AddNote(note(N3, GONE)), AddNote(note(NoteId("n0"), B)))

    assert [found.id for found in notes_of_answer(whole, PLAN)] == [N2, N1, "n0", N3]
    assert all_notes(whole) == notes_of_answer(whole, PLAN)


def test_a_note_outlives_its_paragraph(dossier: Dossier) -> None:
    assert notes_of_answer(noted(dossier, RemoveParagraphs(PLAN, (A,))), PLAN) == (note(N1),)


@pytest.mark.parametrize(
    ("words", "start", "text", "place"),
    [
        ("two", 4, "one two three two", (4, 7)),
        ("two", 12, "one two three two", (14, 17)),
        ("two", 0, "one two", (4, 7)),
        ("two", 40, "one two", (4, 7)),
        ("four", 0, "one two", None),
        ("", 0, "one", None),
    ],
)
def test_words_are_found_where_they_stand_now(words: str, start: int, text: str, place: tuple[int, int] | None) -> None:
    assert Anchor(THAI, words, start).found_in(Text.of(text)) == place
