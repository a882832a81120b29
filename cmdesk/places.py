"""Where on this computer the program keeps what is not part of a dossier."""

import os
import tempfile
from pathlib import Path

import platformdirs

NAME = "CMDesk"
PORTABLE = "CMDESK_HOME"
"""Environment variable that puts all of it into one folder: a program on a stick, a test."""


def settings_file() -> Path:
    """The file of the user's settings; it need not exist."""
    return _portable("config", platformdirs.user_config_path(NAME, appauthor=False)) / "settings.json"


def logs() -> Path:
    """Folder of the log files; it need not exist."""
    return _portable("logs", platformdirs.user_log_path(NAME, appauthor=False))


def local_data() -> Path:
    """Folder of the program's own data on this computer, such as second copies; it need not exist."""
    return _portable("data", platformdirs.user_data_path(NAME, appauthor=False))


def caches() -> Path:
    """Folder of what can be made anew at any time, such as search indexes; it need not exist."""
    return _portable("cache", platformdirs.user_cache_path(NAME, appauthor=False))


def documents() -> Path:
    """Folder in which a person looks for own papers; their home when they have no such folder."""
    folder = _portable("documents", platformdirs.user_documents_path())
    return folder if folder.is_dir() or PORTABLE in os.environ else Path.home()


def scratch() -> Path:
    """New empty folder of the user's own, for files that nobody keeps; the caller removes it."""
    return Path(tempfile.mkdtemp(prefix="cmdesk-"))


def free(wished: Path) -> Path:
    """The path itself, or the first of `name (2)`, `name (3)` ... beside it at which nothing is yet."""
    number = 1
    path = wished
    while path.exists() or path.is_symlink():
        number += 1
        path = wished.with_name(f"{wished.stem} ({number}){wished.suffix}")
    return path


def _portable(part: str, usual: Path) -> Path:
    home = os.environ.get(PORTABLE)
    return Path(home) / part if home else usual
