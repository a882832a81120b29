"""Two records made one: every link moved, every word kept."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from enum import Enum
from typing import Any, TypeVar

from cmdesk import i18n
from cmdesk.edits.edit import Edit, Several, StaleEditError
from cmdesk.edits.records import RemoveEvidence, SetAnswer, SetEvidence
from cmdesk.i18n import N_, _
from cmdesk.library.fields import Field
from cmdesk.model.answer import Answer, Facts, Materials, Paragraph, Prose
from cmdesk.model.dates import Period
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Attachment, Evidence, Measure, PeopleShown, Permission
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Citation, Run, Span, Text

T = TypeVar("T")
_JOINED = ("tags", "key_features", "criteria")
_WORDS = ("title", "caption", "summary", "place", "source", "author", "rights_holder")
_KEPT = {"id", "kind", "people", "notes", "attachments", *_JOINED, *_WORDS}
_CAUTION = (Permission.NOT_NEEDED, Permission.GIVEN, Permission.MISSING, Permission.REFUSED)
"""Consents from the one that asks for least care to the one that asks for most."""


def merge_records(dossier: Dossier, keep: EvidenceId, drop: EvidenceId) -> Edit:
    """One edit that moves all that uses `drop` to `keep` and joins what both say; StaleEditError when one is gone.

    Where both say something else, the kept record's words stay and the other's go into its notes.
    """
    for name in (keep, drop):
        if name not in dossier.evidence:
            raise StaleEditError(name)
    moved = (
        SetAnswer(question, answer)
        for question, old in dossier.answers.items()
        if (answer := moved_answer(old, drop, keep)) != old
    )
    joined = SetEvidence(joined_record(dossier.evidence[keep], dossier.evidence[drop]))
    return Several(_("Merge evidence records"), (joined, *moved, RemoveEvidence(drop)))


def joined_record(keep: Evidence, drop: Evidence) -> Evidence:
    """The kept record with all that the other adds."""
    taken: dict[str, Any] = {name: _joined(getattr(keep, name), getattr(drop, name)) for name in _JOINED}
    leftovers = _Leftovers()
    for name in _WORDS:
        taken[name] = leftovers.words(name, getattr(keep, name), getattr(drop, name))
    for each in fields(Evidence):
        if each.name not in _KEPT:
            taken[each.name] = leftovers.value(each.name, getattr(keep, each.name), getattr(drop, each.name))
    return replace(
        keep,
        **taken,
        people=_careful(keep.people, drop.people),
        attachments=_joined_files(keep.attachments, drop.attachments),
        notes=leftovers.notes(keep.notes, drop.notes),
    )


def _joined(mine: tuple[T, ...], theirs: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*mine, *theirs)))


def _joined_files(mine: tuple[Attachment, ...], theirs: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
    """The files of both, the same bytes once."""
    return tuple({file.sha256: file for file in (*theirs, *mine)}[sha] for sha in _shas(mine, theirs))


def _shas(*groups: tuple[Attachment, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(file.sha256 for files in groups for file in files))


def _careful(mine: PeopleShown, theirs: PeopleShown) -> PeopleShown:
    return PeopleShown(_more_careful(mine.adults, theirs.adults), _more_careful(mine.minors, theirs.minors))


def _more_careful(mine: Permission, theirs: Permission) -> Permission:
    return max(mine, theirs, key=_CAUTION.index)


class _Leftovers:
    """What the dropped record says differently, kept for the notes."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def words(self, name: str, mine: Wording, theirs: Wording) -> Wording:
        """The kept words, filled up from the other's where empty."""
        for language in Language:
            if not mine.in_(language):
                mine = mine.with_(language, theirs.in_(language))
            elif theirs.in_(language) not in ("", mine.in_(language)):
                self._note(name, theirs.in_(language))
        return mine

    def value(self, name: str, mine: Any, theirs: Any) -> Any:
        """The kept value, or the other's when there is none."""
        if mine in (None, ""):
            return theirs
        if theirs not in (None, "", mine):
            self._note(name, _told(theirs))
        return mine

    def _note(self, name: str, words: str) -> None:
        self._lines.append(f"{_label(name)}: {words}")

    def notes(self, mine: Wording, theirs: Wording) -> Wording:
        """The notes of both, then what was said differently, in the interface's language."""
        speaking = Language(i18n.language())
        joined = {each: [mine.in_(each), theirs.in_(each)] for each in Language}
        joined[speaking] += self._lines
        thai, english = ("\n".join(dict.fromkeys(filter(None, joined[each]))) for each in Language)
        return Wording(thai, english)


def differences(keep: Evidence, drop: Evidence) -> tuple[str, ...]:
    """Names of the fields in which two records say something else, for a person to look at before they are one.

    Where the value of a statistic is among them, sentences that show the dropped one will show the kept one.
    """
    both = ((each.name, getattr(keep, each.name), getattr(drop, each.name)) for each in fields(Evidence))
    return tuple(_label(name) for name, mine, theirs in both if name in _LABELS and _differ(mine, theirs))


def _differ(mine: Any, theirs: Any) -> bool:
    if isinstance(mine, Wording):
        return any(mine.in_(each) and theirs.in_(each) not in ("", mine.in_(each)) for each in Language)
    return mine not in (None, "") and theirs not in (None, "", mine)


_LABELS: dict[str, Field | str] = {
    **{name: Field(name) for name in (*_WORDS, "period", "measure", "locator", "licence", "address", "seen_on")},
    "level": N_("Level"),
    "language": N_("Language"),
    "source_type": N_("Type of source"),
    "participants": N_("Participants"),
    "reliability": N_("Reliability"),
}


def _label(name: str) -> str:
    label = _LABELS[name]
    return label.label if isinstance(label, Field) else _(label)


def _told(value: Any) -> str:
    """A value in figures and letters."""
    match value:
        case Period(start, end):
            return str(start) if end is None else f"{start}/{end}"
        case Measure():
            told = (value.value, value.unit.english or value.unit.thai, value.year, value.baseline, value.baseline_year)
            return ", ".join(str(part) for part in told if part)
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def moved_answer(answer: Answer, old: EvidenceId, new: EvidenceId) -> Answer:
    """The answer with every citation, figure, source and material of one record made one of another."""
    match answer:
        case Prose(paragraphs):
            return Prose(tuple(_moved_paragraph(paragraph, old, new) for paragraph in paragraphs))
        case Facts(rows):
            return Facts(tuple(replace(row, source=new) if row.source == old else row for row in rows))
        case Materials(items):
            return Materials(tuple(replace(item, evidence=new) if item.evidence == old else item for item in items))
        case _:
            return answer


def _moved_paragraph(paragraph: Paragraph, old: EvidenceId, new: EvidenceId) -> Paragraph:
    if old not in (*paragraph.thai.evidence, *paragraph.english.evidence):
        return paragraph
    return replace(
        paragraph, thai=_moved_text(paragraph.thai, old, new), english=_moved_text(paragraph.english, old, new)
    )


def _moved_text(text: Text, old: EvidenceId, new: EvidenceId) -> Text:
    return Text(tuple(_without_echo(_moved_run(run, old, new) for run in text.runs)))


def _moved_run(run: Run, old: EvidenceId, new: EvidenceId) -> Run:
    return run if isinstance(run, Span) or run.evidence != old else replace(run, evidence=new)


def _without_echo(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, where a citation stood beside one that is now its equal, once."""
    last: Run | None = None
    for run in runs:
        if not (isinstance(run, Citation) and run == last):
            yield run
        last = run
