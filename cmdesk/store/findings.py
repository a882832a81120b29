"""What reading a dossier's folder brought to light, in sentences for people."""

from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """How bad a finding is; the value is the exit status of `verify`."""

    SOUND = 0
    WARNING = 1
    DAMAGE = 2
    """Damaged, but everything could be read from elsewhere."""
    LOSS = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found."""

    severity: Severity
    sentence: str


@dataclass(frozen=True, slots=True)
class OpeningReport:
    """What a person may want to know after opening."""

    recovered: int = 0
    """Edits that were made before an interruption and are here again."""
    damage: tuple[str, ...] = ()
    """Sentences: what was damaged, what was used instead, what is missing."""
    foreign: tuple[str, ...] = ()
    """Names of files in the folder that are not the dossier's."""
    read_only: str | None = None
    """Why it is open for reading only; None when it can be written, or when reading only was asked for."""
    findings: tuple[Finding, ...] = field(default=(), repr=False)
