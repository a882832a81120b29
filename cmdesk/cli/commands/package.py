"""`cmdesk package`: all that is handed in, in one folder."""

import math
from argparse import Namespace
from pathlib import Path

from cmdesk.cli.failures import NoSizeError
from cmdesk.cli.opening import opened_project
from cmdesk.cli.progress_bar import shown
from cmdesk.cli.showing import say, warn
from cmdesk.cli.status import Status
from cmdesk.cli.styling import profile_named
from cmdesk.i18n import _, ngettext
from cmdesk.submission.failures import MEGABYTE, megabytes
from cmdesk.submission.package import PackageReceipt, make_package

DEFAULT = "unesco-submission"


def run(arguments: Namespace) -> int:
    """0 when the package is there."""
    profile = profile_named(arguments.profile or DEFAULT)
    limit = _limit(arguments.limit_mb)
    with opened_project(arguments.dossier) as project, shown(_("Packing")) as progress:
        receipt = make_package(project, Path(arguments.out), profile, limit, progress)
    _tell(receipt)
    return Status.FINE


def _limit(megabytes: float | None) -> int | None:
    if megabytes is None:
        return None
    if not (math.isfinite(megabytes) and megabytes > 0):
        raise NoSizeError(megabytes)
    return int(megabytes * MEGABYTE)


def _tell(receipt: PackageReceipt) -> None:
    count = len(receipt.files)
    message = ngettext(
        "The package “{folder}” is made: {count} file, {size} MB.",
        "The package “{folder}” is made: {count} files, {size} MB.",
        count,
    )
    say(message.format(folder=receipt.folder, count=count, size=megabytes(receipt.size)))
    if receipt.shrunk:
        say(receipt.shrunk)
    for left in receipt.left_out:
        reasons = " ".join(reason.sentence for reason in left.reasons)
        warn(_("“{file}” stays out. {reasons}").format(file=left.attachment.name, reasons=reasons))
