"""Numbers of cited evidence: by first appearance in the dossier, so that both languages have the same."""

from collections.abc import Iterable, Iterator

from cmdesk.export.composing.order import fact_rows
from cmdesk.model.answer import Answer, Facts, Materials, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question
from cmdesk.model.ids import EvidenceId


class Citations:
    """The evidence that a dossier uses, numbered from 1 in the order of the form; records that are gone have none."""

    def __init__(self, dossier: Dossier) -> None:
        used = dict.fromkeys(_used(dossier))
        self.records = tuple(dossier.evidence[name] for name in used if name in dossier.evidence)
        self._numbers = {record.id: number for number, record in enumerate(self.records, start=1)}

    def number(self, evidence_id: EvidenceId) -> int | None:
        """Number of a record; None when the dossier no longer has it."""
        return self._numbers.get(evidence_id)

    @staticmethod
    def anchor(number: int) -> str:
        """Name of the place in the evidence list where a number stands."""
        return f"evidence-{number}"


def _used(dossier: Dossier) -> Iterator[EvidenceId]:
    for question in dossier.form.questions:
        yield from _used_in(question, dossier.answer(question.id))


def _used_in(question: Question, answer: Answer) -> Iterable[EvidenceId]:
    match answer:
        case Prose(paragraphs):
            return (name for each in paragraphs for name in (*each.thai.evidence, *each.english.evidence))
        case Facts():
            return (row.source for row in fact_rows(question, answer) if row.source)
        case Materials(items):
            return (item.evidence for item in items if item.evidence)
        case _:
            return ()
