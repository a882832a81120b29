"""Where records are used, in words: the section, and the sentence as a reader meets it."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmdesk.checks.asked import interface_language
from cmdesk.i18n import _
from cmdesk.library.claims import sentences
from cmdesk.library.uses import Role, Use
from cmdesk.model.answer import Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.reading import shown

_LONGEST = 180


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for people: what section it is in, what stands there, and how to get there."""

    use: Use
    section: str
    words: str


def section_name(dossier: Dossier, question: QuestionId) -> str:
    """A section's number and title."""
    return f"{question} {dossier.form.question(question).title.best(interface_language())}"


def spots(dossier: Dossier, found: Iterable[Use]) -> list[Spot]:
    """The places, each paragraph once, in the reader's language where there is one."""
    chosen: dict[tuple[object, ...], Use] = {}
    for use in found:
        key = use.question, use.paragraph, use.row, use.role
        if key not in chosen or use.language is interface_language():
            chosen[key] = use
    return [Spot(use, section_name(dossier, use.question), _words(dossier, use)) for use in chosen.values()]


def _words(dossier: Dossier, use: Use) -> str:
    match use.role:
        case Role.SOURCE:
            return _("A row of facts rests on it.")
        case Role.MATERIAL:
            return _("It is sent as a supporting material.")
        case _:
            return sentence_at(dossier, use)


def sentence_at(dossier: Dossier, use: Use) -> str:
    """The sentence that a record is used in, its figures written out."""
    answer = dossier.answer(use.question)
    language = use.language or Language.ENGLISH
    paragraph = (
        next((p for p in answer.paragraphs if p.id == use.paragraph), None) if isinstance(answer, Prose) else None
    )
    if paragraph is None:
        return ""
    text, at = paragraph.in_(language), use.position or 0
    for start, stop in sentences(text, language):
        if start <= at < stop:
            text, at = text.part(start, stop), at - start
            break
    if len(text) > _LONGEST:
        text = text.part(max(at - _LONGEST + 30, 0), at + 30)
    return shown(text, language, dossier.evidence).strip()


def to_read_again(dossier: Dossier, before: Evidence | None, after: Evidence, found: Iterable[Use]) -> list[Spot]:
    """The sentences that speak of a statistic whose value changed; none when it did not."""
    if before is None or before.measure == after.measure:
        return []
    speaking = [use for use in found if use.role in (Role.FIGURE, Role.CITED) and use.evidence == after.id]
    first: dict[tuple[object, ...], Spot] = {}
    for spot in spots(dossier, speaking):
        first.setdefault((spot.use.question, spot.use.paragraph), spot)
    return list(first.values())
