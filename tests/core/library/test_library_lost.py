import hashlib

import pytest
from library_dossiers import record

from cmdesk.library.borrowing import borrow
from cmdesk.library.lost import Loss, found_again, lost_files
from cmdesk.model.evidence import Attachment
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.store.refusals import MissingAttachmentError


class Box:
    """Files kept in a folder by their hashes."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()

    def put(self, path):
        content = path.read_bytes()
        sha = hashlib.sha256(content).hexdigest()
        (self.folder / sha).write_bytes(content)
        return Attachment(sha, path.name, "application/x", len(content))

    def path_of(self, attachment):
        path = self.folder / attachment.sha256
        if not path.exists():
            raise MissingAttachmentError(path, attachment.name)
        return path


def library(*records):
    return FrozenMap({each.id: each for each in records})


@pytest.fixture
def box(tmp_path):
    return Box(tmp_path / "box")


@pytest.fixture
def kept(box, place):
    """A record with three files."""
    return record("r", attachments=tuple(box.put(place(f"{n}.txt", f"content {n}")) for n in range(3)))


def test_files_that_are_sound_are_not_lost(box, kept):
    assert lost_files(library(kept), box.path_of) == []


def test_missing_and_altered_files_are_named(box, kept):
    box.path_of(kept.attachments[0]).unlink()
    box.path_of(kept.attachments[1]).write_text("altered")
    lost = lost_files(library(kept), box.path_of)
    assert [(each.attachment.name, each.loss) for each in lost] == [("0.txt", Loss.MISSING), ("1.txt", Loss.ALTERED)]
    assert [each.sentence for each in lost] == [
        "The file “0.txt” is missing from the dossier's folder.",
        "The file “1.txt” is no longer the one that was attached.",
    ]


def test_lost_files_are_found_again_by_their_bytes_under_any_name(box, kept, place, tmp_path):
    for attachment in kept.attachments[:2]:
        box.path_of(attachment).unlink()
    place("elsewhere/renamed.bin", "content 0")
    place("elsewhere/other.txt", "content 9")
    lost = lost_files(library(kept), box.path_of)
    still = found_again(lost, [tmp_path / "in" / "elsewhere"], box)
    assert [each.attachment.name for each in still] == ["1.txt"]
    assert [each.attachment.name for each in lost_files(library(kept), box.path_of)] == ["1.txt"]


def test_records_of_another_dossier_come_over_with_their_files(box, kept, tmp_path):
    mine = Box(tmp_path / "mine")
    brought = borrow([kept], box.path_of, mine, library())
    assert brought.records == (kept,)
    assert mine.path_of(kept.attachments[2]).read_text() == "content 2"
    assert brought.edit.label == "Import 1 record"


def test_what_is_here_already_does_not_come_twice(box, kept):
    brought = borrow([kept], box.path_of, box, library(kept))
    assert (brought.records, brought.already_there, brought.edit) == ((), ("r",), None)


def test_an_id_that_means_something_else_here_is_changed(box, kept):
    [came] = borrow([kept], box.path_of, box, library(record("r", title="Another"))).records
    assert (came.id != "r", came.title) == (True, kept.title)


def test_a_file_that_cannot_come_is_told_and_the_rest_comes(box, kept):
    box.path_of(kept.attachments[0]).unlink()
    brought = borrow([kept], box.path_of, box, library())
    assert [attachment.name for attachment in brought.records[0].attachments] == ["1.txt", "2.txt"]
    assert len(brought.troubles) == 1
