"""Letters that do not do what they look like: hidden directions, piled-up marks, Thai typed in an odd order."""

import re
from collections.abc import Iterator

from cmdesk.checks.asked import language_name, paragraphs
from cmdesk.checks.finding import Finding, Severity
from cmdesk.i18n import _, ngettext
from cmdesk.model.answer import Paragraph
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.thai.letters import MARKS
from cmdesk.thai.mending import mended
from cmdesk.thai.words import words

LONGEST = 20_000
"""Characters of a paragraph that the window and the exports still handle at ease."""
MOST_MARKS = 8
"""Marks on one letter beyond which no word of any language goes."""

_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PILE = re.compile(f"[{MARKS}\u0300-\u036f]{{{MOST_MARKS + 1},}}")


def letters_odd(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each paragraph with letters that will not look, or not be found, as one expects."""
    for question, paragraph in paragraphs(dossier):
        for rule, told in _oddities(paragraph):
            yield Finding(rule, Severity.WARNING, told, question.id, paragraph.id)


def _oddities(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    for language in Language:
        letters, name = paragraph.in_(language).characters, language_name(language)
        if len(letters) > LONGEST:
            told = ngettext(
                "The {language} text is longer than {count} character.",
                "The {language} text is longer than {count} characters.",
                LONGEST,
            )
            yield "letters.long", told.format(language=name, count=f"{LONGEST:,}")
        if _DIRECTIONS.search(letters):
            told = _("The {language} text has hidden characters that turn the direction of writing.")
            yield "letters.direction", told.format(language=name)
        if _PILE.search(letters):
            yield "letters.marks", _("In the {language} text marks are piled up on one letter.").format(language=name)
        elif odd := _first_mended(letters):
            told = _(
                "In the {language} text “{typed}” is typed in an odd order; other programs won't find it as “{mended}”."
            )
            yield "letters.order", told.format(language=name, typed=odd[0], mended=odd[1])


def _first_mended(letters: str) -> tuple[str, str] | None:
    """The first word that should be typed otherwise, and how; None when all are right."""
    if mended(letters) == letters:
        return None
    pieces = (word.text for word in words(letters))
    return next(
        ((piece, mended(piece)) for piece in pieces if mended(piece) != piece), (letters[:20], mended(letters)[:20])
    )
