"""Other words in place of those found, as one edit."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from cmdesk.edits.edit import Edit, Several, StaleEditError
from cmdesk.edits.notes import AddNote
from cmdesk.edits.prose import SetText
from cmdesk.edits.records import SetAnswer, SetEvidence, SetProfile
from cmdesk.finding.passages import Passage, Room, at, with_at
from cmdesk.finding.searching import Hit
from cmdesk.i18n import ngettext
from cmdesk.model.answer import Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.text import Span, Text


def replacement(dossier: Dossier, hits: Iterable[Hit], words: str) -> Several:
    """One edit that puts words in place of hits found in this very state; those in locked texts stay.

    Raises `StaleEditError` when a hit is not there any more.
    """
    open_ones = [hit for hit in hits if not hit.passage.locked]
    label = ngettext("Replace {count} place", "Replace {count} places", len(open_ones)).format(count=len(open_ones))
    return Several(label, tuple(_edits(dossier, open_ones, words)))


def _edits(dossier: Dossier, hits: list[Hit], words: str) -> Iterator[Edit]:
    by_record = sorted(hits, key=lambda hit: _record_name(hit.passage))
    for _name, group in groupby(by_record, key=lambda hit: _record_name(hit.passage)):
        yield _edit(dossier, list(group), words)


def _record_name(passage: Passage) -> tuple[str, ...]:
    """What one edit changes: a side of a paragraph, or a whole record."""
    side = "" if passage.language is None or passage.path else passage.language.value
    names = (passage.question, passage.paragraph, passage.evidence, passage.note)
    return passage.room.name, *(name or "" for name in names), side


def _edit(dossier: Dossier, hits: list[Hit], words: str) -> Edit:
    first = hits[0].passage
    if first.question and first.paragraph and first.language and not first.path:
        text = _text(dossier, first)
        return SetText(first.question, first.paragraph, first.language, _replaced_text(text, hits, words))
    if first.room is Room.ANSWER and first.question:
        answer = dossier.answer(first.question)
        return SetAnswer(first.question, _replaced_in(answer, hits, words))
    if first.evidence:
        return SetEvidence(_replaced_in(dossier.evidence.get(first.evidence), hits, words))
    if first.note:
        return AddNote(_replaced_in(dossier.notes.get(first.note), hits, words))
    return SetProfile(_replaced_in(dossier.profile, hits, words))


def _text(dossier: Dossier, passage: Passage) -> Text:
    answer = dossier.answers.get(passage.question) if passage.question else None
    rows = answer.paragraphs if isinstance(answer, Prose) else ()
    paragraph = next((row for row in rows if row.id == passage.paragraph), None)
    text = Text() if paragraph is None or passage.language is None else paragraph.in_(passage.language)
    _demand(text.characters == passage.words, passage)
    return text


def _replaced_text(text: Text, hits: list[Hit], words: str) -> Text:
    """The text with the words in the look of those that they replace."""
    for hit in sorted(hits, key=lambda hit: hit.start, reverse=True):
        old = next((run for run in text.part(hit.start, hit.stop).runs if isinstance(run, Span)), Span(""))
        text = text.part(0, hit.start) + Text((replace(old, text=words),)) + text.part(hit.stop)
    return text


def _replaced_in(record: Any, hits: list[Hit], words: str) -> Any:
    if record is None:
        raise StaleEditError(_record_name(hits[0].passage)[-2])
    for hit in hits:
        _demand(at(record, hit.passage.path) == hit.passage.words, hit.passage)
    for hit in sorted(hits, key=lambda hit: hit.start, reverse=True):
        now = at(record, hit.passage.path)
        record = with_at(record, hit.passage.path, now[: hit.start] + words + now[hit.stop :])
    return record


def _demand(same: bool, passage: Passage) -> None:  # noqa: FBT001 - the very thing to be judged
    if not same:
        raise StaleEditError(str(_record_name(passage)))
