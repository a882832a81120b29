"""All tests of the window run without a display, and leave the user's own settings alone."""

import os
from pathlib import Path

import pytest

from cmdesk.i18n import use_language
from cmdesk.places import PORTABLE

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let the offscreen platform say that it has no window manager to tell sizes to."""
    item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer of its own: settings, logs and documents are below it."""
    folder = tmp_path / "home"
    (folder / "documents").mkdir(parents=True)
    monkeypatch.setenv(PORTABLE, str(folder))
    use_language("en")
    return folder
