from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language
from cmdesk.model.text import Citation, Figure, Run, Span, Text
from ui.editor.calm_edit import InertDocument
from ui.editor.evidence_picker import EvidencePicker
from ui.editor.inline import Labels
from ui.editor.insertions import Insertions
from ui.editor.link_dialog import LinkDialog
from ui.editor.looks import Looks
from ui.editor.places import Place, Stretch
from ui.editor.runs import position_at, rewrite, text_of, unit_at, write
from ui.editor.tips import Tips

EN, TH = Language.ENGLISH, Language.THAI
CTRL = Qt.KeyboardModifier.ControlModifier

LETTERS = st.text(st.sampled_from("aก็่😀 \n\t\u200b\u00a0e\u0301"), max_size=6)
LINKS = st.sampled_from(["", "https://example.org", "mailto:a@example.org"])
RUNS: st.SearchStrategy[Run] = st.one_of(
    st.builds(Span, LETTERS, st.booleans(), st.booleans(), LINKS),
    st.builds(Citation, st.sampled_from([EvidenceId("A"), EvidenceId("B")]), st.sampled_from(["", "p. 3"])),
    st.builds(Figure, st.sampled_from([EvidenceId("A"), EvidenceId("B")])),
)
TEXTS = st.builds(Text, st.lists(RUNS, max_size=6).map(tuple))


def block_of(text: Text) -> tuple[QTextDocument, QTextBlock]:
    document = QTextDocument()
    write(QTextCursor(document), text, Looks())
    return document, document.firstBlock()


@pytest.mark.usefixtures("qapp")
@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_a_text_comes_back_from_its_block_as_it_was(text: Text) -> None:
    _document, block = block_of(text)
    assert text_of(block) == text


@pytest.mark.usefixtures("qapp")
@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS)
def test_a_block_can_be_rewritten_into_any_other_text(old: Text, new: Text) -> None:
    _document, block = block_of(old)
    rewrite(block, new, Looks())
    assert text_of(block) == new


@pytest.mark.usefixtures("qapp")
def test_rewriting_the_same_text_changes_nothing() -> None:
    document, block = block_of(Text.of("same"))
    revision = document.revision()
    assert not rewrite(block, Text.of("same"), Looks())
    assert document.revision() == revision


@pytest.mark.usefixtures("qapp")
def test_a_caret_stays_where_the_text_around_it_is_the_same() -> None:
    document, block = block_of(Text.of("one two three"))
    caret = QTextCursor(document)
    caret.setPosition(8)
    rewrite(block, Text.of("ONE two three"), Looks())
    assert caret.position() == 8


@given(st.text(st.sampled_from("aก😀"), max_size=8), st.integers(0, 8))
def test_positions_go_to_qt_and_back(letters: str, position: int) -> None:
    position = min(position, len(letters))
    assert position_at(letters, unit_at(letters, position)) == position


def test_a_selection_is_made_bold_and_plain_again(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 0, 0, 2))
    desk.page.toggle_bold()
    assert desk.prose.paragraphs[0].english == Text((Span("On", bold=True), Span("e")))
    desk.page.toggle_bold()
    assert desk.prose.paragraphs[0].english == Text.of("One")


def test_the_selection_stays_while_it_is_formatted(desk: Any) -> None:
    column = desk.at(0, 0)
    column.select(Stretch(EN, 0, 1, 1, 2))
    desk.page.toggle_italic()
    assert column.stretch == Stretch(EN, 0, 1, 1, 2)


def test_formatting_over_rows_is_one_step(desk: Any) -> None:
    before = desk.prose
    desk.at(0, 0).select(Stretch(EN, 0, 1, 2, 2))
    desk.page.toggle_italic()
    assert [row.english.runs[-1] for row in desk.prose.paragraphs][1] == Span("Two", italic=True)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.prose == before


def test_what_is_typed_next_is_bold(desk: Any) -> None:
    column = desk.at(0, 3)
    desk.page.toggle_bold()
    desk.qtbot.keyClicks(column, "x")
    assert desk.prose.paragraphs[0].english == Text((Span("One"), Span("x", bold=True)))


def test_the_state_tells_whether_the_caret_is_in_bold(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 0, 0, 2))
    desk.page.toggle_bold()
    assert desk.page.state.bold
    desk.page.prose.go_to(Place(1, EN, 1))
    assert not desk.page.state.bold


def test_letters_typed_behind_a_link_are_no_link(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 0, 0, 3))
    desk.page.pen.set_link("https://example.org")
    column = desk.at(0, 3)
    desk.qtbot.keyClicks(column, "x")
    assert desk.prose.paragraphs[0].english == Text((Span("One", link="https://example.org"), Span("x")))


def test_letters_typed_inside_a_link_belong_to_it(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 0, 0, 3))
    desk.page.pen.set_link("https://example.org")
    column = desk.at(0, 2)
    desk.qtbot.keyClicks(column, "x")
    assert desk.prose.paragraphs[0].english == Text((Span("Onxe", link="https://example.org"),))


