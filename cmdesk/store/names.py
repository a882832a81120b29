"""Names of data files. A name is never given twice: each carries a generation and the installation that wrote it."""

import re
from dataclasses import dataclass
from enum import Enum

DATA = "data"
EVIDENCE = "evidence"
QUARANTINE = "quarantine"
PROJECT = "project.json"
LOCK = "lock.json"
BACKUPS = "backups"
VERSIONS = "versions"
WHOSE = "folder"
"""In a second copy: the path of the folder that it is a copy of."""
AHEAD = "ahead"
"""In a second copy, as long as it holds edits that its folder does not."""
UNFINISHED = ".tmp"
DROPPINGS = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""What systems leave in any folder that a person looks into."""
_NAME = re.compile(r"(snap|jnl)-(\d{8,12})-([0-9a-z]{4})([ ._~(-].*)?\.(json|jsonl)([ _~(-].*)?(\.tmp)?")
"""With room for what cloud clients put into the name of a second version: “ (1)”, “-HOST”, “ (conflicted copy ...)”,
“.sync-conflict-...”, before or behind the ending."""

_KNOWN = re.compile(r"(project|lock)[ ._~(-].*\.json|(project|lock)\.json[ _~(-].*")


def is_conflict_of_known(name: str) -> bool:
    """Whether a cloud client made a file out of project.json or lock.json, which say the same or nothing of use."""
    return _KNOWN.fullmatch(name) is not None


class Kind(Enum):
    """The two kinds of data files; the value begins their names."""

    SNAPSHOT = "snap"
    JOURNAL = "jnl"

    @property
    def suffix(self) -> str:
        """What ends their names."""
        return "json" if self is Kind.SNAPSHOT else "jsonl"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file, known by its name."""

    kind: Kind
    generation: int
    device: str
    mark: str = ""
    """What a cloud client put into the name of its copy."""
    end: str = ""
    """What it put behind it."""

    def __str__(self) -> str:
        stem = f"{DATA}/{self.kind.value}-{self.generation:08}-{self.device}"
        return f"{stem}{self.mark}.{self.kind.suffix}{self.end}"

    @property
    def is_conflict(self) -> bool:
        """Whether a cloud client made it of another file when two versions met."""
        return bool(self.mark or self.end)


def data_file(name: str) -> DataFile | None:
    """The data file of a name in the folder `data`; None for a foreign or an unfinished one."""
    match = _NAME.fullmatch(name)
    if match is None or match[7]:
        return None
    kind = Kind(match[1])
    made = DataFile(kind, int(match[2]), match[3], match[4] or "", match[6] or "")
    return made if match[5] == kind.suffix else None


def generation(name: str) -> int:
    """Generation in the name of a data file, finished or not, so that it is never given again; 0 for others."""
    match = _NAME.fullmatch(name)
    return int(match[2]) if match else 0


def is_unfinished(name: str) -> bool:
    """Whether a file of ours was never finished: a crash came before it got its real name."""
    match = _NAME.fullmatch(name)
    return bool(match and match[7])
