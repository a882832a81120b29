"""A dossier of two prose answers, a card and two records, and ways to change it."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from cmdesk.i18n import use_language
from cmdesk.model.answer import Card, Entry, Paragraph, Prose
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence, EvidenceKind, Measure
from cmdesk.model.form import Form, Item, Part, Provenance, Question, QuestionKind, Surety
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId, ulid
from cmdesk.model.language import Wording
from cmdesk.model.text import Citation, Span, Text

PLAN, CONTACT, EMPTY = QuestionId("A1"), QuestionId("A2"), QuestionId("A3")
PAPER, AREA = EvidenceId(ulid(1, 7)), EvidenceId(ulid(2, 7))
SOURCED = Provenance(Surety.SOURCED, "https://uil.unesco.org/")


def pid(number: int) -> ParagraphId:
    return ParagraphId(ulid(number, 1))


def paragraph(number: int, thai: str, english: str) -> Paragraph:
    return Paragraph(pid(number), f"{number:03}", thai=Text.of(thai), english=Text.of(english))


def form() -> Form:
    items = (Item("name", Wording("ชื่อ", "Name")),)
    questions = (
        Question(PLAN, Wording("แผน", "The plan"), QuestionKind.PROSE, SOURCED),
        Question(CONTACT, Wording("ผู้ประสานงาน", "Contact"), QuestionKind.CARD, SOURCED, items=items),
        Question(EMPTY, Wording("ภาคี", "Partners"), QuestionKind.PROSE, SOURCED),
    )
    title = Wording("ใบสมัคร", "Application")
    return Form("award", "2024", title, Wording(), SOURCED, (Part(title, questions),))


@pytest.fixture
def draft() -> Dossier:
    """The first draft."""
    cited = Text((Span("เมืองมีแผน"), Citation(PAPER)))
    prose = Prose(
        (
            Paragraph(pid(1), "001", thai=cited, english=Text.of("The city has a plan.")),
            paragraph(2, "ประชาชนเรียนรู้ตลอดชีวิต", "People learn all their lives."),
            paragraph(3, "มีห้องสมุดห้าแห่ง", "There are five libraries."),
        )
    )
    measure = Measure(Decimal("40.2"), Wording("ตร.กม.", "km²"), 2019)
    records = {
        PAPER: Evidence(PAPER, EvidenceKind.DOCUMENT, Wording("แผนเมือง", "City plan")),
        AREA: Evidence(AREA, EvidenceKind.STATISTIC, Wording("พื้นที่", "Area"), measure=measure),
    }
    answers = {PLAN: prose, CONTACT: Card((Entry("name", Wording("สุดา", "Suda")),))}
    profile = Profile(Wording("เชียงใหม่", "Chiang Mai"), Wording("เชียงใหม่", "Chiang Mai"))
    return Dossier(DossierId(ulid(1, 1)), form(), profile, FrozenMap(answers), FrozenMap(records))


@pytest.fixture
def rewritten(draft: Dossier) -> Callable[..., Dossier]:
    """Gives the draft with paragraphs put in place of their earlier selves, and others taken out."""

    def made(*paragraphs: Paragraph, without: tuple[int, ...] = ()) -> Dossier:
        prose = draft.prose(PLAN)
        for number in without:
            prose = prose.without(pid(number))
        for each in paragraphs:
            prose = prose.with_(each)
        return draft.with_answer(PLAN, prose)

    return made


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The interface speaks English."""
    use_language("en")
    yield
    use_language("en")
