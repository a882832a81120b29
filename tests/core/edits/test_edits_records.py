from dataclasses import replace

import pytest

from cmdesk.edits.edit import StaleEditError
from cmdesk.edits.records import RemoveEvidence, SetAnswer, SetEvidence, SetProfile
from cmdesk.model.answer import FactRow, Facts, Prose
from cmdesk.model.evidence import Evidence, EvidenceKind
from cmdesk.model.ids import EvidenceId, QuestionId, RowId
from cmdesk.model.language import Wording

PLAN, AREA = QuestionId("plan"), QuestionId("area")
RECORD = Evidence(EvidenceId("record"), EvidenceKind.LINK)
TABLE = Facts((FactRow(RowId("row")),))


def test_an_answer_set_is_the_answer(dossier):
    assert SetAnswer(AREA, TABLE).apply(dossier).answer(AREA) == TABLE


@pytest.mark.parametrize("question", [PLAN, AREA])
def test_an_answer_that_says_the_same_gives_the_very_same_dossier(dossier, question):
    assert SetAnswer(question, dossier.answer(question)).apply(dossier) is dossier


def test_prose_can_be_set_as_a_whole(dossier):
    assert SetAnswer(PLAN, Prose()).apply(dossier).prose(PLAN) == Prose()


def test_typing_in_one_field_is_one_step():
    typing = SetAnswer(AREA, TABLE, "value")
    others = (
        SetAnswer(AREA, Facts(), "value"),
        SetAnswer(AREA, TABLE, "year"),
        SetAnswer(PLAN, TABLE, "value"),
        RemoveEvidence(RECORD.id),
    )

    assert [typing.continues(other) for other in others] == [True, False, False, False]


def test_an_answer_set_in_no_field_is_a_step_of_its_own():
    assert not SetAnswer(AREA, TABLE).continues(SetAnswer(AREA, TABLE))


def test_a_profile_set_is_the_profile(dossier):
    profile = replace(dossier.profile, city=Wording("เชียงใหม่", "Chiang Mai"))

    assert SetProfile(profile).apply(dossier).profile is profile


def test_the_same_profile_gives_the_very_same_dossier(dossier):
    assert SetProfile(replace(dossier.profile)).apply(dossier) is dossier


def test_a_record_can_be_put_in_and_changed(dossier):
    changed = replace(RECORD, title=Wording("แผน", "Plan"))

    after = SetEvidence(changed).apply(SetEvidence(RECORD).apply(dossier))

    assert dict(after.evidence) == {RECORD.id: changed}


def test_the_same_record_gives_the_very_same_dossier(dossier):
    held = dossier.with_evidence(RECORD)

    assert SetEvidence(replace(RECORD)).apply(held) is held


def test_a_record_taken_out_is_gone(dossier):
    assert RemoveEvidence(RECORD.id).apply(dossier.with_evidence(RECORD)) == dossier


def test_taking_out_a_record_that_is_gone_says_so(dossier):
    with pytest.raises(StaleEditError, match="record"):
        RemoveEvidence(RECORD.id).apply(dossier)


def test_each_has_a_name_for_the_menu_and_goes_on_with_nothing(dossier):
    edits = (SetProfile(dossier.profile), SetEvidence(RECORD), RemoveEvidence(RECORD.id))

    assert [(edit.label, edit.continues(edit)) for edit in (*edits, SetAnswer(AREA, TABLE))] == [
        ("Edit dossier details", False),
        ("Edit evidence record", False),
        ("Delete evidence record", False),
        ("Edit answer", False),
    ]
