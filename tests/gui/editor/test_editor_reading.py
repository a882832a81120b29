from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from cmdesk.edits.prose import SetKind, SetText
from cmdesk.model.answer import ParagraphKind
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.model.text import Citation, Span, Text
from ui.bridge import SessionBridge
from ui.editor.reading_text import QUESTION
from ui.editor.reading_window import ReadingWindow

P1 = QuestionId("P1")


def reading(desk: Any) -> ReadingWindow:
    window = ReadingWindow(SessionBridge(desk.session, desk.page), desk.page)
    with desk.qtbot.waitExposed(window):
        window.read()
    return window


def test_every_section_is_there_with_its_answer_in_both_languages(desk: Any) -> None:
    words = reading(desk).text.toPlainText()
    assert all(question.title.english in words for question in desk.session.dossier.form.questions)
    assert "หนึ่ง" in words
    assert "Three" in words
    assert words.count("Nothing is written here yet.") == 9


def test_one_language_can_be_read_alone(desk: Any) -> None:
    window = reading(desk)
    window.sides.group.button(1).click()
    assert "หนึ่ง" in window.text.toPlainText()
    assert "Three" not in window.text.toPlainText()


def test_lists_citations_and_lines_are_shown(desk: Any) -> None:
    first = desk.prose.paragraphs[0].id
    record = next(iter(desk.session.dossier.evidence))
    desk.session.do(SetKind(P1, (first,), ParagraphKind.NUMBERED))
    desk.session.do(SetText(P1, first, Language.ENGLISH, Text((Span("a\nb"), Citation(record)))))
    assert "1. a\nb[1]" in reading(desk).text.toPlainText()


def test_what_is_written_meanwhile_appears(desk: Any) -> None:
    window = reading(desk)
    desk.session.do(SetText(P1, desk.prose.paragraphs[0].id, Language.ENGLISH, Text.of("Anew")))
    desk.qtbot.waitUntil(lambda: "Anew" in window.text.toPlainText())


def test_a_heading_clicked_twice_leads_to_its_section(desk: Any) -> None:
    window = reading(desk)
    document = window.text.document()
    block = document.begin()
    while block.blockFormat().property(QUESTION) != "P2":
        block = block.next()
    window.text.setTextCursor(QTextCursor(block))
    window.text.ensureCursorVisible()
    spot = QPointF(window.text.cursorRect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseButtonDblClick, spot, spot, left, left, none)
    with desk.qtbot.waitSignal(window.section_wanted) as wanted:
        QApplication.sendEvent(window.text.viewport(), event)
    assert wanted.args == ["P2"]


def test_nothing_can_be_written_there(desk: Any) -> None:
    window = reading(desk)
    before = window.text.toPlainText()
    desk.qtbot.keyClicks(window.text, "x")
    assert window.text.toPlainText() == before
