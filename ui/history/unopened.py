"""The backups of a dossier that can't be opened."""

from pathlib import Path

from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import DossierId
from cmdesk.store import archive
from cmdesk.store.attachments import Attachments
from cmdesk.store.backups import Backup, Backups
from cmdesk.store.disk import Disk
from cmdesk.store.files import Files
from cmdesk.store.identity import Identity
from cmdesk.store.restoring import lay_down_anew


class Unopened:
    """The backups in the folder of a dossier that can't be opened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files = Files(Disk(folder))
        self._backups = Backups(self._files)

    @property
    def backups(self) -> list[Backup]:
        """The backups, the newest first."""
        return self._backups.list()

    def look_into(self, backup: Backup) -> Dossier:
        """The state of one; raises the store's errors."""
        return self._backups.dossier(backup)

    def restore(self, backup: Backup, folder: Path) -> list[str]:
        """Lay one down in a new folder; returns sentences on what is missing of it."""
        found = archive.read(self._files, self._backups.name_of(backup))
        project = Identity(DossierId(found.meta.project), found.meta.format)
        return lay_down_anew(folder, found.tables, project, [Attachments(self._files)])
