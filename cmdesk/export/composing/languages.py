"""Which languages a document is in."""

from enum import Enum

from cmdesk.model.language import Language


class Languages(Enum):
    """The languages of a document; the value is how file names and the command line call it."""

    ENGLISH = "en"
    THAI = "th"
    BOTH = "both"

    @property
    def each(self) -> tuple[Language, ...]:
        """Its languages, Thai first, as on the page."""
        if self is Languages.BOTH:
            return (Language.THAI, Language.ENGLISH)
        return (Language(self.value),)

    @property
    def furniture(self) -> Language:
        """The language of what stands once on a page; that of the submission when the document has both."""
        return self.each[-1]
