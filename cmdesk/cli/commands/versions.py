"""`cmdesk versions`: the versions that a dossier's folder keeps."""

from argparse import Namespace
from pathlib import Path

from cmdesk.cli.showing import say, say_json
from cmdesk.cli.status import Status
from cmdesk.i18n import _
from cmdesk.store.project import open_project
from cmdesk.store.versions import Version


def run(arguments: Namespace) -> int:
    """0 when they are listed, or when the present state is kept under a new name."""
    project = open_project(Path(arguments.dossier), writable=False)
    if arguments.add is not None:
        made = project.versions.add(arguments.add)
        say(_("The present state is kept as “{name}”.").format(name=made.name))
        return Status.FINE
    found = project.versions.list()
    if arguments.json:
        say_json({"versions": [_plain(each) for each in found]})
        return Status.FINE
    for each in found:
        say(f"{each.at.astimezone():%Y-%m-%d %H:%M}  {each.name or _('kept by itself')}")
    if not found:
        say(_("There are no versions yet."))
    return Status.FINE


def _plain(version: Version) -> dict[str, object]:
    return {
        "id": version.id,
        "name": version.name,
        "at": version.at.isoformat(),
        "automatic": version.automatic,
        "by": version.by,
        "records": version.counts,
    }
