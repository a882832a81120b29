"""A form as data: what it asks, within which limits, and how surely we know either."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language, Wording


class Surety(Enum):
    """How surely a fact about a form is known."""

    SOURCED = "sourced"
    TOPIC_SOURCED = "topic_sourced"
    """The topic is a published criterion; that the form asks it as a question is inferred."""
    INFERRED = "inferred"
    RECALLED = "recalled"
    """From memory, unverified; only ever an editable starter set."""
    HOUSE_TARGET = "house_target"
    """Our own target; never to be shown as a rule of UNESCO's."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a fact about a form comes from: `address` of a source, or the `basis` of an inference, in words."""

    surety: Surety
    address: str = ""
    basis: Wording = Wording()


class Unit(Enum):
    """What a limit counts."""

    WORDS = "words"
    CHARACTERS = "characters"
    PAGES = "pages"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `amount` units in one language, or in each when `language` is None."""

    amount: int
    unit: Unit
    provenance: Provenance
    language: Language | None = None

    @property
    def is_target(self) -> bool:
        """Whether it is only our own target, which may be passed."""
        return self.provenance.surety is Surety.HOUSE_TARGET

    def holds_for(self, language: Language) -> bool:
        """Whether it limits answers in a language."""
        return self.language in (None, language)


class QuestionKind(Enum):
    """What an answer to a question is made of."""

    PROSE = "prose"
    FACTS = "facts"
    CARD = "card"
    """Short fields with names, as on a visiting card; `Question.items` are the fields."""
    MATERIALS = "materials"
    CHOICE = "choice"
    RATING = "rating"
    SIGNATURE = "signature"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a question lists: a field of a card, a row of facts, an option, a thing to rate."""

    id: str
    label: Wording
    unit: Wording = Wording()
    required: bool = True


class Responder(Enum):
    """Who answers a question."""

    CITY = "city"
    NATIONAL_COMMISSION = "national_commission"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form; `criteria` and `key_features` are codes listed in the form."""

    id: QuestionId
    title: Wording
    kind: QuestionKind
    provenance: Provenance
    guidance: Wording = Wording()
    required: bool = True
    responder: Responder = Responder.CITY
    limits: tuple[Limit, ...] = ()
    items: tuple[Item, ...] = ()
    most: int | None = None
    """Options that may be chosen at most, or the highest mark of a rating."""
    criteria: tuple[str, ...] = ()
    key_features: tuple[str, ...] = ()

    def limit(self, language: Language) -> Limit | None:
        """The first limit on answers in a language, None when there is none."""
        return next((limit for limit in self.limits if limit.holds_for(language)), None)


@dataclass(frozen=True, slots=True)
class Topic:
    """A criterion or a key feature: its code and name."""

    code: str
    title: Wording
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that belong together."""

    title: Wording
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Form:
    """A whole form; each dossier keeps its own copy, so that a later template changes no dossier."""

    id: str
    edition: str
    title: Wording
    about: Wording
    provenance: Provenance
    parts: tuple[Part, ...]
    criteria: tuple[Topic, ...] = ()
    key_features: tuple[Topic, ...] = ()
    submission_languages: tuple[str, ...] = field(default=("en",))
    """ISO 639-1 codes of the languages in which UNESCO takes the form."""

    @property
    def questions(self) -> Iterator[Question]:
        """All questions in the form's order."""
        return (question for part in self.parts for question in part.questions)

    @cached_property
    def _by_id(self) -> dict[QuestionId, Question]:
        return {question.id: question for question in self.questions}

    def question(self, question_id: QuestionId) -> Question:
        """The question of an id; KeyError when the form has none."""
        return self._by_id[question_id]
