"""Edits of notes, and what becomes of notes when paragraphs are split and joined."""

from dataclasses import dataclass, replace

from cmdesk.edits.edit import Edit, StaleEditError
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import NoteId, ParagraphId, QuestionId
from cmdesk.model.note import Note, Remark


@dataclass(frozen=True, slots=True)
class AddNote:
    """Put a new note in."""

    note: Note

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Add note")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with the note."""
        return dossier.with_note(self.note)

    def continues(self, earlier: Edit) -> bool:  # noqa: ARG002 - the protocol's question, always answered no
        """Never."""
        return False


@dataclass(frozen=True, slots=True)
class NoteEdit:
    """An edit of one note."""

    note: NoteId

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with this note changed; StaleEditError when it is gone."""
        if self.note not in dossier.notes:
            raise StaleEditError(self.note)
        old = dossier.notes[self.note]
        new = self.changed(old)
        return dossier if new == old else dossier.with_note(new)

    def changed(self, note: Note) -> Note:
        """The note afterwards."""
        raise NotImplementedError

    def continues(self, earlier: Edit) -> bool:  # noqa: ARG002 - the protocol's question, always answered no
        """Never."""
        return False


@dataclass(frozen=True, slots=True)
class AddRemark(NoteEdit):
    """Say something more in a note; one that was done is open again."""

    remark: Remark

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Reply to note")

    def changed(self, note: Note) -> Note:
        """The note with the remark."""
        return replace(note.with_remark(self.remark), done=False)


@dataclass(frozen=True, slots=True)
class SetNoteDone(NoteEdit):
    """Say that a note is done, or that it isn't."""

    done: bool

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Mark note as done") if self.done else _("Open note again")

    def changed(self, note: Note) -> Note:
        """The note done, or open."""
        return replace(note, done=self.done)


@dataclass(frozen=True, slots=True)
class AddressNote(NoteEdit):
    """Address a note to somebody, or to everybody when empty."""

    to: str

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Address note")

    def changed(self, note: Note) -> Note:
        """The note with its new addressee."""
        return replace(note, to=self.to)


@dataclass(frozen=True, slots=True)
class RemoveNote(NoteEdit):
    """Take a note out, with all that was said in it."""

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Delete note")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier without the note; StaleEditError when it is gone."""
        if self.note not in dossier.notes:
            raise StaleEditError(self.note)
        return dossier.without_note(self.note)


def with_notes_joined(dossier: Dossier, gone: ParagraphId, into: ParagraphId) -> Dossier:
    """The dossier with the notes on a paragraph that was joined to another on that one."""
    for note in [note for note in dossier.notes.values() if note.paragraph == gone]:
        dossier = dossier.with_note(replace(note, paragraph=into))
    return dossier


def with_notes_split(dossier: Dossier, question: QuestionId, first: ParagraphId, second: ParagraphId) -> Dossier:
    """The dossier with the notes on words that went into the second half of a paragraph on that half."""
    prose = dossier.prose(question)
    for note in [note for note in dossier.notes.values() if note.paragraph == first and note.anchor is not None]:
        anchor = note.anchor
        if anchor is None or anchor.found_in(prose.paragraph(first).in_(anchor.language)):
            continue
        found = anchor.found_in(prose.paragraph(second).in_(anchor.language))
        if found is not None:
            dossier = dossier.with_note(replace(note, paragraph=second, anchor=replace(anchor, start=found[0])))
    return dossier
