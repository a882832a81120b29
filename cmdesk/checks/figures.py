"""Figures that do not say when and where they hold."""

from collections.abc import Iterator

from cmdesk.checks.asked import answers, interface_language, record_name
from cmdesk.checks.finding import Finding, Severity
from cmdesk.i18n import _
from cmdesk.model.answer import FactRow, Facts
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence, EvidenceKind
from cmdesk.model.form import Question


def statistics_incomplete(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each statistic record without a value, a year or an area."""
    for record in dossier.evidence.values():
        if record.kind is EvidenceKind.STATISTIC:
            yield from (
                Finding(rule, Severity.WARNING, told.format(record=record_name(record)), evidence=record.id)
                for rule, told in _lacks(record)
            )


def _lacks(record: Evidence) -> Iterator[tuple[str, str]]:
    if record.measure is None:
        yield "statistic.value", _("The statistic “{record}” has no value.")
    elif record.measure.year is None:
        yield "statistic.year", _("The statistic “{record}” has no year.")
    if record.level is None:
        yield "statistic.level", _("The statistic “{record}” doesn't say for which area it holds.")


def facts_incomplete(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each row of facts with a value but without its year or its area."""
    for question, facts in answers(dossier, Facts):
        for row in facts.rows:
            if row.value is not None:
                label = row_name(question, row)
                yield from (
                    Finding(rule, Severity.WARNING, told.format(row=label), question.id) for rule, told in _bare(row)
                )


def _bare(row: FactRow) -> Iterator[tuple[str, str]]:
    if row.year is None:
        yield "fact.year", _("“{row}” has no year.")
    if row.scope is None:
        yield "fact.scope", _("“{row}” doesn't say for which area it holds.")


def row_name(question: Question, row: FactRow) -> str:
    """What to call a row of facts: the form's label, or the city's own."""
    label = next((item.label for item in question.items if item.id == row.item), row.label)
    return label.best(interface_language()) or _("Untitled row")
