"""A dossier with a few records of several kinds, open in a workspace that shows its library."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmdesk.edits.records import SetEvidence
from cmdesk.model.answer import FactRow, Facts, Paragraph, Prose
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence, EvidenceKind, Level, Measure, PeopleShown, Permission
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Surety, Topic
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId, RowId, new_ulid
from cmdesk.model.language import Wording
from cmdesk.model.text import Citation, Figure, Span, Text
from cmdesk.session import Session
from ui import theme
from ui.library.catalogue import Catalogue
from ui.library.room import LibraryRoom
from ui.workspace import Workspace

SOURCED = Provenance(Surety.SOURCED)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let the offscreen platform say that it has no window manager to ask."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing)"))


def name(number: int) -> EvidenceId:
    """The id of a record."""
    return EvidenceId(f"01HZZZZZZZZZZZZZZZZZZZZZ{number:02}")


REPORT, VALUE, PHOTO, TWIN, PAGE = map(name, range(1, 6))
PLAN, TABLE = QuestionId("P1"), QuestionId("F1")


def topic(code: str) -> Topic:
    """A criterion or a key feature."""
    return Topic(code, Wording(f"หัวข้อ {code}", f"Topic {code}"), SOURCED)


def question(of: QuestionId, kind: QuestionKind, criteria: tuple[str, ...]) -> Question:
    """A question of a kind."""
    return Question(of, Wording(f"คำถาม {of}", f"Question {of}"), kind, SOURCED, criteria=criteria)


FORM = Form(
    "form",
    "1",
    Wording(),
    Wording(),
    SOURCED,
    (Part(Wording(), (question(PLAN, QuestionKind.PROSE, ("1",)), question(TABLE, QuestionKind.FACTS, ("2",)))),),
    (topic("1"), topic("2"), topic("3")),
    (topic("1.1"), topic("2.1")),
)
RECORDS = (
    Evidence(
        REPORT,
        EvidenceKind.DOCUMENT,
        Wording("รายงานประจำปี", "Annual report"),
        period=Period(PartialDate(2019)),
        source=Wording("เทศบาล", "The municipality"),
        licence="CC BY 4.0",
        criteria=("1",),
    ),
    Evidence(
        VALUE,
        EvidenceKind.STATISTIC,
        Wording("จำนวนผู้เรียน", "Number of learners"),
        period=Period(PartialDate(2022)),
        source=Wording("สำรวจ", "Survey office"),
        measure=Measure(Decimal(1234), Wording("คน", "people"), 2022),
        level=Level.CITY,
    ),
    Evidence(
        PHOTO,
        EvidenceKind.PHOTOGRAPH,
        Wording("โคมยี่เป็ง", "Lanterns"),
        period=Period(PartialDate(2022, 11, 8)),
        people=PeopleShown(adults=Permission.MISSING),
        source=Wording("ทีมงาน", "The team"),
    ),
    Evidence(
        TWIN,
        EvidenceKind.DOCUMENT,
        Wording("รายงานประจำปี", "Annual report"),
        period=Period(PartialDate(2019)),
        notes=Wording("", "Found in the archive"),
    ),
    Evidence(
        PAGE,
        EvidenceKind.LINK,
        Wording("หน้าเว็บ", "Web site"),
        address="https://example.org",
        seen_on=PartialDate(2023, 5, 1),
    ),
)


def plan() -> Prose:
    """Two paragraphs: one with a figure and a citation, one that claims something and cites nothing."""
    first = Paragraph(
        ParagraphId(new_ulid()),
        "a",
        thai=Text((Span("ในปีนั้นมีผู้เรียน "), Figure(VALUE), Span(" ตามรายงาน"), Citation(REPORT))),
        english=Text((Span("There were "), Figure(VALUE), Span(" learners."), Citation(REPORT), Span(" It grew."))),
    )
    second = Paragraph(
        ParagraphId(new_ulid()),
        "b",
        thai=Text.of("เมืองมี 12 แห่ง ทุกแห่งเปิด"),
        english=Text.of("The city has 12 places. All are open."),
    )
    return Prose((first, second))


def a_dossier() -> Dossier:
    """The dossier that these tests look at."""
    facts = Facts((FactRow(RowId(new_ulid()), value=Decimal(5), year=2022, source=VALUE),))
    return Dossier(
        DossierId(new_ulid()),
        FORM,
        Profile(Wording("เรื่อง", "Title"), Wording("เมือง", "City"), PartialDate(2020, 9)),
        FrozenMap({PLAN: plan(), TABLE: facts}),
        FrozenMap({record.id: record for record in RECORDS}),
    )


@dataclass
class Library:
    """A workspace, and short words for what is in it."""

    workspace: Workspace
    qtbot: QtBot

    @property
    def session(self) -> Session:
        """The session."""
        return self.workspace.session

    @property
    def room(self) -> LibraryRoom:
        """The library's page."""
        return self.workspace.library.room

    @property
    def catalogue(self) -> Catalogue:
        """The records as listed."""
        return self.workspace.library.catalogue

    def record(self, of: EvidenceId) -> Evidence:
        """A record as it is now."""
        return self.session.dossier.evidence[of]

    def listed(self) -> list[str]:
        """The English titles of the records listed, in the table's order."""
        model = self.room.records.browser.model
        rows = [model.record(row) for row in range(model.rowCount())]
        return [record.title.english for record in rows if record is not None]

    def looks_at(self, of: EvidenceId) -> Any:
        """Choose a record; returns the detail pane."""
        self.room.look_at(of)
        return self.room.records.detail

    def attaches(self, of: EvidenceId, path: Path) -> None:
        """Attach a file to a record."""
        kept = self.session.project.attachments.put(path)
        self.session.do(SetEvidence(replace(self.record(of), attachments=(kept,))))


@pytest.fixture
def open_library(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Library]]:
    """Opens a dossier, its library shown."""
    theme.apply(qapp)
    made: list[Workspace] = []

    def opened(dossier: Dossier | None = None, *, writable: bool = True) -> Library:
        folder = tmp_path / f"{len(made)}.cmdesk"
        session = Session.create(folder, dossier or a_dossier())
        if not writable:
            session.close()
            session = Session.open(folder, writable=False)
        workspace = Workspace(session)
        made.append(workspace)
        workspace.resize(1280, 800)
        workspace.show()
        qtbot.waitExposed(workspace)
        workspace.show_section(PLAN)
        with qtbot.waitSignal(workspace.library.catalogue.judged):
            workspace.library.open()
        return Library(workspace, qtbot)

    yield opened
    for workspace in made:
        workspace.leave()
        qtbot.waitUntil(lambda each=workspace: not each.library.catalogue.is_busy, timeout=10_000)
        workspace.session.close()
        shiboken6.delete(workspace)


@pytest.fixture
def library(open_library: Callable[..., Library]) -> Library:
    """The library of the small dossier."""
    return open_library()
