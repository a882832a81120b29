import random
import shutil
from dataclasses import replace

import pytest
from small_dossiers import evidence, forget_second_copies, small_dossier

from cmdesk.model.language import Wording
from cmdesk.store.errors import StoreError
from cmdesk.store.line import Line, encode
from cmdesk.store.project import create, open_project
from cmdesk.store.refusals import NothingReadableError
from cmdesk.store.repairing import repair, salvage_to
from cmdesk.store.salvaging import right_lines, salvage


def titled(words):
    dossier = small_dossier()
    return replace(dossier, profile=replace(dossier.profile, title=Wording("", words)))


@pytest.fixture
def folder(tmp_path):
    """A killed dossier of six edits, of which the snapshot holds none."""
    keeper = create(tmp_path / "d", small_dossier()).keeper(lambda _state: None)
    for number in range(6):
        keeper.keep(titled(str(number)).with_evidence(evidence(number)), "edit")
        assert keeper.flush(10)
    shutil.copytree(tmp_path / "d", tmp_path / "killed")
    keeper.close()
    forget_second_copies()
    return tmp_path / "killed"


def lines(*values):
    return [
        encode(Line("P", "aaaa", number, 0, "now", "", "edit", [("t", "r", {"v": value})]))[0]
        for number, value in enumerate(values)
    ]


def test_lines_are_found_in_any_bytes():
    texts = lines("ก", "b", 3)
    rubbish = random.Random(1).randbytes(5_000)

    found = right_lines(rubbish + texts[0].strip() + rubbish + texts[1] + b"00000000 7 {" + texts[2] + rubbish)

    assert [each.line.changes[0][2]["v"] for each in found] == ["ก", "b", 3]


def test_a_line_with_a_wrong_letter_is_not_found():
    assert right_lines(lines("abc")[0].replace(b"abc", b"abd")) == []


def test_a_dossier_is_put_together_from_files_under_any_names(folder, tmp_path):
    heap = tmp_path / "heap"
    heap.mkdir()
    for number, path in enumerate(path for path in folder.rglob("*") if path.is_file()):
        shutil.copy(path, heap / f"FILE{number:04}.CHK")

    repaired = salvage_to(heap, tmp_path / "new")

    assert repaired.doubts == ()
    assert open_project(tmp_path / "new", writable=False).dossier == open_project(folder, writable=False).dossier


def test_missing_lines_and_the_records_that_may_lack_them_are_named(folder):
    (journal,) = (folder / "data").glob("jnl-*")
    kept = journal.read_bytes().split(b"\n")
    journal.write_bytes(b"\n".join(kept[:2] + kept[3:]))

    doubts = salvage(folder).doubts

    assert "number 4 " in doubts[0]
    assert any("evidence/" in each for each in doubts[1:])


def test_a_damaged_file_is_named(folder):
    (snapshot,) = (folder / "data").glob("snap-*")
    spoilt = folder / "copy.json"
    spoilt.write_bytes(snapshot.read_bytes()[:-5])

    assert any("copy.json" in each for each in salvage(folder).doubts)


def test_a_heap_without_a_state_is_refused(tmp_path):
    (tmp_path / "x.jsonl").write_bytes(b"".join(lines(1, 2)))

    with pytest.raises(NothingReadableError):
        salvage(tmp_path)


def test_a_place_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(StoreError):
        salvage(tmp_path / "gone")


def test_one_file_is_enough(folder, tmp_path):
    (snapshot,) = (folder / "data").glob("snap-*")

    salvage_to(snapshot, tmp_path / "new")

    assert open_project(tmp_path / "new", writable=False).dossier == small_dossier()


def test_a_backup_or_version_is_a_state_too(folder, tmp_path):
    project = open_project(folder)
    project.versions.add("kept")
    project.close()
    wanted = project.dossier
    shutil.rmtree(folder / "data")

    repaired = repair(folder, tmp_path / "new")

    assert repaired.doubts == ()
    assert open_project(tmp_path / "new", writable=False).dossier == wanted


def test_a_repair_takes_the_second_copy_when_the_folder_is_past_opening(tmp_path):
    keeper = create(tmp_path / "d", small_dossier()).keeper(lambda _state: None)
    keeper.keep(titled("two"), "edit")
    keeper.close()
    for path in (tmp_path / "d" / "data").iterdir():
        path.write_bytes(b"")
    (tmp_path / "d" / "project.json").write_bytes(b"")

    repair(tmp_path / "d", tmp_path / "new")

    assert open_project(tmp_path / "new", writable=False).dossier == titled("two")


def test_a_repair_names_what_is_missing(folder, tmp_path):
    (journal,) = (folder / "data").glob("jnl-*")
    kept = journal.read_bytes().split(b"\n")
    journal.write_bytes(b"\n".join(kept[:2] + kept[3:]))

    assert "number 4 " in repair(folder, tmp_path / "new").doubts[0]
