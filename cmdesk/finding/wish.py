"""What somebody wants to find."""

from dataclasses import dataclass

from cmdesk.thai.cleaning import clean


@dataclass(frozen=True, slots=True)
class Wish:
    """The words, and which differences count for nothing."""

    words: str
    whole: bool = False
    """Whether they must be whole words, by the same splitter that counts them."""
    any_case: bool = True
    any_digits: bool = True
    """Whether ๑ is 1."""
    any_spelling: bool = True
    """Whether the order of marks, unseen characters and the width of blanks count for nothing."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", clean(self.words))
