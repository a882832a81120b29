"""Search over every field of the records and every page of their files, quick enough to follow the typing."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Self, TypeAlias, TypeVar

import msgspec

from cmdesk.library.fields import Field, texts
from cmdesk.library.search import ANYTHING, Filters, Hit, Query, Results
from cmdesk.library.shelf import Page, Shelf
from cmdesk.model.evidence import Attachment, Evidence
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import EvidenceId
from cmdesk.progress import SILENT, Progress
from cmdesk.thai.normalizing import search_key

_BETWEEN = "\x1f"
_TITLES_END = "\x1e"
"""Part the fields of a record's key: no key has them, so nothing is found across fields."""
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PASSING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY}

T = TypeVar("T")
Library: TypeAlias = FrozenMap[EvidenceId, Evidence]
_NOTHING: Library = FrozenMap()


class Index:
    """The records of one dossier as last told by `update`, and the pages that lie on its shelf."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.shelf = Shelf.open(path)
        self._records: Library = _NOTHING
        self._keys: dict[EvidenceId, str] = {}
        self._ends: dict[EvidenceId, int] = {}
        self._owners: dict[str, dict[EvidenceId, Attachment]] = {}

    @classmethod
    def open(cls, path: Path) -> Self:
        """The index whose shelf is at a path (see `shelf_path`); it knows no record before the first `update`."""
        return cls(path)

    def close(self) -> None:
        """Let go of the shelf."""
        self.shelf.close()

    def update(self, before: Library, after: Library) -> None:
        """Follow a change of the library, or learn all of it when `before` is not what is known here."""
        if before is not self._records or not self._records:
            self._learn(after)
        else:
            self._follow(before, after)
        self._records = after

    def _learn(self, records: Library) -> None:
        nothing: dict[str, tuple[bytes, str]] = {}
        kept = self._try(self.shelf.record_keys, nothing)
        fresh: dict[str, tuple[bytes, str]] = {}
        self._keys, self._ends, self._owners = {}, {}, {}
        for record in records.values():
            digest = _digest(record)
            known = kept.get(record.id)
            if known is None or known[0] != digest:
                known = fresh[record.id] = digest, _key(record)
            self._own(record, known[1])
        gone = [name for name in kept if name not in records]
        if fresh or gone:
            self._try(lambda: self.shelf.keep_records(fresh, gone), None)

    def _follow(self, before: Library, after: Library) -> None:
        fresh: dict[str, tuple[bytes, str]] = {}
        gone = []
        for name in after.differing_from(before):
            self._disown(before.get(name))
            record = after.get(name)
            if record is None:
                gone.append(name)
                del self._keys[name]
            else:
                fresh[name] = _digest(record), _key(record)
                self._own(record, fresh[name][1])
        self._try(lambda: self.shelf.keep_records(fresh, gone), None)

    def _own(self, record: Evidence, key: str) -> None:
        self._keys[record.id], self._ends[record.id] = key, key.find(_TITLES_END)
        for attachment in record.attachments:
            self._owners.setdefault(attachment.sha256, {})[record.id] = attachment

    def _disown(self, record: Evidence | None) -> None:
        for attachment in () if record is None else record.attachments:
            self._owners.get(attachment.sha256, {}).pop(record.id if record else EvidenceId(""), None)

    def search(self, query: Query | str, filters: Filters = ANYTHING, limit: int = 100) -> Results:
        """At most `limit` records by their fields, then at most as many pages; all records for an empty query."""
        wanted = Query.of(query) if isinstance(query, str) else query
        named, others = self._fields(wanted, filters, limit)
        pages = islice(self._pages(wanted, filters), limit + 1)
        none: list[Hit] = []
        by_page = self._try(lambda: list(pages), none)
        hits = [self._hit(name, wanted) for name in (*named, *others)[:limit]]
        more = len(named) + len(others) > limit or len(by_page) > limit
        return Results((*hits, *by_page[:limit]), more)

    def _fields(self, query: Query, filters: Filters, limit: int) -> tuple[list[EvidenceId], list[EvidenceId]]:
        """The records found by their title, and those found by other fields; no more once there are too many."""
        found = list(self._keys.items())
        for term in query.terms:
            found = [(name, key) for name, key in found if term in key]
        if filters is not ANYTHING:
            found = [(name, key) for name, key in found if filters.match(self._records[name])]
        if not query.terms:
            return [name for name, _key in found], []
        named: list[EvidenceId] = []
        others: list[EvidenceId] = []
        first, *more = query.terms
        for name, key in found:
            end = self._ends[name]
            in_title = key.find(first, 0, end) >= 0 and all(key.find(term, 0, end) >= 0 for term in more)
            (named if in_title else others).append(name)
            if len(named) > limit:
                break
        return named, others

    def _hit(self, name: EvidenceId, query: Query) -> Hit:
        """The place in a record where the first word stands; the key has a part for each piece of its texts."""
        record = self._records[name]
        key = self._keys[name]
        at = key.find(query.terms[0]) if query.terms else 0
        place = key.count(_BETWEEN, 0, at)
        field, words = next(islice(texts(record), place, None), (Field.TITLE, ""))
        return Hit(name, field, words, query.terms)

    def _pages(self, query: Query, filters: Filters) -> Iterator[Hit]:
        for page in self.shelf.pages_with(query.terms):
            for name, attachment in self._owners.get(page.sha, {}).items():
                if filters is ANYTHING or filters.match(self._records[name]):
                    yield _page_hit(page, name, attachment, query)

    def unread(self) -> list[Attachment]:
        """The attached files of which the shelf knows nothing yet, each once."""
        missing = self._try(lambda: self.shelf.unread(self._owners), list(self._owners))
        return [attachment for sha in missing for attachment in list(self._owners[sha].values())[:1]]

    def _try(self, ask: Callable[[], T], otherwise: T) -> T:
        """What the shelf answers; when it proves damaged, a new empty one takes its place and is to be filled."""
        try:
            return ask()
        except sqlite3.DatabaseError as error:
            code = error.sqlite_errorcode & 0xFF
            if code not in _DAMAGED | _PASSING:
                raise
            if code in _DAMAGED:
                self.shelf.close()
                self.shelf = Shelf.renewed(self._path)
            return otherwise


def _page_hit(page: Page, name: EvidenceId, attachment: Attachment, query: Query) -> Hit:
    return Hit(name, Field.PAGE, page.text, query.terms, attachment, page.number)


def _digest(record: Evidence) -> bytes:
    return blake2b(msgspec.json.encode(record), digest_size=16).digest()


def _key(record: Evidence) -> str:
    """The keys of the titles, each with a sign after it, their end, then those of the other fields likewise."""
    pieces = [(field, search_key(words)) for field, words in texts(record)]
    titles = "".join(key + _BETWEEN for field, key in pieces if field is Field.TITLE)
    return titles + _TITLES_END + "".join(key + _BETWEEN for field, key in pieces if field is not Field.TITLE)


def prepare(path: Path, records: Library, progress: Progress = SILENT) -> None:
    """Work out the keys of records and put them on the shelf at a path, so that `update` finds them there.

    For a worker's thread, before a big library is opened on a computer for the first time.
    """
    with closing(Shelf.open(path)) as shelf:
        kept = shelf.record_keys()
        fresh: dict[str, tuple[bytes, str]] = {}
        for done, record in enumerate(records.values()):
            progress.step(done, len(records))
            digest = _digest(record)
            if kept.get(record.id, (b"", ""))[0] != digest:
                fresh[record.id] = digest, _key(record)
        shelf.keep_records(fresh)
