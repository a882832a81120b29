"""What the library's tests share."""

import sys
from pathlib import Path

import pytest

# The makers of files are modules of this folder, and no test folder is a package.
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("CMDESK_HOME", str(tmp_path / "home"))


@pytest.fixture
def place(tmp_path):
    """Puts bytes or text into a file of a name, and gives its path."""

    def put(name, content):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put
