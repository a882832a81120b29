"""Search over a whole dossier, and replacing as one step."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cmdesk.edits.edit import StaleEditError
from cmdesk.finding.passages import Room
from cmdesk.finding.replacing import replacement
from cmdesk.finding.searching import search
from cmdesk.finding.wish import Wish
from cmdesk.forms import starting, templates
from cmdesk.model.answer import Card, Entry, FactRow, Facts, Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence, EvidenceKind
from cmdesk.model.form import QuestionKind
from cmdesk.model.ids import EvidenceId, NoteId, ParagraphId, QuestionId, RowId
from cmdesk.model.language import Language, Wording
from cmdesk.model.note import Anchor, Note, Remark
from cmdesk.model.stage import Stage, Status
from cmdesk.model.text import Citation, Span, Text

CARD = QuestionId("A1")
THAI, ENGLISH = "เมืองน่าอยู่ เมืองน่าเรียน", "A city, a City"
RICH = Text((Span("The "), Span("city", bold=True), Citation(EvidenceId("e")), Span(" learns")))


def question(dossier: Dossier, kind: QuestionKind) -> QuestionId:
    return next(each.id for each in dossier.form.questions if each.kind is kind)


@pytest.fixture
def dossier() -> Dossier:
    made = starting.new_dossier(templates.form("award-application"), Wording("น่าน", "Nan city"), Wording("น่าน", "Nan"))
    pair = Paragraph(ParagraphId("p"), "m", thai=Text.of(THAI), english=RICH)
    made = made.with_answer(question(made, QuestionKind.PROSE), Prose((pair,)))
    made = made.with_answer(
        question(made, QuestionKind.CARD),
        Card((Entry("a", Wording("", "city hall")), Entry("b", Wording("เมือง", "City and city")))),
    )
    made = made.with_answer(
        question(made, QuestionKind.FACTS), Facts((FactRow(RowId("r"), label=Wording("", "city"), value=Decimal(1)),))
    )
    record = Evidence(EvidenceId("e"), EvidenceKind.DOCUMENT, title=Wording("", "City plan"), tags=("city",))
    anchor = Anchor(Language.ENGLISH, "city", 4)
    remark = Remark(RowId("x"), "Which city?")
    note = Note(NoteId("n"), question(made, QuestionKind.PROSE), ParagraphId("p"), anchor, remarks=(remark,))
    return made.with_evidence(record).with_note(note)


def test_words_are_found_in_every_room(dossier: Dossier) -> None:
    hits = search(dossier, Wish("city"))
    assert {hit.passage.room for hit in hits} == set(Room)
    assert len(hits) == 9


def test_the_words_that_a_note_is_on_are_not_found_twice(dossier: Dossier) -> None:
    hits = [hit for hit in search(dossier, Wish("city")) if hit.passage.room is Room.NOTE]
    assert [hit.passage.words for hit in hits] == ["Which city?"]


def test_a_hit_has_its_words_around_it(dossier: Dossier) -> None:
    hit = next(hit for hit in search(dossier, Wish("learns")) if hit.passage.paragraph)
    assert (hit.before, hit.words, hit.after) == ("The city\ufffc ", "learns", "")


def test_all_is_replaced_by_one_edit_and_each_in_its_place(dossier: Dossier) -> None:
    edit = replacement(dossier, search(dossier, Wish("city")), "town")
    after = edit.apply(dossier)
    assert search(after, Wish("city")) == ()
    card = after.answer(question(dossier, QuestionKind.CARD))
    assert isinstance(card, Card)
    assert [entry.words.english for entry in card.entries] == ["town hall", "town and town"]
    assert after.evidence[EvidenceId("e")].tags == ("town",)
    assert after.notes[NoteId("n")].remarks[0].words == "Which town?"
    assert after.profile.title.english == "Nan town"
    assert edit.label == "Replace 9 places"


def test_what_is_put_in_looks_like_what_it_replaces(dossier: Dossier) -> None:
    hits = [hit for hit in search(dossier, Wish("city")) if hit.passage.paragraph and hit.passage.room is Room.ANSWER]
    after = replacement(dossier, hits, "town").apply(dossier)
    english = after.prose(question(dossier, QuestionKind.PROSE)).paragraphs[0].english
    assert english.runs == (Span("The "), Span("town", bold=True), Citation(EvidenceId("e")), Span(" learns"))


def test_two_hits_in_a_text_are_both_replaced(dossier: Dossier) -> None:
    hits = [hit for hit in search(dossier, Wish("เมือง")) if hit.passage.paragraph]
    after = replacement(dossier, hits, "นคร").apply(dossier)
    assert after.prose(question(dossier, QuestionKind.PROSE)).paragraphs[0].thai == Text.of("นครน่าอยู่ นครน่าเรียน")


def test_only_what_was_chosen_is_replaced(dossier: Dossier) -> None:
    hits = search(dossier, Wish("city"))
    after = replacement(dossier, hits[:1], "town").apply(dossier)
    assert len(search(after, Wish("city"))) == len(hits) - 1


def locked(dossier: Dossier) -> Dossier:
    asked = question(dossier, QuestionKind.PROSE)
    pair = dossier.prose(asked).paragraphs[0]
    shut = replace(pair, english_status=Status.given(Stage.LOCKED, pair.english))
    return dossier.with_answer(asked, Prose((shut,)))


def test_what_is_locked_is_found_and_left_alone(dossier: Dossier) -> None:
    shut = locked(dossier)
    hits = search(shut, Wish("city"))
    after = replacement(shut, hits, "town").apply(shut)
    assert [hit.passage.paragraph for hit in search(after, Wish("city"))] == ["p"]


def test_a_hit_of_an_older_state_is_refused(dossier: Dossier) -> None:
    hits = search(dossier, Wish("city"))
    changed = replacement(dossier, hits, "town").apply(dossier)
    with pytest.raises(StaleEditError):
        replacement(changed, hits, "village")


def test_a_record_that_is_gone_is_refused(dossier: Dossier) -> None:
    hits = [hit for hit in search(dossier, Wish("city")) if hit.passage.evidence]
    with pytest.raises(StaleEditError):
        replacement(dossier.without_evidence(EvidenceId("e")), hits, "town")
