"""Required questions without an answer."""

from collections.abc import Iterator

from cmdesk.checks.asked import is_sourced, language_name, submitted
from cmdesk.checks.finding import Finding, Severity
from cmdesk.i18n import _
from cmdesk.model.answer import Answer, Card, Choice, Facts, Materials, Prose, Rating
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question, Responder
from cmdesk.model.language import Language
from cmdesk.reading import entries

_WRITTEN = Prose | Card | Facts | Materials | Choice | Rating
"""Signatures and consents have a rule of their own."""


def unanswered(dossier: Dossier) -> Iterator[Finding]:
    """An error where a required answer is empty in the language of the submission, a note where it is in the other."""
    for question in dossier.form.questions:
        answer = dossier.answer(question.id)
        if question.required and isinstance(answer, _WRITTEN):
            yield from _missing(dossier, question, answer)


def is_empty(answer: Answer) -> bool:
    """Whether an answer says nothing at all."""
    return not any(entries(answer, language) for language in Language)


def _missing(dossier: Dossier, question: Question, answer: Answer) -> Iterator[Finding]:
    ours = question.responder is Responder.CITY
    if is_empty(answer):
        yield Finding(
            "answer.missing",
            Severity.ERROR if ours else Severity.NOTE,
            _("This required question isn't answered yet.")
            if ours
            else _("The National Commission answers this question; nothing is written here yet."),
            question.id,
            sourced=is_sourced(question),
        )
        return
    if isinstance(answer, Prose):
        yield from (_one_language(dossier, question, absent) for absent in Language if not entries(answer, absent))


def _one_language(dossier: Dossier, question: Question, absent: Language) -> Finding:
    needed = absent in submitted(dossier.form)
    return Finding(
        "answer.missing_language",
        Severity.ERROR if needed else Severity.NOTE,
        _("This answer isn't written in {language} yet, the language of the submission.").format(
            language=language_name(absent)
        )
        if needed
        else _("This answer isn't written in {language} yet.").format(language=language_name(absent)),
        question.id,
        sourced=is_sourced(question),
    )
