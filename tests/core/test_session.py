from dataclasses import replace

import pytest

from cmdesk.edits.prose import AddParagraphs, RemoveParagraphs, SetText
from cmdesk.edits.records import SetProfile
from cmdesk.forms.starting import new_dossier
from cmdesk.forms.templates import form
from cmdesk.model.answer import Paragraph
from cmdesk.model.ids import ParagraphId, QuestionId, new_ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text
from cmdesk.session import ReadOnlyError, Session
from cmdesk.store.saving import Safety

PLAN = QuestionId("A7")
FIRST = ParagraphId(new_ulid())


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "dossier"


@pytest.fixture
def session(folder):
    dossier = new_dossier(form("award-application"), Wording("ร่าง", "Draft"), Wording("เชียงใหม่", "Chiang Mai"))
    session = Session.create(folder, dossier)
    yield session
    session.close()


def typed(words, language=Language.THAI):
    return SetText(PLAN, FIRST, language, Text.of(words))


def written(session, language=Language.THAI):
    return session.dossier.prose(PLAN).paragraph(FIRST).in_(language).characters


@pytest.fixture
def started(session):
    session.do(AddParagraphs(PLAN, None, (Paragraph(FIRST, ""),)))
    session.seal()
    return session


def test_observers_get_the_states_before_and_after(session):
    heard = []
    session.watch(lambda before, after: heard.append((before, after)))
    start = session.dossier
    session.do(SetProfile(replace(start.profile, city=Wording("พะเยา", "Phayao"))))
    assert heard == [(start, session.dossier)]
    assert heard[0][0].answers is heard[0][1].answers


def test_observers_hear_nothing_once_unsubscribed(started):
    heard = []
    unsubscribe = started.watch(lambda before, after: heard.append((before, after)))
    unsubscribe()
    started.do(typed("คำ"))
    assert heard == []


def test_an_edit_that_changes_nothing_is_no_step(started):
    started.do(typed(""))
    assert isinstance(started.undoable.edit, AddParagraphs)


def test_typing_is_one_step_until_it_pauses(started):
    for words in ("เ", "เม", "เมือง"):
        started.do(typed(words))
    started.seal()
    started.do(typed("เมืองเก่า"))
    started.undo()
    assert written(started) == "เมือง"
    started.undo()
    assert written(started) == ""


def test_typing_in_the_other_language_is_a_step_of_its_own(started):
    started.do(typed("เมือง"))
    started.do(typed("City", Language.ENGLISH))
    started.undo()
    assert (written(started), written(started, Language.ENGLISH)) == ("เมือง", "")


def test_a_save_ends_the_step_of_typing(started):
    started.do(typed("เมือง"))
    assert started.flush(10)
    started.do(typed("เมืองใหม่"))
    started.undo()
    assert written(started) == "เมือง"


def test_redo_restores_the_very_state_that_undo_took_away(started):
    started.do(typed("เมือง"))
    after = started.dossier
    started.undo()
    step = started.redo()
    assert started.dossier is after
    assert step.after is after


def test_there_is_nothing_to_undo_or_redo_at_first(session):
    assert (session.undo(), session.redo(), session.undoable, session.redoable) == (None, None, None, None)


def test_what_was_done_and_undone_is_there_when_opened_again(started, folder):
    started.do(typed("เมือง"))
    started.do(RemoveParagraphs(PLAN, (FIRST,)))
    started.undo()
    assert started.close()
    again = Session.open(folder)
    assert written(again) == "เมือง"
    again.close()


def test_saved_is_heard_once_all_is_on_disk(started):
    heard = []
    started.watch_saving(heard.append)
    started.do(typed("เมือง"))
    started.rest()
    assert started.flush(10)
    assert heard[-1].safety is Safety.SAVED
    assert started.save_state.safety is Safety.SAVED


def test_nobody_is_told_of_saving_once_unsubscribed(started):
    heard = []
    started.watch_saving(heard.append)()
    started.do(typed("เมือง"))
    started.flush(10)
    assert heard == []


def test_a_dossier_opened_for_reading_refuses_edits_and_changes_nothing(started, folder):
    started.close()
    reader = Session.open(folder, writable=False)
    before = reader.dossier
    with pytest.raises(ReadOnlyError) as refused:
        reader.do(typed("เมือง"))
    assert refused.value.what
    assert refused.value.advice
    assert reader.dossier is before
    assert not reader.writable
    assert reader.save_state.safety is Safety.READ_ONLY
    assert reader.flush()
    reader.rest()
    assert reader.close()
