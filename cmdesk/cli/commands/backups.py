"""`cmdesk backups`: the backups in a dossier's folder, and one of them restored to a new folder."""

from argparse import Namespace
from pathlib import Path

from cmdesk.cli.failures import NoBackupError
from cmdesk.cli.rescuing import told
from cmdesk.cli.showing import say, say_json
from cmdesk.cli.status import Status
from cmdesk.i18n import _, ngettext
from cmdesk.store.backups import REGULAR, Backup
from cmdesk.store.project import Project, open_project
from cmdesk.store.repairing import Repaired


def run(arguments: Namespace) -> int:
    """0 when they are listed or one is restored with all that it names, 1 when an attached file of it is missing."""
    project = open_project(Path(arguments.dossier), writable=False)
    if arguments.restore is not None:
        return _restore(project, arguments.restore, arguments.to)
    found = project.backups
    if arguments.json:
        say_json({"backups": [_plain(each) for each in found]})
        return Status.FINE
    for number, each in enumerate(found, 1):
        say(f"{number:>3}  {each.at.astimezone():%Y-%m-%d %H:%M}  {_records(each)}{_reason(each)}")
    if not found:
        say(_("There are no backups yet."))
    return Status.FINE


def _restore(project: Project, number: int, folder: str | None) -> int:
    found = project.backups
    if folder is None or not 0 < number <= len(found):
        raise NoBackupError(str(number))
    missing = project.restore(found[number - 1], Path(folder))
    return told(Repaired(tuple(missing), 0), folder)


def _records(backup: Backup) -> str:
    count = sum(backup.counts.values())
    return ngettext("{count} record", "{count} records", count).format(count=count)


def _reason(backup: Backup) -> str:
    return "" if backup.reason == REGULAR else "  " + _("before: {action}").format(action=backup.reason)


def _plain(backup: Backup) -> dict[str, object]:
    return {
        "file": str(backup.path),
        "at": backup.at.isoformat(),
        "reason": backup.reason,
        "records": backup.counts,
    }
