"""What we rely on in TinyDB, some of it private: a new release that breaks it must turn these red."""

import inspect
import json

import pytest
from tinydb import JSONStorage, TinyDB, where
from tinydb.table import Document, Table

from cmdesk.store.snapshot import Meta, encode
from cmdesk.store.tables import Database, apply

RECORDS = {"evidence": {"A": {"n": 1, "deep": {"x": [1]}}, "B": {"n": 2, "deep": {"x": []}}}}


@pytest.fixture
def log():
    return []


@pytest.fixture
def database(log):
    return Database({name: dict(table) for name, table in RECORDS.items()}, lambda changes: log.append(list(changes)))


def test_tinydb_still_updates_tables_through_its_private_method():
    assert list(inspect.signature(Table._update_table).parameters) == ["self", "updater"]
    assert "_update_table" in inspect.getsource(Table.update)


def test_an_update_logs_only_the_documents_it_changes(database, log):
    database.table("evidence").update({"n": 3}, where("n") == 2)

    assert log == [[("evidence", "B", {"n": 3, "deep": {"x": []}})]]


def test_an_update_in_place_leaves_the_stored_record_alone(database):
    before = database.documents("evidence").record("A")

    database.table("evidence").update(lambda record: record["deep"]["x"].append(2), doc_ids=["A"])

    assert before == {"n": 1, "deep": {"x": [1]}}
    assert database.table("evidence").get(doc_id="A")["deep"] == {"x": [1, 2]}


def test_an_update_that_changes_nothing_is_not_logged(database, log):
    database.table("evidence").update({"n": 1}, doc_ids=["A"])

    assert log == []


def test_documents_have_text_ids(database):
    assert [each.doc_id for each in database.table("evidence")] == ["A", "B"]


def test_inserting_and_removing_are_logged(database, log):
    database.table("evidence").insert(Document({"n": 9}, "C"))
    database.table("evidence").remove(where("n") == 1)

    assert log == [[("evidence", "C", {"n": 9})], [("evidence", "A", None)]]
    assert len(database.table("evidence")) == 2


def test_inserting_an_id_twice_is_refused(database):
    with pytest.raises(ValueError, match="already exists"):
        database.table("evidence").insert(Document({}, "A"))


def test_updating_or_inserting_finds_the_document(database, log):
    database.table("evidence").upsert(Document({"n": 5}, "A"))

    assert log == [[("evidence", "A", {"n": 5, "deep": {"x": [1]}})]]


def test_truncating_a_table_logs_every_document(database, log):
    database.table("evidence").truncate()

    assert log == [[("evidence", "A", None), ("evidence", "B", None)]]


def test_dropping_a_table_logs_every_document(database, log):
    database.drop_table("evidence")

    assert log == [[("evidence", "A", None), ("evidence", "B", None)]]
    assert len(database.table("evidence")) == 0


def test_changes_in_several_tables_are_one_entry(database, log):
    database.make([("evidence", "A", None), ("answers", "q", {"kind": "card"}), ("evidence", "none", None)])

    assert log == [[("evidence", "A", None), ("answers", "q", {"kind": "card"})]]
    assert database.tables() == {"evidence", "answers"}


def test_a_log_that_fails_is_heard():
    def fail(_changes):
        raise OSError

    broken = Database({}, fail)

    with pytest.raises(OSError):  # noqa: PT011 - the very error of the log
        broken.make([("evidence", "A", {})])


def test_making_changes_twice_changes_nothing_more():
    tables = {}
    for _time in range(2):
        apply(tables, [("evidence", "A", {"n": 1}), ("evidence", "B", None)])

    assert tables == {"evidence": {"A": {"n": 1}}}


def test_a_snapshot_is_a_file_that_plain_tinydb_reads(tmp_path):
    path = tmp_path / "snapshot.json"
    path.write_bytes(encode(RECORDS, Meta("p", "1.0", 7, 3, 0, {}, {})))

    with TinyDB(path, storage=JSONStorage, access_mode="r") as plain:
        assert plain.table("_meta").get(doc_id=1)["counts"] == {"evidence": 2}
        assert plain.table("evidence").get(doc_id="A")["n"] == 1
    assert list(json.loads(path.read_bytes())) == ["_meta", "evidence"]
