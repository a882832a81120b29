"""Choices and marks that the form does not offer."""

from collections.abc import Iterator

from cmdesk.checks.asked import answers, interface_language
from cmdesk.checks.finding import Finding, Severity
from cmdesk.i18n import _, ngettext
from cmdesk.model.answer import Choice, Rating
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question

LEAST_MARK = 1


def choices_out_of_range(dossier: Dossier) -> Iterator[Finding]:
    """An error for each choice of something that is not offered, or of too much."""
    for question, choice in answers(dossier, Choice):
        if set(choice.chosen) - _offered(question):
            told = _("An option is chosen that the form doesn't offer.")
            yield Finding("choice.unknown", Severity.ERROR, told, question.id)
        if question.most is not None and len(choice.chosen) > question.most:
            told = ngettext(
                "More than {count} option is chosen.", "More than {count} options are chosen.", question.most
            )
            yield Finding("choice.too_many", Severity.ERROR, told.format(count=question.most), question.id)


def marks_out_of_range(dossier: Dossier) -> Iterator[Finding]:
    """An error for each mark that is not on the scale, a warning for each thing left without one."""
    for question, rating in answers(dossier, Rating):
        if any(score.item not in _offered(question) for score in rating.scores):
            told = _("Something is rated that the form doesn't list.")
            yield Finding("rating.unknown", Severity.ERROR, told, question.id)
        if question.most is not None:
            yield from _off_scale(question, rating, question.most)
        if rating.scores:
            yield from _unrated(question, rating)


def _offered(question: Question) -> set[str]:
    return {item.id for item in question.items}


def _off_scale(question: Question, rating: Rating, highest: int) -> Iterator[Finding]:
    told = _("The mark {mark} isn't between {least} and {most}.")
    for score in rating.scores:
        if not LEAST_MARK <= score.value <= highest:
            sentence = told.format(mark=score.value, least=LEAST_MARK, most=highest)
            yield Finding("rating.range", Severity.ERROR, sentence, question.id)


def _unrated(question: Question, rating: Rating) -> Iterator[Finding]:
    for item in question.items:
        if item.required and rating.value(item.id) is None:
            told = _("“{item}” isn't rated.").format(item=item.label.best(interface_language()))
            yield Finding("rating.empty", Severity.WARNING, told, question.id)
