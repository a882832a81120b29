"""The short name of this installation, which goes into the names of the files it writes."""

import re
import secrets
from pathlib import Path

from cmdesk import places
from cmdesk.store import snapshot
from cmdesk.store.disk import Disk
from cmdesk.store.errors import StoreError
from cmdesk.store.files import Files

_FILE = "installation"
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_FORM = re.compile(f"[{_LETTERS}]{{4}}")


def installation(folder: Path | None = None) -> str:
    """Four letters, the same at every start; others each time when there is nowhere to keep them."""
    files = Files(Disk(folder or places.local_data()))
    try:
        return _kept(files)
    except StoreError:
        return _new()


def _kept(files: Files) -> str:
    if files.exists(_FILE):
        kept = files.read(_FILE).decode("ascii", "replace")
        return kept if _FORM.fullmatch(kept) else _new()
    name = _new()
    files.make_root()
    snapshot.write_known(files, _FILE, name.encode())
    return name


def _new() -> str:
    return "".join(secrets.choice(_LETTERS) for _place in range(4))
