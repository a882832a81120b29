"""Looking through the library, and writing its records."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from cmdesk.edits.records import SetEvidence
from cmdesk.i18n import use_language
from cmdesk.library.uses import uses_of
from cmdesk.model.dates import PartialDate
from cmdesk.model.evidence import EvidenceKind, Permission, Reliability
from cmdesk.model.ids import EvidenceId, new_ulid
from cmdesk.model.language import Language
from ui import messages
from ui.library.filling import Filling

REPORT, VALUE, PHOTO, TWIN, PAGE = (EvidenceId(f"01HZZZZZZZZZZZZZZZZZZZZZ{number:02}") for number in range(1, 6))


def write(field: Any, words: str, line: int = 0) -> None:
    """Write a line of a field and leave it."""
    box = field.lines[line]
    if hasattr(box, "toPlainText"):
        box.setFocus()
        box.setPlainText(words)
        box.clearFocus()
    else:
        box.setText(words)
        box.editingFinished.emit()


def test_the_library_lists_every_record(library: Any) -> None:
    assert sorted(library.listed()) == ["Annual report", "Annual report", "Lanterns", "Number of learners", "Web site"]


def test_words_inside_a_thai_phrase_are_found(library: Any) -> None:
    library.room.records.browser.filters.search.setText("ผู้เรียน")
    library.qtbot.waitUntil(lambda: library.listed() == ["Number of learners"])


def test_the_text_of_an_attached_file_is_found_at_its_page(library: Any, tmp_path: Any) -> None:
    path = tmp_path / "story.txt"
    path.write_text("ครั้งหนึ่งมีช้างเผือก และ a white elephant", encoding="utf-8")
    library.attaches(REPORT, path)
    with library.qtbot.waitSignal(library.catalogue.filled, timeout=20_000):
        Filling(library.catalogue).begin()
    preview = library.room.records.detail.files.preview
    library.qtbot.waitUntil(lambda: "ช้างเผือก" in preview.text.toPlainText(), timeout=10_000)
    library.catalogue.search("elephant")
    assert library.listed() == ["Annual report"]
    assert library.catalogue.hits[REPORT].page == 1


def test_a_filter_leaves_only_what_fits(library: Any) -> None:
    filters = library.room.records.browser.filters
    filters.kinds.choose(("photograph", "link"))
    assert sorted(library.listed()) == ["Lanterns", "Web site"]
    filters.reset()
    assert len(library.listed()) == 5


def test_records_can_be_chosen_by_what_is_wrong_with_them(library: Any) -> None:
    library.room.records.browser.filters.problems.choose(("CONSENT",))
    assert library.listed() == ["Lanterns"]


def test_a_criterion_chooses_the_records_that_name_it(library: Any) -> None:
    library.room.records.browser.filters.criteria.choose(("1",))
    assert library.listed() == ["Annual report"]


def test_a_column_sorts_the_records(library: Any) -> None:
    library.room.records.browser.model.sort(1, Qt.SortOrder.DescendingOrder)
    assert library.listed()[0] == "Web site"
    library.room.records.browser.model.sort(3, Qt.SortOrder.DescendingOrder)
    assert library.listed()[0] == "Number of learners"


@pytest.mark.parametrize("column", range(5))
def test_any_column_can_be_sorted_by(library: Any, column: int) -> None:
    library.room.records.browser.model.sort(column)
    assert len(library.listed()) == 5


def test_the_gallery_shows_the_record_that_was_looked_at(library: Any) -> None:
    library.looks_at(PHOTO)
    library.room.show_page("gallery")
    browser = library.room.records.browser
    browser.grab()
    assert browser.current == PHOTO


def test_the_form_shows_what_the_kind_needs_and_what_is_there(library: Any) -> None:
    fields = library.looks_at(PHOTO).form.fields
    assert fields["people"].isVisibleTo(library.room)
    assert not fields["measure"].isVisibleTo(library.room)
    fields = library.looks_at(TWIN).form.fields
    assert not fields["licence"].isVisibleTo(library.room)
    fields = library.looks_at(REPORT).form.fields
    assert fields["licence"].isVisibleTo(library.room)


def test_all_fields_can_be_asked_for(library: Any) -> None:
    form = library.looks_at(PHOTO).form
    form.more.click()
    assert all(field.isVisibleTo(library.room) for field in form.fields.values())


def test_a_field_is_kept_when_it_is_left(library: Any) -> None:
    write(library.looks_at(REPORT).form.fields["title"], "New title", line=1)
    assert library.record(REPORT).title.english == "New title"
    library.session.undo()
    assert library.record(REPORT).title.english == "Annual report"
    assert library.room.records.detail.heading.text() == "Annual report"


def test_a_long_text_is_kept_when_it_is_left(library: Any) -> None:
    field = library.looks_at(REPORT).form.fields["summary"]
    library.workspace.activateWindow()
    library.qtbot.waitUntil(library.workspace.isActiveWindow)
    write(field, "เล่าเรื่อง")
    assert library.record(REPORT).summary.thai == "เล่าเรื่อง"


def test_a_date_of_either_era_is_kept_and_shown_in_the_readers(library: Any) -> None:
    field = library.looks_at(REPORT).form.fields["period"]
    write(field, "5 เมษายน 2566")
    assert library.record(REPORT).period.start == PartialDate(2023, 4, 5)
    assert field.start.text() == "5 April 2023"
    write(field, "2567", line=1)
    assert library.record(REPORT).period.end == PartialDate(2024)


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        ("period", 0, "soon"),
        ("period", 1, "2500"),
        ("address", 0, "javascript:alert(1)"),
        ("participants", 0, "2.5"),
        ("participants", 0, "many"),
        ("measure", 3, "someday"),
        ("measure", 0, "about ten"),
        ("measure", 1, "คน"),
        ("seen_on", 0, "yesterday"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_not_kept(library: Any, name: str, line: int, words: str) -> None:
    form = library.looks_at(REPORT).form
    form.more.click()
    write(form.fields[name], words, line)
    assert form.fields[name].remark.words.startswith("▲")
    assert library.session.undoable is None


def test_what_is_wrong_stays_while_another_field_is_kept(library: Any) -> None:
    form = library.looks_at(REPORT).form
    write(form.fields["period"], "soon")
    write(form.fields["title"], "New title", line=1)
    assert form.fields["period"].start.text() == "soon"


def test_a_last_day_needs_a_first_one(library: Any) -> None:
    field = library.looks_at(REPORT).form.fields["period"]
    field.start.setText("")
    write(field, "2566", line=1)
    assert "first" in field.remark.words


def test_a_period_can_be_emptied(library: Any) -> None:
    write(library.looks_at(REPORT).form.fields["period"], "")
    assert library.record(REPORT).period is None


def test_a_statistic_keeps_a_value(library: Any) -> None:
    field = library.looks_at(VALUE).form.fields["measure"]
    for line in field.parts:
        line.setText("")
    field.value.editingFinished.emit()
    assert library.record(VALUE).measure is not None


def choose(box: QComboBox, place: int) -> None:
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_choices_and_consent_are_kept(library: Any) -> None:
    form = library.looks_at(PHOTO).form
    choose(form.fields["reliability"].box, 1)
    choose(form.fields["people"].boxes[1], list(Permission).index(Permission.REFUSED))
    assert library.record(PHOTO).reliability is Reliability.HIGH
    assert library.record(PHOTO).people.minors is Permission.REFUSED


def test_a_record_can_become_one_of_another_kind(library: Any) -> None:
    choose(library.looks_at(PHOTO).form.fields["kind"].box, list(EvidenceKind).index(EvidenceKind.EVENT))
    assert library.record(PHOTO).kind is EvidenceKind.EVENT
    assert library.record(PHOTO).people.adults is Permission.MISSING


def test_tags_and_codes_are_kept(library: Any) -> None:
    form = library.looks_at(REPORT).form
    write(form.fields["tags"], "plan, city, plan")
    codes = form.fields["criteria"]
    codes._menu.aboutToShow.emit()
    codes._menu.actions()[2].trigger()
    assert library.record(REPORT).tags == ("plan", "city")
    assert library.record(REPORT).criteria == ("1", "3")


def test_codes_that_the_form_does_not_know_stay(library: Any) -> None:
    library.session.do(SetEvidence(replace(library.record(REPORT), criteria=("9.9",))))
    codes = library.looks_at(REPORT).form.fields["criteria"]
    codes._menu.aboutToShow.emit()
    codes._menu.actions()[0].trigger()
    assert library.record(REPORT).criteria == ("9.9", "1")


def test_sentences_are_listed_again_when_a_value_changes(library: Any) -> None:
    detail = library.looks_at(VALUE)
    write(detail.form.fields["measure"], "4321")
    assert [button.spot.words for button in detail.again.buttons] == ["There were 4,321 people learners."]


def test_nothing_is_to_be_read_again_when_the_value_stays(library: Any) -> None:
    detail = library.looks_at(VALUE)
    write(detail.form.fields["title"], "Learners", line=1)
    assert detail.again.buttons == []


def test_a_place_where_a_record_is_used_can_be_gone_to(library: Any) -> None:
    detail = library.looks_at(REPORT)
    detail.uses.grab()
    library.qtbot.mouseClick(detail.uses.buttons[0], Qt.MouseButton.LeftButton)
    page = library.workspace.page.prose
    assert not library.workspace.library.is_open
    assert (page.place.row, page.language) == (0, Language.ENGLISH)


def test_cite_here_goes_back_and_cites_in_both_languages(library: Any) -> None:
    library.workspace.page.prose.go_to(replace(library.workspace.page.prose.place, row=1, position=0))
    library.looks_at(PAGE).cite.click()
    assert {use.language for use in uses_of(library.session.dossier, PAGE)} == set(Language)
    library.session.undo()
    assert uses_of(library.session.dossier, PAGE) == ()


def test_deleting_a_used_record_asks_and_names_the_places(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(_parent: object, what: str, advice: str, *_answers: object, **_more: object) -> str:
        asked.append(what + advice)
        return "keep"

    monkeypatch.setattr(messages, "ask", ask)
    library.looks_at(REPORT).remove.click()
    assert "Question P1" in asked[0]
    assert REPORT in library.session.dossier.evidence


def test_deleting_a_used_record_is_done_when_wanted(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "ask", lambda *_args, **_more: "delete")
    library.looks_at(VALUE).remove.click()
    assert VALUE not in library.session.dossier.evidence


def test_deleting_an_unused_record_needs_no_question(library: Any) -> None:
    library.looks_at(PHOTO).remove.click()
    assert PHOTO not in library.session.dossier.evidence


def test_escape_goes_back_to_writing(library: Any) -> None:
    library.qtbot.keyClick(library.room.records.browser.filters.search, Qt.Key.Key_Escape)
    assert not library.workspace.library.is_open


def test_running_through_the_list_shows_the_record_that_one_rests_on(library: Any) -> None:
    browser = library.room.records.browser
    library.qtbot.keyClick(browser.filters.search, Qt.Key.Key_Return)
    library.qtbot.keyClick(browser.table, Qt.Key.Key_Down)
    shown = library.record(browser.current).title.english
    library.qtbot.waitUntil(lambda: library.room.records.detail.heading.text() == shown)


def test_what_changed_meanwhile_is_there_when_one_comes_back(library: Any) -> None:
    library.workspace.library.leave()
    library.session.do(SetEvidence(replace(library.record(REPORT), id=EvidenceId(new_ulid()))))
    library.workspace.library.open()
    assert len(library.listed()) == 6


def test_a_dossier_that_is_only_read_offers_no_change(open_library: Callable[..., Any]) -> None:
    library = open_library(writable=False)
    detail = library.looks_at(REPORT)
    assert not library.room.add.isVisible()
    assert not detail.remove.isVisible()
    assert detail.form.fields["title"].lines[0].isReadOnly()


def test_all_of_it_speaks_the_other_language(library: Any) -> None:
    library.looks_at(REPORT)
    use_language("th")
    library.workspace.retranslate()
    assert library.room.records.detail.heading.text() == "รายงานประจำปี"
    assert library.room.records.detail.form.fields["period"].start.text() == "พ.ศ. 2562"


def test_years_can_be_looked_through(library: Any) -> None:
    library.room.show_years(2022, 2022)
    assert sorted(library.listed()) == ["Lanterns", "Number of learners"]


def test_an_empty_result_says_what_to_do(library: Any) -> None:
    browser = library.room.records.browser
    browser.filters.search.setText("zzzz")
    browser.filters.look_now()
    assert "No record fits" in browser.empty.text()
    assert browser.current is None
