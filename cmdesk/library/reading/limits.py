"""What reading one file may cost."""

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one reading process; bytes and seconds."""

    wall: float = 30.0
    cpu: int = 20
    memory: int = 1 << 30
    output: int = 64 * MEGABYTE
    file: int = 512 * MEGABYTE


LIMITS = Limits()

PATIENCE = 12.0
"""Seconds after which a reader gives what it has, and says that it is not all."""

ENTRIES = 10_000
ENTRY_BYTES = 512 * MEGABYTE
ALL_BYTES = 2048 * MEGABYTE
RATIO = 200
RATIO_FROM = 10 * MEGABYTE
"""Bytes inside a package, and how far one may shrink them from which size on."""

PART_BYTES = 128 * MEGABYTE
ELEMENTS = 2_000_000
"""Of one XML part that is read whole."""

CELLS = 200_000
ROWS = 100_000
FIELD_LETTERS = MEGABYTE
LETTERS = 8 * MEGABYTE
"""Of all the text that is taken from a file."""
PAGES = 20_000
PIXELS = 50_000_000
