"""What `repair` and `salvage` have to say in the end."""

from cmdesk.cli.showing import say
from cmdesk.i18n import _
from cmdesk.store.repairing import Repaired


def told(repaired: Repaired, folder: str) -> int:
    """Exit status, after saying what is missing or doubtful."""
    for sentence in repaired.doubts:
        say(sentence)
    if repaired.doubts:
        say(_("The dossier is in “{folder}”, without what is named above.").format(folder=folder))
        return 1
    say(_("The dossier is in “{folder}”, and nothing is missing.").format(folder=folder))
    return 0
