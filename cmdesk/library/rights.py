"""Who holds the rights, who has agreed to be shown, and what may therefore leave in the annex."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cmdesk.i18n import N_, _
from cmdesk.library.reading.found import Request, Task
from cmdesk.library.reading.process import Reader
from cmdesk.library.sorts import Sort, is_openable, sort_of
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind, PeopleShown, Permission
from cmdesk.model.ids import EvidenceId
from cmdesk.progress import SILENT, Progress

_SHOWING = (EvidenceKind.PHOTOGRAPH, EvidenceKind.MEDIA)
"""Kinds that are somebody's work and show people."""


class Objection(Enum):
    """Why a record's files must not leave; the gravest first."""

    MINORS_REFUSED = "minors_refused"
    ADULTS_REFUSED = "adults_refused"
    MINORS_MISSING = "minors_missing"
    ADULTS_MISSING = "adults_missing"
    NO_RIGHTS = "no_rights"
    UNSAFE_FILE = "unsafe_file"

    @property
    def sentence(self) -> str:
        """The objection for people."""
        return _(_SENTENCES[self])


_SENTENCES = {
    Objection.MINORS_REFUSED: N_("The guardians of minors shown have refused."),
    Objection.ADULTS_REFUSED: N_("People shown have refused."),
    Objection.MINORS_MISSING: N_("The permission of the guardians of minors shown is missing."),
    Objection.ADULTS_MISSING: N_("The permission of people shown is missing."),
    Objection.NO_RIGHTS: N_("Neither a rights holder nor a licence is written down."),
    Objection.UNSAFE_FILE: N_("A file is of a type that is never handed on."),
}
_CONSENT = (
    (Permission.REFUSED, Objection.MINORS_REFUSED, Objection.ADULTS_REFUSED),
    (Permission.MISSING, Objection.MINORS_MISSING, Objection.ADULTS_MISSING),
)


@dataclass(frozen=True, slots=True)
class Rights:
    """One row of the coordinator's table; it may leave when there is no objection."""

    evidence: EvidenceId
    people: PeopleShown
    objections: tuple[Objection, ...]

    @property
    def may_leave(self) -> bool:
        """Whether the record's files may stand in the annex."""
        return not self.objections


def rights_table(records: Iterable[Evidence]) -> list[Rights]:
    """The rights of each record that has a file, those that may not leave first."""
    rows = [rights_of(record) for record in records if record.attachments]
    return sorted(rows, key=lambda row: row.may_leave)


def rights_of(record: Evidence) -> Rights:
    """What stands against handing a record's files on."""
    return Rights(record.id, record.people, tuple(_objections(record)))


def _objections(record: Evidence) -> Iterator[Objection]:
    for permission, of_minors, of_adults in _CONSENT:
        if record.people.minors is permission:
            yield of_minors
        if record.people.adults is permission:
            yield of_adults
    if record.kind in _SHOWING and not (record.rights_holder or record.licence):
        yield Objection.NO_RIGHTS
    if not all(map(is_openable, record.attachments)):
        yield Objection.UNSAFE_FILE


def annex_files(record: Evidence) -> tuple[Attachment, ...]:
    """The files of a record that may leave: all harmless ones, or none when there is another objection."""
    objections = set(rights_of(record).objections) - {Objection.UNSAFE_FILE}
    return () if objections else tuple(file for file in record.attachments if is_openable(file))


def annex_bytes(path: Path, attachment: Attachment, progress: Progress = SILENT, reader: Reader | None = None) -> bytes:
    """What of a kept file is handed on: a picture without place and camera, any other file as it is.

    Raises ForeignFileError for a picture that can't be cleaned: then it must stay. The kept file is only read.
    """
    if sort_of(attachment.name) is not Sort.PICTURE:
        return path.read_bytes()
    request = Request(Task.CLEANED_PICTURE, most_pixels=0)
    return (reader or Reader()).read(path, request, progress, attachment.name).image


def annex_suffix(attachment: Attachment) -> str:
    """The suffix under which what is handed on is to be written."""
    suffix = Path(attachment.name).suffix.casefold()
    if sort_of(attachment.name) is not Sort.PICTURE:
        return suffix
    return ".png" if suffix in (".png", ".gif", ".bmp") else ".jpg"
