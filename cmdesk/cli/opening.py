"""Reading a dossier for a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cmdesk.cli.showing import warn
from cmdesk.model.dossier import Dossier
from cmdesk.store.project import Project, open_project


@contextmanager
def opened(folder: str) -> Iterator[Dossier]:
    """The dossier in a folder, which is only read; what was damaged in it is told first. Raises the store's errors."""
    with opened_project(folder) as project:
        yield project.dossier


@contextmanager
def opened_project(folder: str) -> Iterator[Project]:
    """The dossier in a folder together with its files; otherwise as `opened`."""
    project = open_project(Path(folder), writable=False)
    try:
        for sentence in project.report.damage:
            warn(sentence)
        yield project
    finally:
        project.close()
