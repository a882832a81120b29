"""`cmdesk sample`: a copy of the sample dossier."""

from argparse import Namespace
from pathlib import Path

from cmdesk.cli.showing import say
from cmdesk.cli.status import Status
from cmdesk.i18n import _
from cmdesk.sample import copy_to


def run(arguments: Namespace) -> int:
    """0 when the copy is on disk."""
    copy_to(Path(arguments.folder))
    say(_("The sample dossier is in “{folder}”.").format(folder=arguments.folder))
    return Status.FINE
