"""Answers of every kind, and the paragraphs that prose is made of."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Self, TypeAlias

from cmdesk.model.dates import PartialDate
from cmdesk.model.evidence import Level
from cmdesk.model.form import QuestionKind
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId, RowId
from cmdesk.model.language import Language, Wording
from cmdesk.model.stage import Stage, Status
from cmdesk.model.text import Text


class ParagraphKind(Enum):
    """The part that a paragraph plays."""

    BODY = "body"
    BULLET = "bullet"
    NUMBERED = "numbered"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A pair of texts that say the same; `leading` is the language it is written in first.

    `rank` places it among the paragraphs of its answer (see `cmdesk.model.ranks`).
    """

    id: ParagraphId
    rank: str
    kind: ParagraphKind = ParagraphKind.BODY
    leading: Language = Language.THAI
    thai: Text = Text()
    english: Text = Text()
    thai_status: Status = Status()
    english_status: Status = Status()
    agreed: Text | None = None
    """The leading text that the other side last agreed with; None when it never did."""

    def in_(self, language: Language) -> Text:
        """The text in one language."""
        return self.thai if language is Language.THAI else self.english

    def with_(self, language: Language, text: Text) -> Self:
        """This paragraph with one language's text replaced."""
        return replace(self, thai=text) if language is Language.THAI else replace(self, english=text)

    def status(self, language: Language) -> Status:
        """What was said last of how far one side is."""
        return self.thai_status if language is Language.THAI else self.english_status

    def with_status(self, language: Language, status: Status) -> Self:
        """This paragraph with another status of one side."""
        thai = language is Language.THAI
        return replace(self, thai_status=status) if thai else replace(self, english_status=status)

    def stage(self, language: Language) -> Stage:
        """How far one side is: what was said of it, as far as that holds for the text as it is now."""
        return self.status(language).holding(self.in_(language), leads=language is self.leading)

    @property
    def following(self) -> Language:
        """The language that it is translated into."""
        return self.leading.other

    @property
    def is_agreed(self) -> bool:
        """Whether the other side says what the leading one says now."""
        return self.agreed is not None and self.agreed == self.in_(self.leading)

    @property
    def is_stale(self) -> bool:
        """Whether the leading text has changed since the other side last agreed with it."""
        return self.agreed is not None and self.agreed != self.in_(self.leading)

    def __bool__(self) -> bool:
        return bool(self.thai) or bool(self.english)


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs in order of their ranks."""

    paragraphs: tuple[Paragraph, ...] = ()

    def __post_init__(self) -> None:
        in_order = sorted(self.paragraphs, key=lambda paragraph: (paragraph.rank, paragraph.id))
        object.__setattr__(self, "paragraphs", tuple(in_order))

    def index(self, paragraph_id: ParagraphId) -> int:
        """Place of a paragraph, from 0; KeyError when it is not here."""
        for place, paragraph in enumerate(self.paragraphs):
            if paragraph.id == paragraph_id:
                return place
        raise KeyError(paragraph_id)

    def paragraph(self, paragraph_id: ParagraphId) -> Paragraph:
        """The paragraph of an id; KeyError when it is not here."""
        return self.paragraphs[self.index(paragraph_id)]

    def with_(self, paragraph: Paragraph) -> "Prose":
        """This prose with a paragraph put in, in place of the one with its id if there is one."""
        others = tuple(other for other in self.paragraphs if other.id != paragraph.id)
        return Prose((*others, paragraph))

    def without(self, paragraph_id: ParagraphId) -> "Prose":
        """This prose without a paragraph; KeyError when it is not here."""
        place = self.index(paragraph_id)
        return Prose(self.paragraphs[:place] + self.paragraphs[place + 1 :])


@dataclass(frozen=True, slots=True)
class FactRow:
    """One figure of a fact table: what it is worth depends on its year and its scope.

    `item` names the form's row that it answers, or is empty for a row of the city's own, which has its `label`.
    """

    id: RowId
    item: str = ""
    label: Wording = Wording()
    value: Decimal | None = None
    unit: Wording = Wording()
    year: int | None = None
    scope: Level | None = None
    source: EvidenceId | None = None
    remark: Wording = Wording()


@dataclass(frozen=True, slots=True)
class Facts:
    """A table of figures."""

    rows: tuple[FactRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What is written in one field of a card."""

    item: str
    words: Wording = Wording()


@dataclass(frozen=True, slots=True)
class Card:
    """Short fields with names: a contact, a mayor, a city."""

    entries: tuple[Entry, ...] = ()

    def words(self, item: str) -> Wording:
        """What is written in a field; empty words when nothing is."""
        return next((entry.words for entry in self.entries if entry.item == item), Wording())


@dataclass(frozen=True, slots=True)
class Material:
    """A supporting material sent with the form; `backs` are the answers that it supports."""

    id: RowId
    title: Wording = Wording()
    date: PartialDate | None = None
    language: str = ""
    """ISO 639-1 code of the language that the material is in."""
    address: str = ""
    evidence: EvidenceId | None = None
    backs: tuple[QuestionId, ...] = ()


@dataclass(frozen=True, slots=True)
class Materials:
    """Supporting materials in the order of the list."""

    items: tuple[Material, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Chosen options, by their items' ids."""

    chosen: tuple[str, ...] = ()
    remark: Wording = Wording()


@dataclass(frozen=True, slots=True)
class Score:
    """A mark given to one thing."""

    item: str
    value: int


@dataclass(frozen=True, slots=True)
class Rating:
    """Marks given to the things that a question lists."""

    scores: tuple[Score, ...] = ()

    def value(self, item: str) -> int | None:
        """The mark of one thing, None when not rated."""
        return next((score.value for score in self.scores if score.item == item), None)


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature on paper, and what is known of it."""

    name: Wording = Wording()
    title: Wording = Wording()
    signed_on: PartialDate | None = None
    stamped: bool = False


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent on paper, and what is known of it."""

    given: bool = False
    given_by: Wording = Wording()
    given_on: PartialDate | None = None


Answer: TypeAlias = Prose | Facts | Card | Materials | Choice | Rating | Signature | Consent

ANSWERS: dict[QuestionKind, type[Answer]] = {
    QuestionKind.PROSE: Prose,
    QuestionKind.FACTS: Facts,
    QuestionKind.CARD: Card,
    QuestionKind.MATERIALS: Materials,
    QuestionKind.CHOICE: Choice,
    QuestionKind.RATING: Rating,
    QuestionKind.SIGNATURE: Signature,
    QuestionKind.CONSENT: Consent,
}
"""The type of answer to each kind of question."""
