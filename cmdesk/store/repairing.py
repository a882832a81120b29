"""A sound dossier in a new folder, made from one that is damaged: the damaged one is never touched."""

from dataclasses import dataclass
from pathlib import Path

from cmdesk.store.attachments import Attachments
from cmdesk.store.disk import Disk
from cmdesk.store.errors import StoreError
from cmdesk.store.files import Files
from cmdesk.store.findings import Severity
from cmdesk.store.recovery import recover
from cmdesk.store.restoring import lay_down_anew
from cmdesk.store.salvaging import Salvage, salvage
from cmdesk.store.shadow import Shadows


@dataclass(frozen=True, slots=True)
class Repaired:
    """What came out: sentences on everything that is missing or doubtful; none when all is there."""

    doubts: tuple[str, ...]
    from_state: int
    """Number of the last edit in it."""


def repair(source: Path, new: Path) -> Repaired:
    """Lay the best state of a damaged dossier down in a new folder; an error when there is no state at all."""
    old = Files(Disk(source))
    try:
        found = recover(*Shadows(source).places(old), thorough=True)
    except StoreError:
        return _laid_down(salvage(source, *_second_copies(source)), old, new)
    doubts = [each.sentence for each in found.findings if each.severity >= Severity.LOSS]
    return _laid_down(Salvage(found.identity, found.tables, found.position.sequence, doubts), old, new)


def salvage_to(source: Path, new: Path) -> Repaired:
    """Lay down what any readable files below a place give, ignoring how they are named and where they lie."""
    return _laid_down(salvage(source), Files(Disk(source if source.is_dir() else source.parent)), new)


def _second_copies(source: Path) -> list[Path]:
    shadows = Shadows(source)
    lost = shadows.of_lost()
    return [shadows.own(lost).root] if lost is not None else []


def _laid_down(made: Salvage, old: Files, new: Path) -> Repaired:
    missing = lay_down_anew(new, made.tables, made.project, [Attachments(old)])
    return Repaired((*made.doubts, *missing), made.lines)
