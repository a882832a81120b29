"""What a document is set with: the fonts, and how this document wants its parts to look."""

from dataclasses import dataclass, field

from cmdesk.export.blocks import Document
from cmdesk.export.looks import Looks
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.style import TextStyle
from cmdesk.model.language import Language
from cmdesk.thai.numerals import to_thai_digits


@dataclass(frozen=True, slots=True)
class Press:
    """Fonts with the looks of one document."""

    fonts: Fonts
    looks: Looks = field(default=Looks())
    thai_digits: bool = False
    """Whether pages are numbered in Thai digits."""
    _styles: dict[TextStyle, TextStyle] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, document: Document, fonts: Fonts) -> "Press":
        """What sets a document."""
        return cls(fonts, document.looks, document.thai_digits and document.language is Language.THAI)

    def style(self, house: TextStyle) -> TextStyle:
        """A part of the house style as this document wants it."""
        found = self._styles.get(house)
        if found is None:
            found = self._styles[house] = house.looking(self.looks)
        return found

    def number(self, number: int) -> str:
        """The number of a page as it is written."""
        return to_thai_digits(str(number)) if self.thai_digits else str(number)
