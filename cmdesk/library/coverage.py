"""How strongly each section of the dossier stands on evidence, by criteria and by key features."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from statistics import median
from urllib.parse import urlsplit

from cmdesk.checks.asked import used_evidence
from cmdesk.i18n import N_, _
from cmdesk.library.uses import uses
from cmdesk.model.answer import Answer, Facts, Materials, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.form import Question, QuestionKind, Responder, Topic
from cmdesk.model.ids import EvidenceId, QuestionId
from cmdesk.thai.normalizing import search_key

_ROWS = (QuestionKind.PROSE, QuestionKind.FACTS, QuestionKind.MATERIALS)
_INDEPENDENT = 2
_PILE = 5
"""Records, or places of one record, from which on one may speak of a pile."""
_PILE_TIMES = 3
"""How many times what is usual a pile is."""


class Strength(IntEnum):
    """What a claim stands on, from nothing up."""

    NOTHING = 0
    TOLD = 1
    """There are words, and nothing behind them."""
    ONE_SOURCE = 2
    TWO_SOURCES = 3
    """Two that do not come from the same publisher."""
    DATED_NUMBER = 4
    """A value with its year."""

    @property
    def label(self) -> str:
        """Its name in the interface's language."""
        return _(_LABELS[self])


_LABELS = {
    Strength.NOTHING: N_("Nothing"),
    Strength.TOLD: N_("Told only"),
    Strength.ONE_SOURCE: N_("One source"),
    Strength.TWO_SOURCES: N_("Two independent sources"),
    Strength.DATED_NUMBER: N_("A dated number"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a section meets a topic. `asked` says that the form links the two; else only records do."""

    strength: Strength
    asked: bool
    records: tuple[EvidenceId, ...] = ()


_BLANK = Cell(Strength.NOTHING, asked=False)


@dataclass(frozen=True)
class Matrix:
    """Sections against topics; what is not in `cells` is blank."""

    questions: tuple[Question, ...]
    topics: tuple[Topic, ...]
    cells: Mapping[tuple[QuestionId, str], Cell]

    def cell(self, question: QuestionId, topic: str) -> Cell:
        """The cell of a section and a topic's code; a blank one when neither form nor records link them."""
        return self.cells.get((question, topic), _BLANK)

    def strength(self, topic: str) -> Strength:
        """The strongest that a topic has anywhere."""
        return max((self.cell(question.id, topic).strength for question in self.questions), default=Strength.NOTHING)

    def records(self, topic: str) -> tuple[EvidenceId, ...]:
        """All records behind a topic, each once."""
        found = (name for question in self.questions for name in self.cell(question.id, topic).records)
        return tuple(dict.fromkeys(found))

    @property
    def gaps(self) -> tuple[Topic, ...]:
        """Topics that stand on no record."""
        return tuple(topic for topic in self.topics if self.strength(topic.code) <= Strength.TOLD)

    @property
    def piles(self) -> tuple[Topic, ...]:
        """Topics with many more records than is usual among them."""
        counts = {topic.code: len(self.records(topic.code)) for topic in self.topics}
        usual = median(counts.values()) if counts else 0
        return tuple(t for t in self.topics if counts[t.code] >= max(_PILE, _PILE_TIMES * usual))


@dataclass(frozen=True)
class Coverage:
    """Both matrices of a dossier."""

    criteria: Matrix
    key_features: Matrix


def coverage(dossier: Dossier) -> Coverage:
    """What each section of the dossier stands on."""
    questions = tuple(q for q in dossier.form.questions if q.kind in _ROWS and q.responder is Responder.CITY)
    behind = _behind(dossier, questions)
    return Coverage(
        _matrix(dossier, questions, behind, dossier.form.criteria, "criteria"),
        _matrix(dossier, questions, behind, dossier.form.key_features, "key_features"),
    )


def _behind(dossier: Dossier, questions: Iterable[Question]) -> dict[QuestionId, tuple[Evidence, ...]]:
    """The records behind each section: those used in it, and the materials that back it."""
    names: dict[QuestionId, dict[EvidenceId, None]] = {question.id: {} for question in questions}
    for question in dossier.form.questions:
        answer = dossier.answer(question.id)
        for place, record in (*((question.id, name) for name in used_evidence(answer)), *_backing(answer)):
            names.get(place, {})[record] = None
    known = dossier.evidence
    return {place: tuple(known[name] for name in found if name in known) for place, found in names.items()}


def _backing(answer: Answer) -> Iterator[tuple[QuestionId, EvidenceId]]:
    for item in answer.items if isinstance(answer, Materials) else ():
        yield from ((question, item.evidence) for question in item.backs if item.evidence is not None)


def _matrix(
    dossier: Dossier,
    questions: tuple[Question, ...],
    behind: Mapping[QuestionId, tuple[Evidence, ...]],
    topics: tuple[Topic, ...],
    family: str,
) -> Matrix:
    cells: dict[tuple[QuestionId, str], Cell] = {}
    for question in questions:
        told = _is_told(dossier.answer(question.id))
        for topic in topics:
            asked = serves(topic.code, getattr(question, family))
            records = [each for each in behind[question.id] if asked or serves(topic.code, getattr(each, family))]
            if asked or records:
                cells[question.id, topic.code] = _cell(records, asked=asked, told=told)
    return Matrix(questions, topics, cells)


def serves(topic: str, codes: Iterable[str]) -> bool:
    """Whether one of some codes is a topic's, or that of a single feature within it."""
    return any(code == topic or code.startswith(topic + ".") for code in codes)


def _is_told(answer: Answer) -> bool:
    match answer:
        case Prose(paragraphs):
            return any(paragraphs)
        case Facts(rows):
            return any(row.value is not None for row in rows)
        case Materials(items):
            return bool(items)
        case _:
            return False


def _cell(records: list[Evidence], *, asked: bool, told: bool) -> Cell:
    names = tuple(record.id for record in records)
    if not records:
        return Cell(Strength.TOLD if told else Strength.NOTHING, asked)
    if any(record.measure is not None and record.measure.year is not None for record in records):
        return Cell(Strength.DATED_NUMBER, asked, names)
    sources = {source_key(record) for record in records}
    return Cell(Strength.TWO_SOURCES if len(sources) >= _INDEPENDENT else Strength.ONE_SOURCE, asked, names)


def source_key(record: Evidence) -> str:
    """What tells a record's source from others: who issued it, else the host of its page, else the record itself."""
    issuer = record.source.thai or record.source.english
    return search_key(issuer) or (urlsplit(record.address).hostname or "") or record.id


def overused(dossier: Dossier) -> dict[EvidenceId, int]:
    """Records on which much more rests than is usual, with the number of their places; both languages count once."""
    places = {
        name: len({(use.question, use.paragraph, use.row) for use in found}) for name, found in uses(dossier).items()
    }
    usual = median(places.values()) if places else 0
    return {name: count for name, count in places.items() if count >= max(_PILE, _PILE_TIMES * usual)}
