"""A small dossier that has an answer of every kind, filled and not, with everything that a text can hold."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from cmdesk.i18n import use_language
from cmdesk.model.answer import (
    Card,
    Choice,
    Consent,
    Entry,
    FactRow,
    Facts,
    Material,
    Materials,
    Paragraph,
    ParagraphKind,
    Prose,
    Rating,
    Score,
    Signature,
)
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence, EvidenceKind, Level, Measure
from cmdesk.model.form import Form, Item, Limit, Part, Provenance, Question, QuestionKind, Surety, Unit
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId, RowId, ulid
from cmdesk.model.language import Wording
from cmdesk.model.text import Citation, Figure, Span, Text

SOURCED = Provenance(Surety.SOURCED, "https://uil.unesco.org/")
TARGET = Limit(300, Unit.WORDS, Provenance(Surety.HOUSE_TARGET))

PLAN, AREA, GONE = (EvidenceId(ulid(number, 7)) for number in (1, 2, 3))


def paragraph_id(number: int) -> ParagraphId:
    return ParagraphId(ulid(number, 1))


def text(*runs: str | Span | Citation | Figure) -> Text:
    return Text(tuple(Span(run) if isinstance(run, str) else run for run in runs))


def paragraph(number: int, thai: Text, english: Text, kind: ParagraphKind = ParagraphKind.BODY) -> Paragraph:
    return Paragraph(paragraph_id(number), f"{number:03}", kind, thai=thai, english=english)


def question(name: str, kind: QuestionKind, title: Wording, **more: object) -> Question:
    return Question(QuestionId(name), title, kind, SOURCED, **more)


def form() -> Form:
    about = Wording("แบบนี้มิใช่แบบฟอร์มทางการของยูเนสโก", "This is not an official UNESCO form.")
    return Form("award", "2024", Wording("ใบสมัคร", "Application"), about, SOURCED, (_city(), _progress(), _papers()))


def _city() -> Part:
    contact = (Item("name", Wording("ชื่อ", "Name")), Item("mail", Wording("อีเมล", "Email")))
    figures = (
        Item("area", Wording("พื้นที่", "Area"), Wording("ตารางกิโลเมตร", "km²")),
        Item("people", Wording("ประชากร", "Population"), Wording("คน", "people")),
    )
    return Part(
        Wording("เมือง", "The city"),
        (
            question("A1", QuestionKind.CARD, Wording("ผู้ประสานงาน", "Contact"), items=contact),
            question("A2", QuestionKind.FACTS, Wording("ข้อมูลเมือง", "City data"), items=figures),
        ),
    )


def _progress() -> Part:
    guidance = Wording("เล่าถึงแผนของเมือง", "Tell of the city's plan")
    options = (Item("yes", Wording("เห็นด้วย", "We agree")), Item("no", Wording("ไม่เห็นด้วย", "We do not agree")))
    return Part(
        Wording("ความก้าวหน้า", "Progress"),
        (
            question("A3", QuestionKind.PROSE, Wording("แผน", "The plan"), guidance=guidance, limits=(TARGET,)),
            question("A4", QuestionKind.PROSE, Wording("ภาคี", "Partners")),
            question("A5", QuestionKind.CHOICE, Wording("ทางเลือก", "Choice"), items=options),
            question("A6", QuestionKind.RATING, Wording("คะแนน", "Rating"), items=options, most=5),
        ),
    )


def _papers() -> Part:
    return Part(
        Wording("เอกสาร", "Papers"),
        (
            question("A7", QuestionKind.MATERIALS, Wording("สื่อ", "Materials")),
            question("A8", QuestionKind.SIGNATURE, Wording("ลายมือชื่อ", "Signature")),
            question("A9", QuestionKind.CONSENT, Wording("ความยินยอม", "Consent")),
        ),
    )


def plan_prose() -> Prose:
    numbered, bullet = ParagraphKind.NUMBERED, ParagraphKind.BULLET
    return Prose(
        (
            paragraph(
                1,
                text("เชียงใหม่มี", Span("แผน", bold=True), "และพื้นที่ ", Figure(AREA), Citation(PLAN, "น. 4")),
                text(
                    "Chiang Mai has a ", Span("plan", italic=True), " and ", Figure(AREA), Citation(PLAN, "p. 4"), "."
                ),
            ),
            paragraph(2, text("ข้อหนึ่ง"), text("First"), numbered),
            paragraph(3, text("ข้อสอง"), text("Second"), numbered),
            paragraph(4, text("คั่น"), text("Between ", Span("the lists", link="https://example.org/a?b=1&c=2"))),
            paragraph(5, text("เริ่มใหม่"), text("Anew", Citation(GONE)), numbered),
            paragraph(6, text("จุด"), text("Point"), bullet),
            paragraph(7, text("คำกล่าว ๆ"), text(), ParagraphKind.QUOTATION),
        )
    )


def answers() -> dict[QuestionId, object]:
    area = FactRow(RowId("r1"), "area", value=Decimal("40.216"), year=2019, scope=Level.CITY, source=AREA)
    own = FactRow(
        RowId("r2"), label=Wording("วัด", "Temples"), value=Decimal(1240), remark=Wording("โดยประมาณ", "About")
    )
    material = Material(
        RowId("m1"), Wording("ภาพยนตร์", "A film"), PartialDate(2022, 11), "th", "https://example.org/film", PLAN
    )
    given = {
        "A1": Card((Entry("name", Wording("สุดารัตน์", "Sudarat")), Entry("mail", Wording("a@b.th", "a@b.th")))),
        "A2": Facts((own, area)),
        "A3": plan_prose(),
        "A5": Choice(("yes",), Wording("ด้วยใจ", "Gladly")),
        "A6": Rating((Score("yes", 4),)),
        "A7": Materials((Material(RowId("m0"), Wording("", "No address"), backs=(QuestionId("A3"),)), material)),
        "A8": Signature(Wording("อัศนี", "Assanee"), Wording("นายกเทศมนตรี", "Mayor"), PartialDate(2023, 4, 5)),
        "A9": Consent(given=True, given_by=Wording("อัศนี", "Assanee"), given_on=PartialDate(2023)),
    }
    return {QuestionId(name): answer for name, answer in given.items()}


def evidence() -> dict[EvidenceId, Evidence]:
    plan = Evidence(
        PLAN,
        EvidenceKind.DOCUMENT,
        Wording("แผนเมือง", "City plan"),
        period=Period(PartialDate(2023, 4, 5)),
        source=Wording("เทศบาล", "Municipality"),
        address="https://example.org/plan",
    )
    measure = Measure(Decimal("40.216"), Wording("ตร.กม.", "km²"), 2019)
    area = Evidence(AREA, EvidenceKind.STATISTIC, Wording("พื้นที่", "Area"), measure=measure)
    return {area.id: area, plan.id: plan}


@pytest.fixture
def dossier() -> Dossier:
    """A dossier with an answer of every kind; A4 is not written."""
    profile = Profile(
        Wording("เชียงใหม่ เมืองแห่งการเรียนรู้", "Chiang Mai, a learning city"),
        Wording("เชียงใหม่", "Chiang Mai"),
        PartialDate(2020, 9, 23),
    )
    return Dossier(DossierId(ulid(1, 1)), form(), profile, FrozenMap(answers()), FrozenMap(evidence()))


@pytest.fixture
def empty_dossier() -> Dossier:
    """A dossier in which nothing is written, not even its name."""
    return Dossier(DossierId(ulid(2, 1)), form(), Profile(Wording(), Wording()))


@pytest.fixture(autouse=True)
def english_interface() -> Iterator[None]:
    """The interface speaks English; documents speak their own languages."""
    use_language("en")
    yield
    use_language("en")
