"""The sample as a dossier folder."""

import hashlib
from pathlib import Path

import pytest

from cmdesk.model.dossier import Dossier
from cmdesk.sample import copy_to
from cmdesk.sample.dossier import folder
from cmdesk.store.project import open_project
from cmdesk.store.refusals import FolderInUseError


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("desk") / "เชียงใหม่ ตัวอย่าง"
    copy_to(target)
    return target


def test_a_copy_opens_as_the_sample_and_can_be_written(copy: Path, dossier: Dossier) -> None:
    project = open_project(copy)
    project.close()

    assert project.dossier == dossier
    assert project.writable
    assert not project.report.damage


def test_a_copy_holds_the_bytes_of_every_file(copy: Path) -> None:
    kept = {hashlib.sha256(path.read_bytes()).digest() for path in (copy / "evidence").rglob("*") if path.is_file()}
    ours = {hashlib.sha256(path.read_bytes()).digest() for path in (folder() / "files").iterdir()}

    assert kept == ours


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")

    with pytest.raises(FolderInUseError):
        copy_to(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
