"""Which languages the page shows, and how large beside one another."""

from enum import Enum

from cmdesk.model.language import Language

_LARGE, _BESIDE = 5, 3


class Sides(Enum):
    """A way of showing the two languages; the value is the id of its action."""

    BOTH = "side_both"
    THAI = "side_thai"
    ENGLISH = "side_english"
    THAI_LARGE = "side_thai_large"
    """With the English beside it for reference."""
    ENGLISH_LARGE = "side_english_large"

    def share(self, language: Language) -> int:
        """The part of the width that a language gets; 0 when it is not shown."""
        thai, english = _SHARES[self]
        return thai if language is Language.THAI else english


_SHARES = {
    Sides.BOTH: (1, 1),
    Sides.THAI: (1, 0),
    Sides.ENGLISH: (0, 1),
    Sides.THAI_LARGE: (_LARGE, _BESIDE),
    Sides.ENGLISH_LARGE: (_BESIDE, _LARGE),
}
