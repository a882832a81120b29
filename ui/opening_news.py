"""What the user should hear after a dossier was opened, if anything."""

from cmdesk.i18n import ngettext
from cmdesk.store.findings import OpeningReport


def news(report: OpeningReport) -> str:
    """A few sentences for the quiet bar; empty when all is as it should be."""
    told = [report.read_only or "", _recovered(report.recovered), *report.damage, _foreign(report.foreign)]
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
