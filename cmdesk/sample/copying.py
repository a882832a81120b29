"""A copy of the sample, as a dossier folder of the user's own."""

from pathlib import Path

from cmdesk.sample.dossier import authored, folder
from cmdesk.store.project import create


def copy_to(target: Path) -> None:
    """Make a dossier folder that holds the sample with its files; raises the store's errors, as for any new folder."""
    files = folder() / "files"
    dossier = authored(folder())
    project = create(target, dossier)
    try:
        for record in dossier.evidence.values():
            for attachment in record.attachments:
                project.attachments.put(files / attachment.name)
    finally:
        project.close()
