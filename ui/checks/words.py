"""What the checks find, put into rows and words."""

from collections.abc import Sequence
from itertools import groupby

from cmdesk import i18n
from cmdesk.checks import Finding, Severity, summary
from cmdesk.i18n import _, ngettext
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from ui.widgets.rows import Row

LOOKS = {Severity.ERROR: ("error", "bad"), Severity.WARNING: ("stale", "warn"), Severity.NOTE: ("hint", "muted")}
"""Icon and ink of each severity: shapes of their own, so that they are told apart without colour."""


def severity_words(severity: Severity) -> str:
    """Its name in the interface's language."""
    return {Severity.ERROR: _("Error"), Severity.WARNING: _("Warning"), Severity.NOTE: _("Note")}[severity]


def rows(findings: Sequence[Finding], dossier: Dossier) -> list[Row]:
    """A heading for each section, and below it what is found there."""
    made: list[Row] = []
    for question, group in groupby(findings, key=lambda finding: finding.question):
        made.append(Row(_section_words(question, dossier)))
        made.extend(_row(finding) for finding in group)
    return made


def _section_words(question: str | None, dossier: Dossier) -> str:
    if question is None:
        return _("Evidence and the dossier as a whole")
    asked = next(each for each in dossier.form.questions if each.id == question)
    return f"{asked.id} {asked.title.best(Language(i18n.language()))}"


def _row(finding: Finding) -> Row:
    icon, ink = LOOKS[finding.severity]
    return Row(
        finding.sentence,
        finding,
        over=severity_words(finding.severity),
        remark=_("Rests on a published source") if finding.sourced else _("CMDesk's own rule"),
        icon=icon,
        ink=ink,
    )


def told(findings: Sequence[Finding]) -> str:
    """The numbers, in a sentence."""
    return summary(findings).sentence if findings else _("Nothing found. Well done.")


def badge_words(findings: Sequence[Finding]) -> str:
    """The numbers of what needs looking at, as briefly as they can be told."""
    counted = summary(findings)
    needed = counted.errors + counted.warnings
    if not needed:
        return _("Checks: all well")
    return ngettext("{count} thing to look at", "{count} things to look at", needed).format(count=needed)
