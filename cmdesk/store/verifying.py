"""Reading everything in a dossier's folder, and saying how sound it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cmdesk.i18n import N_, _
from cmdesk.model.dossier import Dossier
from cmdesk.store import codec
from cmdesk.store.attachments import Attachments, Fault
from cmdesk.store.disk import Disk
from cmdesk.store.files import Files
from cmdesk.store.findings import Finding, Severity
from cmdesk.store.recovery import recover
from cmdesk.store.refusals import DamagedRecordError, NothingReadableError
from cmdesk.store.restoring import attachments_of
from cmdesk.store.shadow import Shadows

_FAULTS = {
    Fault.MISSING: N_("The attached file “{name}” is missing from the dossier's folder."),
    Fault.ALTERED: N_("The attached file “{name}” is damaged: its bytes are no longer those that were attached."),
    Fault.UNREADABLE: N_("The attached file “{name}” can't be read."),
}


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
    for attachment in attachments_of(dossier):
        fault = attachments.fault_of(attachment)
        if fault is not None:
            yield Finding(Severity.LOSS, _(_FAULTS[fault]).format(name=attachment.name))
