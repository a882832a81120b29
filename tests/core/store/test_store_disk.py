import errno

import pytest

from cmdesk.store.disk import Disk
from cmdesk.store.errors import (
    AbsentError,
    DiskFullError,
    NameTakenError,
    NotPermittedError,
    StoreError,
    of_system,
    readable_size,
)
from cmdesk.store.files import Files
from cmdesk.store.installation import installation
from cmdesk.store.refusals import WriterStoppedError


@pytest.fixture
def files(tmp_path):
    return Files(Disk(tmp_path))


def put(files, name, data):
    handle = files.create(name)
    files.write(handle, data)
    files.fsync(handle)
    files.close(handle)


def test_what_is_written_is_read(files):
    put(files, "ก.txt", b"x" * 3_000_000)

    assert files.read("ก.txt") == b"x" * 3_000_000
    assert files.listdir() == ["ก.txt"]


def test_a_name_that_is_taken_is_never_written(files):
    put(files, "a", b"1")

    with pytest.raises(NameTakenError) as caught:
        files.create("a")

    assert "a" in caught.value.what
    assert files.read("a") == b"1"


def test_renaming_never_overwrites(files):
    put(files, "a", b"1")
    put(files, "b", b"2")

    with pytest.raises(NameTakenError):
        files.rename("a", "b")

    assert (files.read("a"), files.read("b")) == (b"1", b"2")


def test_folders_and_files_come_and_go(files):
    files.mkdir("data")
    files.mkdir("data")
    put(files, "data/a", b"1")
    files.fsyncdir("data")
    files.rename("data/a", "data/b")

    assert (files.exists("data/a"), files.exists("data/b")) == (False, True)
    files.unlink("data/b")
    assert files.listdir("data") == []


def test_a_missing_file_is_named(files):
    with pytest.raises(AbsentError) as caught:
        files.read("gone.json")

    assert "gone.json" in caught.value.what


def test_a_system_that_writes_nothing_is_an_error_and_no_endless_loop(files, monkeypatch):
    monkeypatch.setattr(Disk, "write", lambda *_: 0)

    with pytest.raises(StoreError, match="nothing was written"):
        put(files, "a", b"1")


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_a_network_folder_that_can_not_be_synced_is_no_error(files, monkeypatch, code):
    monkeypatch.setattr("os.fsync", failing(code))

    files.fsyncdir()


def test_a_folder_whose_sync_fails_is_an_error(files, monkeypatch):
    monkeypatch.setattr("os.fsync", failing(errno.EIO))

    with pytest.raises(StoreError):
        files.fsyncdir()


def failing(code):
    def fail(_handle):
        raise OSError(code, "no")

    return fail


KINDS = [
    (errno.ENOSPC, DiskFullError),
    (errno.EDQUOT, DiskFullError),
    (errno.EFBIG, DiskFullError),
    (errno.EACCES, NotPermittedError),
    (errno.EROFS, NotPermittedError),
    (errno.ENOENT, AbsentError),
    (errno.EEXIST, NameTakenError),
    (errno.EIO, StoreError),
]


@pytest.mark.parametrize(("code", "kind"), KINDS)
def test_every_error_of_the_system_is_a_sentence_that_names_the_file(tmp_path, code, kind):
    error = of_system(tmp_path / "แฟ้ม.json", OSError(code, "system's words"), 5_000)

    assert type(error) is kind
    assert "แฟ้ม.json" in error.what
    assert error.advice


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 KB"), (1, "1 KB"), (999_001, "1 MB"), (1_000, "1 KB"), (2_500_000, "3 MB")]
)
def test_sizes_are_rounded_up(count, words):
    assert readable_size(count) == words


def test_a_stopped_writer_names_the_folder_and_a_way_out(tmp_path):
    error = WriterStoppedError(tmp_path)

    assert str(tmp_path) in error.what
    assert error.advice


def test_an_installation_keeps_its_name(tmp_path):
    assert installation(tmp_path / "new") == installation(tmp_path / "new")


def test_an_installation_with_a_damaged_name_takes_another(tmp_path):
    (tmp_path / "installation").write_bytes(b"\xff\0")

    assert len(installation(tmp_path)) == 4


def test_an_installation_without_a_place_takes_a_name_each_time(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    assert len(installation(tmp_path / "file")) == 4
