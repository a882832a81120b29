"""What versions are called, in both languages and in the era of each."""

from datetime import datetime

from cmdesk.i18n import N_
from cmdesk.model.language import Language, Wording
from cmdesk.thai.eras import date_words
from cmdesk.versions.lines import both


def day(moment: datetime) -> Wording:
    """The day of a moment, where the user is: "5 April 2023", "5 เมษายน 2566"."""
    here = moment.astimezone()
    return Wording(*(date_words(language.value, here.year, here.month, here.day) for language in Language))


def clock(moment: datetime) -> str:
    """The time of day of a moment, where the user is: "09:05"."""
    return f"{moment.astimezone():%H:%M}"


def version_title(name: str, at: datetime) -> Wording:
    """What a version is called: its name and day, or of one kept by itself the day at whose end it was kept."""
    return _filled(N_("{name}, {date}") if name else N_("End of {date}"), name, day(at))


def backup_title(at: datetime) -> Wording:
    """What a backup is called: day and time."""
    return _filled(N_("{date}, {name}"), clock(at), day(at))


def now_title() -> Wording:
    """What the present state is called."""
    return both(N_("Now"))


def _filled(message: str, name: str, date: Wording) -> Wording:
    template = both(message)
    return Wording(*(template.in_(each).format(name=name, date=date.in_(each)) for each in Language))
