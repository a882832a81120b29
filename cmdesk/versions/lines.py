"""What a dossier says, line by line: a paragraph, a field, a row, a record, each in both languages."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cmdesk.i18n import N_, catalogue
from cmdesk.model.answer import (
    Answer,
    Card,
    Choice,
    Consent,
    FactRow,
    Facts,
    Material,
    Materials,
    Paragraph,
    ParagraphKind,
    Prose,
    Rating,
    Signature,
)
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Profile
from cmdesk.model.evidence import Evidence, Level
from cmdesk.model.form import Item, Question
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text
from cmdesk.reading import moment_words, quantity_words, span_words

LEVELS: Mapping[Level, str] = {
    Level.COMMUNITY: N_("Community"),
    Level.CITY: N_("City"),
    Level.URBAN_AREA: N_("Urban area"),
    Level.DISTRICT: N_("District"),
    Level.PROVINCE: N_("Province"),
    Level.COUNTRY: N_("Country"),
    Level.WORLD: N_("World"),
}
YES, NO = N_("Yes"), N_("No")
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Line:
    """Something said in both languages; `label` names it where it has a name."""

    key: str
    thai: Text = Text()
    english: Text = Text()
    label: Wording = Wording()
    kind: ParagraphKind = ParagraphKind.BODY
    rest: object = None
    """What else belongs to it and is not among its words."""

    def in_(self, language: Language) -> Text:
        """The words in one language."""
        return self.thai if language is Language.THAI else self.english

    def says_the_same(self, other: "Line") -> bool:
        """Whether another line has the same words."""
        return (self.thai, self.english) == (other.thai, other.english)


def both(message: str) -> Wording:
    """A message of the program in both languages."""
    return Wording(*(catalogue(language.value).gettext(message) for language in Language))


def _line(key: str, words: Callable[[Language], str], label: Wording = Wording(), rest: object = None) -> Line:
    return Line(key, Text.of(words(Language.THAI)), Text.of(words(Language.ENGLISH)), label, rest=rest)


def answer_lines(question: Question, answer: Answer) -> list[Line]:
    """The lines of an answer of any kind, without empty ones."""
    return [line for line in _lines(question, answer) if line.thai or line.english]


def _lines(question: Question, answer: Answer) -> Iterable[Line]:  # noqa: PLR0911 - one line for each kind
    match answer:
        case Prose():
            return map(_paragraph, answer.paragraphs)
        case Facts():
            return (_fact(question, row) for row in answer.rows)
        case Card():
            return (_line(item.id, answer.words(item.id).in_, item.label) for item in question.items)
        case Materials():
            return map(_material, answer.items)
        case Choice():
            chosen = (_option(item, chosen=item.id in answer.chosen) for item in question.items)
            return (*chosen, _line("remark", answer.remark.in_, both(N_("Remark"))))
        case Rating():
            return (_mark(item, answer.value(item.id)) for item in question.items)
        case Signature():
            return _signature(answer)
        case Consent():
            return _consent(answer)


def _paragraph(paragraph: Paragraph) -> Line:
    look = (paragraph.kind, paragraph.leading)
    return Line(paragraph.id, paragraph.thai, paragraph.english, kind=paragraph.kind, rest=look)


def _fact(question: Question, row: FactRow) -> Line:
    item = next((item for item in question.items if item.id == row.item), None)
    unit = row.unit or (item.unit if item else Wording())

    def words(language: Language) -> str:
        value = "" if row.value is None else quantity_words(row.value, unit, language)
        year = "" if row.year is None else moment_words(PartialDate(row.year), language)
        scope = both(LEVELS[row.scope]).in_(language) if row.scope else ""
        return joined(value, year, scope, row.remark.in_(language))

    return _line(row.id, words, item.label if item else row.label, rest=row)


def _material(material: Material) -> Line:
    def words(language: Language) -> str:
        date = moment_words(material.date, language) if material.date else ""
        return joined(material.title.best(language), date, material.address, ", ".join(material.backs))

    return _line(material.id, words, rest=material)


def _option(item: Item, *, chosen: bool) -> Line:
    return _line(item.id, both(YES if chosen else NO).in_, item.label)


def _mark(item: Item, value: int | None) -> Line:
    return _line(item.id, lambda _language: "" if value is None else str(value), item.label)


def _signature(answer: Signature) -> Iterable[Line]:
    yield _line("name", answer.name.in_, both(N_("Name")))
    yield _line("title", answer.title.in_, both(N_("Position")))
    yield _line("signed_on", _date(answer.signed_on), both(N_("Signed on")))
    yield _line("stamped", both(YES if answer.stamped else NO).in_, both(N_("Stamped")))


def _consent(answer: Consent) -> Iterable[Line]:
    yield _line("given", both(YES if answer.given else NO).in_, both(N_("Consent given")))
    yield _line("given_by", answer.given_by.in_, both(N_("Name")))
    yield _line("given_on", _date(answer.given_on), both(N_("Given on")))


def _date(moment: PartialDate | None) -> Callable[[Language], str]:
    return lambda language: moment_words(moment, language) if moment else ""


def profile_lines(profile: Profile) -> list[Line]:
    """The lines of what a dossier says of itself."""
    due = [
        _line(f"milestone {place}", _milestone(each.title, each.due), both(N_("Due")))
        for place, each in enumerate(profile.milestones, start=1)
    ]
    lines = (
        _line("title", profile.title.in_, both(N_("Name of the dossier"))),
        _line("city", profile.city.in_, both(N_("City"))),
        _line("joined", _date(profile.joined_network), both(N_("Joined the network on"))),
        *due,
    )
    return [line for line in lines if line.thai or line.english]


def _milestone(title: Wording, due: PartialDate) -> Callable[[Language], str]:
    return lambda language: joined(title.best(language), moment_words(due, language))


def evidence_line(record: Evidence) -> Line:
    """The line of an evidence record."""

    def words(language: Language) -> str:
        named = (record.title, record.caption, record.summary, record.source, record.author, record.place)
        return joined(*(each.best(language) for each in named), *_facts(record, language), record.notes.in_(language))

    return _line(record.id, words, rest=record)


def _facts(record: Evidence, language: Language) -> Iterable[str]:
    measure = record.measure
    yield span_words(record.period, language) if record.period else ""
    yield quantity_words(measure.value, measure.unit, language) if measure else ""
    yield record.address
    yield ", ".join(record.tags)
    yield ", ".join(each.name for each in record.attachments)


def joined(*parts: str) -> str:
    """What is written of these parts, on one line."""
    return _BETWEEN.join(part for part in parts if part)
