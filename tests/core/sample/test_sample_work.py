"""What the sample shows of work that goes on: stages, a stale translation, notes, pictures."""

from collections import Counter

import pytest

from cmdesk.checks.translations import translations_stale, translations_unreviewed
from cmdesk.model.answer import Paragraph, ParagraphKind
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import EvidenceKind
from cmdesk.model.ids import QuestionId, is_ulid
from cmdesk.model.language import Language
from cmdesk.model.noted import all_notes
from cmdesk.model.stage import Stage

SECTIONS = tuple(QuestionId(f"A{number}") for number in range(6, 15))
REVIEWED = (QuestionId("A6"), QuestionId("A12"))


def stages(dossier: Dossier, section: QuestionId, language: Language) -> list[Stage]:
    return [paragraph.stage(language) for paragraph in dossier.prose(section).paragraphs]


def written(dossier: Dossier) -> list[Paragraph]:
    return [paragraph for section in SECTIONS for paragraph in dossier.prose(section).paragraphs]


def only_stale(dossier: Dossier) -> Paragraph:
    (stale,) = (paragraph for paragraph in written(dossier) if paragraph.is_stale)
    return stale


@pytest.mark.parametrize("language", Language)
def test_two_sections_are_reviewed_and_no_other_paragraph_is(dossier: Dossier, language: Language) -> None:
    done = {Stage.REVIEWED, Stage.LOCKED}
    touched = {section for section in SECTIONS if done & set(stages(dossier, section, language))}

    assert touched == set(REVIEWED)
    assert all(set(stages(dossier, section, language)) <= done for section in REVIEWED)


def test_the_one_paragraph_that_is_locked_is_what_somebody_said(dossier: Dossier) -> None:
    (locked,) = (each for each in written(dossier) if Stage.LOCKED in map(each.stage, Language))

    assert list(map(locked.stage, Language)) == [Stage.LOCKED, Stage.LOCKED]
    assert locked.kind is ParagraphKind.QUOTATION


def test_the_other_sections_are_translated(dossier: Dossier) -> None:
    for section in set(SECTIONS) - set(REVIEWED):
        assert set(stages(dossier, section, Language.THAI)) == {Stage.READY}
        assert set(stages(dossier, section, Language.ENGLISH)) <= {Stage.TRANSLATED, Stage.DRAFT}


def test_only_what_waits_for_its_english_is_a_draft(dossier: Dossier) -> None:
    drafts = [paragraph for paragraph in written(dossier) if paragraph.stage(Language.ENGLISH) is Stage.DRAFT]

    assert drafts == [dossier.prose(QuestionId("A14")).paragraphs[-1]]
    assert drafts[0].agreed is None


def test_every_other_translation_but_the_stale_one_agrees(dossier: Dossier) -> None:
    apart = [paragraph for paragraph in written(dossier) if paragraph.english and not paragraph.is_agreed]

    assert apart == [only_stale(dossier)]


def test_the_change_that_made_a_translation_stale_is_small_and_not_yet_in_it(dossier: Dossier) -> None:
    stale = only_stale(dossier)

    assert stale.agreed is not None
    grown = len(stale.thai.characters) - len(stale.agreed.characters)
    assert 0 < grown < 20
    assert "สถานีขนส่ง" in stale.thai.characters
    assert "สถานีขนส่ง" not in stale.agreed.characters
    assert "bus station" not in stale.english.characters


def test_a_note_says_that_the_stale_translation_is_an_example(dossier: Dossier) -> None:
    (note,) = (note for note in all_notes(dossier) if note.paragraph == only_stale(dossier).id)

    assert not note.done
    assert "ตัวอย่าง" in note.remarks[-1].words


def test_checks_tell_the_stale_translation_and_what_is_not_reviewed(dossier: Dossier) -> None:
    assert [each.question for each in translations_stale(dossier)] == ["A11"]
    assert {each.question for each in translations_unreviewed(dossier)} == set(SECTIONS) - set(REVIEWED)


def test_of_its_notes_one_is_done_and_one_asks_the_writer(dossier: Dossier) -> None:
    notes = all_notes(dossier)

    assert Counter(note.done for note in notes) == {False: 2, True: 1}
    assert [note.remarks[0].author for note in notes if note.question == "A14"] == ["ผู้แปล (ตัวอย่าง)"]


def test_whoever_speaks_or_is_spoken_to_is_called_an_example(dossier: Dossier) -> None:
    for note in all_notes(dossier):
        assert all("(ตัวอย่าง)" in name for name in (note.to, *(remark.author for remark in note.remarks)))


def test_the_words_that_notes_are_on_are_there(dossier: Dossier) -> None:
    for note in all_notes(dossier):
        assert note.anchor is not None
        assert note.paragraph is not None
        paragraph = dossier.prose(note.question).paragraph(note.paragraph)
        found = note.anchor.found_in(paragraph.in_(note.anchor.language))
        assert found == (note.anchor.start, note.anchor.start + len(note.anchor.words))


def test_ids_of_notes_and_remarks_are_ulids_in_the_order_of_their_times(dossier: Dossier) -> None:
    remarks = [remark for note in all_notes(dossier) for remark in note.remarks]
    ids = [remark.id for remark in sorted(remarks, key=lambda remark: remark.at)]

    assert ids == sorted(set(ids))
    assert all(map(is_ulid, [*ids, *dossier.notes]))


def test_every_picture_is_cited_and_two_of_them_in_the_culture_of_learning(dossier: Dossier) -> None:
    pictures = {record.id for record in dossier.evidence.values() if record.kind is EvidenceKind.PHOTOGRAPH}
    places = {section: cited(dossier, section) & pictures for section in SECTIONS}

    assert {section: len(found) for section, found in places.items() if found} == {"A7": 1, "A12": 2}
    assert set.union(*places.values()) == pictures


def cited(dossier: Dossier, section: QuestionId) -> set[object]:
    return {each for paragraph in dossier.prose(section).paragraphs for each in paragraph.thai.evidence}
