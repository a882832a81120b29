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
    troubles: list[CMDeskError] = []
    for done, attachment in enumerate(wanted):
        at = _At(progress, done, len(wanted))
        at.step(0, 1)
        try:
            path = path_of(attachment)
            found = _read(attachment, path, at, reader or Reader())
        except ForeignFileError as error:
            troubles.append(error)
            found = Found()
        except Cancelled:
            raise
        except CMDeskError as error:
            troubles.append(error)
            continue
        remembering.keep(attachment.sha256, found)
    return troubles


def _read(attachment: Attachment, path: Path, progress: Progress, reader: Reader) -> Found:
    task = task_of(attachment.name)
    return Found() if task is None else reader.read(path, Request(task), progress, attachment.name)


class _At(Progress):
    """Tells a bar of many files where it stands while one of them is read."""

    def __init__(self, progress: Progress, done: int, total: int) -> None:
        self._progress, self._done, self._total = progress, done, total

    def step(self, done: int, total: int) -> None:  # noqa: ARG002 - the steps of one file are too small to show
        """Where the whole stands; raises Cancelled when the work is unwanted."""
        self._progress.step(self._done, self._total)
