"""The dossier: a form, its answers, the evidence behind them."""

from dataclasses import dataclass, replace

from cmdesk.model.answer import ANSWERS, Answer, Prose
from cmdesk.model.dates import PartialDate
from cmdesk.model.evidence import Evidence
from cmdesk.model.form import Form
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId, NoteId, QuestionId
from cmdesk.model.language import Wording
from cmdesk.model.note import Note


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day by which something is due."""

    title: Wording
    due: PartialDate


@dataclass(frozen=True, slots=True)
class Profile:
    """What the dossier says of itself: shown on its cover, used by its checks."""

    title: Wording
    city: Wording
    joined_network: PartialDate | None = None
    """When the city joined the GNLC: the Award looks only at progress made after it."""
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One state of a dossier. States share all that did not change, so compare parts by identity."""

    id: DossierId
    form: Form
    profile: Profile
    answers: FrozenMap[QuestionId, Answer] = FrozenMap()
    evidence: FrozenMap[EvidenceId, Evidence] = FrozenMap()
    notes: FrozenMap[NoteId, Note] = FrozenMap()

    def answer(self, question_id: QuestionId) -> Answer:
        """The answer to a question, an empty one of the right kind when nothing is written yet."""
        given = self.answers.get(question_id)
        return ANSWERS[self.form.question(question_id).kind]() if given is None else given

    def prose(self, question_id: QuestionId) -> Prose:
        """The answer to a question that asks for prose; TypeError when it asks for something else."""
        answer = self.answer(question_id)
        if not isinstance(answer, Prose):
            raise TypeError(f"{question_id} is not answered in prose")
        return answer

    def with_answer(self, question_id: QuestionId, answer: Answer) -> "Dossier":
        """This dossier with a question answered anew."""
        return replace(self, answers=self.answers.with_(question_id, answer))

    def with_evidence(self, record: Evidence) -> "Dossier":
        """This dossier with an evidence record put in, in place of the one with its id if there is one."""
        return replace(self, evidence=self.evidence.with_(record.id, record))

    def without_evidence(self, evidence_id: EvidenceId) -> "Dossier":
        """This dossier without an evidence record; KeyError when it is not here."""
        return replace(self, evidence=self.evidence.without(evidence_id))

    def with_note(self, note: Note) -> "Dossier":
        """This dossier with a note put in, in place of the one with its id if there is one."""
        return replace(self, notes=self.notes.with_(note.id, note))

    def without_note(self, note_id: NoteId) -> "Dossier":
        """This dossier without a note; KeyError when it is not here."""
        return replace(self, notes=self.notes.without(note_id))
