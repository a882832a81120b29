"""Every edit lies in two places, and either one is enough."""

import errno
import os
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from crash_campaign import DEVICE
from simulated_files import SimulatedFiles
from small_dossiers import small_dossier

from cmdesk import places
from cmdesk.model.language import Wording
from cmdesk.store.abreast import Abreast
from cmdesk.store.codec import Reading
from cmdesk.store.disk import Disk
from cmdesk.store.errors import AbsentError, DiskFullError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.founding import lay_down
from cmdesk.store.ledger import Ledger, Pace, Writer
from cmdesk.store.project import create, open_project
from cmdesk.store.recovery import recover
from cmdesk.store.refusals import AnotherDossierError, UnresponsiveError
from cmdesk.store.saving import Safety
from cmdesk.store.verifying import verify

SOON = 10


def titled(words):
    dossier = small_dossier()
    return replace(dossier, profile=replace(dossier.profile, title=Wording("", words)))


def title_of(project):
    return project.dossier.profile.title.english


class Working:
    """A dossier being edited, and everything said of its safety."""

    def __init__(self, folder, project=None):
        self.folder = folder
        self.heard = []
        self._news = threading.Condition()
        self.project = project or create(folder, small_dossier())
        self.keeper = self.project.keeper(self._hear)

    def _hear(self, state):
        with self._news:
            self.heard.append(state)
            self._news.notify_all()

    def edit(self, words):
        self.keeper.keep(titled(words), "edit")
        assert self.keeper.flush(SOON)

    def until(self, safety):
        with self._news:
            assert self._news.wait_for(lambda: self.heard and self.heard[-1].safety is safety, SOON), self.heard
            return self.heard[-1]


@pytest.fixture
def working(tmp_path):
    made = Working(tmp_path / "d")
    made.edit("one")
    yield made
    made.keeper.close(SOON)


def shadow():
    (found,) = (places.local_data() / "shadow").glob("*/*")
    return found


def opened_title(folder):
    return title_of(open_project(folder, writable=False))


def test_an_edit_is_in_the_second_copy_as_well(working):
    assert recover(Files(Disk(shadow()))).tables["dossier"] == recover(Files(Disk(working.folder))).tables["dossier"]
    assert opened_title(shadow()) == "one"


def test_without_edits_there_is_no_second_copy(tmp_path):
    project = create(tmp_path / "d", small_dossier())
    project.keeper(lambda _state: None).close()

    assert not (places.local_data() / "shadow").exists()


def test_the_second_copy_notes_whose_it_is(working):
    assert (shadow() / "folder").read_text(encoding="utf-8") == str(working.folder)


@pytest.mark.parametrize("lost", ["data", "project.json", "everything", "snapshots", "journals"])
def test_a_folder_that_lost_something_is_read_from_the_second_copy(working, lost):
    working.keeper.close()
    wipe(working.folder, lost)

    project = open_project(working.folder, writable=False)

    assert title_of(project) == "one"
    assert bool(project.report.damage) == (lost in ("project.json", "everything"))


@pytest.mark.parametrize("lost", ["data", "project.json", "everything", "snapshots", "journals"])
def test_the_next_edit_heals_the_folder(working, lost):
    working.keeper.close()
    wipe(working.folder, lost)

    again = Working(working.folder, open_project(working.folder))
    again.edit("two")
    again.keeper.close()

    shutil.rmtree(shadow())
    assert opened_title(working.folder) == "two"
    assert verify(working.folder).exit_status == 0


@pytest.mark.parametrize("lost", ["data", "project.json", "everything", "snapshots", "journals"])
def test_the_next_edit_heals_the_second_copy(working, lost):
    working.keeper.close()
    wipe(shadow(), lost)

    again = Working(working.folder, open_project(working.folder))
    again.edit("two")
    again.keeper.close()

    assert opened_title(shadow()) == "two"


