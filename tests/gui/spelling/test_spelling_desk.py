"""Spelling as one meets it on the page."""

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cmdesk.edits.prose import AddParagraphs
from cmdesk.forms import starting, templates
from cmdesk.model.answer import Paragraph
from cmdesk.model.evidence import Evidence, EvidenceKind
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text
from cmdesk.session import Session
from cmdesk.settings import DICTIONARY, SPELLING, Settings
from cmdesk.spelling.mistake import Kind, Mistake
from ui.bridge import SessionBridge
from ui.editor.answer_page import AnswerPage
from ui.editor.places import Place
from ui.spelling import desk as desk_module
from ui.spelling.desk import SpellingDesk, names_of, titles_of

A7 = QuestionId("A7")
ENGLISH = Language.ENGLISH


class ByList:
    """Judges at once: what is on its list is wrong."""

    def __init__(self) -> None:
        self.wrong = {"lerning": ("learning",), "citty": ()}
        self.known: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
        self.asked: list[str] = []
        self.closed = False

    def know(self, words: Any, titles: Any = ()) -> None:
        self.known = frozenset(words), frozenset(titles)

    def check(self, _key: object, text: str, _language: Language) -> "Future[tuple[Mistake, ...]]":
        self.asked.append(text)
        wrong = {word: meant for word, meant in self.wrong.items() if word not in self.known[0]}
        found = [
            Mistake(text.index(word), text.index(word) + len(word), Kind.MISSPELT, word, meant)
            for word, meant in wrong.items()
            if word in text
        ]
        return done(tuple(found))

    def suggest(self, words: str) -> "Future[tuple[str, ...]]":
        return done(("city", "kitty") if words == "citty" else ("learning", "leaning"))

    def close(self) -> None:
        self.closed = True


def done(value: Any) -> "Future[Any]":
    future: Future[Any] = Future()
    future.set_result(value)
    return future


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> ByList:
    made = ByList()
    monkeypatch.setattr(desk_module, "SpellingProcess", lambda: made)
    return made


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    form = templates.form("award-application")
    dossier = starting.new_dossier(form, Wording("", "Nan"), Wording("น่าน", "Nan"))
    made = Session.create(tmp_path / "a.cmdesk", dossier)
    pair = Paragraph(ParagraphId("p"), "m", english=Text.of("A 🏙 lerning citty"))
    made.do(AddParagraphs(A7, None, (pair,)))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> AnswerPage:
    made = AnswerPage(SessionBridge(session))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_question(A7)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def desk(page: AnswerPage, session: Session, settings: Settings, process: ByList) -> Iterator[SpellingDesk]:  # noqa: ARG001 - put in its place
    made = SpellingDesk(page.prose, SessionBridge(session), settings)
    yield made
    made.release()


def cursors(page: AnswerPage) -> list[QTextCursor]:
    marks = page.prose.sheet.columns[ENGLISH].extraSelections()
    return [QTextCursor(mark.cursor) for mark in marks]


def marked(page: AnswerPage) -> list[str]:
    return [cursor.selectedText() for cursor in cursors(page)]


def test_what_is_misspelt_is_marked_behind_an_emoji_too(desk: SpellingDesk, page: AnswerPage, qtbot: QtBot) -> None:
    assert desk.is_on
    qtbot.waitUntil(lambda: marked(page) == ["lerning", "citty"], timeout=8_000)


