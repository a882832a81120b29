"""Which sections the outline shows. Pure: no Qt here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cmdesk.checks import Finding, Severity
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question
from cmdesk.model.language import Language
from cmdesk.model.noted import notes_of_answer
from cmdesk.model.tally import tally_of_answer
from ui.outline.badges import UNSUPPORTED
from ui.outline.state import Standing, standing

Holds = Callable[[Dossier, Question, Sequence[Finding]], bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """A sort of sections, by a name."""

    name: str
    holds: Holds


def filters(dossier: Dossier) -> list[Filter]:
    """Every sort that there is, all sections first; people to whom notes are addressed last."""
    missing = Standing.NO_THAI, Standing.NO_ENGLISH
    made = [
        Filter(_("All sections"), lambda _dossier, _question, _findings: True),
        Filter(_("Empty"), _standing(Standing.EMPTY)),
        Filter(_("In progress"), _standing(Standing.BEGUN, *missing)),
        Filter(_("One language missing"), _standing(*missing)),
        Filter(_("Answered"), _standing(Standing.ANSWERED)),
        Filter(_("With errors"), _with_errors),
        Filter(_("Evidence missing"), _unsupported),
        Filter(_("Stale translations"), _stale),
        Filter(_("Open notes"), _noted),
    ]
    names = sorted({note.to for note in dossier.notes.values() if note.to and not note.done})
    return [*made, *(Filter(_("Notes to {name}").format(name=name), _addressed(name)) for name in names)]


def _standing(*wanted: Standing) -> Holds:
    return lambda dossier, question, _findings: standing(question, dossier.answer(question.id)) in wanted


def _with_errors(_dossier: Dossier, question: Question, findings: Sequence[Finding]) -> bool:
    return any(each.question == question.id and each.severity is Severity.ERROR for each in findings)


def _unsupported(_dossier: Dossier, question: Question, findings: Sequence[Finding]) -> bool:
    return any(each.question == question.id and each.rule in UNSUPPORTED for each in findings)


def _stale(dossier: Dossier, question: Question, _findings: Sequence[Finding]) -> bool:
    return any(tally_of_answer(dossier, question.id, language).stale for language in Language)


def _noted(dossier: Dossier, question: Question, _findings: Sequence[Finding]) -> bool:
    return any(not note.done for note in notes_of_answer(dossier, question.id))


def _addressed(name: str) -> Holds:
    def holds(dossier: Dossier, question: Question, _findings: Sequence[Finding]) -> bool:
        return any(note.to == name and not note.done for note in notes_of_answer(dossier, question.id))

    return holds
