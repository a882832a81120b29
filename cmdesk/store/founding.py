"""Making the files of a new dossier."""

from contextlib import suppress

from cmdesk.model.dossier import Dossier
from cmdesk.store import codec, identity, snapshot
from cmdesk.store.errors import AbsentError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.identity import Identity
from cmdesk.store.names import DATA, DROPPINGS, EVIDENCE, PROJECT, DataFile, Kind
from cmdesk.store.refusals import FolderInUseError
from cmdesk.store.snapshot import Meta, Tables


def lay_down(files: Files, dossier: Dossier, device: str) -> None:
    """Make a dossier's files; when that fails the folder is empty again."""
    lay_down_tables(files, codec.tables_of(dossier), Identity(dossier.id), device)


def lay_down_tables(files: Files, tables: Tables, project: Identity, device: str) -> None:
    """Make the files of a dossier that is given as tables; when that fails the folder is empty again."""
    _make_root(files)
    first = DataFile(Kind.SNAPSHOT, 1, device)
    meta = Meta(project.id, project.latest, first.generation, 0, 0, {}, {})
    try:
        _fill(files, str(first), snapshot.encode(tables, meta), project)
    except StoreError:
        _clear(files, str(first))
        raise


def _make_root(files: Files) -> None:
    try:
        if set(files.listdir()) - DROPPINGS:
            raise FolderInUseError(files.root)
    except AbsentError:
        files.make_root()


def _fill(files: Files, name: str, data: bytes, found: Identity) -> None:
    """project.json comes last: a folder that has one holds a whole dossier."""
    files.mkdir(DATA)
    files.mkdir(EVIDENCE)
    files.fsyncdir()
    snapshot.write(files, name, data)
    files.fsyncdir(DATA)
    identity.write(files, found)
    files.fsyncdir()


def _clear(files: Files, name: str) -> None:
    for remove, what in ((files.unlink, PROJECT), (files.unlink, name), (files.rmdir, DATA), (files.rmdir, EVIDENCE)):
        with suppress(StoreError):  # it may never have come so far
            remove(what)
