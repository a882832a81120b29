"""What a check finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from cmdesk.i18n import _, ngettext
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId


class Severity(Enum):
    """How much a finding matters; the value is the exit status that it alone would cause."""

    ERROR = 2
    """The dossier cannot be handed in like this."""
    WARNING = 1
    """A person should look at it."""
    NOTE = 0
    """Good to know."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, and where: a question, a paragraph, a record, or the dossier as a whole when all are None."""

    rule: str
    """Stable name of the rule, such as `limit.over`."""
    severity: Severity
    sentence: str
    """What is found, for people, in the language that the interface had when it was checked."""
    question: QuestionId | None = None
    paragraph: ParagraphId | None = None
    evidence: EvidenceId | None = None
    sourced: bool = False
    """Whether the rule rests on a published source; if not, it is the program's own and must be shown as such."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many findings of each severity there are."""

    errors: int
    warnings: int
    notes: int

    @property
    def sentence(self) -> str:
        """The three numbers for people."""
        return _("{errors}, {warnings}, {notes}").format(
            errors=ngettext("{count} error", "{count} errors", self.errors).format(count=self.errors),
            warnings=ngettext("{count} warning", "{count} warnings", self.warnings).format(count=self.warnings),
            notes=ngettext("{count} note", "{count} notes", self.notes).format(count=self.notes),
        )


def summary(findings: Sequence[Finding]) -> Summary:
    """The numbers of errors, warnings and notes."""
    severities = [finding.severity for finding in findings]
    return Summary(*(severities.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)))


def exit_status(findings: Sequence[Finding]) -> int:
    """2 when there are errors, 1 when there are warnings, 0 when there is nothing but notes."""
    return max((finding.severity.value for finding in findings), default=0)
