"""How safely a dossier is kept at a moment."""

from dataclasses import dataclass
from enum import Enum

from cmdesk.errors import CMDeskError


class Safety(Enum):
    """What would become of the last edits if the power failed now."""

    SAVED = "saved"
    """Everything handed over is on disk in the dossier's folder."""
    SAVED_HERE_ONLY = "saved_here_only"
    """Everything is on disk in the second copy on this computer, but the dossier's folder can't take it at present."""
    PENDING = "pending"
    """Something is about to be written."""
    NOT_SAVED = "not_saved"
    """Writing failed; it is tried again without anyone asking."""
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class SaveState:
    """How safe the dossier is, and the number of the last edit on disk."""

    safety: Safety
    sequence: int
    problem: CMDeskError | None = None
