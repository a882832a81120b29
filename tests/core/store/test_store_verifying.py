import shutil

import pytest
from small_dossiers import evidence, forget_second_copies, small_dossier

from cmdesk.store import snapshot
from cmdesk.store.project import create
from cmdesk.store.refusals import EmptyFolderError
from cmdesk.store.verifying import verify


@pytest.fixture
def folder(tmp_path):
    """A dossier of two generations, the older with a journal of two lines."""
    project = create(tmp_path / "dossier", small_dossier())
    keeper = project.keeper(lambda _state: None)
    for number in range(2):
        keeper.keep(small_dossier().with_evidence(evidence(1, str(number))), "edit")
        assert keeper.flush(10)
    shutil.copytree(tmp_path / "dossier", tmp_path / "killed")
    keeper.close()
    forget_second_copies()
    return tmp_path / "dossier"


def newest(folder, kind):
    return max((folder / "data").glob(f"{kind}-*"))


def test_a_closed_dossier_is_sound(folder):
    assert (verify(folder).exit_status, verify(folder).findings) == (0, ())


def test_a_killed_dossier_is_sound(folder):
    assert verify(folder.with_name("killed")).exit_status == 0


def test_a_foreign_file_is_a_warning(folder):
    (folder / "stray.txt").write_bytes(b"")

    assert verify(folder).exit_status == 1
    assert "stray.txt" in verify(folder).findings[0]


def test_a_line_torn_by_an_interruption_is_a_warning(folder):
    path = newest(folder.with_name("killed"), "jnl")
    path.write_bytes(path.read_bytes() + b"00000000 99 {")

    assert verify(path.parent.parent).exit_status == 1
    assert path.name in verify(path.parent.parent).findings[0]


def test_a_torn_line_that_was_written_anew_is_no_longer_told(folder):
    path = newest(folder, "jnl")
    path.write_bytes(path.read_bytes() + b"00000000 99 {")

    assert verify(folder).exit_status == 0


@pytest.mark.parametrize("age", [min, max])
def test_a_damaged_snapshot_is_damage_without_loss(folder, age):
    path = age((folder / "data").glob("snap-*"))
    data = path.read_bytes()
    path.write_bytes(data[:200] + bytes([data[200] ^ 1]) + data[201:])

    assert verify(folder).exit_status == 2
    assert path.name in verify(folder).findings[0]


def test_two_snapshots_that_swapped_names_are_damage(folder):
    first, second = sorted((folder / "data").glob("snap-*"))
    data = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(data)

    verdict = verify(folder)

    assert verdict.exit_status == 3
    assert all(path.name in " ".join(verdict.findings) for path in (first, second))


def test_a_missing_line_is_a_loss(folder):
    killed = folder.with_name("killed")
    path = newest(killed, "jnl")
    path.write_bytes(path.read_bytes().split(b"\n", 1)[1])

    verdict = verify(killed)

    assert verdict.exit_status == 3
    assert "number 2" in verdict.findings[0]


def test_a_damaged_line_is_a_loss_and_later_lines_are_kept(folder):
    killed = folder.with_name("killed")
    path = newest(killed, "jnl")
    path.write_bytes(path.read_bytes().replace(b'"act":"edit"', b'"act":"odit"', 1))

    assert verify(killed).exit_status == 3


def test_a_record_that_can_not_be_read_is_a_loss(folder):
    path = newest(folder, "snap")
    found = snapshot.decode(path.read_bytes())
    found.tables["evidence"]["../x"] = {"kind": "link"}
    path.write_bytes(snapshot.encode(found.tables, found.meta))

    verdict = verify(folder)

    assert verdict.exit_status == 3
    assert "../x" in verdict.findings[0]


def test_a_dossier_with_no_sound_snapshot_is_a_loss(folder):
    for path in (folder / "data").glob("snap-*"):
        path.unlink()

    assert verify(folder).exit_status == 3


def test_a_folder_that_is_no_dossier_has_no_verdict(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(EmptyFolderError):
        verify(tmp_path / "empty")


def test_the_worst_is_told_first(folder):
    (folder / "stray.txt").write_bytes(b"")
    newest(folder, "snap").write_bytes(b"")

    assert "damaged" in verify(folder).findings[0]


def test_every_byte_of_a_snapshot_matters(folder):
    path = newest(folder, "snap")
    data = path.read_bytes()
    missed = [at for at in range(0, len(data), 7) if _is_sound(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])]

    assert missed == []


def _is_sound(data):
    try:
        snapshot.decode(data)
    except ValueError:
        return False
    return True
