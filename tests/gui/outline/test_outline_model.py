"""The outline follows the dossier."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cmdesk.edits.prose import AddParagraphs
from cmdesk.forms import starting, templates
from cmdesk.model.answer import Paragraph
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Limit, Provenance, Surety, Unit
from cmdesk.model.ids import ParagraphId, QuestionId, new_ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text
from cmdesk.session import Session
from ui.bridge import SessionBridge
from ui.outline import sections
from ui.outline.model import LINE, OutlineModel
from ui.outline.sections import PartHead, Section
from ui.outline.view import OutlineView

pytestmark = pytest.mark.usefixtures("qapp")
A7, A8 = QuestionId("A7"), QuestionId("A8")


@pytest.fixture
def dossier() -> Dossier:
    return starting.new_dossier(templates.form("award-application"), Wording("ก", "A"), Wording("ก", "A"))


def written(question: QuestionId, thai: str, english: str) -> AddParagraphs:
    row = Paragraph(ParagraphId(new_ulid()), "m", thai=Text.of(thai), english=Text.of(english))
    return AddParagraphs(question, None, (row,))


def line(model: OutlineModel, question: QuestionId) -> Section:
    found = model.line(model.place(question))
    assert isinstance(found, Section)
    return found


def test_qt_finds_no_fault_in_the_model(dossier: Dossier) -> None:
    model = OutlineModel(dossier)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.follow(dossier, written(A7, "ก", "a").apply(dossier))
    model.refresh()
    model.retranslate()


def test_parts_hold_the_sections_of_the_form(dossier: Dossier) -> None:
    model = OutlineModel(dossier)
    assert [model.rowCount(model.index(row, 0)) for row in range(model.rowCount())] == [
        len(part.questions) for part in dossier.form.parts
    ]


def test_a_section_has_both_titles(dossier: Dossier) -> None:
    shown = line(OutlineModel(dossier), A7)
    title = dossier.form.question(A7).title
    assert (shown.title, shown.other_title) == (title.english, title.thai)


def test_in_thai_the_thai_title_comes_first(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cmdesk.i18n.language", lambda: "th")
    assert line(OutlineModel(dossier), A7).title == dossier.form.question(A7).title.thai


def test_after_a_pause_a_changed_section_is_shown_as_it_is(dossier: Dossier, qtbot: QtBot) -> None:
    model = OutlineModel(dossier)
    assert line(model, A7).standing is sections.Standing.EMPTY
    with qtbot.waitSignal(model.dataChanged):
        model.follow(dossier, written(A7, "ก", "a").apply(dossier))
    assert line(model, A7).standing is sections.Standing.ANSWERED


def test_only_changed_sections_are_looked_at_anew(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    model = OutlineModel(dossier)
    for question in dossier.form.questions:
        line(model, question.id)
    looked: list[QuestionId] = []
    look = sections.section

    def noted(state: Dossier, question: Any, _findings: Any) -> Section:
        looked.append(question.id)
        return look(state, question)

    monkeypatch.setattr("ui.outline.model.section", noted)
    model.follow(dossier, written(A7, "ก", "a").apply(dossier))
    model.refresh()
    for question in dossier.form.questions:
        line(model, question.id)
    assert looked == [A7]


def test_the_head_of_a_part_counts_its_whole_sections(dossier: Dossier) -> None:
    after = written(A7, "ก", "a").apply(dossier)
    model = OutlineModel(after)
    head = model.line(model.place(A7).parent())
    assert isinstance(head, PartHead)
    assert head.answered == 1


def test_a_house_target_is_called_a_target(dossier: Dossier) -> None:
    after = written(A7, "สวัสดี", "one two").apply(dossier)
    assert "EN 2 (target 300)" in line(OutlineModel(after), A7).counts


def limited(amount: int) -> sections.Budget:
    limit = Limit(amount, Unit.WORDS, Provenance(Surety.SOURCED), Language.ENGLISH)
    return sections.Budget(314, limit, Language.ENGLISH, Unit.WORDS)


def test_a_limit_stands_after_a_stroke() -> None:
    assert sections._short(limited(400)) == "EN 314/400"


def test_what_is_over_is_told_without_colour() -> None:
    assert sections._short(limited(300)) == "EN 314/300 +14"


def test_a_screen_reader_hears_title_state_and_counts(dossier: Dossier) -> None:
    after = written(A7, "ก", "one two").apply(dossier)
    model = OutlineModel(after)
    said = model.data(model.place(A7), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(said, str)
    assert "Answered" in said
    assert "English: 2 of a target of 300 words" in said


def test_a_title_in_a_tool_tip_is_never_markup(dossier: Dossier) -> None:
    model = OutlineModel(dossier)
    model._lines[A7] = Section(A7, "A7", "t", "", sections.Standing.EMPTY, spoken="<img src='file:///etc/passwd'>")
    told = model.data(model.place(A7), Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in str(told)


@pytest.fixture
def view(dossier: Dossier, tmp_path: Path, qtbot: QtBot) -> Any:
    session = Session.create(tmp_path / "d", dossier)
    shown = OutlineView(SessionBridge(session))
    qtbot.addWidget(shown)
    shown.resize(340, 700)
    shown.show()
    yield shown
    session.close()


def test_choosing_a_section_tells_which(view: OutlineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.section_chosen) as told:
        view.choose(A8)
    assert told.args == ["A8"]


def test_a_section_that_is_not_in_the_form_is_not_chosen(view: OutlineView) -> None:
    view.choose(QuestionId("Z99"))
    assert view.question is None


def test_the_arrow_goes_from_section_to_section_over_the_heads_of_parts(view: OutlineView, qtbot: QtBot) -> None:
    view.choose(QuestionId("A6"))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.question in {"A7", "A8"}


def test_beside_the_last_section_there_is_none(view: OutlineView) -> None:
    view.choose(list(view.sections._dossier.form.questions)[-1].id)
    assert view.beside(1) is None


def test_enter_opens_the_section(view: OutlineView, qtbot: QtBot) -> None:
    view.choose(A7)
    with qtbot.waitSignal(view.section_opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_title_is_never_cut_off(view: OutlineView) -> None:
    place = view.sections.place(A7)
    wide = view.sizeHintForIndex(place).height()
    view.resize(230, 700)
    view.grab()
    assert view.sizeHintForIndex(place).height() > wide


def test_no_index_has_no_line(view: OutlineView) -> None:
    assert view.sections.data(QModelIndex(), int(LINE)) is None
