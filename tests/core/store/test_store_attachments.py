import hashlib
from dataclasses import replace

import pytest
from simulated_files import SimulatedFiles
from small_dossiers import evidence, small_dossier

from cmdesk.model.ids import new_ulid, ulid
from cmdesk.store.attachments import Attachments, Fault
from cmdesk.store.errors import AbsentError, DamagedFileError, DiskFullError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.project import create
from cmdesk.store.refusals import MissingAttachmentError
from cmdesk.store.verifying import verify

BYTES = bytes(range(256)) * 9_000


@pytest.fixture
def photograph(tmp_path):
    path = tmp_path / "รูปถ่าย งาน CCBD.JPG"
    path.write_bytes(BYTES)
    return path


@pytest.fixture
def project(tmp_path):
    made = create(tmp_path / "dossier", small_dossier())
    yield made
    made.close()


def test_an_attached_file_is_kept_by_its_hash(project, photograph):
    attachment = project.attachments.put(photograph)

    digest = hashlib.sha256(BYTES).hexdigest()
    assert (attachment.sha256, attachment.name, attachment.size) == (digest, photograph.name, len(BYTES))
    assert attachment.media_type == "image/jpeg"
    kept = project.attachments.path_of(attachment)
    assert kept.relative_to(project.folder).as_posix() == f"evidence/{digest[:2]}/{digest}.jpg"
    assert kept.read_bytes() == BYTES


def test_the_same_bytes_are_kept_once_under_any_name(project, photograph):
    first = project.attachments.put(photograph)
    second = project.attachments.put(photograph.rename(photograph.with_name("other.pdf")))

    assert project.attachments.path_of(first) == project.attachments.path_of(second)
    assert len([path for path in (project.folder / "evidence").rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize("name", ["no suffix", "odd.ก", "long." + "x" * 40, "two.tar.gz"])
def test_the_kept_name_is_plain_ascii(project, photograph, name):
    attachment = project.attachments.put(photograph.rename(photograph.with_name(name)))

    assert project.attachments.path_of(attachment).name.isascii()
    assert attachment.name == name


def test_a_missing_file_to_attach_is_named(project, tmp_path):
    with pytest.raises(AbsentError) as caught:
        project.attachments.put(tmp_path / "gone.pdf")

    assert "gone.pdf" in caught.value.what
    assert [path for path in (project.folder / "evidence").rglob("*") if path.is_file()] == []


def test_a_folder_can_not_be_attached(project, tmp_path):
    with pytest.raises(StoreError):
        project.attachments.put(tmp_path)


def test_an_attached_file_that_is_gone_is_named_as_the_user_called_it(project, photograph):
    attachment = project.attachments.put(photograph)
    project.attachments.path_of(attachment).unlink()

    with pytest.raises(MissingAttachmentError) as caught:
        project.attachments.path_of(attachment)

    assert photograph.name in caught.value.what


def test_a_hash_that_is_none_finds_nothing_outside(project, photograph):
    attachment = replace(project.attachments.put(photograph), sha256="../../project")

    with pytest.raises(MissingAttachmentError):
        project.attachments.path_of(attachment)


def test_a_copy_that_the_disk_altered_is_not_kept(photograph):
    disk = SimulatedFiles()
    disk.mkdir("evidence")
    disk.alter = lambda _name, data: data.replace(b"\x07", b"\x08")

    with pytest.raises(DamagedFileError):
        Attachments(Files(disk)).put(photograph)

    assert set(disk.names) == {"", "evidence"}


def test_a_full_disk_leaves_nothing_behind(photograph):
    disk = SimulatedFiles()

    def refuse(_disk, kind, _name):
        if kind == "fsync":
            raise OSError(28, "full")

    disk.before_op = refuse

    with pytest.raises(DiskFullError):
        Attachments(Files(disk)).put(photograph)

    assert set(disk.names) == {"", "evidence"}


def test_a_damaged_kept_file_is_replaced_when_the_same_file_is_attached_again(project, photograph):
    attachment = project.attachments.put(photograph)
    kept = project.attachments.path_of(attachment)
    kept.rename(kept.with_suffix(".bad"))
    kept.with_suffix(".bad").write_bytes(b"damaged")

    project.attachments.put(photograph)

    assert kept.read_bytes() == BYTES


def kept_with_attachment(project, photograph):
    attachment = project.attachments.put(photograph)
    keeper = project.keeper(lambda _state: None)
    keeper.keep(small_dossier().with_evidence(replace(evidence(1), attachments=(attachment,))), "attach")
    assert keeper.close()
    return project.attachments.path_of(attachment)


def test_verifying_reads_attached_files(project, photograph):
    kept_with_attachment(project, photograph)

    assert (verify(project.folder).exit_status, verify(project.folder).findings) == (0, ())


def test_verifying_finds_a_damaged_attached_file(project, photograph):
    path = kept_with_attachment(project, photograph)
    path.write_bytes(BYTES[:-1] + b"x")

    verdict = verify(project.folder)

    assert verdict.exit_status == 3
    assert photograph.name in verdict.findings[0]


def test_verifying_finds_a_missing_attached_file(project, photograph):
    kept_with_attachment(project, photograph).unlink()

    verdict = verify(project.folder)

    assert verdict.exit_status == 3
    assert photograph.name in verdict.findings[0]


def test_a_missing_file_is_found_again_by_its_bytes(project, photograph, tmp_path):
    attachment = project.attachments.put(photograph)
    project.attachments.path_of(attachment).unlink()
    (tmp_path / "heap" / "deeper").mkdir(parents=True)
    (tmp_path / "heap" / "same size").write_bytes(bytes(attachment.size))
    photograph.rename(tmp_path / "heap" / "deeper" / "IMG_0001")

    assert project.attachments.fault_of(attachment) is Fault.MISSING
    assert project.attachments.find_again(tmp_path / "heap", [attachment]) == [attachment]
    assert project.attachments.fault_of(attachment) is None


def test_an_altered_file_is_set_aside_for_the_right_one(project, photograph):
    attachment = project.attachments.put(photograph)
    project.attachments.path_of(attachment).write_bytes(b"altered")

    assert project.attachments.fault_of(attachment) is Fault.ALTERED
    assert project.attachments.find_again(photograph.parent, [attachment]) == [attachment]
    assert project.attachments.fault_of(attachment) is None
    (aside,) = (project.folder / "quarantine").iterdir()
    assert aside.read_bytes() == b"altered"


def test_what_is_nowhere_is_not_found(project, photograph, tmp_path):
    attachment = project.attachments.put(photograph)
    (tmp_path / "heap").mkdir()

    assert project.attachments.find_again(tmp_path / "heap", [attachment]) == []
    assert project.attachments.find_again(tmp_path / "nowhere", [attachment]) == []


def test_a_file_that_can_not_be_read_is_a_fault_and_no_end_of_looking(project, photograph, monkeypatch):
    attachment = project.attachments.put(photograph)

    def fail(*_arguments):
        raise StoreError(photograph)

    monkeypatch.setattr(project.attachments, "hash_of", fail)
    assert project.attachments.fault_of(attachment) is Fault.UNREADABLE
    monkeypatch.setattr("cmdesk.store.attachments._pieces", fail)
    assert project.attachments.find_again(photograph.parent, [attachment]) == []


def test_old_leftovers_are_swept_at_closing(project):
    old, new = ulid(1, 1) + ".tmp", new_ulid() + ".tmp"
    for name in (old, new, "mine.tmp"):
        (project.folder / "evidence" / name).write_bytes(b"")

    project.close()

    assert {path.name for path in (project.folder / "evidence").iterdir()} == {new, "mine.tmp"}
