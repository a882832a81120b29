"""Claims and the records that they rest on."""

from collections.abc import Iterator

from cmdesk.checks.asked import answers, paragraph_evidence, paragraphs, record_name, used_evidence
from cmdesk.checks.finding import Finding, Severity
from cmdesk.i18n import _
from cmdesk.model.answer import Facts, Materials, Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language
from cmdesk.model.text import Figure


def records_gone(dossier: Dossier) -> Iterator[Finding]:
    """An error wherever a paragraph, a row or a material names a record that is no longer in the library."""
    for question, paragraph in paragraphs(dossier):
        gone = [record for record in paragraph_evidence(paragraph) if record not in dossier.evidence]
        if gone:
            told = _("This paragraph cites or shows evidence that is no longer in the library.")
            yield Finding("source.gone", Severity.ERROR, told, question.id, paragraph.id, gone[0])
    for kind in (Facts, Materials):
        for question, answer in answers(dossier, kind):
            for record in used_evidence(answer):
                if record not in dossier.evidence:
                    told = _("A row of this answer names evidence that is no longer in the library.")
                    yield Finding("source.gone", Severity.ERROR, told, question.id, evidence=record)


def figures_without_value(dossier: Dossier) -> Iterator[Finding]:
    """An error for each paragraph that shows the value of a record that has none."""
    for question, paragraph in paragraphs(dossier):
        for evidence_id in dict.fromkeys(_figures(paragraph)):
            record = dossier.evidence.get(evidence_id)
            if record is not None and record.measure is None:
                told = _("This paragraph shows the value of “{record}”, which has none.").format(
                    record=record_name(record)
                )
                yield Finding("source.no_value", Severity.ERROR, told, question.id, paragraph.id, evidence_id)


def _figures(paragraph: Paragraph) -> Iterator[EvidenceId]:
    runs = (run for language in Language for run in paragraph.in_(language).runs)
    return (run.evidence for run in runs if isinstance(run, Figure))


def unsupported(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each required answer in prose that rests on no evidence at all."""
    return (_bare(question) for question, prose in answers(dossier, Prose) if _is_bare(question, prose))


def _is_bare(question: Question, prose: Prose) -> bool:
    return question.required and any(prose.paragraphs) and not used_evidence(prose)


def _bare(question: Question) -> Finding:
    return Finding("source.none", Severity.WARNING, _("No claim in this answer cites any evidence."), question.id)
