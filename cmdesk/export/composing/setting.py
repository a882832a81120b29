"""What every part of a document is composed with: the dossier, the languages, the numbers of its evidence."""

from collections.abc import Callable
from dataclasses import dataclass

from cmdesk.export.blocks import Block, Flow, Look, Pair, Paragraph, Piece
from cmdesk.export.composing.citations import Citations
from cmdesk.export.composing.dates import moment_in
from cmdesk.export.composing.languages import Languages
from cmdesk.export.profile import Margin, Profile
from cmdesk.i18n import catalogue
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language, Wording


def say(language: Language, message: str, **places: object) -> str:
    """A message in a language of the document (not of the interface), its named places filled."""
    translated = catalogue(language.value).gettext(message)
    return translated.format(**places) if places else translated


def plain(language: Language, words: str) -> Flow:
    """A flow of plain words."""
    return Flow(language, (Piece(words),))


@dataclass(frozen=True)
class Setting:
    """The dossier and how it is shown."""

    dossier: Dossier
    profile: Profile
    citations: Citations

    @property
    def languages(self) -> Languages:
        """The languages of the document."""
        return self.profile.languages

    @property
    def is_bilingual(self) -> bool:
        """Whether Thai and English stand side by side."""
        return self.languages is Languages.BOTH

    def flows(self, words: Callable[[Language], str]) -> tuple[Flow, ...]:
        """One flow for each language that has words, and only one where they are the same in both."""
        made = [plain(language, words(language)) for language in self.languages.each]
        written = [flow for flow in made if flow.plain]
        same = len({flow.plain for flow in written}) == 1
        return (written[-1],) if same else tuple(written)

    def said(self, message: str, **places: object) -> tuple[Flow, ...]:
        """A message in each language of the document."""
        return self.flows(lambda language: say(language, message, **places))

    def worded(self, wording: Wording) -> tuple[Flow, ...]:
        """Short words in each language; in the one they exist in when the document's has none."""
        found = self.flows(wording.in_)
        if found or not wording:
            return found
        other = self.languages.furniture.other
        return (plain(other, wording.in_(other)),)

    def rows(self, make: Callable[[Language], Paragraph | None], notes: tuple[Flow, ...] = ()) -> list[Block]:
        """What is made for each language: side by side in a bilingual document, nothing where nothing is made.

        `notes` are shown beside both where the profile has a column for them.
        """
        made = [make(language) for language in self.languages.each]
        if not any(made):
            return []
        column = notes if self.profile.included.notes is Margin.COLUMN else None
        return [Pair(made[0], made[1], column)] if self.is_bilingual else [each for each in made if each]

    def moment(self, moment: PartialDate, language: Language) -> str:
        """A date as the document writes it."""
        return moment_in(self.profile.era, moment, language)

    def lines(self, look: Look, words: Callable[[Language], str]) -> list[Block]:
        """Plain paragraphs of one look, one for each language that has words."""
        return self.rows(lambda language: _paragraph(look, language, words(language)))


def _paragraph(look: Look, language: Language, words: str) -> Paragraph | None:
    return Paragraph(look, plain(language, words)) if words else None
