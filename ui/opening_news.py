"""What the user should hear after a dossier was opened, if anything."""

from cmdesk.i18n import _, ngettext
from cmdesk.session import Session
from cmdesk.store.findings import OpeningReport
from ui.history.holding import holding
from ui.widgets.notice import Notice


def tell(notice: Notice, session: Session) -> None:
    """Say it in the quiet bar; who only reads because another computer writes may take the dossier over there."""
    holder = holding(session)
    notice.say(news(session.project.report, holder.words if holder else ""))
    if holder is not None and holder.host:
        notice.offer(_("Open &anyway…"))


def news(report: OpeningReport, held: str = "") -> str:
    """A few sentences for the quiet bar, `held` saying who else writes; empty when all is as it should be."""
    # While another window writes, its newest lines are no leftovers of an interruption.
    recovered = "" if held else _recovered(report.recovered)
    told = [held or report.read_only or "", recovered, *report.damage, _foreign(report.foreign)]
    return "\n".join(filter(None, told))


def _recovered(edits: int) -> str:
    if not edits:
        return ""
    return ngettext(
        "Recovered {count} change that was made before an interruption.",
        "Recovered {count} changes that were made before an interruption.",
        edits,
    ).format(count=edits)


def _foreign(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    return ngettext(
        "There is a file in the dossier's folder that is not CMDesk's; it was left alone: {names}",
        "There are {count} files in the dossier's folder that are not CMDesk's; they were left alone: {names}",
        len(names),
    ).format(count=len(names), names=", ".join(names[:5]))
