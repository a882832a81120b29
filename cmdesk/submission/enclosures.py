"""The files of the cited evidence: which go along, under which names, and which stay for which reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from cmdesk.errors import CMDeskError
from cmdesk.export.composing.citations import Citations
from cmdesk.export.naming import safe_stem
from cmdesk.i18n import N_, _
from cmdesk.library.reading.refusals import ForeignFileError
from cmdesk.library.rights import Objection, annex_bytes, annex_files, annex_suffix, rights_of
from cmdesk.library.sorts import Sort, sort_of
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Attachment, Evidence
from cmdesk.model.language import Language
from cmdesk.progress import Progress

PICTURES = "pictures"
DOCUMENTS = "documents"


class Kept(Protocol):
    """Where the dossier's files are, such as the store's attachments."""

    def path_of(self, attachment: Attachment) -> Path:
        """Path of a file; raises when it is not there."""


class Fault(Enum):
    """Why a file cannot go along although it may."""

    NOT_HERE = "not_here"
    DAMAGED = "damaged"

    @property
    def sentence(self) -> str:
        """The fault for people."""
        return _(_SENTENCES[self])


_SENTENCES = {
    Fault.NOT_HERE: N_("The file is not in the dossier's folder."),
    Fault.DAMAGED: N_("The picture cannot be read, so that place and owner cannot be taken out of it."),
}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes along. `name` is below the package's folder; `number` is that of its record in the dossier."""

    number: int
    record: Evidence
    attachment: Attachment
    name: str
    source: Path


@dataclass(frozen=True, slots=True)
class PictureFile(Enclosure):
    """A picture that goes along, cleaned of what its camera wrote."""

    content: bytes


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that stays, and why."""

    number: int
    record: Evidence
    attachment: Attachment
    reasons: tuple[Objection | Fault, ...]


@dataclass(frozen=True, slots=True)
class Enclosures:
    """All files of the evidence that the dossier cites, in the order of its numbers."""

    pictures: tuple[PictureFile, ...]
    documents: tuple[Enclosure, ...]
    left_out: tuple[LeftOut, ...]


def gathered(dossier: Dossier, kept: Kept, language: Language, progress: Progress) -> Enclosures:
    """The files that go along and those that stay; pictures are cleaned here, each in a process of its own."""
    files = [
        (number, record, attachment)
        for number, record in enumerate(Citations(dossier).records, start=1)
        for attachment in record.attachments
    ]
    found: list[PictureFile | Enclosure | LeftOut] = []
    for done, (number, record, attachment) in enumerate(files):
        progress.step(done, len(files))
        found.append(_judged(number, record, attachment, _Folder(kept, language, progress)))
    return Enclosures(
        pictures=tuple(each for each in found if isinstance(each, PictureFile)),
        documents=tuple(each for each in found if isinstance(each, Enclosure) and not isinstance(each, PictureFile)),
        left_out=tuple(each for each in found if isinstance(each, LeftOut)),
    )


@dataclass(frozen=True, slots=True)
class _Folder:
    kept: Kept
    language: Language
    progress: Progress


def _judged(
    number: int, record: Evidence, attachment: Attachment, folder: _Folder
) -> PictureFile | Enclosure | LeftOut:
    if attachment not in annex_files(record):
        return LeftOut(number, record, attachment, rights_of(record).objections)
    name = _name(number, record, attachment, folder.language)
    try:
        source = folder.kept.path_of(attachment)
    except CMDeskError:
        return LeftOut(number, record, attachment, (Fault.NOT_HERE,))
    if not is_picture(attachment):
        return Enclosure(number, record, attachment, name, source)
    try:
        content = annex_bytes(source, attachment, folder.progress)
    except ForeignFileError:
        return LeftOut(number, record, attachment, (Fault.DAMAGED,))
    return PictureFile(number, record, attachment, name, source, content)


def is_picture(attachment: Attachment) -> bool:
    """Whether it is shown in the annex."""
    return sort_of(attachment.name) is Sort.PICTURE


def _name(number: int, record: Evidence, attachment: Attachment, language: Language) -> str:
    """A name that tells the record's number and title; of several files of a record, also which."""
    place = record.attachments.index(attachment)
    which = f"-{place + 1}" if len(record.attachments) > 1 else ""
    stem = safe_stem(record.title.best(language), "")
    folder = PICTURES if is_picture(attachment) else DOCUMENTS
    return f"{folder}/{number:02}{which} {stem}{annex_suffix(attachment)}"


def reasons(left: LeftOut) -> Iterator[str]:
    """Why a file stays, in sentences."""
    return (reason.sentence for reason in left.reasons)