@pytest.mark.usefixtures("desk")
def test_the_word_being_written_is_not_marked(page: AnswerPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    qtbot.waitUntil(lambda: len(marked(page)) == 2, timeout=8_000)
    column = page.prose.sheet.columns[ENGLISH]
    monkeypatch.setattr(column, "hasFocus", lambda: True)  # which window is active hangs on other tests' windows
    column.go_to(Place(0, ENGLISH, 0))
    column.go_to_end(0)
    qtbot.waitUntil(lambda: marked(page) == ["lerning"], timeout=8_000)


@pytest.mark.usefixtures("desk")
def test_only_changed_texts_are_asked_again(page: AnswerPage, process: ByList, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(marked(page)) == 2, timeout=8_000)
    process.asked.clear()
    page.prose.column.verticalScrollBar().valueChanged.emit(0)
    qtbot.wait(350)
    assert process.asked == []


def menu_of(desk: SpellingDesk, page: AnswerPage, word: str) -> QMenu:
    column = page.prose.sheet.columns[ENGLISH]
    cursor = next(cursor for cursor in cursors(page) if cursor.selectedText() == word)
    point = column.cursorRect(cursor).center() - QPoint(4, 0)
    found = desk._marks[column].at(point)
    assert found is not None
    return desk.menu(column, *found)


def test_suggestions_stand_first_and_replace_as_one_step(
    desk: SpellingDesk, page: AnswerPage, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(marked(page)) == 2, timeout=8_000)
    menu = menu_of(desk, page, "citty")
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "city", timeout=8_000)
    menu.actions()[0].trigger()
    assert session.dossier.prose(A7).paragraphs[0].english == Text.of("A 🏙 lerning city")
    session.undo()
    assert session.dossier.prose(A7).paragraphs[0].english == Text.of("A 🏙 lerning citty")


def test_a_word_put_into_the_dictionary_is_marked_no_more(
    desk: SpellingDesk, page: AnswerPage, settings: Settings, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(marked(page)) == 2, timeout=8_000)
    menu = menu_of(desk, page, "citty")
    next(action for action in menu.actions() if action.text().startswith("Add ")).trigger()
    qtbot.waitUntil(lambda: marked(page) == ["lerning"], timeout=8_000)
    assert settings.get(DICTIONARY) == ["citty"]


def test_the_menu_opens_at_a_mark_and_nowhere_else(
    desk: SpellingDesk, page: AnswerPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: len(marked(page)) == 2, timeout=8_000)
    opened: list[object] = []
    monkeypatch.setattr(desk, "menu", lambda *_given: SimpleNamespace(exec=opened.append, deleteLater=lambda: None))
    viewport: QWidget = page.prose.sheet.columns[ENGLISH].viewport()
    cursor = cursors(page)[0]
    at = page.prose.sheet.columns[ENGLISH].cursorRect(cursor).center() - QPoint(4, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    assert desk.eventFilter(viewport, event)
    corner = QPoint(1, 1)
    elsewhere = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, corner, viewport.mapToGlobal(corner))
    assert not desk.eventFilter(viewport, elsewhere)
    assert len(opened) == 1


def test_it_can_be_switched_off_and_stays_so(
    desk: SpellingDesk, page: AnswerPage, settings: Settings, process: ByList, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(marked(page)) == 2, timeout=8_000)
    desk.toggle()
    assert marked(page) == []
    assert process.closed
    assert settings.get(SPELLING) is False
    desk.toggle()
    qtbot.waitUntil(lambda: len(marked(page)) == 2, timeout=8_000)


def test_names_of_the_dossier_are_known(session: Session) -> None:
    record = Evidence(
        EvidenceId("e"), EvidenceKind.DOCUMENT, title=Wording("", "Ferry plan"), place=Wording("", "Wat Ket")
    )
    dossier = session.dossier.with_evidence(record)
    assert names_of(dossier) == {"น่าน", "Nan", "Wat Ket"}
    assert titles_of(dossier) == {"Ferry plan"}


def test_a_text_that_could_not_be_judged_is_not_marked_and_asked_again_later(
    desk: SpellingDesk, page: AnswerPage, process: ByList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: len(marked(page)) == 2, timeout=8_000)
    broken: Future[tuple[Mistake, ...]] = Future()
    broken.set_exception(OSError())
    monkeypatch.setattr(process, "check", lambda *_given: broken)
    desk.learn("lerning")
    qtbot.wait(400)
    QApplication.processEvents()
    assert marked(page) == []
