"""Dates and years in the era that a document counts in."""

import re

from cmdesk.export.profile import Era
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.language import Language
from cmdesk.reading import moment_words, span_words
from cmdesk.thai.eras import to_buddhist, to_common

_YEAR = re.compile(r"(?:พ\.ศ\. )?(?<!\d)(\d{4})(?!\d)")


def moment_in(era: Era, moment: PartialDate, language: Language) -> str:
    """A date in the language's words: "5 April 2023", "5 เมษายน 2566" or "5 เมษายน ค.ศ. 2023"."""
    return _dated(era, language, moment_words(moment, language))


def span_in(era: Era, period: Period, language: Language) -> str:
    """A period in the language's words."""
    return _dated(era, language, span_words(period, language))


def year_in(era: Era, year: int, language: Language) -> str:
    """A bare year, as under a heading that says what it is."""
    return str(to_buddhist(year) if language is Language.THAI and era is Era.BUDDHIST else year)


def _dated(era: Era, language: Language, words: str) -> str:
    """Words with their years in the era; Thai ones come in the Buddhist Era."""
    if language is Language.ENGLISH or era is Era.BUDDHIST:
        return words
    return _YEAR.sub(lambda match: f"ค.ศ. {to_common(int(match[1]))}", words)
