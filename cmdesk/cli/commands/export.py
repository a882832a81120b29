"""`cmdesk export`: a dossier as a document."""

from argparse import Namespace
from pathlib import Path

from cmdesk.cli.opening import opened
from cmdesk.cli.progress_bar import shown
from cmdesk.cli.showing import say
from cmdesk.cli.status import Status
from cmdesk.cli.styling import manner_of
from cmdesk.export.exporting import Format, Receipt, export, suggested_name
from cmdesk.i18n import _, ngettext


def run(arguments: Namespace) -> int:
    """0 when the document is written."""
    form, manner = Format(arguments.format), manner_of(arguments)
    with opened(arguments.dossier) as dossier:
        target = Path(arguments.out or suggested_name(dossier, form, manner))
        with shown(_("Exporting")) as progress:
            receipt = export(dossier, form, manner, target, progress)
    say(_told(receipt))
    return Status.FINE


def _told(receipt: Receipt) -> str:
    if receipt.pages is None:
        return _("“{file}” is written.").format(file=receipt.path)
    message = ngettext("“{file}” is written: {count} page.", "“{file}” is written: {count} pages.", receipt.pages)
    return message.format(file=receipt.path, count=receipt.pages)
