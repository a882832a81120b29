"""A dossier as records of tables, and back; what changed between two states as changes of records."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from cmdesk.model.answer import Answer, Paragraph, Prose
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId, NoteId, QuestionId
from cmdesk.model.language import Wording
from cmdesk.model.note import Note
from cmdesk.store.line import Change, Record
from cmdesk.store.plain import record
from cmdesk.store.records import (
    ANSWERS_TABLE,
    DOSSIER,
    EVIDENCE,
    FORM,
    NOTES,
    PARAGRAPHS,
    answer_of,
    answer_record,
    check_id,
    evidence_of,
    evidence_record,
    form_of,
    note_of,
    note_record,
    paragraph_of,
    paragraph_record,
    profile_of,
)
from cmdesk.store.refusals import DamagedRecordError
from cmdesk.store.snapshot import Tables

T = TypeVar("T")
K = TypeVar("K", bound=str)


def tables_of(dossier: Dossier) -> Tables:
    """All tables of a dossier."""
    tables: Tables = {DOSSIER: {}, FORM: {}, ANSWERS_TABLE: {}, PARAGRAPHS: {}, EVIDENCE: {}, NOTES: {}}
    nothing = Dossier(dossier.id, dossier.form, dossier.profile)
    whole = [(DOSSIER, dossier.id, record(dossier.profile)), (FORM, dossier.id, record(dossier.form))]
    for table, record_id, made in [*whole, *changes(nothing, dossier)]:
        check_id(table, record_id)
        tables[table][record_id] = made or {}
    return tables


def changes(before: Dossier, after: Dossier) -> list[Change]:
    """Records to set and to remove that make one state into another of the same dossier.

    Parts are compared by identity, since states share what did not change.
    """
    found: list[Change] = []
    if before.profile is not after.profile:
        found.append((DOSSIER, after.id, record(after.profile)))
    if before.form is not after.form:
        found.append((FORM, after.id, record(after.form)))
    found += _answers(before.answers, after.answers)
    for evidence_id, evidence in _differing(before.evidence, after.evidence):
        found.append((EVIDENCE, evidence_id, None if evidence is None else evidence_record(evidence)))
    for note_id, note in _differing(before.notes, after.notes):
        found.append((NOTES, note_id, None if note is None else note_record(note)))
    for table, record_id, _made in found:
        check_id(table, record_id)
    return found


def _differing(before: FrozenMap[K, T], after: FrozenMap[K, T]) -> Iterator[tuple[K, T | None]]:
    """Keys whose value is another object, with the new one, or None when it is gone."""
    if before is after:
        return
    for key in after.differing_from(before):
        yield key, after.get(key)


def _answers(before: FrozenMap[QuestionId, Answer], after: FrozenMap[QuestionId, Answer]) -> list[Change]:
    answers: list[Change] = []
    old: dict[str, tuple[QuestionId, Paragraph]] = {}
    new: dict[str, tuple[QuestionId, Paragraph]] = {}
    for question, answer in _differing(before, after):
        was = before.get(question)
        if not (isinstance(was, Prose) and isinstance(answer, Prose)):
            answers.append((ANSWERS_TABLE, question, None if answer is None else answer_record(answer)))
        old |= _paragraphs(question, was)
        new |= _paragraphs(question, answer)
    return answers + list(_paragraph_changes(old, new))


def _paragraphs(question: QuestionId, answer: Answer | None) -> dict[str, tuple[QuestionId, Paragraph]]:
    prose = answer.paragraphs if isinstance(answer, Prose) else ()
    return {paragraph.id: (question, paragraph) for paragraph in prose}


def _paragraph_changes(
    old: Mapping[str, tuple[QuestionId, Paragraph]], new: Mapping[str, tuple[QuestionId, Paragraph]]
) -> Iterator[Change]:
    for paragraph_id in old.keys() - new.keys():
        yield PARAGRAPHS, paragraph_id, None
    for paragraph_id, (question, paragraph) in new.items():
        was = old.get(paragraph_id)
        if was is None or was[0] != question or was[1] is not paragraph:
            yield PARAGRAPHS, paragraph_id, paragraph_record(question, paragraph)


class Reading:
    """A dossier read from tables, setting aside the records that can't be understood."""

    def __init__(self, tables: Mapping[str, Mapping[str, Record]], dossier_id: DossierId) -> None:
        self._tables = tables
        self._id = dossier_id
        self.damaged: list[DamagedRecordError] = []

    def dossier(self) -> Dossier:
        """The dossier without the records in `damaged`; DamagedRecordError when its form can't be read."""
        form = form_of(self._id, self._table(FORM).get(self._id, {}))
        profile = self._read(profile_of, self._id, self._table(DOSSIER).get(self._id, {}))
        return Dossier(
            id=self._id,
            form=form,
            profile=profile or Profile(Wording(), Wording()),
            answers=FrozenMap(self._answers()),
            evidence=FrozenMap(dict(self._evidence())),
            notes=FrozenMap(dict(self._notes())),
        )

    def _table(self, name: str) -> Mapping[str, Record]:
        return self._tables.get(name, {})

    def _read(self, read: Callable[[str, Record], T], record_id: str, found: Record) -> T | None:
        try:
            return read(record_id, found)
        except DamagedRecordError as error:
            self.damaged.append(error)
            return None

    def _evidence(self) -> Iterator[tuple[EvidenceId, Evidence]]:
        for evidence_id, found in sorted(self._table(EVIDENCE).items()):
            evidence = self._read(evidence_of, evidence_id, found)
            if evidence is not None:
                yield evidence.id, evidence

    def _notes(self) -> Iterator[tuple[NoteId, Note]]:
        for note_id, found in sorted(self._table(NOTES).items()):
            note = self._read(note_of, note_id, found)
            if note is not None:
                yield note.id, note

    def _answers(self) -> dict[QuestionId, Answer]:
        answers: dict[QuestionId, Answer] = {}
        for question, found in sorted(self._table(ANSWERS_TABLE).items()):
            answer = self._read(answer_of, question, found)
            if answer is not None:
                answers[QuestionId(question)] = answer
        for question_id, paragraphs in self._prose().items():
            if isinstance(answers.get(question_id, Prose()), Prose):
                answers[question_id] = Prose(tuple(paragraphs))
        return answers

    def _prose(self) -> dict[QuestionId, list[Paragraph]]:
        prose: dict[QuestionId, list[Paragraph]] = {}
        for paragraph_id, found in self._table(PARAGRAPHS).items():
            read = self._read(paragraph_of, paragraph_id, found)
            if read is not None:
                prose.setdefault(read[0], []).append(read[1])
        return prose


def understood(change: Change, stored: Record) -> Record | None:
    """What we would have written for a stored record of the same table and id; None when we can't read it."""
    table, record_id, _new = change
    try:
        return _rewritten(table, record_id, stored)
    except DamagedRecordError:
        return None


def _rewritten(table: str, record_id: str, stored: Record) -> Record:
    if table == PARAGRAPHS:
        return paragraph_record(*paragraph_of(record_id, stored))
    if table == ANSWERS_TABLE:
        return answer_record(answer_of(record_id, stored))
    if table == EVIDENCE:
        return evidence_record(evidence_of(record_id, stored))
    if table == NOTES:
        return note_record(note_of(record_id, stored))
    return record((profile_of if table == DOSSIER else form_of)(record_id, stored))
