"""Records that the Award would not look at, or that must not be shown."""

from collections.abc import Iterator

from cmdesk.checks.asked import interface_language, record_name, used_evidence
from cmdesk.checks.finding import Finding, Severity
from cmdesk.i18n import _
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence, Permission
from cmdesk.model.ids import EvidenceId
from cmdesk.reading import moment_words


def before_joining(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each record behind an answer to a criterion, a note for each other, older than the membership.

    The Award assesses only progress made after joining the network (call of 2024, opportunitydesk.org); it is the
    form that has criteria.
    """
    joined = dossier.profile.joined_network
    if joined is None or not dossier.form.criteria:
        return
    judged = _judged(dossier)
    for record in dossier.evidence.values():
        if _is_before(record, joined):
            yield _too_old(record, joined, is_judged=record.id in judged)


def _judged(dossier: Dossier) -> set[EvidenceId]:
    """Records behind answers to a criterion; the others only describe the city."""
    judged = (dossier.answer(question.id) for question in dossier.form.questions if question.criteria)
    return {record for answer in judged for record in used_evidence(answer)}


def _is_before(record: Evidence, joined: PartialDate) -> bool:
    if record.period is None:
        return False
    return (record.period.end or record.period.start).is_before(joined)


def _too_old(record: Evidence, joined: PartialDate, *, is_judged: bool) -> Finding:
    told = _(
        "“{record}” is older than the city's membership of the network ({date}); the Award looks at what came after."
    )
    return Finding(
        "evidence.before_joining",
        Severity.WARNING if is_judged else Severity.NOTE,
        told.format(record=record_name(record), date=moment_words(joined, interface_language())),
        evidence=record.id,
        sourced=True,
    )


def people_without_permission(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each record that shows people, minors above all, who have not agreed."""
    for record in dossier.evidence.values():
        if told := _objection(record):
            sentence = told.format(record=record_name(record))
            yield Finding("evidence.people", Severity.WARNING, sentence, evidence=record.id)


def _objection(record: Evidence) -> str:
    match record.people.minors, record.people.adults:
        case Permission.REFUSED, _adults:
            return _("“{record}” shows minors whose guardians have refused; don't use it.")
        case Permission.MISSING, _adults:
            return _("“{record}” shows minors without their guardians' permission.")
        case _minors, Permission.REFUSED:
            return _("“{record}” shows people who have refused; don't use it.")
        case _minors, Permission.MISSING:
            return _("“{record}” shows people without their permission.")
        case _:
            return ""
