"""A dossier with one question of each kind, open in a real session, and its page in a window."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmdesk.model import ranks
from cmdesk.model.answer import Paragraph, ParagraphKind, Prose
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence, EvidenceKind, Level, Measure
from cmdesk.model.form import Form, Item, Limit, Part, Provenance, Question, QuestionKind, Surety, Unit
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId, new_ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text
from cmdesk.session import Session
from ui.bridge import SessionBridge
from ui.editor.answer_page import AnswerPage
from ui.editor.column import Column
from ui.editor.places import Place

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let the offscreen platform say that it has no window manager to ask."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing)"))


SOURCED = Provenance(Surety.SOURCED, "https://example.org")
TARGET = Provenance(Surety.HOUSE_TARGET)
ITEMS = (
    Item("people", Wording("จำนวนประชากร", "Population"), Wording("คน", "people")),
    Item("area", Wording("พื้นที่", "Area"), Wording("ตร.กม.", "km²"), required=False),
)


def question(name: str, kind: QuestionKind, **more: object) -> Question:
    """A question of a kind."""
    return Question(QuestionId(name), Wording(f"คำถาม {name}", f"Question {name}"), kind, SOURCED, **more)  # type: ignore[arg-type]


QUESTIONS = (
    question(
        "P1",
        QuestionKind.PROSE,
        guidance=Wording("เล่าเรื่องแผน", "Tell of the plan."),
        limits=(Limit(10, Unit.WORDS, TARGET, Language.ENGLISH),),
    ),
    question("P2", QuestionKind.PROSE),
    question("F", QuestionKind.FACTS, items=ITEMS),
    question("C", QuestionKind.CARD, items=ITEMS),
    question("M", QuestionKind.MATERIALS, limits=(Limit(1, Unit.ITEMS, SOURCED),)),
    question("O", QuestionKind.CHOICE, items=ITEMS, most=1),
    question("O2", QuestionKind.CHOICE, items=ITEMS, most=2),
    question("R", QuestionKind.RATING, items=ITEMS, most=5),
    question("S", QuestionKind.SIGNATURE),
    question("K", QuestionKind.CONSENT),
)
REPORT = EvidenceId(new_ulid())
STATISTIC = EvidenceId(new_ulid())
RECORDS = (
    Evidence(REPORT, EvidenceKind.DOCUMENT, Wording("รายงานประจำปี", "Annual report")),
    Evidence(
        STATISTIC,
        EvidenceKind.STATISTIC,
        Wording("จำนวนผู้เรียน", "Number of learners"),
        measure=Measure(Decimal(1234), Wording("คน", "people"), 2023),
        level=Level.CITY,
    ),
)


def paragraph(rank: str, thai: str, english: str, kind: ParagraphKind = ParagraphKind.BODY) -> Paragraph:
    """A pair of texts."""
    return Paragraph(ParagraphId(new_ulid()), rank, kind, Language.THAI, Text.of(thai), Text.of(english))


def dossier_of(*pairs: tuple[str, str]) -> Dossier:
    """A dossier whose first question is answered by these pairs."""
    form = Form("test", "1", Wording("แบบ", "Form"), Wording(), SOURCED, (Part(Wording("ส่วน", "Part"), QUESTIONS),))
    rows = tuple(paragraph(rank, *pair) for rank, pair in zip(ranks.evenly(len(pairs)), pairs, strict=True))
    return Dossier(
        DossierId(new_ulid()),
        form,
        Profile(Wording("เชียงใหม่", "Chiang Mai"), Wording("เชียงใหม่", "Chiang Mai")),
        FrozenMap({QuestionId("P1"): Prose(rows)} if rows else {}),
        FrozenMap({record.id: record for record in RECORDS}),
    )


@dataclass
class Desk:
    """A session and the page that shows it, with fingers to write."""

    session: Session
    page: AnswerPage
    qtbot: QtBot

    @property
    def prose(self) -> Prose:
        """The answer to the first question."""
        return self.session.dossier.prose(QuestionId("P1"))

    def texts(self) -> list[tuple[str, str]]:
        """What its paragraphs say."""
        return [(row.thai.characters, row.english.characters) for row in self.prose.paragraphs]

    def shown(self) -> list[tuple[str, ...]]:
        """What the two columns show, row by row."""
        sides = [column.toPlainText().split("\n") for column in self.page.prose.sheet.columns.values()]
        return list(zip(*sides, strict=True))

    def column(self, language: Language) -> Column:
        """One side of the page."""
        return self.page.prose.sheet.columns[language]

    def at(self, row: int, position: int, language: Language = Language.ENGLISH) -> Column:
        """That side of the page, with the caret there."""
        self.page.focus_text(language)
        column = self.column(language)
        column.go_to(Place(row, language, position))
        return column

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the side that is written in."""
        self.qtbot.keyClick(self.page.prose.column, key, modifier)

    def write(self, words: str) -> None:
        """Write words letter by letter as an input method does; it can write Thai."""
        for letter in words:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(self.page.prose.column, event)

    def propose(self, words: str) -> None:
        """Let an input method propose words that are not committed yet."""
        QApplication.sendEvent(self.page.prose.column, QInputMethodEvent(words, []))


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Opens a dossier with given pairs in its first answer and shows it."""
    sessions: list[Session] = []

    def opened(*pairs: tuple[str, str], question_id: str = "P1", writable: bool = True) -> Desk:
        folder = tmp_path / f"dossier-{len(sessions)}"
        session = Session.create(folder, dossier_of(*pairs))
        if not writable:
            session.close()
            session = Session.open(folder, writable=False)
        sessions.append(session)
        page = AnswerPage(SessionBridge(session))
        qtbot.addWidget(page)
        page.resize(1100, 800)
        with qtbot.waitActive(page):
            page.show()
        page.show_question(QuestionId(question_id))
        return Desk(session, page, qtbot)

    yield opened
    for session in sessions:
        session.close()


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """A page with three pairs."""
    return open_desk(("หนึ่ง", "One"), ("สอง", "Two"), ("สาม", "Three"))
