"""The one count of words and characters that window, checks, command line and exports share.

Words are what Unicode's word-break rules part, by ICU, which splits Thai with its dictionary; so a Thai count is
approximate, and Word or another dictionary counts otherwise. Characters are code points, blanks included, as forms
count them. Ends of paragraphs count as nothing. A citation counts as nothing, a figure as what it shows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from cmdesk import i18n
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.form import Limit, Unit
from cmdesk.model.ids import EvidenceId, QuestionId
from cmdesk.model.language import Language
from cmdesk.model.text import Text
from cmdesk.reading import answer_texts, entries, number_words, shown
from cmdesk.thai.words import words as words_of

CLOSE_FROM = Decimal("0.9")
"""The part of a limit from which a writer is told that it is close."""

APPROXIMATELY = "≈"

_REMEMBERED = 20_000
"""Texts whose count is kept: all paragraphs of some big dossiers in both languages."""


def count(words: str, unit: Unit, language: Language) -> int:  # noqa: ARG001 - ICU's rules hold for both languages
    """How many words or characters a text has; ValueError for pages and items, which no text tells."""
    match unit:
        case Unit.WORDS:
            return _word_count(words)
        case Unit.CHARACTERS:
            return len(words)
        case Unit.PAGES | Unit.ITEMS:
            raise ValueError(f"{unit.value} cannot be counted in a text")


@lru_cache(maxsize=_REMEMBERED)
def _word_count(text: str) -> int:
    return len(words_of(text))


def count_text(text: Text, unit: Unit, language: Language, evidence: Mapping[EvidenceId, Evidence]) -> int:
    """How many words or characters a reader meets in a rich text."""
    return count(shown(text, language, evidence), unit, language)


def count_answer(dossier: Dossier, question_id: QuestionId, language: Language, unit: Unit | None = None) -> int:
    """How many units an answer has in a language: those that its limit counts, else words, unless `unit` says.

    The sum over its paragraphs, fields or rows; items are the entries of the answer. ValueError for pages.
    """
    answer = dossier.answer(question_id)
    wanted = unit or _unit(_limit(dossier, question_id, language))
    if wanted is Unit.ITEMS:
        return entries(answer, language)
    return sum(count(words, wanted, language) for words in answer_texts(answer, language, dossier.evidence))


def _unit(limit: Limit | None) -> Unit:
    return Unit.WORDS if limit is None else limit.unit


def _limit(dossier: Dossier, question_id: QuestionId, language: Language) -> Limit | None:
    """The first limit that can be counted before the pages are laid out."""
    limits = dossier.form.question(question_id).limits
    return next((limit for limit in limits if limit.holds_for(language) and limit.unit is not Unit.PAGES), None)


def method(unit: Unit, language: Language | None = None) -> str:
    """How a unit is counted, for people, in a language, the interface's by default."""
    speak = _speaker(language)
    match unit:
        case Unit.WORDS:
            return speak.gettext(
                "Words are counted by the Unicode word-break rules (ICU), without punctuation; Thai, which has no "
                "spaces between words, is split with a dictionary, so its count is approximate and Word's may differ."
            )
        case Unit.CHARACTERS:
            return speak.gettext("Characters are counted with spaces; each Thai vowel and tone mark counts as one.")
        case Unit.PAGES:
            return speak.gettext("Pages are counted in the exported document.")
        case Unit.ITEMS:
            return speak.gettext("Items are the entries of the answer.")


def _speaker(language: Language | None) -> i18n.Catalogue:
    return i18n.catalogue(i18n.language() if language is None else language.value)


class State(Enum):
    """How an answer stands against its limit."""

    WITHIN = "within"
    CLOSE = "close"
    """From nine tenths of the limit on."""
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Budget:
    """What an answer uses in one language of what it may."""

    used: int
    limit: Limit | None
    language: Language
    unit: Unit

    @property
    def left(self) -> int | None:
        """Units that may still be written, 0 when over; None without a limit."""
        return None if self.limit is None else max(self.limit.amount - self.used, 0)

    @property
    def over(self) -> int:
        """Units beyond the limit, 0 within it."""
        return 0 if self.limit is None else max(self.used - self.limit.amount, 0)

    @property
    def state(self) -> State:
        """How it stands; always within when there is no limit."""
        if self.limit is None:
            return State.WITHIN
        if self.over:
            return State.OVER
        return State.CLOSE if self.used >= self.limit.amount * CLOSE_FROM else State.WITHIN

    @property
    def is_approximate(self) -> bool:
        """Whether another dictionary would count otherwise."""
        return self.unit is Unit.WORDS and self.language is Language.THAI


def budget(dossier: Dossier, question_id: QuestionId, language: Language) -> Budget:
    """What an answer uses of its first limit in a language; words without a limit when it has none."""
    return budget_of(dossier, question_id, language, _limit(dossier, question_id, language))


def budget_of(dossier: Dossier, question_id: QuestionId, language: Language, limit: Limit | None) -> Budget:
    """What an answer uses of one limit; ValueError for a limit of pages."""
    unit = _unit(limit)
    return Budget(count_answer(dossier, question_id, language, unit), limit, language, unit)


def budget_words(budget: Budget, language: Language | None = None) -> str:
    """A budget for people: "286 of 300 words", "14 words over the target of 300".

    `language` is the one to say it in, the interface's by default. A house target is called a target; an approximate
    count has ≈ before it.
    """
    tongue = Language(i18n.language()) if language is None else language
    about = APPROXIMATELY if budget.is_approximate else ""
    if budget.limit is None:
        return _amount(tongue, budget.unit, budget.used, about)
    return _against(budget, budget.limit, tongue, about)


def _against(budget: Budget, limit: Limit, tongue: Language, about: str) -> str:
    speak = i18n.catalogue(tongue.value)
    if budget.over:
        over_target = speak.gettext("{excess} over the target of {limit}")
        told = over_target if limit.is_target else speak.gettext("{excess} over the limit of {limit}")
        return told.format(
            excess=_amount(tongue, budget.unit, budget.over, about), limit=number_words(Decimal(limit.amount), tongue)
        )
    told = speak.gettext("{used} of a target of {limit}") if limit.is_target else speak.gettext("{used} of {limit}")
    used = about + number_words(Decimal(budget.used), tongue)
    return told.format(used=used, limit=_amount(tongue, budget.unit, limit.amount))


def _amount(tongue: Language, unit: Unit, number: int, about: str = "") -> str:
    speak = i18n.catalogue(tongue.value)
    told = {
        Unit.WORDS: speak.ngettext("{count} word", "{count} words", number),
        Unit.CHARACTERS: speak.ngettext("{count} character", "{count} characters", number),
        Unit.ITEMS: speak.ngettext("{count} item", "{count} items", number),
        Unit.PAGES: speak.ngettext("{count} page", "{count} pages", number),
    }
    return told[unit].format(count=about + number_words(Decimal(number), tongue))
