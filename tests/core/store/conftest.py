"""What the store's tests share."""

import sys
from pathlib import Path

import pytest

# The simulated disk and its campaign are modules of this folder, and no test folder is a package.
sys.path.insert(0, str(Path(__file__).parent))

from small_dossiers import small_dossier


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("CMDESK_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def dossier():
    return small_dossier()
