"""Bringing back what an earlier state said, as edits that can be undone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from cmdesk.edits.edit import StaleEditError
from cmdesk.edits.sides import LockedError
from cmdesk.edits.stages import SetStage
from cmdesk.history import History
from cmdesk.model.answer import Card, Paragraph
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import EvidenceId, NoteId, ParagraphId, QuestionId, ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.note import Note
from cmdesk.model.stage import Stage
from cmdesk.model.text import Text
from cmdesk.versions.comparison import EVIDENCE, PROFILE, compare_dossiers
from cmdesk.versions.restoring import BringBackAll, restore_paragraph, restore_record, restore_section

Rewritten = Callable[..., Dossier]
PLAN, CONTACT, EMPTY = QuestionId("A1"), QuestionId("A2"), QuestionId("A3")
PAPER = EvidenceId(ulid(1, 7))


def pid(number: int) -> ParagraphId:
    return ParagraphId(ulid(number, 1))


def paragraph(number: int, words: str) -> Paragraph:
    return Paragraph(pid(number), f"{number:03}", thai=Text.of(words), english=Text.of(words))


def ids(dossier: Dossier) -> list[ParagraphId]:
    return [each.id for each in dossier.prose(PLAN).paragraphs]


def test_a_changed_paragraph_says_again_what_it_said(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(paragraph(2, "anew"), paragraph(3, "anew"))
    restored = restore_paragraph(draft, PLAN, pid(2)).apply(now)
    assert restored.prose(PLAN).paragraph(pid(2)) == draft.prose(PLAN).paragraph(pid(2))


def test_its_neighbours_stay_as_they_are(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(paragraph(2, "anew"), paragraph(3, "anew"))
    restored = restore_paragraph(draft, PLAN, pid(2)).apply(now)
    assert restored.prose(PLAN).paragraph(pid(3)) is now.prose(PLAN).paragraph(pid(3))


def test_a_paragraph_that_was_moved_stays_where_it_is_now(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(replace(paragraph(1, "anew"), rank="009"))
    assert ids(restore_paragraph(draft, PLAN, pid(1)).apply(now)) == [pid(2), pid(3), pid(1)]


def test_a_paragraph_that_is_gone_comes_back_to_its_place(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(without=(2,))
    assert ids(restore_paragraph(draft, PLAN, pid(2)).apply(now)) == [pid(1), pid(2), pid(3)]


def test_it_comes_back_behind_the_nearest_that_is_left(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(without=(2, 3))
    assert ids(restore_paragraph(draft, PLAN, pid(3)).apply(now)) == [pid(1), pid(3)]


def test_the_first_comes_back_to_the_start(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(without=(1,))
    assert ids(restore_paragraph(draft, PLAN, pid(1)).apply(now))[0] == pid(1)


def test_a_paragraph_that_was_not_there_is_taken_out(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(paragraph(4, "new"))
    assert restore_paragraph(draft, PLAN, pid(4)).apply(now).answers == draft.answers


def test_a_source_that_is_gone_comes_back_with_the_paragraph_that_cites_it(draft: Dossier) -> None:
    now = draft.with_answer(PLAN, draft.prose(PLAN).without(pid(1))).without_evidence(PAPER)
    restored = restore_paragraph(draft, PLAN, pid(1)).apply(now)
    assert restored.evidence[PAPER] == draft.evidence[PAPER]


def test_a_locked_text_is_not_overwritten(draft: Dossier, rewritten: Rewritten) -> None:
    now = SetStage(PLAN, (pid(2),), Language.ENGLISH, Stage.LOCKED).apply(rewritten(paragraph(2, "anew")))
    with pytest.raises(LockedError):
        restore_paragraph(draft, PLAN, pid(2)).apply(now)


def test_a_locked_text_that_says_the_same_is_in_nobodys_way(draft: Dossier, rewritten: Rewritten) -> None:
    changed = draft.prose(PLAN).paragraph(pid(2)).with_(Language.THAI, Text.of("anew"))
    now = SetStage(PLAN, (pid(2),), Language.ENGLISH, Stage.LOCKED).apply(rewritten(changed))
    restored = restore_paragraph(draft, PLAN, pid(2)).apply(now)
    assert restored.prose(PLAN).paragraph(pid(2)).thai == draft.prose(PLAN).paragraph(pid(2)).thai


def test_a_section_comes_back_whole(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(paragraph(2, "anew"), paragraph(4, "new"), without=(1,))
    assert restore_section(draft, PLAN).apply(now).answers == draft.answers


def test_other_sections_stay_as_they_are(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(paragraph(2, "anew")).with_answer(CONTACT, Card())
    assert restore_section(draft, PLAN).apply(now).answer(CONTACT) == Card()


def test_a_section_that_was_not_answered_is_emptied(draft: Dossier) -> None:
    now = draft.with_answer(EMPTY, draft.prose(PLAN))
    assert restore_section(draft, EMPTY).apply(now).answers == draft.answers


def test_a_section_with_a_locked_text_is_refused_whole(draft: Dossier, rewritten: Rewritten) -> None:
    now = SetStage(PLAN, (pid(4),), Language.THAI, Stage.LOCKED).apply(rewritten(paragraph(4, "new")))
    with pytest.raises(LockedError):
        restore_section(draft, PLAN).apply(now)


def test_a_section_that_the_form_no_longer_asks_is_refused(draft: Dossier) -> None:
    part = draft.form.parts[0]
    form = replace(draft.form, parts=(replace(part, questions=part.questions[1:]),))
    now = replace(draft, form=form, answers=draft.answers.without(PLAN))
    with pytest.raises(StaleEditError):
        restore_section(draft, PLAN).apply(now)


def test_details_come_back(draft: Dossier) -> None:
    now = replace(draft, profile=replace(draft.profile, city=Wording("น่าน", "Nan")))
    assert restore_section(draft, PROFILE).apply(now).profile == draft.profile


def test_evidence_comes_back(draft: Dossier) -> None:
    extra = replace(draft.evidence[PAPER], id=EvidenceId(ulid(9, 9)))
    now = draft.with_evidence(extra).without_evidence(PAPER)
    assert restore_section(draft, EVIDENCE).apply(now).evidence == draft.evidence


def test_one_record_comes_back(draft: Dossier) -> None:
    now = draft.without_evidence(PAPER)
    assert restore_record(draft, PAPER).apply(now).evidence == draft.evidence


def test_a_record_that_was_not_there_is_taken_out(draft: Dossier) -> None:
    extra = replace(draft.evidence[PAPER], id=EvidenceId(ulid(9, 9)))
    assert restore_record(draft, extra.id).apply(draft.with_evidence(extra)).evidence == draft.evidence


def test_all_comes_back(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(paragraph(2, "anew"), without=(1,)).without_evidence(PAPER).with_answer(EMPTY, draft.prose(PLAN))
    now = replace(now, profile=replace(now.profile, city=Wording()), form=replace(now.form, edition="2026"))
    assert compare_dossiers(draft, BringBackAll(draft).apply(now)).changed == ()
    assert BringBackAll(draft).apply(now).form == draft.form


def test_notes_stay_when_all_comes_back(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(without=(1,)).with_note(Note(NoteId(ulid(1, 1)), PLAN))
    assert BringBackAll(draft).apply(now).notes is now.notes


def test_bringing_back_what_is_there_changes_nothing(draft: Dossier) -> None:
    edits = [restore_paragraph(draft, PLAN, pid(1)), restore_section(draft, PLAN), BringBackAll(draft)]
    assert all(edit.apply(draft) is draft for edit in edits)


@pytest.mark.parametrize("name", [PLAN, PROFILE, EVIDENCE])
def test_it_is_one_step_with_a_name(draft: Dossier, name: str) -> None:
    edit = restore_section(draft, name)
    assert edit.label.startswith("Restore")
    assert not edit.continues(edit)


def test_it_can_be_undone(draft: Dossier, rewritten: Rewritten) -> None:
    now = rewritten(without=(1,))
    edit = BringBackAll(draft)
    history = History(now)
    history.record(edit.apply(now), edit)
    history.undo()
    assert (history.present, edit.label) == (now, "Restore the whole dossier")
