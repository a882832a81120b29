"""Required fields and rows left empty in answers that are begun."""

from collections.abc import Iterator

from cmdesk.checks.asked import answers, interface_language, is_sourced, language_name, submitted
from cmdesk.checks.finding import Finding, Severity
from cmdesk.checks.unanswered import is_empty
from cmdesk.i18n import _
from cmdesk.model.answer import Card, Facts
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Item, Question


def fields_empty(dossier: Dossier) -> Iterator[Finding]:
    """An error for each required field of a card that is empty, a warning where only the wrong language is written."""
    languages = submitted(dossier.form)
    for question, card in answers(dossier, Card):
        for item in _required(question) if not is_empty(card) else ():
            words = card.words(item.id)
            if not words:
                yield _finding(question, item, "field.empty", Severity.ERROR, _("“{item}” is empty."))
            elif absent := [language for language in languages if not words.in_(language)]:
                told = _("“{item}” isn't written in {language}, the language of the submission.")
                name = language_name(absent[0])
                yield _finding(question, item, "field.language", Severity.WARNING, told, language=name)


def rows_empty(dossier: Dossier) -> Iterator[Finding]:
    """An error for each required row of facts without a value."""
    for question, facts in answers(dossier, Facts):
        filled = {row.item for row in facts.rows if row.value is not None}
        for item in _required(question) if filled else ():
            if item.id not in filled:
                yield _finding(question, item, "fact.empty", Severity.ERROR, _("“{item}” has no value."))


def _required(question: Question) -> Iterator[Item]:
    return (item for item in question.items if item.required)


def _finding(question: Question, item: Item, rule: str, severity: Severity, told: str, **places: str) -> Finding:
    sentence = told.format(item=item.label.best(interface_language()), **places)
    return Finding(rule, severity, sentence, question.id, sourced=is_sourced(question))
