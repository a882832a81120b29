"""What the program's exit status tells."""

from enum import IntEnum


class Status(IntEnum):
    """Exit statuses that mean the same for every command; `check` and `verify` have their own 1, 2 and 3."""

    FINE = 0
    USAGE = 2
    """The command line itself was wrong, as argparse has it."""
    FAILED = 4
    """It could not be done; the line on stderr says why."""
    INTERRUPTED = 130
    """Ctrl+C, as shells count it: 128 and the signal's number."""
    UNHEARD = 141
    """Nobody reads our output any more."""
