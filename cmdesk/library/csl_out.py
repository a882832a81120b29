"""Records for reference managers: CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html)."""

import json
from collections.abc import Iterable
from typing import Any

from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Evidence, EvidenceKind
from cmdesk.model.language import Language

_TYPES = {
    EvidenceKind.DOCUMENT: "report",
    EvidenceKind.PHOTOGRAPH: "graphic",
    EvidenceKind.STATISTIC: "dataset",
    EvidenceKind.EVENT: "event",
    EvidenceKind.LINK: "webpage",
    EvidenceKind.TESTIMONY: "interview",
    EvidenceKind.MEDIA: "motion_picture",
}


def to_csl(records: Iterable[Evidence], language: Language) -> bytes:
    """The records as a CSL-JSON file in UTF-8, in the words of one language where there are any."""
    items = [_item(record, language) for record in records]
    return json.dumps(items, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8", "replace")


def _item(record: Evidence, language: Language) -> dict[str, Any]:
    author = record.author.best(language)
    item = {
        "id": record.id,
        "type": _TYPES[record.kind],
        "title": record.title.best(language),
        "author": [{"literal": name} for name in author.split("; ") if name],
        "publisher": record.source.best(language),
        "event-place" if record.kind is EvidenceKind.EVENT else "publisher-place": record.place.best(language),
        "issued": _period(record.period),
        "accessed": _date_parts(record.seen_on),
        "abstract": record.summary.best(language),
        "page": record.locator,
        "URL": record.address,
        "language": record.language,
        "license": record.licence,
        "keyword": ", ".join(record.tags),
        "note": record.notes.best(language),
    }
    return {name: value for name, value in item.items() if value}


def _period(period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    ends = [period.start, *([] if period.end is None else [period.end])]
    return {"date-parts": [_parts(end) for end in ends]}


def _date_parts(moment: PartialDate | None) -> dict[str, Any] | None:
    return None if moment is None else {"date-parts": [_parts(moment)]}


def _parts(moment: PartialDate) -> list[int]:
    return [part for part in (moment.year, moment.month, moment.day) if part is not None]
