"""The papers that go with a submission: signature, stamp, consent."""

from collections.abc import Iterator

from cmdesk.checks.asked import answers, is_sourced
from cmdesk.checks.finding import Finding, Severity
from cmdesk.i18n import _
from cmdesk.model.answer import Consent, Signature
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question, Responder


def signatures_missing(dossier: Dossier) -> Iterator[Finding]:
    """An error for each required signature that is not given, a note for each without a stamp."""
    for question, signature in answers(dossier, Signature):
        if signature.signed_on is not None:
            if not signature.stamped:
                yield Finding("signature.stamp", Severity.NOTE, _("This signature has no stamp."), question.id)
        elif question.required:
            yield _missing(question, "signature.missing", _("The signature is missing."))


def consents_missing(dossier: Dossier) -> Iterator[Finding]:
    """An error for each required consent that is not given."""
    return (
        _missing(question, "consent.missing", _("The consent isn't given yet."))
        for question, consent in answers(dossier, Consent)
        if question.required and not consent.given
    )


def _missing(question: Question, rule: str, told: str) -> Finding:
    ours = question.responder is Responder.CITY
    return Finding(rule, Severity.ERROR if ours else Severity.NOTE, told, question.id, sourced=is_sourced(question))
