"""What is worked out of a library beside the window, before it can be searched and seen: keys, texts, pictures."""

from PySide6.QtCore import QObject, QTimer

from cmdesk.library.filling import fill
from cmdesk.library.index import prepare
from cmdesk.library.shelf import Shelf
from cmdesk.progress import Progress
from ui.library.catalogue import Catalogue

_TOLD_EVERY = 1_000
"""Milliseconds between two looks for what was read meanwhile."""


class Filling(QObject):
    """Makes a catalogue ready."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(catalogue)
        self._catalogue = catalogue
        self._tell = QTimer(self, interval=_TOLD_EVERY)
        self._tell.timeout.connect(catalogue.filled)

    def begin(self) -> None:
        """Work out the keys for searching, and read the files that were never read on this computer."""
        if self._catalogue.prepared:
            self._fill()
            return
        path, records = self._catalogue.path, self._catalogue.dossier.evidence
        self._catalogue.run(lambda progress: prepare(path, records, progress), self._ready)

    def _ready(self, _nothing: object) -> None:
        self._catalogue.prepared = True
        self._catalogue.learn()
        self._fill()

    def _fill(self) -> None:
        path, records = self._catalogue.path, self._catalogue.dossier.evidence
        attachments = self._catalogue.session.project.attachments

        def work(progress: Progress) -> int:
            shelf = Shelf.open(path)
            try:
                files = {file.sha256: file for record in records.values() for file in record.attachments}
                unread = [files[sha] for sha in shelf.unread(files)]
                fill(unread, attachments.path_of, shelf, progress)
            finally:
                shelf.close()
            return len(unread)

        self._tell.start()
        self._catalogue.run(work, self._filled).ended.connect(self._tell.stop)

    def _filled(self, count: int) -> None:
        if count:
            self._catalogue.filled.emit()
            self._catalogue.refresh()
