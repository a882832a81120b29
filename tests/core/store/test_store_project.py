import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from simulated_files import SimulatedFiles
from small_dossiers import PROSE, evidence, forget_second_copies, small_dossier

from cmdesk.model.answer import Prose
from cmdesk.model.language import Wording
from cmdesk.store import identity
from cmdesk.store.canonical import canonical
from cmdesk.store.errors import AbsentError, DiskFullError, NotPermittedError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.founding import lay_down
from cmdesk.store.lock import ourselves
from cmdesk.store.project import create, open_project
from cmdesk.store.refusals import (
    EmptyFolderError,
    FolderInUseError,
    LostIdentityError,
    NotADossierError,
    NothingReadableError,
)
from cmdesk.store.saving import Safety


def ignore(_state):
    """Hear nothing."""


def edited(folder, *states, close=True):
    """Create a dossier and save states in it; without `close`, as if the program had been killed afterwards."""
    project = create(folder, small_dossier())
    keeper = project.keeper(ignore)
    for state in states:
        keeper.keep(state, "edit")
        assert keeper.flush(10)
    left = shutil.copytree(folder, folder.with_name("killed")) if not close else folder
    keeper.close()
    (left / "lock.json").unlink(missing_ok=True)
    return left


def titled(words):
    dossier = small_dossier()
    return replace(dossier, profile=replace(dossier.profile, title=Wording("", words)))


def contents(folder):
    return {path.relative_to(folder): path.is_file() and path.read_bytes() for path in folder.rglob("*")}


def newest(folder, kind):
    return max((folder / "data").glob(f"{kind}-*"))


BEFORE_DROPPING = """
import cmdesk.store.project
from cmdesk.i18n import use_language
use_language("en")
"""
"""All that a process loads while it still may read root's Python."""


