"""What people type into the fields of a form, understood; and what is shown there."""

import re
from decimal import Decimal

from cmdesk import i18n
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.model.dates import PartialDate
from cmdesk.model.language import Language
from cmdesk.model.links import ForbiddenLinkError, is_allowed
from cmdesk.reading import number_words
from cmdesk.thai.eras import parse_year, to_buddhist
from cmdesk.thai.numerals import to_arabic_digits

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_DATE = re.compile(r"(?:(?:(\d{1,2})[/.])?(\d{1,2})[/.])?(\d{4})", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


class BadInputError(CMDeskError):
    """What was typed is not what a field takes; `what` says it for people."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words

    @property
    def what(self) -> str:
        """Why it was not taken."""
        return self.words


def number(words: str) -> Decimal | None:
    """The number typed, in Thai or Arabic digits; None for a blank field."""
    digits = to_arabic_digits(words).strip()
    if not digits:
        return None
    if _NUMBER.fullmatch(digits) is None:
        raise BadInputError(_("“{words}” is not a number.").format(words=words[:40]))
    return Decimal(digits.replace(",", ""))


def number_shown(value: Decimal | None) -> str:
    """A number as its field shows it."""
    return "" if value is None else number_words(value, Language.ENGLISH)


def year(words: str) -> int | None:
    """The year of the Common Era that was typed in either era; None for a blank field."""
    if not words.strip():
        return None
    found = parse_year(words)
    if found is None:
        raise BadInputError(_("“{words}” is not a year: write 2023 or 2566.").format(words=words[:40]))
    return found


def year_shown(found: int | None) -> str:
    """A year in the era of the interface's language."""
    if found is None:
        return ""
    return str(to_buddhist(found) if i18n.language() == Language.THAI.value else found)


def date(words: str) -> PartialDate | None:
    """The date typed as 5/4/2023, 4/2023, 2023 or 2023-04-05, in either era; None for a blank field."""
    digits = to_arabic_digits(words).strip()
    if not digits:
        return None
    try:
        return _date(digits)
    except ValueError as error:
        example = _("“{words}” is not a date: write 5/4/2023, 4/2023 or 2023, or the Buddhist year.")
        raise BadInputError(example.format(words=words[:40])) from error


def _date(digits: str) -> PartialDate:
    spoken, iso = _DATE.fullmatch(digits), _ISO_DATE.fullmatch(digits)
    if spoken is None and iso is None:
        raise ValueError(digits)
    year_, month, day = spoken.group(3, 2, 1) if spoken else iso.group(1, 2, 3) if iso else ("", "", "")
    found = parse_year(year_)
    if found is None:
        raise ValueError(digits)
    return PartialDate(found, int(month) if month else None, int(day) if day else None)


def date_shown(found: PartialDate | None) -> str:
    """A date as day/month/year, the year in the era of the interface's language."""
    if found is None:
        return ""
    parts = [str(part) for part in (found.day, found.month) if part is not None]
    return "/".join([*parts, year_shown(found.year)])


def address(words: str) -> str:
    """The web or mail address typed; nothing for a blank field."""
    typed = words.strip()
    if typed and not is_allowed(typed):
        raise BadInputError(ForbiddenLinkError(typed).what)
    return typed
