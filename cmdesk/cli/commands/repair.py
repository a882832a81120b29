"""`cmdesk repair`: a sound dossier in a new folder, made from a damaged one that is left as it is."""

from argparse import Namespace
from pathlib import Path

from cmdesk.cli.rescuing import told
from cmdesk.store.repairing import repair


def run(arguments: Namespace) -> int:
    """0 when all is there, 1 when something is missing or doubtful."""
    return told(repair(Path(arguments.source), Path(arguments.to)), arguments.to)
