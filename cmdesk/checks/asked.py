"""What the form asks and the dossier answers, as the rules walk it."""

from collections.abc import Iterator
from typing import TypeVar

from cmdesk import i18n
from cmdesk.i18n import _
from cmdesk.model.answer import Answer, Facts, Materials, Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.form import Form, Question, Surety
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language

A = TypeVar("A", bound=Answer)


def answers(dossier: Dossier, kind: type[A]) -> Iterator[tuple[Question, A]]:
    """The questions answered by a kind of answer, in the form's order, with their answers."""
    for question in dossier.form.questions:
        answer = dossier.answer(question.id)
        if isinstance(answer, kind):
            yield question, answer


def paragraphs(dossier: Dossier) -> Iterator[tuple[Question, Paragraph]]:
    """All paragraphs of all answers in prose."""
    return ((question, paragraph) for question, prose in answers(dossier, Prose) for paragraph in prose.paragraphs)


def paragraph_evidence(paragraph: Paragraph) -> tuple[EvidenceId, ...]:
    """Records that a paragraph rests on, each once, in order."""
    return tuple(dict.fromkeys((*paragraph.thai.evidence, *paragraph.english.evidence)))


def used_evidence(answer: Answer) -> tuple[EvidenceId, ...]:
    """Records that an answer rests on, each once, in order."""
    match answer:
        case Prose():
            found = [record for paragraph in answer.paragraphs for record in paragraph_evidence(paragraph)]
        case Facts():
            found = [row.source for row in answer.rows if row.source is not None]
        case Materials():
            found = [item.evidence for item in answer.items if item.evidence is not None]
        case _:
            found = []
    return tuple(dict.fromkeys(found))


def submitted(form: Form) -> tuple[Language, ...]:
    """Those of our two languages in which the form is handed in; English when it names neither."""
    return tuple(known for known in Language if known.value in form.submission_languages) or (Language.ENGLISH,)


def is_sourced(question: Question) -> bool:
    """Whether it is published that the form asks this."""
    return question.provenance.surety is Surety.SOURCED


def language_name(language: Language) -> str:
    """A language's name in the interface's language."""
    return _("Thai") if language is Language.THAI else _("English")


def interface_language() -> Language:
    """The language in which findings name things."""
    return Language(i18n.language())


def record_name(record: Evidence) -> str:
    """What to call a record in a finding."""
    return record.title.best(interface_language()) or _("Untitled record")
