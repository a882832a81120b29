"""The two languages that a dossier is written in, and words that exist in both."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

from cmdesk.thai.cleaning import clean


class Language(Enum):
    """A language of the dossier; the value is its ISO 639-1 code."""

    THAI = "th"
    ENGLISH = "en"

    @property
    def other(self) -> "Language":
        """The language on the other side of the pair."""
        return Language.ENGLISH if self is Language.THAI else Language.THAI


@dataclass(frozen=True, slots=True)
class Wording:
    """A short plain text (a title, a name, a caption) in both languages; either may be empty."""

    thai: str = ""
    english: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "thai", clean(self.thai))
        object.__setattr__(self, "english", clean(self.english))

    def __bool__(self) -> bool:
        return bool(self.thai or self.english)

    def in_(self, language: Language) -> str:
        """The words in one language, empty when not written."""
        return self.thai if language is Language.THAI else self.english

    def best(self, language: Language) -> str:
        """The words in one language, or in the other one when not written."""
        return self.in_(language) or self.in_(language.other)

    def with_(self, language: Language, words: str) -> Self:
        """These words with one language replaced."""
        return replace(self, thai=words) if language is Language.THAI else replace(self, english=words)
