"""Each kind of record: how a part of the dossier is written, and read back with its faults named."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from cmdesk.model.answer import ANSWERS, Answer, Facts, Paragraph, ParagraphKind, Prose
from cmdesk.model.dossier import Profile
from cmdesk.model.evidence import Evidence
from cmdesk.model.form import Form, QuestionKind
from cmdesk.model.ids import NoteId, ParagraphId, QuestionId, is_ulid
from cmdesk.model.language import Language
from cmdesk.model.note import Note
from cmdesk.model.stage import Status
from cmdesk.store.line import Record
from cmdesk.store.plain import plain, record, value_of
from cmdesk.store.refusals import DamagedRecordError
from cmdesk.store.texts import plain_text, text_of

T = TypeVar("T")

DOSSIER = "dossier"
FORM = "form"
ANSWERS_TABLE = "answers"
PARAGRAPHS = "paragraphs"
EVIDENCE = "evidence"
NOTES = "notes"

_LONGEST_QUESTION_ID = 200
_SIDES = ("thai", "english")
_KINDS = {answer: kind for kind, answer in ANSWERS.items()}


def check_id(table: str, record_id: str) -> None:
    """Pass over an id that its table may hold; DamagedRecordError for others."""
    fits = is_ulid(record_id) if table != ANSWERS_TABLE else 0 < len(record_id) <= _LONGEST_QUESTION_ID
    if not fits or not record_id.isprintable():
        raise DamagedRecordError(table, record_id, "id", "no such id")


def paragraph_record(question: QuestionId, paragraph: Paragraph) -> Record:
    """Record of a paragraph in the answer to a question."""
    return {
        "question": question,
        "rank": paragraph.rank,
        "kind": paragraph.kind.value,
        "leading": paragraph.leading.value,
        "thai": plain_text(paragraph.thai),
        "english": plain_text(paragraph.english),
        **_standing_record(paragraph),
    }


def _standing_record(paragraph: Paragraph) -> Record:
    """How far its sides are, as far as anything was said of it."""
    statuses = {f"{name}_status": record(getattr(paragraph, f"{name}_status")) for name in _SIDES}
    made: Record = {field: status for field, status in statuses.items() if status}
    return made if paragraph.agreed is None else {**made, "agreed": plain_text(paragraph.agreed)}


def paragraph_of(paragraph_id: str, found: Record) -> tuple[QuestionId, Paragraph]:
    """A paragraph and the question that it helps to answer."""

    def read() -> tuple[QuestionId, Paragraph]:
        return QuestionId(_word(found, "question")), Paragraph(
            ParagraphId(paragraph_id),
            _word(found, "rank"),
            _part(found, "kind", ParagraphKind),
            _part(found, "leading", Language),
            _part(found, "thai", text_of),
            _part(found, "english", text_of),
            _part({"thai_status": {}, **found}, "thai_status", _status_of),
            _part({"english_status": {}, **found}, "english_status", _status_of),
            _part(found, "agreed", text_of) if "agreed" in found else None,
        )

    return _told(PARAGRAPHS, paragraph_id, read)


def _status_of(found: Any) -> Status:
    return value_of(Status, found)


def answer_record(answer: Answer) -> Record:
    """Record of an answer; of prose only that there is one, for its paragraphs have records of their own."""
    kind = _KINDS[type(answer)].value
    return {"kind": kind} if isinstance(answer, Prose) else {"kind": kind, **plain(answer)}


def answer_of(question: str, found: Record) -> Answer:
    """The answer to a question; empty prose where its paragraphs will come in."""

    def read() -> Answer:
        kind = _part(found, "kind", QuestionKind)
        answer = Prose() if kind is QuestionKind.PROSE else value_of(ANSWERS[kind], found)
        if isinstance(answer, Facts):
            _check_finite("rows.value", *(row.value for row in answer.rows))
        return answer

    return _told(ANSWERS_TABLE, question, read)


def evidence_record(evidence: Evidence) -> Record:
    """Record of an evidence record; its id is the record's own."""
    made = record(evidence)
    del made["id"]
    return made


def evidence_of(evidence_id: str, found: Record) -> Evidence:
    """The evidence of a record."""

    def read() -> Evidence:
        evidence = value_of(Evidence, {**found, "id": evidence_id})
        if evidence.measure is not None:
            _check_finite("measure.value", evidence.measure.value, evidence.measure.baseline)
        return evidence

    return _told(EVIDENCE, evidence_id, read)


def note_record(note: Note) -> Record:
    """Record of a note; its id is the record's own."""
    made = record(note)
    del made["id"]
    return made


def note_of(note_id: str, found: Record) -> Note:
    """The note of a record."""
    return _told(NOTES, note_id, lambda: value_of(Note, {**found, "id": NoteId(note_id)}))


def _check_finite(field: str, *numbers: Decimal | None) -> None:
    """Refuse what is no number (NaN, infinity): it would be unequal to itself and stop every sum."""
    if not all(number is None or number.is_finite() for number in numbers):
        raise _FieldError(field, "is not a number")


def profile_of(dossier_id: str, found: Record) -> Profile:
    """The dossier's profile."""
    return _told(DOSSIER, dossier_id, lambda: value_of(Profile, found))


def form_of(dossier_id: str, found: Record) -> Form:
    """The dossier's own copy of its form."""
    return _told(FORM, dossier_id, lambda: value_of(Form, found))


class _FieldError(ValueError):
    """A field and what is wrong with it."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


def _told(table: str, record_id: str, read: Callable[[], T]) -> T:
    check_id(table, record_id)
    try:
        return read()
    except msgspec.ValidationError as error:
        reason, _at, path = str(error).partition(" - at ")
        raise DamagedRecordError(table, record_id, path.strip("`$."), reason) from error
    except _FieldError as error:
        raise DamagedRecordError(table, record_id, error.field, str(error)) from error


def _part(found: Record, field: str, read: Callable[[Any], T]) -> T:
    if field not in found:
        raise _FieldError(field, "is missing")
    try:
        return read(found[field])
    except ValueError as error:
        raise _FieldError(field, str(error)) from error


def _word(found: Record, field: str) -> str:
    word = _part(found, field, lambda value: value)
    if not isinstance(word, str):
        raise _FieldError(field, "is not a text")
    return word
