"""Small pictures of files, loaded beside the window: scrolling never waits for one."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from cmdesk.library.shelf import Shelf
from cmdesk.model.evidence import Evidence
from cmdesk.progress import Progress
from ui.library.catalogue import Catalogue

_SOON = 15
"""Milliseconds in which wishes are gathered into one piece of work."""
_MOST_KEPT = 400
_BATCH = 40
SIZE = 320
"""Longest side in pixels."""


class Thumbnails(QObject):
    """Pictures by the hash of their file; one that is not here yet comes later."""

    came = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(catalogue)
        self._catalogue = catalogue
        self._kept: dict[str, QPixmap] = {}
        self._wanted: dict[str, None] = {}
        self._busy = False
        self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._load)
        catalogue.filled.connect(self._forget_blanks)

    def of(self, record: Evidence) -> QPixmap | None:
        """The picture of a record's first file that has one; None while it is not known, or when there is none."""
        for file in record.attachments:
            picture = self._of_file(file.sha256)
            if picture is not None and not picture.isNull():
                return picture
        return None

    def _of_file(self, sha: str) -> QPixmap | None:
        if sha not in self._kept:
            self._wanted[sha] = None
            if not self._busy:
                self._soon.start()
            return None
        self._kept[sha] = self._kept.pop(sha)  # the last looked at is the last to go
        return self._kept[sha]

    def _load(self) -> None:
        if self._busy or not self._wanted:
            return
        shas = list(self._wanted)[-_BATCH:]  # what was asked for last is what is seen now
        self._wanted.clear()
        self._busy, self._stale = True, False
        path = self._catalogue.path

        def work(progress: Progress) -> dict[str, QImage]:
            shelf = Shelf.open(path)
            images = {}
            try:
                for done, sha in enumerate(shas):
                    progress.step(done, len(shas))
                    images[sha] = _image(shelf.image(sha))
            finally:
                shelf.close()
            return images

        self._catalogue.run(work, self._take).ended.connect(self._rest)

    def _rest(self) -> None:
        """Be ready for more, however the last piece of work ended: the shelf may have been busy."""
        self._busy = False

    def _take(self, images: dict[str, QImage]) -> None:
        self._busy = False
        for sha, image in images.items():
            # A file without a picture may have got one since it was looked for: it is asked for anew.
            if not (image.isNull() and self._stale):
                self._kept[sha] = QPixmap.fromImage(image)
        for sha in list(self._kept)[: max(len(self._kept) - _MOST_KEPT, 0)]:
            del self._kept[sha]
        self.came.emit()
        if self._wanted:
            self._soon.start()

    def _forget_blanks(self) -> None:
        self._kept = {sha: picture for sha, picture in self._kept.items() if not picture.isNull()}
        self._stale = True
        self.came.emit()


def _image(content: bytes) -> QImage:
    """The picture in some bytes, an empty one when there is none; not for the window's thread."""
    image = QImage.fromData(content) if content else QImage()
    if max(image.width(), image.height()) > SIZE:
        return image.scaled(SIZE, SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image
