"""Folders and dossiers that can't be opened, made or changed, each with its reason."""

from pathlib import Path

from cmdesk.i18n import _
from cmdesk.store.errors import StoreError


class FolderInUseError(StoreError):
    """A new dossier needs a folder that is empty or does not exist."""

    @property
    def what(self) -> str:
        """Which folder holds something."""
        return _("The folder “{folder}” is not empty.").format(folder=self.path)

    @property
    def advice(self) -> str:
        """What would do."""
        return _("Choose a new name for the dossier's folder.")


class NotADossierError(StoreError):
    """A folder, or something else, that is no dossier."""

    @property
    def what(self) -> str:
        """What is no dossier."""
        return _("“{folder}” is not a CMDesk dossier: it has no file named project.json.").format(folder=self.path)

    @property
    def advice(self) -> str:
        """What to choose instead."""
        return _("Choose the folder that holds project.json and the folder named data.")


class EmptyFolderError(NotADossierError):
    """A folder with nothing in it."""

    @property
    def what(self) -> str:
        """Which folder is empty."""
        return _("The folder “{folder}” is empty.").format(folder=self.path)


class LostIdentityError(NotADossierError):
    """A dossier's data without its project.json."""

    @property
    def what(self) -> str:
        """What is missing."""
        return _("The dossier “{folder}” has lost its file project.json.").format(folder=self.path)

    @property
    def advice(self) -> str:
        """Where the file may be had."""
        return _("Its data is still there: bring project.json back from a copy or from the recycle bin.")


class AnotherDossierError(StoreError):
    """Where a dossier's folder was, there is another one now."""

    @property
    def what(self) -> str:
        """Which folder has another dossier in it."""
        return _("At “{folder}” there is another dossier now.").format(folder=self.path)

    @property
    def advice(self) -> str:
        """How saving goes on."""
        return _("Put the folder of this dossier back in its place; saving then goes on by itself.")


class UnresponsiveError(StoreError):
    """A disk or network folder does not answer."""

    @property
    def what(self) -> str:
        """What does not answer."""
        return _("“{folder}” does not answer.").format(folder=self.path)


class NothingReadableError(StoreError):
    """No snapshot of the dossier can be read."""

    def __init__(self, path: Path, files: tuple[str, ...]) -> None:
        super().__init__(path, "no sound snapshot among: " + ", ".join(files))
        self.files = files

    @property
    def what(self) -> str:
        """Which files failed."""
        if not self.files:
            return _("The dossier “{folder}” has no data: its folder “data” holds no snapshot.").format(
                folder=self.path
            )
        return _("No state of the dossier “{folder}” can be read; damaged: {files}.").format(
            folder=self.path, files=", ".join(self.files)
        )

    @property
    def advice(self) -> str:
        """What to do with what is left."""
        return _("Leave the folder as it is, make a copy of it, and open a backup or a colleague's copy.")


class DamagedRecordError(StoreError):
    """A record that is not what its table holds: `field` is the path to what is wrong in it."""

    def __init__(self, table: str, record: str, field: str, reason: str) -> None:
        super().__init__(Path(table), f"{record} {field}: {reason}")
        self.table = table
        self.record = record
        self.field = field
        self.fault = reason

    @property
    def what(self) -> str:
        """Which record and field."""
        return _("The record “{record}” of the table “{table}” can't be read: {field}: {reason}.").format(
            record=self.record[:80], table=self.table, field=self.field or "-", reason=self.fault
        )

    @property
    def advice(self) -> str:
        """What became of it."""
        return _("It is left untouched in the file; the rest of the dossier is not affected.")


class MissingAttachmentError(StoreError):
    """The file of an attachment is not in the dossier's folder; `reason` is what the user called it."""

    @property
    def what(self) -> str:
        """Which file is missing."""
        return _("The attached file “{name}” is missing from the dossier's folder.").format(name=self.reason)

    @property
    def advice(self) -> str:
        """How to bring it back."""
        return _("Attach it again, or copy “{file}” back from a backup.").format(file=self.path)


class WriterStoppedError(StoreError):
    """The thread that saves has ended, so nothing more is saved."""

    @property
    def what(self) -> str:
        """Which dossier is not saved."""
        return _("“{folder}” is no longer being saved, because of a fault in the program.").format(folder=self.path)

    @property
    def advice(self) -> str:
        """How to rescue the work."""
        return _("Export the dossier or copy your last sentences, then open it again.")
