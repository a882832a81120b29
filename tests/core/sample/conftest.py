"""A sample folder of one's own, to make mistakes in."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cmdesk.model.dossier import Dossier
from cmdesk.sample.dossier import authored, folder, sample


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return sample()


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, str], Dossier]:
    """Reads the sample with one stretch of one authored file replaced, which must be there exactly once."""

    def read(file: str, old: str, new: str) -> Dossier:
        source = tmp_path / "sample"
        shutil.copytree(folder(), source)
        path = source / file
        before = path.read_text(encoding="utf-8")
        assert before.count(old) == 1
        path.write_text(before.replace(old, new), encoding="utf-8")
        return authored(source)

    return read
