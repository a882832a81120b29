import os
import subprocess
import sys

import msgspec
import pytest
from simulated_files import SimulatedFiles
from small_dossiers import small_dossier

from cmdesk.store import processes
from cmdesk.store.canonical import canonical
from cmdesk.store.clock import Clock
from cmdesk.store.files import Files
from cmdesk.store.lock import SILENCE, Lock, Owner, Watch, ourselves
from cmdesk.store.project import create, open_project


def owner(**changes):
    return msgspec.structs.replace(ourselves(), session="0" * 26, **changes)


def held_by(holder):
    """What a newcomer hears when the lock holds these bytes, or the sentence None when it takes over."""
    disk = SimulatedFiles()
    data = holder if isinstance(holder, bytes) else canonical(holder)
    files = Files(disk)
    handle = files.create("lock.json")
    files.write(handle, data)
    files.close(handle)
    return Lock(files, ourselves()).take()


def dead_process():
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_a_free_lock_is_taken():
    assert Lock(Files(SimulatedFiles()), ourselves()).take() is None


def test_a_living_process_holds_its_lock():
    assert "another window" in held_by(owner(pid=os.getppid(), birth=""))


def test_a_dead_process_holds_nothing():
    assert held_by(owner(pid=dead_process(), birth="")) is None


def test_a_lock_from_before_the_last_boot_holds_nothing():
    assert held_by(owner(boot="another")) is None


@pytest.mark.skipif(not processes.birth(os.getpid()), reason="the system does not tell when a process began")
def test_a_process_number_given_again_holds_nothing():
    assert held_by(owner(birth="1")) is None


def test_another_computer_is_named():
    assert "library-pc" in held_by(owner(host="library-pc", user="somchai"))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\0" * 40, b'{"pid":"x"}', b"\xff"])
def test_a_lock_that_can_not_be_read_holds_nothing(data):
    assert held_by(data) is None


@pytest.mark.parametrize("pid", [-1, 0, 2**70])
def test_a_lock_with_an_impossible_process_holds_nothing(pid):
    assert held_by(canonical({**msgspec.to_builtins(owner()), "pid": pid})) is None


def test_a_folder_in_the_place_of_the_lock_keeps_nobody_out(tmp_path):
    create(tmp_path / "d", small_dossier()).close()
    (tmp_path / "d" / "lock.json").mkdir()

    project = open_project(tmp_path / "d")

    assert project.writable
    project.close()


def test_a_full_disk_keeps_nobody_out():
    disk = SimulatedFiles()

    def refuse(_disk, _kind, _name):
        raise OSError(28, "full")

    disk.before_op = refuse

    assert Lock(Files(disk), ourselves()).take() is None


def test_releasing_leaves_the_lock_of_another_session():
    disk = SimulatedFiles()
    Lock(Files(disk), ourselves()).take()

    Lock(Files(disk), owner()).release()

    assert "lock.json" in disk.names


def test_an_owner_is_known_by_all_that_a_person_needs():
    ours = ourselves()

    assert (ours.pid, ours.host, ours.is_gone) == (os.getpid(), processes.host(), False)
    assert isinstance(ours, Owner)


def test_a_user_without_a_name_is_no_reason_to_fail(monkeypatch):
    def fail():
        raise KeyError

    monkeypatch.setattr(processes.getpass, "getuser", fail)

    assert processes.user() == ""


class SetClock(Clock):
    def __init__(self):
        self.seconds = 0.0

    def now(self):
        return self.seconds


def test_a_lock_tells_since_when():
    assert "since 2026-11-22 10:00" in held_by(owner(host="library-pc", since="2026-11-22 10:00"))


def test_a_holder_that_gives_no_sign_for_a_minute_is_silent():
    disk, clock = SimulatedFiles(), SetClock()
    Lock(Files(disk), owner(host="library-pc")).take()
    watch = Watch(Lock(Files(disk), ourselves()), clock)

    clock.seconds = SILENCE - 1
    assert not watch.is_silent()
    clock.seconds = SILENCE
    assert watch.is_silent()


def test_a_holder_that_gives_signs_is_never_silent():
    disk, clock = SimulatedFiles(), SetClock()
    holder = Lock(Files(disk), owner(host="library-pc"))
    holder.take()
    watch = Watch(Lock(Files(disk), ourselves()), clock)

    for _beat in range(30):
        clock.seconds += 10
        holder.beat()
        assert not watch.is_silent()


def test_a_lock_out_of_reach_is_no_silence():
    disk, clock = SimulatedFiles(), SetClock()
    watch = Watch(Lock(Files(disk), ourselves()), clock)
    clock.seconds = SILENCE * 9

    assert not watch.is_silent()


def test_a_lock_that_beats_can_still_be_read_and_released():
    disk = SimulatedFiles()
    holder = Lock(Files(disk), owner(pid=os.getppid(), birth=""))
    holder.take()
    holder.beat()

    assert "another window" in Lock(Files(disk), ourselves()).take()
    holder.release()
    assert "lock.json" not in disk.names


def test_a_beat_in_a_folder_that_is_gone_is_no_error():
    disk = SimulatedFiles()
    holder = Lock(Files(disk), owner())
    holder.take()
    disk.write = refuse_to_write

    holder.beat()

    assert holder.signs() > 0


def refuse_to_write(_handle, _data):
    raise OSError(5, "gone")


def test_a_keeper_gives_signs_of_life(tmp_path, monkeypatch):
    monkeypatch.setattr("cmdesk.store.keeper.BEAT", 0.01)
    project = create(tmp_path / "d", small_dossier())
    before = (tmp_path / "d" / "lock.json").stat().st_size
    keeper = project.keeper(lambda _state: None)
    watch = project.watch_owner()

    while (tmp_path / "d" / "lock.json").stat().st_size < before + 3:
        pass

    assert not watch.is_silent()
    keeper.close()
