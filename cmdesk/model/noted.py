"""The notes of a dossier, by what they are on."""

from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.note import Note


def notes_of(dossier: Dossier, question: QuestionId, paragraph: ParagraphId | None = None) -> tuple[Note, ...]:
    """The notes on one paragraph, or on the answer as a whole when None, done ones too; the oldest first."""
    found = (note for note in dossier.notes.values() if (note.question, note.paragraph) == (question, paragraph))
    return tuple(sorted(found, key=lambda note: note.id))


def notes_of_answer(dossier: Dossier, question: QuestionId) -> tuple[Note, ...]:
    """All notes on an answer: those on it as a whole, then those on its paragraphs in order, then those on none now."""
    places = {row.id: place for place, row in enumerate(_paragraphs(dossier, question), start=1)}
    found = (note for note in dossier.notes.values() if note.question == question)

    def place(note: Note) -> tuple[int, str]:
        return (0 if note.paragraph is None else places.get(note.paragraph, len(places) + 1)), note.id

    return tuple(sorted(found, key=place))


def all_notes(dossier: Dossier) -> tuple[Note, ...]:
    """Every note, in the form's order."""
    return tuple(note for question in dossier.form.questions for note in notes_of_answer(dossier, question.id))


def _paragraphs(dossier: Dossier, question: QuestionId) -> tuple[Paragraph, ...]:
    answer = dossier.answer(question)
    return answer.paragraphs if isinstance(answer, Prose) else ()
