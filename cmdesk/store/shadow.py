"""Where the second copies lie: in the user's local application data, one for each folder that holds a dossier.

A copied folder is a dossier of its own although it bears the same id, so the place depends on the folder's path. When
a folder was moved while it lagged behind its second copy, that copy is found by its mark and read along.
"""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cmdesk import places
from cmdesk.model.ids import DossierId, is_ulid, new_ulid
from cmdesk.store import identity
from cmdesk.store.disk import Disk
from cmdesk.store.errors import StoreError
from cmdesk.store.files import Files
from cmdesk.store.names import AHEAD, WHOSE

SHADOW = "shadow"


class Shadows:
    """The second copies that have to do with one dossier's folder."""

    def __init__(self, folder: Path, base: Path | None = None) -> None:
        self.whose = str(folder.resolve())
        """What a second copy notes down of its folder."""
        self._base = base or places.local_data() / SHADOW
        self._key = hashlib.sha256(self.whose.encode()).hexdigest()[:12]

    def places(self, files: Files) -> list[Files]:
        """The folder itself, its second copy, and copies that have edits of a folder that was moved here."""
        try:
            project = identity.read(files).id
        except StoreError:
            lost = self.of_lost()
            if lost is None:
                return [files]
            project = lost
        return [files, self.own(project), *self.strays(project)]

    def own(self, project: DossierId) -> Files:
        """The second copy of the folder as this dossier; it need not exist."""
        return Files(Disk(self._base / project / self._key))

    def retire(self, project: DossierId) -> None:
        """Put aside the second copy of a dossier that is being made anew in the same place: it is another's now."""
        held = Files(Disk(self._base / project))
        with suppress(StoreError):  # it would take a second fault for this to matter
            if held.exists(self._key):
                held.rename(self._key, f"{self._key}-{new_ulid()}")

    def of_lost(self) -> DossierId | None:
        """The dossier that the folder held, when the folder itself no longer says; None unless there is just one."""
        found = [name for name in _listed(self._base) if is_ulid(name) and self._key in _listed(self._base / name)]
        return DossierId(found[0]) if len(found) == 1 else None

    def strays(self, project: DossierId) -> list[Files]:
        """Second copies of the same dossier that hold more than their folder did, which is no longer in its place."""
        return [files for files in self._others(project) if files.exists(AHEAD) and _is_stray(files, project)]

    def _others(self, project: DossierId) -> Iterator[Files]:
        for key in _listed(self._base / project):
            if key != self._key:
                yield Files(Disk(self._base / project / key))


def _listed(folder: Path) -> list[str]:
    try:
        return Files(Disk(folder)).listdir()
    except StoreError:
        return []


def _is_stray(files: Files, project: DossierId) -> bool:
    try:
        whose = Path(files.read(WHOSE).decode("utf-8", "replace"))
    except StoreError:
        return False
    try:
        return identity.read(Files(Disk(whose))).id != project
    except StoreError:
        return True
