"""Small dossiers for the tests of what stands on what."""

from decimal import Decimal

from cmdesk.model.answer import FactRow, Facts, Material, Materials, Paragraph, Prose
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind, Level, Measure
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Responder, Surety, Topic
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId, RowId
from cmdesk.model.language import Wording
from cmdesk.model.text import Citation, Figure, Span, Text

SOURCED = Provenance(Surety.SOURCED)
PLAN, TABLE, SENT, STATE = (QuestionId(name) for name in ("plan", "table", "sent", "state"))


def topics(*codes):
    return tuple(Topic(code, Wording(f"หัวข้อ {code}", f"Topic {code}"), SOURCED) for code in codes)


def question(name, kind, criteria=(), key_features=(), responder=Responder.CITY):
    title = Wording(name, name)
    return Question(name, title, kind, SOURCED, criteria=criteria, key_features=key_features, responder=responder)


QUESTIONS = (
    question(PLAN, QuestionKind.PROSE, ("1",), ("1.1",)),
    question(TABLE, QuestionKind.FACTS, ("2",), ("1.2",)),
    question(SENT, QuestionKind.MATERIALS),
    question(STATE, QuestionKind.PROSE, responder=Responder.NATIONAL_COMMISSION),
)
FORM = Form(
    "form",
    "1",
    Wording(),
    Wording(),
    SOURCED,
    (Part(Wording(), QUESTIONS),),
    topics("1", "2", "3"),
    topics("1.1", "1.2", "2.1"),
)


def record(name, kind=EvidenceKind.DOCUMENT, title="", **fields):
    return Evidence(EvidenceId(name), kind, Wording("", title or f"Record {name}"), **fields)


def statistic(name, value=1, year=2022, title="", unit="people", level=Level.CITY, **fields):
    measure = Measure(Decimal(value), Wording("", unit), year)
    return record(name, EvidenceKind.STATISTIC, title, measure=measure, level=level, **fields)


def text(*parts):
    """Text of words, `@name` for a citation and `#name` for a figure."""
    return Text(tuple(map(_run, parts)))


def _run(part):
    if part.startswith("@"):
        name, _blank, locator = part[1:].partition(" ")
        return Citation(EvidenceId(name), locator)
    return Figure(EvidenceId(part[1:])) if part.startswith("#") else Span(part)


def pair(number, english=(), thai=()):
    return Paragraph(ParagraphId(f"p{number}"), f"{number:02}i", thai=text(*thai), english=text(*english))


def prose(*english):
    return Prose(tuple(pair(number, words) for number, words in enumerate(english)))


def fact(name, source=None, value=1, year=2022):
    return FactRow(RowId(name), value=Decimal(value), year=year, source=EvidenceId(source) if source else None)


def facts(*rows):
    return Facts(rows)


def materials(*pairs):
    items = (
        Material(RowId(f"m{number}"), evidence=EvidenceId(name), backs=backs)
        for number, (name, backs) in enumerate(pairs)
    )
    return Materials(tuple(items))


def dossier(*records, joined=PartialDate(2020, 9), **answers):  # noqa: B008 - a frozen date
    profile = Profile(Wording("เรื่อง", "Title"), Wording("เมือง", "City"), joined)
    library = FrozenMap({each.id: each for each in records})
    answered = FrozenMap({QuestionId(name): answer for name, answer in answers.items()})
    return Dossier(DossierId("d"), FORM, profile, answered, library)


def file(name, sha="ab"):
    return Attachment(sha * 32, name, "application/octet-stream", 1)


def year(number):
    return Period(PartialDate(number))
