"""The open notes of the team: beside the text, or as comments on it."""

from collections.abc import Iterator

from cmdesk.export.blocks import Block, Comment, Flow, Pair, Piece
from cmdesk.export.composing.setting import Setting, plain
from cmdesk.export.profile import Margin
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.language import Language
from cmdesk.model.note import Note
from cmdesk.model.noted import notes_of
from cmdesk.thai.cleaning import OBJECT


def beside(setting: Setting, question: QuestionId, paragraph: ParagraphId | None) -> tuple[Flow, ...]:
    """What stands in the column beside a paragraph: each remark of its open notes, with who made it."""
    if setting.profile.included.notes is not Margin.COLUMN:
        return ()
    main = setting.languages.furniture
    return tuple(flow for note in _open(setting, question, paragraph) for flow in _flows(note, main))


def above(setting: Setting, question: QuestionId) -> list[Block]:
    """A row with the notes on an answer as a whole; nothing without any."""
    notes = beside(setting, question, None)
    return [Pair(None, None, notes)] if notes and setting.is_bilingual else []


def comments(setting: Setting, question: QuestionId, paragraph: ParagraphId, language: Language) -> tuple[Comment, ...]:
    """The remarks of open notes on a paragraph, as comments on the language that they are about."""
    if setting.profile.included.notes is not Margin.COMMENTS:
        return ()
    return tuple(
        Comment(remark.author, remark.at, plain(language, remark.words), _words(note))
        for note in _open(setting, question, paragraph)
        if _side(setting, note) is language
        for remark in note.remarks
    )


def _side(setting: Setting, note: Note) -> Language:
    """The language that a note is shown on: the one that it is about, or the first where that is not shown."""
    languages = setting.languages.each
    return note.anchor.language if note.anchor and note.anchor.language in languages else languages[0]


def _words(note: Note) -> str:
    """The words that a note is on, as far as they are letters."""
    return note.anchor.words.partition(OBJECT)[0] if note.anchor else ""


def _open(setting: Setting, question: QuestionId, paragraph: ParagraphId | None) -> Iterator[Note]:
    return (note for note in notes_of(setting.dossier, question, paragraph) if not note.done)


def _flows(note: Note, language: Language) -> Iterator[Flow]:
    on = _words(note)
    if on:
        yield Flow(language, (Piece(f"“{on}”", italic=True),))
    for remark in note.remarks:
        author = [Piece(f"{remark.author}: ", bold=True)] if remark.author else []
        yield Flow(language, (*author, Piece(remark.words)))
