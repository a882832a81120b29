"""Edits of answers that are not prose, of evidence records and of the dossier's own facts."""

from dataclasses import dataclass, replace

from cmdesk.edits.edit import Edit, StaleEditError
from cmdesk.i18n import _
from cmdesk.model.answer import Answer
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId, QuestionId


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """Answer a question anew. `field` names the widget that was typed in, so that typing there is one step."""

    question: QuestionId
    answer: Answer
    field: str = ""

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Edit answer")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with the answer; the same one when it says the same."""
        same = dossier.answer(self.question) == self.answer
        return dossier if same else dossier.with_answer(self.question, self.answer)

    def continues(self, earlier: Edit) -> bool:
        """Whether an earlier edit typed in the same field."""
        return (
            bool(self.field)
            and isinstance(earlier, SetAnswer)
            and (earlier.question, earlier.field) == (self.question, self.field)
        )


@dataclass(frozen=True, slots=True)
class SetProfile:
    """Change what the dossier says of itself."""

    profile: Profile

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Edit dossier details")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with the new profile; the same one when it says the same."""
        return dossier if dossier.profile == self.profile else replace(dossier, profile=self.profile)

    def continues(self, earlier: Edit) -> bool:  # noqa: ARG002 - the protocol's question, always answered no
        """Never."""
        return False


@dataclass(frozen=True, slots=True)
class SetEvidence:
    """Put an evidence record in, new or in place of its earlier self."""

    record: Evidence

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Edit evidence record")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with the record; the same one when it says the same."""
        same = dossier.evidence.get(self.record.id) == self.record
        return dossier if same else dossier.with_evidence(self.record)

    def continues(self, earlier: Edit) -> bool:  # noqa: ARG002 - the protocol's question, always answered no
        """Never."""
        return False


@dataclass(frozen=True, slots=True)
class RemoveEvidence:
    """Take an evidence record out; citations of it stay and are reported by the checks."""

    evidence: EvidenceId

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Delete evidence record")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier without the record."""
        if self.evidence not in dossier.evidence:
            raise StaleEditError(self.evidence)
        return dossier.without_evidence(self.evidence)

    def continues(self, earlier: Edit) -> bool:  # noqa: ARG002 - the protocol's question, always answered no
        """Never."""
        return False
