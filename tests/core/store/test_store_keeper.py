import errno
import os
import threading
from dataclasses import replace
from queue import Queue

import pytest
from crash_campaign import DEVICE, opened
from simulated_files import SimulatedFiles
from small_dossiers import small_dossier

from cmdesk.model.language import Wording
from cmdesk.store.clock import Clock
from cmdesk.store.errors import DiskFullError
from cmdesk.store.files import Files
from cmdesk.store.founding import lay_down
from cmdesk.store.keeper import RETRY, Keeper
from cmdesk.store.ledger import Ledger, Pace, Writer
from cmdesk.store.refusals import WriterStoppedError
from cmdesk.store.saving import Safety

SOON = 10


class ManualClock(Clock):
    """Time that moves when the test says so."""

    def __init__(self):
        self._now = 0.0
        self._news = None
        self._waited = threading.Event()

    def now(self):
        return self._now

    def wait(self, news, seconds):  # noqa: ARG002 - only the test knows how long that is
        self._news = news
        self._waited.set()
        news.wait()

    def pass_(self, seconds):
        assert self._waited.wait(SOON)
        with self._news:
            self._now += seconds
            self._news.notify_all()


class Scene:
    """A keeper on a simulated disk, and everything it said."""

    def __init__(self, pace=None):
        self.disk = SimulatedFiles()
        lay_down(Files(self.disk), small_dossier(), DEVICE)
        self.clock = ManualClock()
        self.heard = Queue()
        self.released = []
        recovered, dossier, _reading = opened(Files(self.disk))
        writer = Writer(DEVICE, now=lambda: "now")
        self.ledger = Ledger(recovered, dossier, writer, pace or Pace())
        stopped = WriterStoppedError(self.disk.root)
        self.keeper = Keeper(
            self.ledger, self.heard.put, stopped, clock=self.clock, release=lambda: self.released.append(1)
        )

    def until(self, safety):
        """The first state of this safety that is heard from now on."""
        while True:
            state = self.heard.get(timeout=SOON)
            if state.safety is safety:
                return state

    def lines(self):
        names = [name for name in self.disk.names if "jnl-" in name]
        return sum(self.disk.inodes[self.disk.names[name]].seen.count(b"\n") for name in names)

    def saved(self):
        return opened(Files(self.disk))[1]

    def fill(self):
        def refuse(_disk, kind, _name):
            if kind in ("create", "write"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        self.disk.before_op = refuse

    def make_room(self):
        self.disk.before_op = lambda *_: None


@pytest.fixture
def scene():
    made = Scene()
    yield made
    made.make_room()
    made.keeper.close(SOON)


def named(words):
    dossier = small_dossier()
    return replace(dossier, profile=replace(dossier.profile, title=Wording("", words)))


def test_an_action_is_written_at_once(scene):
    scene.keeper.keep(named("one"), "rename")

    assert scene.until(Safety.SAVED).sequence == 1
    assert scene.saved() == named("one")


def test_pending_is_known_before_anything_is_written(scene):
    scene.keeper.keep(named("one"), "type", resting=True)

    assert scene.keeper.state.safety is Safety.PENDING
    assert scene.until(Safety.PENDING).sequence == 0


def test_typing_is_written_after_a_second_of_rest(scene):
    scene.keeper.keep(named("one"), "type", resting=True)
    scene.until(Safety.PENDING)
    scene.clock.pass_(0.9)
    assert scene.lines() == 0

    scene.clock.pass_(0.2)

    assert scene.until(Safety.SAVED).sequence == 1


def test_typing_that_goes_on_is_one_line_every_five_seconds(scene):
    for key in range(8):
        scene.keeper.keep(named(str(key)), "type", resting=True)
        scene.clock.pass_(0.7)

    assert scene.until(Safety.SAVED).sequence == 1
    assert scene.lines() == 1


def test_an_action_takes_the_typing_before_it_along_as_a_line_of_its_own(scene):
    scene.keeper.keep(named("typed"), "type", resting=True)
    scene.keeper.keep(named("renamed"), "rename")

    assert scene.until(Safety.SAVED).sequence == 2
    assert scene.saved() == named("renamed")


def test_leaving_a_field_writes_what_rests(scene):
    scene.keeper.keep(named("typed"), "type", resting=True)

    scene.keeper.hurry()

    assert scene.until(Safety.SAVED).sequence == 1


def test_a_state_that_says_the_same_is_saved_without_a_line(scene):
    scene.keeper.keep(small_dossier(), "nothing")

    assert scene.until(Safety.SAVED).sequence == 0
    assert scene.lines() == 0


def test_a_full_disk_is_told_with_the_room_that_is_needed(scene):
    scene.fill()
    scene.keeper.keep(named("one"), "rename")

    problem = scene.until(Safety.NOT_SAVED).problem

    assert isinstance(problem, DiskFullError)
    assert "KB" in problem.advice


def test_saving_goes_on_by_itself_once_there_is_room(scene):
    scene.fill()
    scene.keeper.keep(named("one"), "rename")
    scene.until(Safety.NOT_SAVED)
    scene.make_room()

    scene.clock.pass_(RETRY)

    state = scene.until(Safety.SAVED)
    assert (state.sequence, state.problem) == (1, None)


def test_a_new_edit_tries_at_once_what_failed(scene):
    scene.fill()
    scene.keeper.keep(named("one"), "rename")
    scene.until(Safety.NOT_SAVED)
    scene.make_room()

    scene.keeper.keep(named("two"), "rename")

    assert scene.until(Safety.SAVED).sequence == 2


def test_flushing_on_a_full_disk_says_no_without_waiting_for_room(scene):
    scene.fill()
    scene.keeper.keep(named("one"), "rename")

    assert scene.keeper.flush() is False
    assert scene.keeper.state.safety is Safety.NOT_SAVED


def test_flushing_writes_what_rests(scene):
    scene.keeper.keep(named("typed"), "type", resting=True)

    assert scene.keeper.flush(SOON)
    assert scene.saved() == named("typed")


def test_closing_leaves_a_snapshot_and_releases_the_lock():
    scene = Scene()
    scene.keeper.keep(named("one"), "type", resting=True)

    assert scene.keeper.close(SOON)

    assert len([name for name in scene.disk.names if "snap-" in name]) == 2
    assert scene.released == [1]


def test_closing_on_a_full_disk_says_that_not_everything_is_kept():
    scene = Scene()
    scene.fill()
    scene.keeper.keep(named("one"), "rename")

    assert scene.keeper.close(SOON) is False
    assert scene.keeper.state.safety is Safety.NOT_SAVED


def test_many_lines_end_in_a_snapshot():
    scene = Scene(Pace(lines=3))
    for number in range(4):
        scene.keeper.keep(named(str(number)), "rename")
        assert scene.keeper.flush(SOON)
    scene.keeper.close(SOON)

    assert [name for name in scene.disk.names if "snap-" in name][-1] > "data/snap-00000003"
    assert scene.saved() == named("3")


def test_a_snapshot_that_finds_no_room_leaves_the_edit_saved():
    scene = Scene(Pace(lines=1))
    scene.disk.before_op = refuse_snapshots

    scene.keeper.keep(named("one"), "rename")

    assert scene.until(Safety.SAVED).sequence == 1
    scene.keeper.close(SOON)
    assert scene.saved() == named("one")


def refuse_snapshots(_disk, kind, name):
    if kind == "write" and "snap-" in name:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_writer_that_fell_over_says_so_and_releases_everyone_who_waits(monkeypatch):
    scene = Scene()
    fell = []
    monkeypatch.setattr(threading, "excepthook", fell.append)
    monkeypatch.setattr(scene.ledger, "record", lambda *_: 1 / 0)

    scene.keeper.keep(named("one"), "rename")

    assert scene.keeper.flush(SOON) is False
    state = scene.keeper.state
    assert (state.safety, type(state.problem)) == (Safety.NOT_SAVED, WriterStoppedError)
    assert scene.released == [1]
    scene.keeper.close(SOON)
    assert fell[0].exc_type is ZeroDivisionError


def test_an_edit_after_closing_is_not_called_saved():
    scene = Scene()
    scene.keeper.close(SOON)

    scene.keeper.keep(named("late"), "rename")

    assert scene.keeper.state.safety is Safety.NOT_SAVED


def test_a_record_that_can_not_be_written_is_told_and_not_forgotten(scene):
    dossier = small_dossier()
    scene.keeper.keep(dossier.with_answer("x" * 300, dossier.answer("plan")), "answer")

    assert scene.until(Safety.NOT_SAVED).problem.table == "answers"
    assert scene.keeper.flush() is False
