"""Attached files that are missing or altered, and finding them again by their bytes."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.library.importing import Keeping, files_in
from cmdesk.library.sorts import shown_name
from cmdesk.model.evidence import Attachment, Evidence
from cmdesk.model.ids import EvidenceId
from cmdesk.progress import SILENT, Progress

_CHUNK = 1 << 20


class Loss(Enum):
    """What is wrong with a file."""

    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Lost:
    """A file of a record that is not there, or no longer what was attached."""

    evidence: EvidenceId
    attachment: Attachment
    loss: Loss

    @property
    def sentence(self) -> str:
        """What is wrong, for people."""
        if self.loss is Loss.MISSING:
            told = _("The file “{file}” is missing from the dossier's folder.")
        else:
            told = _("The file “{file}” is no longer the one that was attached.")
        return told.format(file=shown_name(self.attachment.name))


def lost_files(
    records: Mapping[EvidenceId, Evidence],
    path_of: Callable[[Attachment], Path],
    progress: Progress = SILENT,
) -> list[Lost]:
    """The files that are missing or altered; every byte is read."""
    owned = [(record.id, attachment) for record in records.values() for attachment in record.attachments]
    lost = []
    for done, (name, attachment) in enumerate(owned):
        progress.step(done, len(owned))
        loss = _loss(attachment, path_of)
        if loss is not None:
            lost.append(Lost(name, attachment, loss))
    return lost


def _loss(attachment: Attachment, path_of: Callable[[Attachment], Path]) -> Loss | None:
    try:
        return None if hash_of(path_of(attachment)) == attachment.sha256 else Loss.ALTERED
    except (OSError, CMDeskError):
        return Loss.MISSING


def hash_of(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def found_again(
    lost: Sequence[Lost], paths: Iterable[Path], keeping: Keeping, progress: Progress = SILENT
) -> list[Lost]:
    """Look for lost files among others and keep those that are the same to the byte; returns what is still lost."""
    wanted = {each.attachment.sha256: each.attachment.size for each in lost}
    candidates = list(files_in(paths))
    back: set[str] = set()
    for done, path in enumerate(candidates):
        progress.step(done, len(candidates))
        back.update(_kept_again(path, wanted, keeping))
    return [each for each in lost if each.attachment.sha256 not in back]


def _kept_again(path: Path, wanted: Mapping[str, int], keeping: Keeping) -> Iterator[str]:
    if path.stat().st_size in wanted.values() and hash_of(path) in wanted:
        with suppress(CMDeskError):  # an altered file may stand in its way: then it stays on the list
            yield keeping.put(path).sha256
