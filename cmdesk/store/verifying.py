"""Reading everything in a dossier's folder, and saying how sound it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Attachment
from cmdesk.store import codec
from cmdesk.store.attachments import Attachments
from cmdesk.store.disk import Disk
from cmdesk.store.errors import StoreError
from cmdesk.store.files import Files
from cmdesk.store.findings import Finding, Severity
from cmdesk.store.recovery import recover
from cmdesk.store.refusals import DamagedRecordError, NothingReadableError
from cmdesk.store.shadow import Shadows


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; `exit_status` is 0 sound, 1 warnings, 2 damaged but fully recoverable, 3 loss."""

    severity: Severity
    findings: tuple[str, ...]

    @property
    def exit_status(self) -> int:
        """The verdict as a program's exit status."""
        return int(self.severity)


def verify(folder: Path) -> Verdict:
    """The verdict on a dossier, from reading all its files; an error when the folder is no dossier."""
    return verdict_of(*Shadows(folder).places(Files(Disk(folder))))


def verdict_of(*places: Files) -> Verdict:
    """The verdict on a dossier and its other copies."""
    try:
        findings = _findings(*places)
    except (NothingReadableError, DamagedRecordError) as error:
        findings = [Finding(Severity.LOSS, error.what)]
    worst = max((each.severity for each in findings), default=Severity.SOUND)
    in_order = sorted(findings, key=lambda each: -each.severity)
    return Verdict(worst, tuple(each.sentence for each in in_order))


def _findings(*places: Files) -> list[Finding]:
    recovered = recover(*places, thorough=True)
    reading = codec.Reading(recovered.tables, recovered.identity.id)
    dossier = reading.dossier()
    return [
        *recovered.findings,
        *(Finding(Severity.LOSS, error.what) for error in reading.damaged),
        *_on_attachments(places[0], dossier),
        *(_foreign(name) for name in recovered.foreign),
    ]


def _foreign(name: str) -> Finding:
    return Finding(Severity.WARNING, _("“{file}” is not part of the dossier; it is left alone.").format(file=name))


def _on_attachments(files: Files, dossier: Dossier) -> Iterator[Finding]:
    attachments = Attachments(files)
    named = {each.sha256: each for record in dossier.evidence.values() for each in record.attachments}
    for attachment in named.values():
        fault = _fault(attachments, attachment)
        if fault is not None:
            yield Finding(Severity.LOSS, fault)


def _fault(attachments: Attachments, attachment: Attachment) -> str | None:
    """What is wrong with an attached file, None when its bytes are what they were."""
    try:
        found = attachments.hash_of(attachments.name_of(attachment))
    except StoreError as error:
        return error.what
    if found == attachment.sha256:
        return None
    return _("The attached file “{name}” is damaged: its bytes are no longer those that were attached.").format(
        name=attachment.name
    )
