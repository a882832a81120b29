"""How much changed, in a few words."""

from cmdesk.i18n import _
from cmdesk.versions.comparison import Change, Comparison


def summary(comparison: Comparison) -> str:
    """How much changed: only what there is of it."""
    counted = (
        (_("{count} changed"), comparison.count(Change.CHANGED, Change.OTHERWISE)),
        (_("{count} added"), comparison.count(Change.ADDED)),
        (_("{count} taken out"), comparison.count(Change.REMOVED)),
        (_("{count} moved"), comparison.count(Change.MOVED)),
    )
    return " · ".join(words.format(count=count) for words, count in counted if count)
