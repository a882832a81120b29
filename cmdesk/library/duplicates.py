"""Records that may be of the same thing: the same file, a picture made smaller, nearly the same text, one title."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from cmdesk.i18n import N_, _
from cmdesk.library.likeness import near_pictures, near_texts
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language
from cmdesk.thai.normalizing import search_key


class Reason(Enum):
    """Why two records may be one; the surest first."""

    SAME_FILE = "same_file"
    SAME_ADDRESS = "same_address"
    LOOKS_ALIKE = "looks_alike"
    READS_ALIKE = "reads_alike"
    SAME_TITLE = "same_title"

    @property
    def sentence(self) -> str:
        """The reason for people."""
        return _(_SENTENCES[self])


_SENTENCES = {
    Reason.SAME_FILE: N_("Both have the same file."),
    Reason.SAME_ADDRESS: N_("Both point at the same web page."),
    Reason.LOOKS_ALIKE: N_("Their pictures look alike."),
    Reason.READS_ALIKE: N_("Their files say nearly the same."),
    Reason.SAME_TITLE: N_("Both have the same title and date."),
}


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two records that may be one, the one first in the library first, and why."""

    first: EvidenceId
    second: EvidenceId
    reasons: tuple[Reason, ...]


Library = Mapping[EvidenceId, Evidence]
Found = Iterator[tuple[EvidenceId, EvidenceId, Reason]]


def duplicates(
    records: Library, fingerprints: Mapping[str, str] | None = None, texts: Callable[[str], str] | None = None
) -> list[Duplicate]:
    """Pairs of records that may be one, the surest first.

    `fingerprints` are of pictures and `texts` of files, both by the hash of the file, as a shelf gives them.
    """
    order = {name: place for place, name in enumerate(records)}
    reasons: defaultdict[tuple[EvidenceId, EvidenceId], list[Reason]] = defaultdict(list)
    for one, other, reason in _found(records, fingerprints or {}, texts):
        first, second = sorted((one, other), key=lambda name: order[name])
        if reason not in reasons[first, second]:
            reasons[first, second].append(reason)
    made = [Duplicate(*pair, tuple(sorted(why, key=_ORDER.index))) for pair, why in reasons.items()]
    return sorted(made, key=lambda each: [_ORDER.index(reason) for reason in each.reasons])


_ORDER = list(Reason)


def _found(records: Library, fingerprints: Mapping[str, str], texts: Callable[[str], str] | None) -> Found:
    owners = _owners(records)
    yield from _together(owners.values(), Reason.SAME_FILE)
    yield from _together(_by(records, _address).values(), Reason.SAME_ADDRESS)
    yield from _together(_by(records, _title_and_date).values(), Reason.SAME_TITLE)
    ours = {sha: fingerprint for sha, fingerprint in fingerprints.items() if sha in owners}
    yield from _between(near_pictures(ours), owners, Reason.LOOKS_ALIKE)
    if texts is not None:
        read = {sha: texts(sha) for sha in owners if sha not in ours}
        yield from _between(near_texts(read), owners, Reason.READS_ALIKE)


def _owners(records: Library) -> dict[str, list[EvidenceId]]:
    owners: defaultdict[str, list[EvidenceId]] = defaultdict(list)
    for record in records.values():
        for sha in dict.fromkeys(attachment.sha256 for attachment in record.attachments):
            owners[sha].append(record.id)
    return dict(owners)


def _by(records: Library, keys: Callable[[Evidence], Iterable[object]]) -> dict[object, list[EvidenceId]]:
    groups: defaultdict[object, list[EvidenceId]] = defaultdict(list)
    for record in records.values():
        for key in keys(record):
            groups[key].append(record.id)
    return dict(groups)


def _address(record: Evidence) -> Iterator[object]:
    if record.address and record.measure is None:  # many figures come from one page
        yield record.kind, record.address.partition("#")[0].rstrip("/").casefold()


def _title_and_date(record: Evidence) -> Iterator[object]:
    for language in Language:
        if title := search_key(record.title.in_(language)):
            yield record.kind, language, title, record.period


def _together(groups: Iterable[list[EvidenceId]], reason: Reason) -> Found:
    return ((one, other, reason) for names in groups for one, other in combinations(names, 2))


def _between(pairs: Iterable[tuple[str, str]], owners: Mapping[str, list[EvidenceId]], reason: Reason) -> Found:
    for one, other in pairs:
        yield from ((mine, theirs, reason) for mine in owners[one] for theirs in owners[other] if mine != theirs)
