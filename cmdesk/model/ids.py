"""Names of records that never change: ULIDs (https://github.com/ulid/spec)."""

import re
import secrets
import time
from typing import NewType

DossierId = NewType("DossierId", str)
QuestionId = NewType("QuestionId", str)
ParagraphId = NewType("ParagraphId", str)
EvidenceId = NewType("EvidenceId", str)
NoteId = NewType("NoteId", str)
RowId = NewType("RowId", str)

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORM = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_RANDOM_BITS = 80


def ulid(milliseconds: int, randomness: int) -> str:
    """ULID of a time since 1970 in ms (48 bits) and a random number (80 bits)."""
    number = (milliseconds << _RANDOM_BITS) | randomness
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))


def new_ulid() -> str:
    """ULID never given before, sorting by the time of its making."""
    return ulid(time.time_ns() // 1_000_000, secrets.randbits(_RANDOM_BITS))


def is_ulid(text: str) -> bool:
    """Whether a text is a ULID as we write them (capitals only)."""
    return _FORM.fullmatch(text) is not None
