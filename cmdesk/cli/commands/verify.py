"""`cmdesk verify`: whether every file of a dossier is sound."""

from argparse import Namespace
from pathlib import Path

from cmdesk.cli.showing import say, say_json
from cmdesk.i18n import N_, _
from cmdesk.store.findings import Severity
from cmdesk.store.verifying import verify

_VERDICTS = {
    Severity.SOUND: N_("The dossier is sound."),
    Severity.WARNING: N_("The dossier is sound, but there is something to look at."),
    Severity.DAMAGE: N_("The dossier is damaged, but everything in it can be read."),
    Severity.LOSS: N_("The dossier is damaged, and something in it is lost."),
}


def run(arguments: Namespace) -> int:
    """0 when all is sound, 1 with warnings, 2 when damaged but readable from elsewhere, 3 when something is lost."""
    verdict = verify(Path(arguments.dossier))
    severity = verdict.severity.name.lower()
    if arguments.json:
        say_json({"exit_status": verdict.exit_status, "severity": severity, "findings": verdict.findings})
    else:
        for sentence in verdict.findings:
            say(sentence)
        say(_(_VERDICTS[verdict.severity]))
    return verdict.exit_status
