"""Ids made from the authors' keys, so that the sample is the same dossier each time it is read."""

from datetime import datetime
from hashlib import sha256

from cmdesk.model.ids import ulid

_WRITTEN = 1_680_652_800_000
"""Midnight UTC before 5 April 2023, the day the city's draft was handed over, in milliseconds since 1970."""


def id_of(*parts: str) -> str:
    """ULID that belongs to a key for ever, e.g. `id_of("evidence", "area")`."""
    return ulid(_WRITTEN, _own_number(parts))


def id_at(moment: datetime, *parts: str) -> str:
    """ULID that belongs to a key for ever, and sorts by a moment, as those of notes and remarks do."""
    return ulid(int(moment.timestamp() * 1000), _own_number(parts))


def _own_number(parts: tuple[str, ...]) -> int:
    return int.from_bytes(sha256("\0".join(parts).encode()).digest()[:10])