def wipe(folder, lost):
    chosen = {"snapshots": "data/snap-*", "journals": "data/jnl-*", "everything": "*"}.get(lost, lost)
    for path in folder.glob(chosen):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def test_a_damaged_line_is_taken_from_its_twin(tmp_path):
    working = Working(tmp_path / "d")
    for words in ("one", "two", "three"):
        working.edit(words)
    shutil.copytree(tmp_path, tmp_path.with_name("killed"))
    killed = tmp_path.with_name("killed") / "d"
    (journal,) = (working.folder / "data").glob("jnl-*")
    working.project.close()
    journal.write_bytes(journal.read_bytes().replace(b"two", b"tow"))

    project = open_project(working.folder, writable=False)

    assert (title_of(project), len(project.report.damage)) == ("three", 1)
    assert "missing" not in project.report.damage[0]
    assert verify(working.folder).exit_status == 2
    assert verify(killed).exit_status == 0
    working.keeper.close()


def test_a_folder_that_goes_away_is_told_and_catches_up_by_itself(working):
    away = working.folder.with_name("away")
    working.folder.rename(away)
    working.edit("two")

    state = working.until(Safety.SAVED_HERE_ONLY)
    assert isinstance(state.problem, AbsentError)
    assert (shadow() / "ahead").exists()
    away.rename(working.folder)

    assert working.until(Safety.SAVED).problem is None
    assert not (shadow() / "ahead").exists()
    assert recover(Files(Disk(working.folder))).tables["dossier"] == recover(Files(Disk(shadow()))).tables["dossier"]


def test_a_folder_that_comes_back_empty_is_not_written_in(working):
    away = working.folder.with_name("away")
    working.folder.rename(away)
    working.folder.mkdir()

    working.edit("two")

    assert working.keeper.state.safety is Safety.SAVED_HERE_ONLY
    assert list(working.folder.iterdir()) == []


def test_another_dossier_in_the_place_of_the_folder_is_left_alone(working):
    working.folder.rename(working.folder.with_name("away"))
    working.edit("two")
    create(working.folder, replace(small_dossier(), id="0" * 26)).close()
    before = sorted(working.folder.rglob("*"))

    working.edit("three")

    assert isinstance(working.keeper.state.problem, AnotherDossierError)
    assert sorted(working.folder.rglob("*")) == before
    assert working.keeper.state.problem.what


def test_a_folder_that_comes_back_poorer_is_filled_again(working):
    away = working.folder.with_name("away")
    working.folder.rename(away)
    working.edit("two")
    for path in (away / "data").iterdir():
        path.unlink()
    away.rename(working.folder)

    working.until(Safety.SAVED)
    working.keeper.close()

    shutil.rmtree(shadow())
    assert opened_title(working.folder) == "two"


def test_edits_made_while_the_folder_was_away_are_there_at_its_new_place(working):
    moved = working.folder.with_name("moved")
    working.folder.rename(moved)
    working.edit("two")
    working.keeper.close()
    (moved / "lock.json").unlink()  # which names this very process, still alive

    project = open_project(moved)

    assert title_of(project) == "two"
    again = Working(moved, project)
    again.edit("three")
    again.keeper.close()
    shutil.rmtree(places.local_data() / "shadow")
    assert opened_title(moved) == "three"


def test_a_copied_folder_is_a_dossier_of_its_own(working):
    working.keeper.close()
    copied = shutil.copytree(working.folder, working.folder.with_name("copied"))
    again = Working(working.folder, open_project(working.folder))
    again.edit("two")
    again.keeper.close()

    assert opened_title(copied) == "one"


def test_a_copy_whose_original_is_gone_does_not_inherit_later_edits(working):
    copied = shutil.copytree(working.folder, working.folder.with_name("copied"))
    (copied / "lock.json").unlink()
    working.edit("two")
    working.keeper.close()
    shutil.rmtree(working.folder)

    assert opened_title(copied) == "one"


