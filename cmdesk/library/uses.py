"""Where records are used, which are not used at all, and what falls when one is withdrawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from cmdesk.model.answer import Answer, Facts, Materials, Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId, RowId
from cmdesk.model.language import Language
from cmdesk.model.text import Citation, Figure

T = TypeVar("T")


class Role(Enum):
    """What a record does at a place."""

    CITED = "cited"
    FIGURE = "figure"
    """Its value is shown live in the text."""
    SOURCE = "source"
    """A row of facts rests on it."""
    MATERIAL = "material"
    """It is sent as a supporting material."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a record is used; `position` is where it stands in the paragraph's text."""

    evidence: EvidenceId
    role: Role
    question: QuestionId
    paragraph: ParagraphId | None = None
    language: Language | None = None
    position: int | None = None
    row: RowId | None = None
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Fall:
    """What rests on one record alone, and would stand on nothing without it."""

    uses: tuple[Use, ...]
    """All places where it is used."""
    paragraphs: tuple[tuple[QuestionId, ParagraphId], ...]
    """Paragraphs that cite nothing else."""
    rows: tuple[tuple[QuestionId, RowId], ...]
    """Rows of facts without their source."""
    questions: tuple[QuestionId, ...]
    """Answers that rest on nothing else at all."""
    criteria: tuple[str, ...]
    """Criteria that no other used record serves."""


def uses(dossier: Dossier) -> FrozenMap[EvidenceId, tuple[Use, ...]]:
    """The places where each used record stands, in the form's order; records that are gone count too."""
    found: dict[EvidenceId, list[Use]] = {}
    for question in dossier.form.questions:
        for use in uses_in(question.id, dossier.answer(question.id)):
            found.setdefault(use.evidence, []).append(use)
    return FrozenMap({name: tuple(places) for name, places in found.items()})


def uses_of(dossier: Dossier, evidence: EvidenceId) -> tuple[Use, ...]:
    """The places where one record stands."""
    return uses(dossier).get(evidence, ())


def uses_in(question: QuestionId, answer: Answer) -> Iterator[Use]:
    """The places in one answer where records stand."""
    match answer:
        case Prose(paragraphs):
            for paragraph in paragraphs:
                yield from _in_paragraph(question, paragraph)
        case Facts(rows):
            yield from (Use(row.source, Role.SOURCE, question, row=row.id) for row in rows if row.source)
        case Materials(items):
            yield from (Use(item.evidence, Role.MATERIAL, question, row=item.id) for item in items if item.evidence)
        case _:
            pass


def _in_paragraph(question: QuestionId, paragraph: Paragraph) -> Iterator[Use]:
    for language in Language:
        at = 0
        for run in paragraph.in_(language).runs:
            match run:
                case Citation(evidence, locator):
                    yield Use(evidence, Role.CITED, question, paragraph.id, language, at, locator=locator)
                    at += 1
                case Figure(evidence):
                    yield Use(evidence, Role.FIGURE, question, paragraph.id, language, at)
                    at += 1
                case _:
                    at += len(run.text)


def unused(dossier: Dossier) -> tuple[EvidenceId, ...]:
    """The records that nothing in the dossier rests on, in the library's order."""
    used = uses(dossier)
    return tuple(name for name in dossier.evidence if name not in used)


def without(dossier: Dossier, evidence: EvidenceId) -> Fall:
    """What falls when one record is withdrawn."""
    found = uses(dossier)
    mine = found.get(evidence, ())
    others = [use for name, places in found.items() if name != evidence for use in places]
    backed = {use.paragraph for use in others if use.paragraph}
    answered = {use.question for use in others}
    return Fall(
        uses=mine,
        paragraphs=_each(
            (use.question, use.paragraph) for use in mine if use.paragraph and use.paragraph not in backed
        ),
        rows=_each((use.question, use.row) for use in mine if use.row and use.role is Role.SOURCE),
        questions=_each(use.question for use in mine if use.question not in answered),
        criteria=_only_served_by(dossier, evidence, found),
    )


def _only_served_by(
    dossier: Dossier, evidence: EvidenceId, found: FrozenMap[EvidenceId, tuple[Use, ...]]
) -> tuple[str, ...]:
    record = dossier.evidence.get(evidence)
    if record is None or evidence not in found:
        return ()
    others = (dossier.evidence[name] for name in found if name != evidence and name in dossier.evidence)
    elsewhere = {code for other in others for code in served_criteria(dossier, other, found[other.id])}
    mine = served_criteria(dossier, record, found[evidence])
    return tuple(code for code in mine if code not in elsewhere)


def served_criteria(dossier: Dossier, record: Evidence, places: Iterable[Use]) -> tuple[str, ...]:
    """The criteria that a record serves: those that it names, and those of the questions that it is used in."""
    asked = (code for use in places for code in dossier.form.question(use.question).criteria)
    return _each((*record.criteria, *asked))


def _each(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))
