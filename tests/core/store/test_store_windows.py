"""What Windows does to files, on a simulated disk."""

import random

import pytest
from crash_campaign import DEVICE, opened
from simulated_windows import SimulatedWindows, held
from small_dossiers import history, small_dossier

from cmdesk.store.attachments import Attachments
from cmdesk.store.disk import extended
from cmdesk.store.errors import NotPermittedError
from cmdesk.store.files import PAUSES, Files
from cmdesk.store.founding import lay_down
from cmdesk.store.ledger import Ledger, Pace, Writer
from cmdesk.store.lock import Lock, ourselves


class Waiting:
    """Counts the seconds that would have been waited."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self, seconds):
        self.seconds += seconds


def busy(times, code=32):
    """A schedule on which every operation is refused a number of times."""
    left = {}

    def schedule(kind, name):
        left[kind, name] = left.get((kind, name), times) - 1
        if left[kind, name] >= 0:
            return code
        del left[kind, name]
        return None

    return schedule


@pytest.fixture
def disk():
    made = SimulatedWindows()
    lay_down(Files(made), small_dossier(), DEVICE)
    return made


def test_the_waiting_is_bounded():
    assert sum(PAUSES) == pytest.approx(2.5)


@pytest.mark.parametrize("code", [5, 32, 33])
@pytest.mark.parametrize("times", [1, len(PAUSES)])
def test_a_file_that_somebody_holds_is_waited_for(disk, code, times):
    waited = Waiting()
    disk.schedule = busy(times, code)

    assert "project.json" in Files(disk, waited).listdir()
    assert waited.seconds == pytest.approx(sum(PAUSES[:times]))


def test_after_the_last_try_it_is_an_error_that_names_the_file(disk):
    disk.schedule = busy(len(PAUSES) + 1)

    with pytest.raises(NotPermittedError) as caught:
        Files(disk, Waiting()).read("project.json")

    assert "project.json" in caught.value.what


def test_what_is_forbidden_for_other_reasons_is_not_waited_for(disk):
    waited = Waiting()
    disk.before_op = forbid

    with pytest.raises(NotPermittedError):
        Files(disk, waited).create("data/x")

    assert waited.seconds == 0


def forbid(_disk, _kind, name):
    raise PermissionError(13, "no", name)


def test_no_schedule_of_held_files_loses_an_edit():
    rng = random.Random(8)
    refused = 0
    for _life in range(60):
        states = history(rng, 6)
        disk = SimulatedWindows()
        files = Files(disk, Waiting())
        lay_down(files, states[0], DEVICE)
        recovered, dossier, _reading = opened(files)
        ledger = Ledger(recovered, dossier, Writer(DEVICE, now=lambda: "now"), Pace(2, 10**6))
        disk.schedule = lambda _kind, _name, rng=rng: rng.choice((5, 32, 33)) if rng.random() < 0.55 else None
        for state in states[1:]:
            ledger.record(state, "edit")
            until_synced(ledger)
            if ledger.snapshot_due:
                ledger.snapshot()
        disk.schedule = lambda _kind, _name: None
        assert opened(files)[1] == states[-1]
        refused += disk.refused

    assert refused > 1_000


def until_synced(ledger):
    while not ledger.synced:
        try:
            ledger.sync()
        except NotPermittedError:
            continue


def test_a_lock_in_capitals_is_a_lock(disk):
    Lock(Files(disk), ourselves()).take()
    disk.names["LOCK.JSON"] = disk.names.pop("lock.json")

    assert Lock(Files(disk), ourselves()).take() is not None


@pytest.mark.parametrize("name", ["aux.pdf", "con", "NUL.txt", "a:b.png", "photo.png ", "x."])
def test_a_name_that_windows_forbids_can_be_attached(disk, tmp_path, name):
    (tmp_path / name).write_bytes(b"bytes")

    attachment = Attachments(Files(disk)).put(tmp_path / name)

    assert (attachment.name, Attachments(Files(disk)).name_of(attachment)[:9]) == (name, "evidence/")


def test_an_open_file_can_not_be_removed(disk):
    files = Files(disk, Waiting())
    files.create("data/x")

    with pytest.raises(NotPermittedError):
        files.unlink("data/x")


def test_long_paths_are_asked_for_in_the_form_that_allows_them():
    assert extended("C:\\Users\\x") == "\\\\?\\C:\\Users\\x"
    assert extended("\\\\server\\share\\x") == "\\\\?\\UNC\\server\\share\\x"
    assert extended("\\\\?\\C:\\x") == "\\\\?\\C:\\x"


def test_the_error_carries_its_code():
    assert held(33, "x").winerror == 33
