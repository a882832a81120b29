"""What the overview says of each section. Pure: no Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmdesk import counting
from cmdesk.checks import Finding, Severity
from cmdesk.counting import Budget, State
from cmdesk.i18n import _, ngettext
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question, QuestionKind
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.model.tally import Tally, tally_of_answer
from ui.outline.sections import Section, section


@dataclass(frozen=True, slots=True)
class Bar:
    """How far one language of an answer is."""

    name: str
    words: str
    part: float
    """From 0 to 1, of the limit; or of the paragraphs that are written, where nothing is limited."""
    state: State


@dataclass(frozen=True, slots=True)
class Line:
    """One section."""

    section: Section
    bars: tuple[Bar, ...]
    stages: str
    errors: int
    warnings: int

    @property
    def question(self) -> QuestionId:
        """Which section."""
        return self.section.question

    @property
    def found(self) -> str:
        """What the checks found there, in words."""
        errors = ngettext("{count} error", "{count} errors", self.errors).format(count=self.errors)
        warnings = ngettext("{count} warning", "{count} warnings", self.warnings).format(count=self.warnings)
        return ", ".join(([errors] if self.errors else []) + ([warnings] if self.warnings else []))

    @property
    def spoken(self) -> str:
        """All of it, for screen readers."""
        return ". ".join(filter(None, (self.section.spoken, self.stages, self.found)))


def lines(dossier: Dossier, findings: Sequence[Finding]) -> list[Line]:
    """A line for each question of the form."""
    return [_line(dossier, question, findings) for question in dossier.form.questions]


def _line(dossier: Dossier, question: Question, findings: Sequence[Finding]) -> Line:
    severities = [finding.severity for finding in findings if finding.question == question.id]
    counted = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    bars = _bars(dossier, question) if question.kind is QuestionKind.PROSE else ()
    return Line(section(dossier, question), bars, _stages(dossier, question.id), *counted)


def _bars(dossier: Dossier, question: Question) -> tuple[Bar, ...]:
    return tuple(_bar(dossier, question.id, language) for language in Language)


def _bar(dossier: Dossier, question: QuestionId, language: Language) -> Bar:
    budget = counting.budget(dossier, question, language)
    name = {Language.THAI: _("TH"), Language.ENGLISH: _("EN")}[language]
    part = _part(budget, tally_of_answer(dossier, question, language))
    return Bar(name, counting.budget_words(budget), part, budget.state)


def _part(budget: Budget, tally: Tally) -> float:
    if budget.limit is not None:
        return min(budget.used / max(budget.limit.amount, 1), 1.0)
    return (tally.total - tally.unwritten) / tally.total if tally.total else 0.0


def _stages(dossier: Dossier, question: QuestionId) -> str:
    """How many paragraphs are reviewed and how many translations were left behind, in words."""
    sums = sum((tally_of_answer(dossier, question, language) for language in Language), Tally())
    told = []
    if sums.stale:
        told.append(ngettext("{count} stale", "{count} stale", sums.stale).format(count=sums.stale))
    done = sums.reviewed + sums.locked
    if done:
        told.append(
            ngettext("{count} of {all} reviewed", "{count} of {all} reviewed", done).format(count=done, all=sums.total)
        )
    return ", ".join(told)
