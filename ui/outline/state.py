"""How far an answer is, told from what is written in it. Pure: no Qt here."""

from dataclasses import dataclass
from enum import Enum

from cmdesk.i18n import _
from cmdesk.model.answer import (
    Answer,
    Card,
    Choice,
    Consent,
    Facts,
    Materials,
    Prose,
    Rating,
    Signature,
)
from cmdesk.model.form import Question
from cmdesk.model.language import Language


class Standing(Enum):
    """How far an answer is."""

    EMPTY = "empty"
    BEGUN = "begun"
    NO_THAI = "no_thai"
    """Written in English only."""
    NO_ENGLISH = "no_english"
    ANSWERED = "answered"

    @property
    def words(self) -> str:
        """Its name in the interface's language."""
        return {
            Standing.EMPTY: _("Empty"),
            Standing.BEGUN: _("In progress"),
            Standing.NO_THAI: _("Thai missing"),
            Standing.NO_ENGLISH: _("English missing"),
            Standing.ANSWERED: _("Answered"),
        }[self]

    @property
    def icon(self) -> str:
        """Name of its icon: a shape of its own, so that it is told apart without colour."""
        return {
            Standing.EMPTY: "empty",
            Standing.BEGUN: "begun",
            Standing.NO_THAI: "english_first",
            Standing.NO_ENGLISH: "thai_first",
            Standing.ANSWERED: "answered",
        }[self]


@dataclass(frozen=True, slots=True)
class _Marks:
    """Which of the things asked for are there."""

    there: tuple[bool, ...]

    def standing(self) -> Standing:
        """What they come to."""
        if not any(self.there):
            return Standing.EMPTY
        return Standing.ANSWERED if all(self.there) else Standing.BEGUN


def standing(question: Question, answer: Answer) -> Standing:
    """How far the answer to a question is."""
    if isinstance(answer, Prose):
        return _prose(answer)
    if isinstance(answer, Card | Facts | Rating):
        return _asked(question, _there(answer))
    return _Marks(_marks(answer)).standing()


def _there(answer: Card | Facts | Rating) -> set[str]:
    """Ids of the form's items that are answered."""
    match answer:
        case Card():
            return {entry.item for entry in answer.entries if entry.words}
        case Facts():
            return {row.item for row in answer.rows if row.value is not None}
        case Rating():
            return {score.item for score in answer.scores}


def _marks(answer: Materials | Choice | Signature | Consent) -> tuple[bool, ...]:
    match answer:
        case Materials():
            return tuple(bool(item.title) for item in answer.items)
        case Choice():
            return (bool(answer.chosen),)
        case Signature():
            return (bool(answer.name), answer.signed_on is not None)
        case Consent():
            return (answer.given, bool(answer.given_by))


def _prose(answer: Prose) -> Standing:
    written = tuple(paragraph for paragraph in answer.paragraphs if paragraph)
    thai = tuple(bool(paragraph.in_(Language.THAI)) for paragraph in written)
    english = tuple(bool(paragraph.in_(Language.ENGLISH)) for paragraph in written)
    if written and not any(thai):
        return Standing.NO_THAI
    if written and not any(english):
        return Standing.NO_ENGLISH
    return _Marks(thai + english).standing()


def _asked(question: Question, there: set[str]) -> Standing:
    """Standing against the items that the form requires; the city's own additions count as a beginning."""
    required = [item.id for item in question.items if item.required]
    if not required:
        return _Marks((bool(there),)).standing()
    marks = _Marks(tuple(item in there for item in required)).standing()
    return Standing.BEGUN if marks is Standing.EMPTY and there else marks
