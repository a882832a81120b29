"""How long it is to each milestone. Pure: no Qt here."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from cmdesk import i18n
from cmdesk.i18n import _, ngettext
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Milestone
from cmdesk.model.language import Language
from cmdesk.reading import moment_words

CLOSE = 14
"""Days from which a milestone is close."""


def days_left(due: PartialDate, today: date) -> int:
    """Days until the last day that a date may mean; negative when it is over."""
    month = due.month or 12
    last = due.day or monthrange(due.year, month)[1]
    return (date(due.year, month, last) - today).days


def in_order(milestones: Iterable[Milestone]) -> list[Milestone]:
    """The nearest first."""
    return sorted(milestones, key=lambda milestone: days_left(milestone.due, date(1, 1, 1)))


def told(milestone: Milestone, today: date) -> str:
    """A milestone with its day and how long it is until then, in a sentence."""
    tongue = Language(i18n.language())
    return _("{title}: {day}, {left}").format(
        title=milestone.title.best(tongue) or _("Untitled milestone"),
        day=moment_words(milestone.due, tongue),
        left=_left(days_left(milestone.due, today)),
    )


def _left(days: int) -> str:
    if days < 0:
        return ngettext("{count} day ago", "{count} days ago", -days).format(count=-days)
    if days == 0:
        return _("today")
    return ngettext("{count} day left", "{count} days left", days).format(count=days)