def test_a_second_copy_that_can_not_be_written_leaves_the_dossier_saved(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("CMDESK_HOME", str(tmp_path / "file"))
    working = Working(tmp_path / "d")

    working.edit("one")

    assert (working.keeper.state.safety, opened_title(working.folder)) == (Safety.SAVED, "one")
    assert isinstance(working.keeper.state.problem, StoreError)
    working.keeper.close(SOON)


class Pair:
    """A ledger on two simulated disks."""

    def __init__(self, together=None):
        self.disks = SimulatedFiles(), SimulatedFiles()
        self.files = [Files(disk) for disk in self.disks]
        lay_down(self.files[0], small_dossier(), DEVICE)
        lay_down(self.files[1], small_dossier(), DEVICE)
        recovered = recover(*self.files)
        more = {"together": together} if together else {}
        self.ledger = Ledger(recovered, small_dossier(), Writer(DEVICE), Pace(), whose="here", **more)

    def fail(self, place, code=errno.ENOSPC):
        def refuse(_disk, kind, _name):
            if kind in ("create", "write"):
                raise OSError(code, os.strerror(code))

        self.disks[place].before_op = refuse

    def mend(self, place):
        self.disks[place].before_op = lambda *_: None

    def title(self, *chosen):
        recovered = recover(*(self.files[place] for place in chosen))
        return Reading(recovered.tables, recovered.identity.id).dossier().profile.title.english


@pytest.mark.parametrize("place", [0, 1])
def test_one_full_disk_leaves_the_edit_in_the_other_copy(place):
    pair = Pair()
    pair.fail(place)
    pair.ledger.record(titled("one"), "edit")

    with pytest.raises(DiskFullError):
        pair.ledger.sync()

    assert (pair.ledger.somewhere, pair.ledger.at_home, pair.ledger.sequence) == (True, place == 1, 1)
    assert pair.title(1 - place) == pair.title(0, 1) == "one"
    pair.mend(place)
    pair.ledger.sync()
    assert pair.title(place) == "one"


def test_two_full_disks_leave_it_nowhere():
    pair = Pair()
    pair.fail(0)
    pair.fail(1)
    pair.ledger.record(titled("one"), "edit")

    with pytest.raises(DiskFullError):
        pair.ledger.sync()

    assert (pair.ledger.somewhere, pair.ledger.sequence) == (False, 0)


def test_a_disk_that_hangs_does_not_hold_up_the_other():
    pair = Pair(Abreast(0.01))
    gate, done = threading.Event(), threading.Event()
    pair.disks[0].before_op = lambda *_: gate.wait(SOON)
    pair.ledger.record(titled("one"), "edit")

    with pytest.raises(UnresponsiveError) as caught:
        pair.ledger.sync()

    assert (pair.ledger.somewhere, pair.ledger.at_home, pair.title(1)) == (True, False, "one")
    assert "simulated" in caught.value.what
    pair.ledger.record(titled("two"), "edit")
    with pytest.raises(UnresponsiveError):
        pair.ledger.sync()
    gate.set()
    while pair.ledger._home.busy:
        done.wait(0.01)
    pair.ledger.sync()
    assert pair.title(0) == pair.title(1) == "two"


def test_a_stray_without_a_readable_note_is_not_read(working):
    stray = shadow().with_name("0" * 12)
    shutil.copytree(shadow(), stray)
    (stray / "ahead").write_bytes(b"")
    (stray / "folder").unlink()

    assert opened_title(working.folder) == "one"


def test_a_stray_whose_folder_is_in_its_place_is_not_read(working):
    other = create(Path(str(working.folder) + "2"), small_dossier())
    other.close()
    stray = shadow().with_name("0" * 12)
    shutil.copytree(shadow(), stray)
    (stray / "ahead").write_bytes(b"")
    (stray / "folder").write_text(str(other.folder), encoding="utf-8")
    working.keeper.close()

    assert opened_title(other.folder) == small_dossier().profile.title.english


def test_a_dossier_made_anew_in_the_same_place_does_not_inherit_edits(working):
    working.keeper.close()
    shutil.rmtree(working.folder)

    create(working.folder, small_dossier()).close()

    assert opened_title(working.folder) == small_dossier().profile.title.english
    assert len(list((places.local_data() / "shadow").glob("*/*"))) == 1


def test_closing_leaves_no_thread_behind(tmp_path):
    before = threading.active_count()
    working = Working(tmp_path / "d")
    working.edit("one")
    working.keeper.close(SOON)

    deadline = threading.Event()
    while threading.active_count() > before:
        deadline.wait(0.01)
