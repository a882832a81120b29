"""Python's collector kept from stalling the window.

Now and then it looks through every object for rings of garbage; with a big dossier open that takes a tenth of a second,
on the window's thread. A dossier has no rings, and it stays: the collector need not look at it.
"""

import gc


def spare() -> None:
    """Let the collector overlook all that there is now."""
    gc.freeze()


def look_again() -> None:
    """Let it look at everything again, as when the dossier has been closed."""
    gc.unfreeze()
