"""Answers longer than they may be, or than we advise."""

from collections.abc import Iterator

from cmdesk.checks.asked import language_name
from cmdesk.checks.finding import Finding, Severity
from cmdesk.counting import Budget, budget_of, budget_words
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Limit, Question, Surety, Unit
from cmdesk.model.language import Language


def too_long(dossier: Dossier) -> Iterator[Finding]:
    """An error for each limit passed, a warning for each house target; pages are not known before the export."""
    for question in dossier.form.questions:
        for limit in question.limits:
            for language in _languages(limit):
                budget = budget_of(dossier, question.id, language, limit)
                if budget.over:
                    yield _over(question, limit, budget)


def _languages(limit: Limit) -> tuple[Language, ...]:
    if limit.unit is Unit.PAGES:
        return ()
    if limit.unit is Unit.ITEMS and limit.language is None:
        return (Language.ENGLISH,)
    return tuple(language for language in Language if limit.holds_for(language))


def _over(question: Question, limit: Limit, budget: Budget) -> Finding:
    passed = {"passed": budget_words(budget), "language": language_name(budget.language)}
    if limit.is_target:
        told = _("{language}: {passed}. It is only our own target; no limit of UNESCO's is known.").format(**passed)
        return Finding("limit.target", Severity.WARNING, told, question.id)
    told = _("{language}: {passed}.").format(**passed)
    return Finding("limit.over", Severity.ERROR, told, question.id, sourced=limit.provenance.surety is Surety.SOURCED)
