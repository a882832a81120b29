"""Evidence records as authored, and the files that go with them."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from cmdesk.i18n import _
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Attachment, Evidence, Measure, PeopleShown
from cmdesk.model.ids import EvidenceId
from cmdesk.sample.authored import Measured, Record
from cmdesk.sample.errors import SampleError, located
from cmdesk.sample.keys import id_of

FILE = "evidence.toml"
MEDIA_TYPES = {
    ".csv": "text/csv",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".txt": "text/plain",
}
"""By suffix; the system's own table differs from machine to machine."""


def ids(records: Mapping[str, Record]) -> dict[str, EvidenceId]:
    """The id of each record's key."""
    return {key: EvidenceId(id_of("evidence", key)) for key in records}


def evidence(key: str, record: Record, files: Path) -> Evidence:
    """The model's record of an authored one; its files are looked for in the folder `files`."""
    with located(FILE, f"{key}.period"):
        period = _period(record.period)
    return Evidence(
        id=EvidenceId(id_of("evidence", key)),
        kind=record.kind,
        title=record.title.wording,
        caption=record.caption.wording,
        summary=record.summary.wording,
        period=period,
        place=record.place.wording,
        level=record.level,
        source=record.source.wording,
        author=record.author.wording,
        language=record.language,
        source_type=record.source_type,
        measure=_measure(record.measure),
        participants=record.participants,
        locator=record.locator,
        rights_holder=record.rights_holder.wording,
        licence=record.licence,
        people=PeopleShown(record.people.adults, record.people.minors),
        reliability=record.reliability,
        tags=record.tags,
        key_features=record.key_features,
        criteria=record.criteria,
        notes=record.notes.wording,
        address=record.address,
        attachments=tuple(_attachment(key, files / name) for name in record.files),
    )


def _period(authored: str) -> Period | None:
    if not authored:
        return None
    start, _slash, end = authored.partition("/")
    return Period(PartialDate.parse(start), PartialDate.parse(end) if end else None)


def _measure(measured: Measured | None) -> Measure | None:
    if measured is None:
        return None
    return Measure(measured.value, measured.unit.wording, measured.year, measured.baseline, measured.baseline_year)


def _attachment(key: str, path: Path) -> Attachment:
    if path.suffix not in MEDIA_TYPES or not path.is_file():
        problem = _("there is no file “{name}” of a kind that can be attached.").format(name=path.name)
        raise SampleError(FILE, f"{key}.files", problem)
    content = path.read_bytes()
    return Attachment(sha256(content).hexdigest(), path.name, MEDIA_TYPES[path.suffix], len(content))
