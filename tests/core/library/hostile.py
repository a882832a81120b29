"""What a hostile file is."""

from typing import NamedTuple

from cmdesk.library.reading.found import Task


class Hostile(NamedTuple):
    """A file of a kind; `refused` says that nothing at all may come out of it."""

    kind: str
    name: str
    content: bytes
    task: Task
    refused: bool = False
