"""What every edit is."""

from dataclasses import dataclass
from typing import Protocol

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier


class Edit(Protocol):
    """One thing that a user does to a dossier."""

    @property
    def label(self) -> str:
        """What it does, in the interface's language, as the undo menu names it ("Split paragraph")."""

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier afterwards; the very same object when nothing changes. Raises `StaleEditError`."""

    def continues(self, earlier: "Edit") -> bool:
        """Whether this goes on with an earlier edit, as typing does, so that one undo takes both back."""


class StaleEditError(CMDeskError):
    """An edit names a record that is no longer in the dossier."""

    def __init__(self, record: str) -> None:
        super().__init__(f"no such record: {record}")
        self.record = record

    @property
    def what(self) -> str:
        """The sentence for people."""
        return _("This part of the dossier is no longer there, so nothing was changed.")


@dataclass(frozen=True, slots=True)
class Several:
    """Edits that belong together: all of them or none, and one undo."""

    name: str
    edits: tuple[Edit, ...]

    @property
    def label(self) -> str:
        """The name given to the whole."""
        return self.name

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier after all edits in order."""
        for edit in self.edits:
            dossier = edit.apply(dossier)
        return dossier

    def continues(self, earlier: Edit) -> bool:  # noqa: ARG002 - the protocol's question, always answered no
        """Never: it is a step of its own."""
        return False
