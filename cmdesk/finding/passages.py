"""All words of a dossier that can be searched, and where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum, auto
from typing import Any, TypeAlias

from cmdesk.edits.sides import is_locked
from cmdesk.model.answer import Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import EvidenceId, NoteId, ParagraphId, QuestionId
from cmdesk.model.language import Language, Wording

Path: TypeAlias = tuple[str | int, ...]
"""The way from a record to words in it, by names of fields and places in tuples."""

_PLAIN = {"address", "licence", "locator", "tags", "to", "words"}
"""Fields of plain text in one language that people read."""
_APART = {"anchor", "attachments"}
"""What names words that stand elsewhere, or files."""


class Room(Enum):
    """The part of a dossier that words are in."""

    PROFILE = auto()
    ANSWER = auto()
    EVIDENCE = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words, and where they stand: in a paragraph, or by a path in a record."""

    room: Room
    words: str
    language: Language | None = None
    question: QuestionId | None = None
    paragraph: ParagraphId | None = None
    evidence: EvidenceId | None = None
    note: NoteId | None = None
    path: Path = ()
    locked: bool = False
    """Whether it can be found, but not replaced."""


def passages(dossier: Dossier) -> Iterator[Passage]:
    """Everything that is written, in the form's order, then the evidence, the notes, and the dossier's own facts."""
    for question in dossier.form.questions:
        answer = dossier.answer(question.id)
        if isinstance(answer, Prose):
            yield from _prose(question.id, answer)
        else:
            yield from _record(Passage(Room.ANSWER, "", question=question.id), answer)
    for record in dossier.evidence.values():
        yield from _record(Passage(Room.EVIDENCE, "", evidence=record.id), record)
    for note in dossier.notes.values():
        about = Passage(Room.NOTE, "", question=note.question, paragraph=note.paragraph, note=note.id)
        yield from _record(about, note)
    yield from _record(Passage(Room.PROFILE, ""), dossier.profile)


def _prose(question: QuestionId, prose: Prose) -> Iterator[Passage]:
    for paragraph in prose.paragraphs:
        for side in Language:
            words = paragraph.in_(side).characters
            if words:
                locked = is_locked(paragraph, side)
                yield Passage(Room.ANSWER, words, side, question, paragraph.id, locked=locked)


def _record(about: Passage, record: Any) -> Iterator[Passage]:
    for path, words, language in _words(record, ()):
        if words:
            yield replace(about, words=words, language=language, path=path)


def _words(value: Any, path: Path) -> Iterator[tuple[Path, str, Language | None]]:
    if isinstance(value, Wording):
        yield (*path, "thai"), value.thai, Language.THAI
        yield (*path, "english"), value.english, Language.ENGLISH
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from _words(each, (*path, place))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _APART:
                yield from _words(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, str) and _PLAIN & {step for step in path[-2:] if isinstance(step, str)}:
        yield path, value, None


def at(record: Any, path: Path) -> Any:
    """What stands at the end of a path."""
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    return record


def with_at(record: Any, path: Path, value: Any) -> Any:
    """The record with something else at the end of a path."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*record[:step], with_at(record[step], rest, value), *record[step + 1 :])
    return replace(record, **{step: with_at(getattr(record, step), rest, value)})
