from dataclasses import replace

import pytest

from cmdesk.export.blocks import Pair, Paragraph
from cmdesk.export.compose import Languages, compose
from cmdesk.export.profile import Inclusion, Margin, Profile, profile_of
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import NoteId, ParagraphId, QuestionId, RowId, ulid
from cmdesk.model.language import Language
from cmdesk.model.note import Anchor, Note, Remark

PLAN = ParagraphId(ulid(1, 1))
"""The first paragraph of A3."""


def note(number: int, *words: str, paragraph: ParagraphId | None = PLAN, **more: object) -> Note:
    remarks = tuple(Remark(RowId(ulid(place, number)), each, "Sudarat") for place, each in enumerate(words))
    return Note(NoteId(ulid(number, 9)), QuestionId("A3"), paragraph, remarks=remarks, **more)


@pytest.fixture
def noted(dossier: Dossier) -> Dossier:
    """The dossier with a note on words, a note on the answer, and one that is done."""
    found = (
        note(1, "Which?", "The third", anchor=Anchor(Language.ENGLISH, "has a", 11)),
        note(2, "Too long", paragraph=None),
        note(3, "Fixed", done=True),
    )
    for each in found:
        dossier = dossier.with_note(each)
    return dossier


def manner(notes: Margin, languages: Languages = Languages.BOTH) -> Profile:
    return replace(profile_of(languages), included=replace(Inclusion(), notes=notes))


def columns(dossier: Dossier) -> list[list[str]]:
    pairs = (block for block in compose(dossier, manner(Margin.COLUMN)).blocks if isinstance(block, Pair))
    return [[flow.plain for flow in pair.notes] for pair in pairs if pair.notes]


def test_open_notes_stand_beside_what_they_are_on(noted: Dossier) -> None:
    assert columns(noted) == [["Sudarat: Too long"], ["“has a”", "Sudarat: Which?", "Sudarat: The third"]]


def test_every_row_of_a_copy_with_a_column_has_room_to_write(noted: Dossier) -> None:
    pairs = [block for block in compose(noted, manner(Margin.COLUMN)).blocks if isinstance(block, Pair)]
    assert all(pair.notes is not None for pair in pairs)


def test_notes_are_nowhere_unless_they_are_wanted(noted: Dossier, dossier: Dossier) -> None:
    assert compose(noted, Languages.BOTH) == compose(dossier, Languages.BOTH)


def test_notes_become_comments_on_the_language_that_they_are_about(noted: Dossier) -> None:
    document = compose(noted, manner(Margin.COMMENTS))
    pairs = [block for block in document.blocks if isinstance(block, Pair)]
    sides = [side for pair in pairs for side in (pair.thai, pair.english) if side and side.comments]
    assert [(side.flow.language, [(each.words.plain, each.on) for each in side.comments]) for side in sides] == [
        (Language.ENGLISH, [("Which?", "has a"), ("The third", "has a")])
    ]


def test_a_note_on_a_language_that_is_not_shown_is_shown_all_the_same(noted: Dossier) -> None:
    document = compose(noted, manner(Margin.COMMENTS, Languages.THAI))
    said = [each.words.plain for block in document.blocks if isinstance(block, Paragraph) for each in block.comments]
    assert said == ["Which?", "The third"]
