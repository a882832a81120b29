"""A comparison as it is read in the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId, ulid
from cmdesk.model.language import Wording
from cmdesk.session import Session
from cmdesk.versions.comparison import Comparison, compare_dossiers
from ui.history.comparison_view import ComparisonView
from ui.history.edits import edit_for

PAPER = EvidenceId(ulid(1, 7))


@pytest.fixture
def comparison(session: Session, dossier: Dossier) -> Comparison:
    return compare_dossiers(dossier, session.dossier)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., ComparisonView]:
    """Shows a comparison and waits until all of it is written."""

    def shown(comparison: Comparison, *, whole: bool = False, restorable: bool = True) -> ComparisonView:
        view = ComparisonView()
        qtbot.addWidget(view)
        with qtbot.waitSignal(view.written):
            view.show_comparison(comparison, whole=whole, restorable=restorable)
        return view

    return shown


def looks(view: ComparisonView, words: str) -> QTextCharFormat:
    """How some words look."""
    cursor = view.document().find(words)
    assert not cursor.isNull(), f"no {words}"
    return cursor.charFormat()


def test_what_was_deleted_is_struck_out_and_in_another_colour(show, comparison: Comparison) -> None:
    view = show(comparison)
    deleted, same = looks(view, "five"), looks(view, "There are ")
    assert (deleted.fontStrikeOut(), same.fontStrikeOut()) == (True, False)
    assert deleted.foreground().color() != same.foreground().color()


def test_what_was_inserted_is_underlined(show, comparison: Comparison) -> None:
    view = show(comparison)
    assert [looks(view, words).fontUnderline() for words in ("seven", "There are ")] == [True, False]


def test_both_languages_stand_side_by_side(show, comparison: Comparison) -> None:
    view = show(comparison)
    thai, english = (view.document().find(words) for words in ("มีห้องสมุดห้าแห่ง", "There are "))
    table = thai.currentTable()
    assert [table.cellAt(cursor).column() for cursor in (thai, english)] == [0, 1]


def test_only_what_changed_is_shown(show, comparison: Comparison) -> None:
    assert "The city has a plan." not in show(comparison).toPlainText()


def test_what_stayed_is_shown_on_demand(show, comparison: Comparison) -> None:
    assert "The city has a plan." in show(comparison, whole=True).toPlainText()


def test_the_section_names_what_changed(show, comparison: Comparison) -> None:
    assert show(comparison).toPlainText().startswith("A6  ")


def test_a_paragraph_that_is_gone_is_named_so(show, comparison: Comparison) -> None:
    assert "Taken out" in show(comparison).toPlainText()


def test_nothing_can_be_restored_where_that_makes_no_sense(show, comparison: Comparison) -> None:
    view = show(comparison, restorable=False)
    assert (view.places, "Restore" in view.toPlainText()) == ([], False)


def test_states_that_are_the_same_are_said_to_be(show, dossier: Dossier) -> None:
    assert show(compare_dossiers(dossier, dossier)).toPlainText() == "Nothing changed."


def test_a_dossier_without_a_word_is_said_to_be_empty(show, dossier: Dossier) -> None:
    bare = compare_dossiers(dossier, dossier)
    empty = Comparison(dossier, dossier, ())
    assert "Nothing is written" not in show(bare, whole=True).toPlainText()
    assert show(empty, whole=True).toPlainText() == "Nothing is written here."


def test_a_link_asks_to_restore_its_line(show, comparison: Comparison, qtbot: QtBot) -> None:
    view = show(comparison)
    place = next(number for number, each in enumerate(view.places) if each.line is not None)
    with qtbot.waitSignal(view.restore_wanted) as heard:
        view.anchorClicked.emit(QUrl(str(place)))
    assert heard.args == [view.places[place]]


def test_a_link_of_nobodys_asks_for_nothing(show, comparison: Comparison, qtbot: QtBot) -> None:
    view = show(comparison)
    with qtbot.assertNotEmitted(view.restore_wanted):
        for link in ("99", "https://example.org", ""):
            view.anchorClicked.emit(QUrl(link))


def test_links_can_be_reached_by_keyboard(show, comparison: Comparison) -> None:
    view = show(comparison)
    view.show()
    view.setFocus()
    view.focusNextPrevChild(True)  # noqa: FBT003 - Qt's signature
    assert view.textCursor().charFormat().anchorHref() == "0"


def test_markup_in_a_text_is_only_letters(show, dossier: Dossier) -> None:
    record = Evidence(PAPER, dossier.evidence[PAPER].kind, Wording("<b>x</b>", "<a href='1'>x</a>"))
    view = show(compare_dossiers(dossier, dossier.with_evidence(record)))
    assert "<a href='1'>x</a>" in view.toPlainText()


def test_a_section_is_brought_to_the_top(show, comparison: Comparison) -> None:
    view = show(comparison, whole=True)
    view.resize(400, 120)
    view.show()
    view.look_at("A6")
    assert view.verticalScrollBar().value() > 0


@pytest.mark.parametrize("name", ["section", "line", "record"])
def test_each_link_stands_for_its_edit(name: str, show, session: Session, dossier: Dossier) -> None:
    now = session.dossier.without_evidence(PAPER)
    places = show(compare_dossiers(dossier, now)).places
    found = {
        "section": next(each for each in places if each.line is None),
        "line": next(each for each in places if each.line and each.line.key == ParagraphId(ulid(2, 1))),
        "record": next(each for each in places if each.line and each.section.is_evidence),
    }
    after = edit_for(dossier, found[name]).apply(now)
    restored = {
        "section": after.answers == dossier.answers,
        "line": len(after.prose(QuestionId("A6")).paragraphs) == 3,
        "record": after.evidence == dossier.evidence,
    }
    assert restored[name]
