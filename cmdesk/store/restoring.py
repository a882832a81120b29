"""A dossier laid down in a new folder, with the attached files that it names."""

from collections.abc import Iterable
from pathlib import Path

from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Attachment
from cmdesk.store.attachments import Attachments
from cmdesk.store.codec import Reading
from cmdesk.store.disk import Disk
from cmdesk.store.errors import StoreError
from cmdesk.store.files import Files
from cmdesk.store.founding import lay_down_tables
from cmdesk.store.identity import Identity
from cmdesk.store.installation import installation
from cmdesk.store.shadow import Shadows
from cmdesk.store.snapshot import Tables


def lay_down_anew(folder: Path, tables: Tables, project: Identity, sources: Iterable[Attachments]) -> list[str]:
    """Sentences on the attached files that could not be brought along to the new folder; raises StoreError."""
    files = Files(Disk(folder))
    lay_down_tables(files, tables, project, installation())
    Shadows(folder).retire(project.id)
    new, chosen = Attachments(files), list(sources)
    dossier = Reading(tables, project.id).dossier()
    tried = (_brought(new, chosen, each) for each in attachments_of(dossier))
    return [sentence for sentence in tried if sentence]


def attachments_of(dossier: Dossier) -> list[Attachment]:
    """Every attached file that a dossier names, once."""
    named = {each.sha256: each for record in dossier.evidence.values() for each in record.attachments}
    return list(named.values())


def _brought(new: Attachments, sources: Iterable[Attachments], attachment: Attachment) -> str:
    problem = ""
    for source in sources:
        try:
            new.take(source, attachment)
        except StoreError as error:
            problem = problem or error.what
        else:
            return ""
    return problem
