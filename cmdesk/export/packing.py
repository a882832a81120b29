"""Zip packages such as Word's and Excel's, packed so that equal parts make equal files."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

_PACKED = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o600 << 16


def repack(packed: BytesIO, target: Path, replaced: Mapping[str, bytes] | None = None) -> None:
    """Write a package's parts to target, without times and traces of the system; some may be replaced."""
    changed = replaced or {}
    with zipfile.ZipFile(packed) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _PACKED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _REGULAR_FILE
            entry.create_system = 0  # else it would tell Windows from the others
            made.writestr(entry, changed.get(name) or given.read(name))
