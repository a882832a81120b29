"""What was read from attached files, kept so that nothing is read twice: texts, thumbnails, fingerprints.

One SQLite file of the user's cache for each dossier. All of it can be made anew, so at the least doubt it is. Page
texts are found by groups of three letters, since Thai has no blanks to part words at.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple, Self

import msgspec

from cmdesk import places
from cmdesk.library.reading.found import Found
from cmdesk.model.ids import DossierId
from cmdesk.thai.normalizing import search_key

_VERSION = 1
_GRAM = 3
_MOST_STARTS = 500
"""Groups of three letters that begin with a shorter term, and are looked for in its stead."""
_SCHEMA = f"""
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
BEGIN;
CREATE TABLE IF NOT EXISTS files (sha TEXT PRIMARY KEY, found TEXT NOT NULL, image BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pages (id INTEGER PRIMARY KEY, sha TEXT NOT NULL, page INTEGER NOT NULL, text TEXT NOT NULL,
    key TEXT NOT NULL, UNIQUE (sha, page));
CREATE TABLE IF NOT EXISTS records (id TEXT PRIMARY KEY, digest BLOB NOT NULL, key TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS grams USING fts5(key, content='', tokenize='trigram case_sensitive 1', detail=none);
CREATE VIRTUAL TABLE IF NOT EXISTS starts USING fts5vocab(grams, row);
PRAGMA user_version = {_VERSION};
COMMIT;
"""


class Page(NamedTuple):
    """One page of an attached file; pages count from 1."""

    sha: str
    number: int
    text: str


def shelf_path(dossier: DossierId) -> Path:
    """Where the shelf of a dossier is kept on this computer; its folder need not exist."""
    return places.caches() / "library" / f"{dossier}.sqlite"


class Shelf:
    """Connection to a shelf; each thread opens its own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """The shelf at a path; an empty one when there is none, or none that is sound.

        In memory when the folder can't be written: then it lasts as long as the program runs.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return cls(_prepared(":memory:"))
        try:
            return cls(_prepared(path))
        except sqlite3.DatabaseError:
            return cls.renewed(path)

    @classmethod
    def renewed(cls, path: Path) -> Self:
        """An empty shelf in place of a doubtful one that nobody here has open."""
        return cls(_prepared(path if _removed(path) else ":memory:"))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def keep(self, sha: str, found: Found) -> None:
        """Remember what was read from the file of a hash, in place of what was known of it."""
        rows = [(sha, number, text, search_key(text) + "  ") for number, text in enumerate(found.pages, start=1)]
        told = msgspec.json.encode(msgspec.structs.replace(found, pages=(), image=b"")).decode()
        with self._connection as db:
            self._forget(sha)
            for row in rows:
                place = db.execute("INSERT INTO pages (sha, page, text, key) VALUES (?, ?, ?, ?)", row).lastrowid
                db.execute("INSERT INTO grams (rowid, key) VALUES (?, ?)", (place, row[3]))
            db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (sha, told, found.image))

    def _forget(self, sha: str) -> None:
        db = self._connection
        for row in db.execute("SELECT id, key FROM pages WHERE sha = ?", (sha,)).fetchall():
            db.execute("INSERT INTO grams (grams, rowid, key) VALUES ('delete', ?, ?)", row)
        db.execute("DELETE FROM pages WHERE sha = ?", (sha,))

    def unread(self, shas: Iterable[str]) -> list[str]:
        """Those of some hashes of which nothing is known yet, each once."""
        known = {sha for (sha,) in self._connection.execute("SELECT sha FROM files")}
        return [sha for sha in dict.fromkeys(shas) if sha not in known]

    def found(self, sha: str) -> Found | None:
        """What was read from a file, without its pages and its image; None when nothing was."""
        row = self._connection.execute("SELECT found FROM files WHERE sha = ?", (sha,)).fetchone()
        return None if row is None else msgspec.json.decode(row[0], type=Found)

    def image(self, sha: str) -> bytes:
        """The small picture of a file; empty when there is none."""
        row = self._connection.execute("SELECT image FROM files WHERE sha = ?", (sha,)).fetchone()
        return b"" if row is None else row[0]

    def fingerprints(self) -> dict[str, str]:
        """The perceptual hash of each picture, by the hash of its file."""
        asked = "SELECT sha, json_extract(found, '$.picture.fingerprint') FROM files"
        return {sha: fingerprint for sha, fingerprint in self._connection.execute(asked) if fingerprint}

    def pages(self, sha: str) -> list[str]:
        """The texts of a file's pages."""
        asked = "SELECT text FROM pages WHERE sha = ? ORDER BY page"
        return [text for (text,) in self._connection.execute(asked, (sha,))]

    def pages_with(self, terms: Iterable[str]) -> Iterator[Page]:
        """The pages on which all of some search keys stand, as they were kept."""
        wanted = tuple(terms)
        expressions = [self._expression(term) for term in wanted]
        if not wanted or "" in expressions:
            return
        asked = (
            "SELECT sha, page, text, pages.key FROM grams JOIN pages ON pages.id = grams.rowid WHERE grams MATCH ? "
            "ORDER BY grams.rowid"
        )
        with closing(self._connection.execute(asked, (" AND ".join(expressions),))) as rows:
            for sha, number, text, key in rows:
                if all(term in key for term in wanted):
                    yield Page(sha, number, text)

    def _expression(self, term: str) -> str:
        """What to ask the index of three letters for; empty when no page can have the term."""
        if len(term) >= _GRAM:
            parts = dict.fromkeys(term[at : at + _GRAM] for at in range(len(term) - _GRAM + 1))
            return " AND ".join(map(_quoted, parts))
        asked = "SELECT term FROM starts WHERE term >= ? AND term < ? LIMIT ?"
        rows = self._connection.execute(asked, (term, term + "\U0010ffff", _MOST_STARTS))
        grams = [_quoted(gram) for (gram,) in rows]
        return f"({' OR '.join(grams)})" if grams else ""

    def record_keys(self) -> dict[str, tuple[bytes, str]]:
        """The digest and the search key of each record that was kept, by its id."""
        return {name: (digest, key) for name, digest, key in self._connection.execute("SELECT * FROM records")}

    def keep_records(self, keys: Mapping[str, tuple[bytes, str]], gone: Iterable[str] = ()) -> None:
        """Remember the digest and search key of some records, and forget others."""
        with self._connection as db:
            db.executemany("DELETE FROM records WHERE id = ?", [(name,) for name in gone])
            rows = ((name, digest, key) for name, (digest, key) in keys.items())
            db.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", rows)


def _prepared(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level="IMMEDIATE")
    try:
        _lay_out(connection)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make what is missing and look into each table; DatabaseError when this is no shelf of ours."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version not in (0, _VERSION):
        raise sqlite3.DatabaseError(f"version {version}")
    connection.executescript(_SCHEMA)
    for table in ("files", "pages", "records", "grams", "starts"):
        connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()  # noqa: S608 - the names stand here


def _removed(path: Path) -> bool:
    with suppress(OSError):  # another window may hold it: then this one does without
        for part in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            part.unlink(missing_ok=True)
        return True
    return False


def _quoted(gram: str) -> str:
    return '"' + gram.replace('"', '""') + '"'
