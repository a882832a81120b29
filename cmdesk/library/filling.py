"""Reading what lies in the dossier and was never read on this computer, so that it can be searched and seen."""

from collections.abc import Callable, Iterable
from pathlib import Path

from cmdesk.errors import CMDeskError
from cmdesk.library.importing import Remembering
from cmdesk.library.reading.found import Found, Request
from cmdesk.library.reading.process import Reader
from cmdesk.library.reading.refusals import ForeignFileError
from cmdesk.library.sorts import task_of
from cmdesk.model.evidence import Attachment
from cmdesk.progress import SILENT, Cancelled, Progress


def fill(
    attachments: Iterable[Attachment],
    path_of: Callable[[Attachment], Path],
    remembering: Remembering,
    progress: Progress = SILENT,
    reader: Reader | None = None,
) -> list[CMDeskError]:
    """Read files and put what was found on a shelf; returns why some could not be.

    What can't be read is remembered as empty, so that it is not tried again; a file that is missing is not.
    """
    wanted = list(attachments)
    filling = _Filling(path_of, remembering, reader or Reader())
    for done, attachment in enumerate(wanted):
        at = _At(progress, done, len(wanted))
        at.step(0, 1)
        filling.take(attachment, at)
    return filling.troubles


class _Filling:
    """Files being read one after the other."""

    def __init__(self, path_of: Callable[[Attachment], Path], remembering: Remembering, reader: Reader) -> None:
        self.troubles: list[CMDeskError] = []
        self._path_of, self._remembering, self._reader = path_of, remembering, reader

    def take(self, attachment: Attachment, progress: Progress) -> None:
        """Read a file and remember what it holds."""
        try:
            found = self._found(attachment, self._path_of(attachment), progress)
        except Cancelled:
            raise
        except CMDeskError as error:
            self.troubles.append(error)
        else:
            self._remembering.keep(attachment.sha256, found)

    def _found(self, attachment: Attachment, path: Path, progress: Progress) -> Found:
        task = task_of(attachment.name)
        try:
            return Found() if task is None else self._reader.read(path, Request(task), progress, attachment.name)
        except ForeignFileError as error:
            self.troubles.append(error)
            return Found()


class _At(Progress):
    """Tells a bar of many files where it stands while one of them is read."""

    def __init__(self, progress: Progress, done: int, total: int) -> None:
        self._progress, self._done, self._total = progress, done, total

    def step(self, done: int, total: int) -> None:  # noqa: ARG002 - the steps of one file are too small to show
        """Where the whole stands; raises Cancelled when the work is unwanted."""
        self._progress.step(self._done, self._total)
