"""Records out of another dossier's library, with their files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cmdesk.edits.edit import Edit, Several
from cmdesk.edits.records import SetEvidence
from cmdesk.errors import CMDeskError
from cmdesk.i18n import ngettext
from cmdesk.library.importing import Keeping
from cmdesk.model.evidence import Attachment, Evidence
from cmdesk.model.ids import EvidenceId, new_ulid
from cmdesk.progress import SILENT, Progress


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What came over, what was here already, and why some files could not."""

    records: tuple[Evidence, ...]
    already_there: tuple[EvidenceId, ...]
    troubles: tuple[CMDeskError, ...]

    @property
    def edit(self) -> Edit | None:
        """One edit that adds all records, None when there is none."""
        if not self.records:
            return None
        name = ngettext("Import {count} record", "Import {count} records", len(self.records))
        return Several(name.format(count=len(self.records)), tuple(map(SetEvidence, self.records)))


def borrow(
    wanted: Iterable[Evidence],
    path_of: Callable[[Attachment], Path],
    keeping: Keeping,
    library: Mapping[EvidenceId, Evidence],
    progress: Progress = SILENT,
) -> Borrowed:
    """Keep the files of another dossier's records here and propose the records; equal ones are here already.

    A record whose id means something else here gets a new one. `path_of` is the other dossier's.
    """
    records: list[Evidence] = []
    already: list[EvidenceId] = []
    troubles: list[CMDeskError] = []
    wishes = list(wanted)
    for done, record in enumerate(wishes):
        progress.step(done, len(wishes))
        if library.get(record.id) == record:
            already.append(record.id)
            continue
        kept = tuple(_kept(record.attachments, path_of, keeping, troubles))
        name = EvidenceId(new_ulid()) if record.id in library else record.id
        records.append(replace(record, id=name, attachments=kept))
    return Borrowed(tuple(records), tuple(already), tuple(troubles))


def _kept(
    attachments: Iterable[Attachment],
    path_of: Callable[[Attachment], Path],
    keeping: Keeping,
    troubles: list[CMDeskError],
) -> Iterable[Attachment]:
    """The files that could be brought over, under the names that people gave them."""
    for attachment in attachments:
        try:
            kept = keeping.put(path_of(attachment))
        except CMDeskError as error:
            troubles.append(error)
        else:
            yield replace(attachment, sha256=kept.sha256, size=kept.size)
