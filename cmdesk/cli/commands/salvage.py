"""`cmdesk salvage`: a dossier in a new folder, put together from whatever files can still be read."""

from argparse import Namespace
from pathlib import Path

from cmdesk.cli.rescuing import told
from cmdesk.store.repairing import salvage_to


def run(arguments: Namespace) -> int:
    """0 when nothing is known to be missing, 1 when something is missing or doubtful."""
    return told(salvage_to(Path(arguments.source), Path(arguments.to)), arguments.to)
