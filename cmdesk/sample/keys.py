"""Ids made from the authors' keys, so that the sample is the same dossier each time it is read."""

from hashlib import sha256

from cmdesk.model.ids import ulid

_WRITTEN = 1_680_652_800_000
"""Midnight UTC before 5 April 2023, the day the city's draft was handed over, in milliseconds since 1970."""


def id_of(*parts: str) -> str:
    """ULID that belongs to a key for ever, e.g. `id_of("evidence", "area")`."""
    digest = sha256("\0".join(parts).encode()).digest()
    return ulid(_WRITTEN, int.from_bytes(digest[:10]))
