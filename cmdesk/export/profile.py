"""A profile: for whom a document is made, and so what is in it and how it is set."""

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from cmdesk.export.blocks import Page, Sourcing
from cmdesk.export.composing.languages import Languages
from cmdesk.export.looks import Looks
from cmdesk.model.language import Wording


class Digits(Enum):
    """The digits of Thai text; English always has Arabic ones, as have addresses and what is beside Latin letters."""

    ARABIC = "arabic"
    THAI = "thai"


class Era(Enum):
    """The era in which Thai text counts years; English always counts in the Common Era."""

    BUDDHIST = "buddhist"
    COMMON = "common"


class Backing(Enum):
    """Where the records stand that claims rest on."""

    AT_END = "at_end"
    BESIDE_CLAIMS = "beside_claims"
    """Below each paragraph that cites them: in full where they are cited first."""
    NOWHERE = "nowhere"


class Margin(Enum):
    """Where the open notes of the team stand."""

    NOWHERE = "nowhere"
    COLUMN = "column"
    """Beside both languages, with room to write more; only where the languages stand side by side."""
    COMMENTS = "comments"
    """In Word as comments, elsewhere nowhere."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """What bears a number."""

    parts: bool = False
    questions: bool = True
    """The numbers that the form itself gives, such as A7."""
    totals: bool = True
    """Whether a page says how many there are."""


@dataclass(frozen=True, slots=True)
class Inclusion:
    """What is in the document beside the answers."""

    cover: bool = True
    contents: bool = True
    about: bool = True
    """What the form is and is not."""
    guidance: bool = True
    """What each question asks for."""
    counts: bool = True
    """How long each answer is, and how that is counted."""
    status: bool = True
    """How far the draft is, and what is still to be signed."""
    notes: Margin = Margin.NOWHERE
    evidence: Backing = Backing.AT_END
    sources: Sourcing = Sourcing.MARKS
    """What marks lead to in Word."""
    protected: bool = False
    """Whether Word lets nobody change what the form asks."""


@dataclass(frozen=True, slots=True)
class Profile:
    """All that a document needs to know beside the dossier."""

    id: str
    title: Wording
    about: Wording
    languages: Languages
    page: Page = field(default=Page())
    looks: Looks = field(default=Looks())
    numbering: Numbering = field(default=Numbering())
    digits: Digits = Digits.ARABIC
    era: Era = Era.BUDDHIST
    included: Inclusion = field(default=Inclusion())


Manner: TypeAlias = Languages | Profile
"""How a document is wanted: by a profile or, in the house style, in some languages."""


def profile_of(manner: Manner) -> Profile:
    """The profile itself, or that of the house style."""
    return manner if isinstance(manner, Profile) else Profile("house", Wording(), Wording(), manner)
