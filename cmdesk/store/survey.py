"""What lies in a dossier's folder, by the names alone."""

from dataclasses import dataclass

from cmdesk.store.errors import AbsentError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.names import (
    AHEAD,
    BACKUPS,
    DATA,
    DROPPINGS,
    EVIDENCE,
    LOCK,
    PROJECT,
    QUARANTINE,
    UNFINISHED,
    VERSIONS,
    WHOSE,
    DataFile,
    Kind,
    data_file,
    generation,
    is_conflict_of_known,
    is_unfinished,
)
from cmdesk.store.refusals import EmptyFolderError, LostIdentityError, NotADossierError

_OURS = {PROJECT, PROJECT + UNFINISHED, LOCK, DATA, EVIDENCE, BACKUPS, QUARANTINE, VERSIONS, WHOSE, AHEAD}


@dataclass(frozen=True, slots=True)
class Survey:
    """Names in the folder, sorted by what they are."""

    data: tuple[DataFile, ...]
    unfinished: tuple[str, ...]
    foreign: tuple[str, ...]
    generation: int
    """The highest that any name bears."""

    def of(self, kind: Kind) -> list[DataFile]:
        """Data files of one kind, the newest first."""
        chosen = (file for file in self.data if file.kind is kind)
        return sorted(chosen, key=lambda file: (file.generation, file.device), reverse=True)


NOTHING = Survey((), (), (), 0)


def survey(files: Files) -> Survey:
    """What lies in a dossier's folder; an error when it is no dossier."""
    top = _top(files)
    names = files.listdir(DATA) if DATA in top else []
    known = [file for name in names if (file := data_file(name))]
    foreign = [name for name in top if name not in _OURS | DROPPINGS and not is_conflict_of_known(name)]
    foreign += [f"{DATA}/{name}" for name in names if _is_foreign(name)]
    return Survey(
        tuple(known),
        tuple(f"{DATA}/{name}" for name in names if is_unfinished(name)),
        tuple(foreign),
        max(map(generation, names), default=0),
    )


def _is_foreign(name: str) -> bool:
    return data_file(name) is None and not is_unfinished(name) and name not in DROPPINGS


def _top(files: Files) -> list[str]:
    try:
        names = files.listdir()
    except AbsentError as error:
        raise (NotADossierError(files.root) if _is_there(files) else error) from error
    if not set(names) - DROPPINGS:
        raise EmptyFolderError(files.root)
    if PROJECT not in names:
        raise (LostIdentityError if DATA in names else NotADossierError)(files.root)
    return names


def _is_there(files: Files) -> bool:
    try:
        return files.exists("")
    except StoreError:
        return False