def test_a_link_is_asked_for_and_set(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: LinkDialog) -> LinkDialog.DialogCode:
        dialog.field.line.setText("example.org")
        dialog.field.edited.emit()
        assert dialog.ok.isEnabled()
        return LinkDialog.DialogCode.Accepted

    monkeypatch.setattr(LinkDialog, "exec", answer)
    desk.at(0, 0).select(Stretch(EN, 0, 0, 0, 3))
    desk.page.insert_link()
    assert desk.prose.paragraphs[0].english == Text((Span("One", link="https://example.org"),))


def test_a_link_without_a_selection_brings_its_own_words(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LinkDialog, "exec", lambda _dialog: LinkDialog.DialogCode.Accepted)
    monkeypatch.setattr(LinkDialog, "address", "https://example.org")
    desk.at(0, 3)
    desk.page.insert_link()
    assert desk.prose.paragraphs[0].english.runs[1] == Span("https://example.org", link="https://example.org")


def test_a_link_is_removed_from_its_whole_length(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 0, 0, 3))
    desk.page.pen.set_link("https://example.org")
    desk.at(0, 1)
    desk.page.remove_link()
    assert desk.prose.paragraphs[0].english == Text.of("One")


def test_a_forbidden_address_cannot_be_set(desk: Any) -> None:
    dialog = LinkDialog("javascript:alert(1)", desk.page)
    assert not dialog.ok.isEnabled()
    assert "javascript" in dialog.field.remark.words


def choose(monkeypatch: pytest.MonkeyPatch, words: str, locator: str = "") -> None:
    def answer(picker: EvidencePicker) -> EvidencePicker.DialogCode:
        picker.search.setText(words)
        picker.page.setText(locator)
        return EvidencePicker.DialogCode.Accepted

    monkeypatch.setattr(EvidencePicker, "exec", answer)


def test_a_citation_is_chosen_and_put_in(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "annual", "p. 3")
    desk.at(0, 3)
    desk.page.insert_citation()
    records = desk.session.dossier.evidence.values()
    report = next(record.id for record in records if record.title.english == "Annual report")
    assert desk.prose.paragraphs[0].english == Text((Span("One"), Citation(report, "p. 3")))


def test_a_citation_shows_its_number(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "รายงาน")
    desk.at(0, 3)
    desk.page.insert_citation()
    cited = desk.prose.paragraphs[0].english.runs[1]
    assert desk.page.prose.labels.words(cited, EN) == "[1]"


def test_letters_typed_behind_a_citation_are_letters(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "annual")
    desk.at(0, 3)
    desk.page.insert_citation()
    desk.qtbot.keyClicks(desk.page.prose.column, "xy")
    assert desk.prose.paragraphs[0].english.runs[2] == Span("xy")


def test_a_figure_follows_its_statistic(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "learners")
    desk.at(0, 3, TH)
    desk.page.insert_figure()
    figure = desk.prose.paragraphs[0].thai.runs[1]
    assert desk.page.prose.labels.words(figure, TH) == "1,234 คน"


def test_only_statistics_can_be_figures(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "annual")
    desk.at(0, 3)
    desk.page.insert_figure()
    assert desk.texts()[0] == ("หนึ่ง", "One")


def test_a_record_that_is_gone_is_said_to_be(desk: Any) -> None:
    labels = Labels(desk.session.dossier)
    gone = Citation(EvidenceId("gone"))
    assert labels.words(gone, EN) == "[?]"
    assert "no longer" in labels.tip(gone, EN)


def test_the_tip_of_a_citation_is_the_title_of_its_record(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "annual", "p. 3")
    column = desk.at(0, 3)
    desk.page.insert_citation()
    spot = column.cursorRect().center() - QPoint(6, 0)
    tips = column.findChild(Tips)
    assert tips is not None
    assert tips.words_at(spot) == "Annual report · p. 3"


def test_the_tip_of_the_margin_tells_the_leading_language(desk: Any) -> None:
    tips = desk.column(TH).findChild(Tips), desk.column(EN).findChild(Tips)
    assert [tip.words_at(QPoint(5, 20)) for tip in tips] == ["Draft\nWritten in Thai first.", "Draft"]


def test_a_document_loads_nothing(qapp: Any, tmp_path: Path) -> None:
    assert qapp
    canary = tmp_path / "canary.png"
    canary.write_bytes(b"not to be read")
    document = InertDocument()
    assert document.resource(QTextDocument.ResourceType.ImageResource.value, str(canary)) is None


def test_commands_that_ask_do_nothing_on_a_read_only_page(open_desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk(("ก", "A"), writable=False)
    monkeypatch.setattr(LinkDialog, "exec", lambda _dialog: pytest.fail("asked"))
    Insertions(desk.page.prose, desk.page.pen).insert_link()
    desk.page.toggle_bold()
    assert desk.texts() == [("ก", "A")]
