"""TinyDB databases whose changes are journal lines: a commit costs what it changes, not what the table holds."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any, TypeAlias, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from cmdesk.store.line import Change, Record
from cmdesk.store.snapshot import Tables

Log: TypeAlias = Callable[[list[Change]], None]


class LoggedStorage(Storage):
    """TinyDB storage in memory that tells `log` of every commit before it takes place."""

    def __init__(self, tables: Tables, log: Log) -> None:
        self._tables = tables
        self._log = log
        self._together: list[Change] | None = None

    def read(self) -> dict[str, dict[str, Any]]:
        """All tables by name; TinyDB may take tables out of this mapping, so it is a copy."""
        return dict(self._tables)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the tables equal to these: how TinyDB drops tables."""
        self.commit(list(_differences(self._tables, data)))

    def commit(self, changes: list[Change]) -> None:
        """Log changes and make them; within `together` they are logged when it ends."""
        if self._together is None:
            self._log(changes)
        else:
            self._together.extend(changes)
        apply(self._tables, changes)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all commits within one entry of the log."""
        self._together = []
        try:
            yield
            if self._together:
                self._log(self._together)
        finally:
            self._together = None


def apply(tables: Tables, changes: list[Change]) -> None:
    """Make changes in tables; making them twice changes nothing more."""
    for name, record_id, record in changes:
        if record is None:
            tables.get(name, {}).pop(record_id, None)
        else:
            tables.setdefault(name, {})[record_id] = record


def _differences(
    before: Mapping[str, Mapping[str, Record]], after: Mapping[str, Mapping[str, Record]]
) -> Iterator[Change]:
    for name in {**before, **after}:
        old, new = before.get(name, {}), after.get(name, {})
        for record_id in {**old, **new}:
            if old.get(record_id) != new.get(record_id):
                yield name, record_id, new.get(record_id)


class Draft(MutableMapping[str, Record]):
    """A table as an updater sees it: what it touches is a copy, so the table itself stays as it is."""

    def __init__(self, table: Mapping[str, Record]) -> None:
        self._table = table
        self._touched: dict[str, Record | None] = {}

    def __getitem__(self, record_id: str) -> Record:
        if record_id not in self._touched:
            self._touched[record_id] = deepcopy(self._table[record_id])
        record = self._touched[record_id]
        if record is None:
            raise KeyError(record_id)
        return record

    def __setitem__(self, record_id: str, record: Mapping[str, Any]) -> None:
        self._touched[record_id] = dict(record)

    def __delitem__(self, record_id: str) -> None:
        if record_id not in self:
            raise KeyError(record_id)
        self._touched[record_id] = None

    def __contains__(self, record_id: object) -> bool:
        touched = self._touched.get(cast("str", record_id), ...)
        return record_id in self._table if touched is ... else touched is not None

    def __iter__(self) -> Iterator[str]:
        yield from (record_id for record_id in self._table if record_id in self)
        yield from (record_id for record_id in self._touched if record_id not in self._table and record_id in self)

    def __len__(self) -> int:
        return sum(1 for _record_id in self)

    def changes(self, name: str) -> list[Change]:
        """What is different now, as changes of the table of this name."""
        return [
            (name, record_id, record)
            for record_id, record in self._touched.items()
            if record != self._table.get(record_id)
        ]


class Documents(Table):
    """A TinyDB table with text ids that commits the documents an update changed, and only those."""

    document_id_class = cast("type[int]", str)  # TinyDB's annotation knows ints only, its code takes any class

    def put(self, record_id: str, record: Record) -> None:
        """Set a whole record, new or not."""
        self._update_table(lambda table: cast("Draft", table).__setitem__(record_id, record))

    def drop(self, record_id: str) -> None:
        """Take a record out, if it is there."""
        self.remove(doc_ids=cast("list[int]", [record_id]))

    def record(self, record_id: str) -> Record | None:
        """The record of an id as it is stored, not to be changed; None when there is none."""
        return cast("Record | None", self._read_table().get(record_id))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        draft = Draft(cast("Mapping[str, Record]", self._read_table()))
        updater(cast("dict[int, Mapping[str, Any]]", draft))
        changes = draft.changes(self.name)
        if changes:
            cast("LoggedStorage", self._storage).commit(changes)
        self.clear_cache()


class Database(TinyDB):
    """The tables of a dossier."""

    table_class = Documents

    def __init__(self, tables: Tables, log: Log) -> None:
        super().__init__(tables, log, storage=LoggedStorage)

    def documents(self, name: str) -> Documents:
        """A table, empty when nothing was ever put in it."""
        return cast("Documents", self.table(name))

    def make(self, changes: list[Change]) -> None:
        """Make changes in several tables as one entry of the log."""
        with cast("LoggedStorage", self.storage).together():
            for name, record_id, record in changes:
                if record is None:
                    self.documents(name).drop(record_id)
                else:
                    self.documents(name).put(record_id, record)
