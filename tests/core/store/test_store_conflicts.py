"""Copies that cloud clients make, and files that arrive late, in parts or out of order."""

import random
import shutil

import pytest
from crash_campaign import DEVICE, opened
from simulated_files import Inode, SimulatedFiles
from small_dossiers import forget_second_copies, history, small_dossier
from test_store_journal import CONFLICTS

from cmdesk.store.files import Files
from cmdesk.store.findings import Severity
from cmdesk.store.founding import lay_down
from cmdesk.store.ledger import Ledger, Pace, Writer
from cmdesk.store.project import create, open_project

MARKS = [name.removeprefix("jnl-00000007-k7q2") for name in CONFLICTS]


@pytest.fixture
def folder(tmp_path):
    """A dossier of two edits."""
    project = create(tmp_path / "d", small_dossier())
    keeper = project.keeper(lambda _state: None)
    for state in history(random.Random(3), 2)[1:]:
        keeper.keep(state, "edit")
        assert keeper.flush(10)
    shutil.copytree(tmp_path / "d", tmp_path / "killed")
    keeper.close()
    (tmp_path / "killed" / "lock.json").unlink()
    forget_second_copies()
    return tmp_path / "killed"


def renamed(path, mark):
    """The name that a cloud client would give a copy of a file."""
    stem, suffix = path.name.split(".")
    return path.with_name(stem + mark.replace("jsonl", suffix))


@pytest.mark.parametrize("mark", MARKS)
def test_a_copy_that_holds_something_new_counts(folder, mark):
    wanted = open_project(folder, writable=False).dossier
    (journal,) = (folder / "data").glob("jnl-*")
    whole = journal.read_bytes()
    renamed(journal, mark).write_bytes(whole)
    journal.write_bytes(whole[: len(whole) // 2])

    project = open_project(folder, writable=False)

    assert project.dossier == wanted
    assert (project.report.foreign, project.report.damage) == ((), ())


@pytest.mark.parametrize("mark", MARKS)
def test_a_copy_goes_to_the_quarantine_with_the_next_snapshot(folder, mark):
    (journal,) = (folder / "data").glob("jnl-*")
    copied = renamed(journal, mark)
    copied.write_bytes(journal.read_bytes())

    project = open_project(folder)
    project.keeper(lambda _state: None).close()

    assert not copied.exists()
    assert len(list((folder / "quarantine").iterdir())) == 1


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff" * 50])
def test_a_copy_that_can_not_be_read_is_no_fault(folder, data):
    (snapshot,) = (folder / "data").glob("snap-*")
    renamed(snapshot, " (1).json").write_bytes(data)
    (folder / "project-LIBRARY.json").write_bytes(data)

    project = open_project(folder, writable=False)

    assert (project.report.foreign, project.report.damage) == ((), ())


def test_a_copy_stands_in_for_a_damaged_snapshot(folder):
    wanted = open_project(folder, writable=False).dossier
    (snapshot,) = (folder / "data").glob("snap-*")
    renamed(snapshot, " (1).json").write_bytes(snapshot.read_bytes())
    snapshot.write_bytes(b"{}")

    assert open_project(folder, writable=False).dossier == wanted


def test_files_that_arrive_in_any_order_renamed_and_doubled_give_the_same_state_in_the_end():
    rng = random.Random(11)
    for _delivery in range(60):
        source, states = written(rng)
        target = SimulatedFiles()
        for folder in ("data", "evidence"):
            target.mkdir(folder)
        names = [name for name, number in source.names.items() if number > 0]
        rng.shuffle(names)
        for name in names:
            deliver(source, target, name, rng)

        recovered, dossier, _reading = opened(Files(target))

        assert dossier == states[-1]
        assert [each for each in recovered.findings if each.severity >= Severity.DAMAGE] == []


def written(rng):
    states = history(rng, 8)
    disk = SimulatedFiles()
    lay_down(Files(disk), states[0], DEVICE)
    recovered, dossier, _reading = opened(Files(disk))
    ledger = Ledger(recovered, dossier, Writer(DEVICE, now=lambda: "now"), Pace(3, 10**6))
    for state in states[1:]:
        ledger.record(state, "edit")
        ledger.sync()
        if ledger.snapshot_due:
            ledger.snapshot()
    return disk, states


def deliver(source, target, name, rng):
    data = source.inodes[source.names[name]].seen
    if name.startswith("data/") and rng.random() < 0.4:
        stem, _dot, suffix = name.rpartition(".")
        mark = rng.choice([" (1)", "-PC", " (conflicted copy)", ".sync-conflict-1-A"])
        put(target, f"{stem}{mark}.{suffix}", data[: rng.randint(0, len(data))])
    put(target, name, data)


def put(target, name, data):
    target.inodes[len(target.inodes) + 1] = Inode(data, data)
    target.names[name] = len(target.inodes)
