"""`cmdesk check`: what still stands between a dossier and its submission."""

from argparse import Namespace
from typing import Any

from cmdesk.checks import Finding, Severity, check, exit_status, summary
from cmdesk.cli.opening import opened
from cmdesk.cli.showing import say, say_json
from cmdesk.i18n import N_, _

_NAMES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.NOTE: N_("note")}
_OURS = "*"


def run(arguments: Namespace) -> int:
    """2 when there are errors, 1 when there are warnings, else 0."""
    with opened(arguments.dossier) as dossier:
        findings = check(dossier)
    if arguments.json:
        say_json({"exit_status": exit_status(findings), "findings": [_record(finding) for finding in findings]})
    else:
        _tell(findings)
    return exit_status(findings)


def _tell(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        say(_line(finding))
    say(summary(findings).sentence)
    if not all(finding.sourced for finding in findings):
        say(_("* a rule of CMDesk's own, which rests on no published source"))


def _line(finding: Finding) -> str:
    place = finding.question or "-"
    mark = "" if finding.sourced else f" {_OURS}"
    return f"{place}: {_(_NAMES[finding.severity])}: {finding.sentence}{mark}"


def _record(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "sentence": finding.sentence,
        "question": finding.question,
        "paragraph": finding.paragraph,
        "evidence": finding.evidence,
        "sourced": finding.sourced,
    }
