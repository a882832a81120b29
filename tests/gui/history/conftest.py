"""A dossier with a past, open in a session."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cmdesk.edits.prose import RemoveParagraphs, SetText
from cmdesk.forms import starting, templates
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence, EvidenceKind
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId, ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text
from cmdesk.session import Session
from ui import theme

AT = datetime(2023, 4, 5, 9, 30, tzinfo=UTC)
PAPER = EvidenceId(ulid(1, 7))


def pid(number: int) -> ParagraphId:
    return ParagraphId(ulid(number, 1))


def paragraph(number: int, thai: str, english: str) -> Paragraph:
    return Paragraph(pid(number), f"{number:03}", thai=Text.of(thai), english=Text.of(english))


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """The first draft."""
    title = Wording("น่าน เมืองแห่งการเรียนรู้", "Nan, a learning city")
    new = starting.new_dossier(templates.form("award-application"), title, Wording("น่าน", "Nan"))
    paragraphs = (
        paragraph(1, "เมืองมีแผน", "The city has a plan."),
        paragraph(2, "ประชาชนเรียนรู้ตลอดชีวิต", "People learn all their lives."),
        paragraph(3, "มีห้องสมุดห้าแห่ง", "There are five libraries."),
    )
    paper = Evidence(PAPER, EvidenceKind.DOCUMENT, Wording("แผนเมือง", "City plan"))
    return new.with_answer(QuestionId("A6"), Prose(paragraphs)).with_evidence(paper)


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path, dossier: Dossier) -> Iterator[Session]:
    """The dossier after two changes; its first draft is a version."""
    theme.apply(qapp)
    made = Session.create(tmp_path / "nan.cmdesk", dossier)
    made.project.versions.add("First draft", AT)
    seven = Text.of("There are seven libraries.")
    made.do(SetText(QuestionId("A6"), pid(3), Language.ENGLISH, seven))
    made.do(RemoveParagraphs(QuestionId("A6"), (pid(2),)))
    assert made.flush(10)
    yield made
    made.close()