def run_as_nobody(code, *arguments):
    """Root passes every permission bit, so a process that is not root tries."""
    drop = "import os, sys; os.setgid(65534); os.setuid(65534)\n" if os.getuid() == 0 else "import sys\n"
    done = subprocess.run(
        [sys.executable, "-c", BEFORE_DROPPING + drop + code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_new_dossier_is_there_when_opened(tmp_path):
    create(tmp_path / "new", small_dossier()).close()

    assert open_project(tmp_path / "new").dossier == small_dossier()


@pytest.mark.parametrize("name", ["แฟ้มเมืองแห่งการเรียนรู้", "two words", "a/b/c", "x" * 200, "quote'\"%"])
def test_a_dossier_can_have_any_name_that_the_system_takes(tmp_path, name):
    create(tmp_path / name, small_dossier()).close()

    assert open_project(tmp_path / name).dossier == small_dossier()


def test_a_name_that_is_too_long_is_refused_by_name(tmp_path):
    with pytest.raises(StoreError) as caught:
        create(tmp_path / ("ก" * 200), small_dossier())

    assert "กกก" in caught.value.what


def test_a_folder_with_something_in_it_is_not_taken(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(FolderInUseError) as caught:
        create(tmp_path, small_dossier())

    assert str(tmp_path) in caught.value.what
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("dropping", [None, ".DS_Store", "desktop.ini"])
def test_a_folder_that_a_person_calls_empty_is_taken(tmp_path, dropping):
    (tmp_path / "empty").mkdir()
    if dropping:
        (tmp_path / "empty" / dropping).write_bytes(b"")

    project = create(tmp_path / "empty", small_dossier())

    assert (project.writable, project.report.foreign) == (True, ())
    project.close()


def test_edits_are_there_after_closing(tmp_path):
    last = titled("two").with_answer(PROSE, Prose()).with_evidence(evidence(1))
    folder = edited(tmp_path / "d", titled("one"), last)

    project = open_project(folder)

    assert project.dossier == last
    assert (project.report.recovered, project.report.damage, project.report.read_only) == (0, (), None)


def test_edits_are_there_after_a_kill_and_are_counted(tmp_path):
    folder = edited(tmp_path / "d", titled("one"), titled("two"), close=False)

    project = open_project(folder)

    assert project.dossier == titled("two")
    assert (project.report.recovered, project.report.damage) == (2, ())


def test_recovered_edits_are_reported_once(tmp_path):
    folder = edited(tmp_path / "d", titled("one"), close=False)
    open_project(folder).keeper(ignore).close()

    assert open_project(folder).report.recovered == 0


def test_opening_for_reading_writes_nothing(tmp_path):
    folder = edited(tmp_path / "d", titled("one"), close=False)
    before = contents(folder)

    open_project(folder, writable=False).close()

    assert contents(folder) == before


def test_opening_for_writing_writes_nothing_but_the_lock(tmp_path):
    folder = edited(tmp_path / "d", titled("one"), close=False)
    before = contents(folder)

    project = open_project(folder)

    assert {path.name for path in contents(folder).keys() - before.keys()} == {"lock.json"}
    project.close()
    assert contents(folder) == before


def test_closing_without_edits_writes_nothing(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    before = contents(folder)

    assert open_project(folder).keeper(ignore).close()

    assert contents(folder) == before


def test_two_generations_are_kept(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    for number in range(4):
        keeper = open_project(folder).keeper(ignore)
        keeper.keep(titled(str(number)), "edit")
        assert keeper.close()

    kinds = sorted(path.name[:3] for path in (folder / "data").iterdir())
    assert kinds == ["jnl", "sna", "sna"]


def test_the_second_window_reads_and_names_the_first(tmp_path):
    project = create(tmp_path / "d", small_dossier())

    second = open_project(tmp_path / "d")

    assert (second.writable, second.dossier) == (False, small_dossier())
    assert "another window" in second.report.read_only
    project.close()
    assert open_project(tmp_path / "d").writable


def test_a_second_window_leaves_the_first_one_its_lock(tmp_path):
    project = create(tmp_path / "d", small_dossier())
    open_project(tmp_path / "d").close()

    assert (tmp_path / "d" / "lock.json").exists()
    project.close()


@pytest.mark.parametrize("cut", [0, 1, 100, -1])
def test_a_truncated_snapshot_is_replaced_by_the_one_before_and_its_journal(tmp_path, cut):
    folder = edited(tmp_path / "d", titled("one"), titled("two"))
    path = newest(folder, "snap")
    path.write_bytes(path.read_bytes()[:cut])

    project = open_project(folder)

    assert project.dossier == titled("two")
    assert [path.name in sentence for sentence in project.report.damage] == [True]


def test_a_damaged_snapshot_is_set_aside_and_not_removed(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    damaged = newest(folder, "snap")
    damaged.write_bytes(b"{}")

    keeper = open_project(folder).keeper(ignore)
    keeper.keep(titled("two"), "edit")
    keeper.close()

    assert (folder / "quarantine" / damaged.name).read_bytes() == b"{}"
    again = open_project(folder)
    assert (again.dossier, again.report.damage) == (titled("two"), ())


def test_a_dossier_without_a_sound_snapshot_is_refused_by_the_names_of_the_damaged(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    forget_second_copies()
    snapshots = sorted((folder / "data").glob("snap-*"))
    for path in snapshots:
        path.write_bytes(b"")

    with pytest.raises(NothingReadableError) as caught:
        open_project(folder)

    assert all(path.name in caught.value.what for path in snapshots)


def test_a_dossier_without_any_data_is_refused(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    forget_second_copies()
    shutil.rmtree(folder / "data")

    with pytest.raises(NothingReadableError, match="no sound snapshot"):
        open_project(folder)


def test_foreign_files_are_left_alone_and_listed(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    (folder / "notes of mine.docx").write_bytes(b"mine")
    (folder / "data" / "snapshot of mine.json").write_bytes(b"{}")

    project = open_project(folder)

    assert project.report.foreign == ("notes of mine.docx", "data/snapshot of mine.json")
    assert project.report.damage == ()


def test_a_snapshot_of_another_dossier_is_not_shown(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    other = create(tmp_path / "other", replace(small_dossier(), id="0" * 26))
    other.close()
    foreign = newest(tmp_path / "other", "snap")
    text = foreign.read_bytes()
    shutil.copy(foreign, folder / "data" / "snap-00000001-zzzz.json")

    assert open_project(folder).dossier == titled("one")
    assert text


def test_a_newer_format_is_read_and_never_written(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    newer = identity.Identity(small_dossier().id, "2.0")
    stored = identity._Stored(newer.id, newer.format, identity._check(newer))
    (folder / "project.json").write_bytes(canonical(stored))
    before = contents(folder)

    project = open_project(folder)

    assert (project.writable, project.dossier) == (False, titled("one"))
    assert "2.0" in project.report.read_only
    assert contents(folder) == before


def test_a_newer_minor_version_is_written_and_what_it_added_stays(tmp_path):
    folder = edited(tmp_path / "d", titled("one").with_evidence(evidence(1)))
    add_to_newest_snapshot(folder)

    project = open_project(folder)
    keeper = project.keeper(ignore)
    keeper.keep(project.dossier.with_evidence(evidence(1, "changed")), "edit")
    assert keeper.close()

    tables = json.loads(newest(folder, "snap").read_bytes())
    (record,) = tables["evidence"].values()
    assert (record["mood"], record["title"]["thai"], tables["moods"]) == ("glad", "changed", {"m": {"a": [1]}})
    assert tables["_meta"]["1"]["format"] == "1.7"


def add_to_newest_snapshot(folder):
    """What a program of format 1.7 might have written."""
    from cmdesk.store import snapshot  # noqa: PLC0415 - only this test forges one

    newer = identity.Identity(small_dossier().id, "1.7")
    (folder / "project.json").write_bytes(canonical(identity._Stored(newer.id, "1.7", identity._check(newer))))
    path = newest(folder, "snap")
    found = snapshot.decode(path.read_bytes())
    (record,) = found.tables["evidence"].values()
    record["mood"] = "glad"
    path.write_bytes(snapshot.encode({**found.tables, "moods": {"m": {"a": [1]}}}, found.meta))


@pytest.mark.parametrize("text", [b"", b"{", b'{"id":"x","format":"1.0","check":0}', b"\0" * 60])
def test_a_damaged_project_file_does_not_keep_the_dossier_closed(tmp_path, text):
    folder = edited(tmp_path / "d", titled("one"))
    (folder / "project.json").write_bytes(text)

    project = open_project(folder)

    assert project.dossier == titled("one")
    assert "project.json" in project.report.damage[0]


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(AbsentError) as caught:
        open_project(tmp_path / "gone")

    assert "gone" in caught.value.what


def test_an_empty_folder_is_no_dossier(tmp_path):
    with pytest.raises(EmptyFolderError) as caught:
        open_project(tmp_path)

    assert "empty" in caught.value.what
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_something_else_is_no_dossier(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"")

    with pytest.raises(NotADossierError) as caught:
        open_project(tmp_path)

    assert "project.json" in caught.value.what


def test_a_file_is_no_dossier(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(NotADossierError):
        open_project(tmp_path / "file")


def test_a_dossier_that_lost_its_project_file_says_how_to_get_it_back(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    forget_second_copies()
    (folder / "project.json").unlink()

    with pytest.raises(LostIdentityError) as caught:
        open_project(folder)

    assert "project.json" in caught.value.advice


def test_a_read_only_folder_opens_for_reading_and_says_why(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    for path in [folder, *folder.rglob("*"), *folder.parents]:
        if path == folder or folder in path.parents:
            path.chmod(0o555 if path.is_dir() else 0o444)
        elif Path(tempfile.gettempdir()) in path.parents:
            path.chmod(0o755)

    said = run_as_nobody(
        "project = cmdesk.store.project.open_project(__import__('pathlib').Path(sys.argv[1]))\n"
        "print(project.writable, project.dossier.profile.title.english, project.report.read_only)",
        folder,
    )

    assert said.startswith("False one You may read")


def test_a_dossier_in_a_forbidden_place_is_refused_by_name(tmp_path):
    (tmp_path / "closed").mkdir(mode=0o500)

    said = run_as_nobody(
        "from cmdesk.store.errors import NotPermittedError\n"
        "from cmdesk.store.disk import Disk\nfrom cmdesk.store.files import Files\n"
        "try:\n    Files(Disk(__import__('pathlib').Path(sys.argv[1]))).mkdir('data')\n"
        "except NotPermittedError as error:\n    print(error.what)",
        tmp_path / "closed",
    )

    assert "closed" in said


def test_a_lock_from_another_computer_can_be_taken_over(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    elsewhere = msgspec.structs.replace(ourselves(), host="library-pc")
    (folder / "lock.json").write_bytes(canonical(elsewhere))

    assert "library-pc" in open_project(folder).report.read_only
    project = open_project(folder, take_over=True)
    assert project.writable
    project.close()


def test_a_window_that_runs_on_this_computer_is_never_robbed_of_its_lock(tmp_path):
    first = open_project(edited(tmp_path / "d", titled("one")))

    second = open_project(first.folder, take_over=True)

    assert not second.writable
    assert second.report.read_only
    first.close()


def test_creating_on_a_full_disk_leaves_an_empty_folder():
    for step in range(1, 20):
        disk = SimulatedFiles()
        full_at = disk.ops + step
        disk.before_op = refusing_from(full_at)
        try:
            lay_down(Files(disk), small_dossier(), "aaaa")
        except DiskFullError:
            assert set(disk.names) == {""}, step
        else:
            return
    pytest.fail("it never came to an end")


def refusing_from(step):
    def refuse(disk, kind, _name):
        if disk.ops >= step and kind not in ("unlink", "rmdir"):
            raise OSError(28, "full")

    return refuse


def test_a_dossier_whose_data_is_unreadable_is_left_unlocked(tmp_path):
    folder = edited(tmp_path / "d", titled("one"))
    forget_second_copies()
    for path in (folder / "data").glob("snap-*"):
        path.unlink()

    with pytest.raises(NothingReadableError):
        open_project(folder)

    assert not (folder / "lock.json").exists()


def test_a_snapshot_taken_under_the_eyes_of_a_reader_is_no_damage(tmp_path, monkeypatch):
    folder = edited(tmp_path / "d", titled("one"), titled("two"), close=False)
    listed = Files.listdir
    ghosts = ["jnl-00000001-aaaa.jsonl"]

    def listdir(files, name=""):
        return listed(files, name) + ([ghosts.pop()] if name == "data" and ghosts else [])

    monkeypatch.setattr(Files, "listdir", listdir)

    assert open_project(folder, writable=False).report.damage == ()
    assert ghosts == []


def test_what_is_open_for_reading_has_no_keeper(tmp_path):
    create(tmp_path / "d", small_dossier()).close()

    with pytest.raises(NotPermittedError):
        open_project(tmp_path / "d", writable=False).keeper(ignore)


def test_a_file_is_not_replaced_by_a_dossier(tmp_path):
    (tmp_path / "file").write_bytes(b"mine")

    with pytest.raises(StoreError):
        create(tmp_path / "file", small_dossier())

    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_program_that_ends_without_closing_has_saved_the_last_words(tmp_path):
    create(tmp_path / "d", small_dossier()).close()
    code = (
        "import sys; from dataclasses import replace; from pathlib import Path\n"
        "from cmdesk.model.language import Wording; from cmdesk.store.project import open_project\n"
        "project = open_project(Path(sys.argv[1])); keeper = project.keeper(lambda _state: None)\n"
        "title = replace(project.dossier.profile, title=Wording('', 'last words'))\n"
        "keeper.keep(replace(project.dossier, profile=title), 'type', resting=True)"
    )

    subprocess.run([sys.executable, "-c", code, tmp_path / "d"], check=True)

    project = open_project(tmp_path / "d")
    assert (project.dossier, project.writable) == (titled("last words"), True)
    project.close()


def test_the_keeper_begins_saved(tmp_path):
    keeper = create(tmp_path / "d", small_dossier()).keeper(ignore)

    assert keeper.state.safety is Safety.SAVED
    keeper.close()


def test_the_installation_keeps_its_name(tmp_path):
    create(tmp_path / "a", small_dossier()).close()
    create(tmp_path / "b", small_dossier()).close()

    assert newest(tmp_path / "a", "snap").name == newest(tmp_path / "b", "snap").name
