"""What is looked for in the library, and what is found."""

import re
from dataclasses import dataclass
from functools import cached_property

from cmdesk.library.fields import Field
from cmdesk.library.snippets import Snippet, snippet
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind, Level, Reliability, SourceType
from cmdesk.model.ids import EvidenceId
from cmdesk.thai.normalizing import search_key

_TERM = re.compile(r'"([^"]*)"?|“([^”]*)”?|(\S+)')
_LONGEST = 200
"""Letters of one term; what is pasted beyond finds nothing more."""
_MOST_TERMS = 12


@dataclass(frozen=True, slots=True)
class Query:
    """Words that must all stand in one record or on one page; each term is a search key."""

    terms: tuple[str, ...] = ()

    @classmethod
    def of(cls, typed: str) -> "Query":
        """The query that somebody typed: words parted by blanks, or a phrase in quotation marks."""
        words = ("".join(match.groups("")) for match in _TERM.finditer(typed))
        keys = (search_key(word[:_LONGEST]) for word in words)
        return cls(tuple(dict.fromkeys(key for key in keys if key))[:_MOST_TERMS])


@dataclass(frozen=True, slots=True)
class Filters:
    """What records must be, whatever they say; an empty choice leaves all, several values of one choice mean any."""

    kinds: tuple[EvidenceKind, ...] = ()
    levels: tuple[Level, ...] = ()
    source_types: tuple[SourceType, ...] = ()
    reliabilities: tuple[Reliability, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    """Of the Common Era, both included; records without a date fall out when either is given."""
    tags: tuple[str, ...] = ()
    key_features: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    with_file: bool | None = None
    among: frozenset[EvidenceId] | None = None
    """Only these records: the unused ones, those without consent, or any other set that somebody worked out."""

    def match(self, record: Evidence) -> bool:
        """Whether a record is as wanted."""
        return (
            _any(self.kinds, record.kind)
            and _any(self.levels, record.level)
            and _any(self.source_types, record.source_type)
            and _any(self.reliabilities, record.reliability)
            and self._in_time(record)
            and _shared(self.tags, record.tags)
            and _shared(self.key_features, record.key_features)
            and _shared(self.criteria, record.criteria)
            and self.with_file in (None, bool(record.attachments))
            and (self.among is None or record.id in self.among)
        )

    def _in_time(self, record: Evidence) -> bool:
        if self.first_year is None and self.last_year is None:
            return True
        first, last = years(record)
        if first is None or last is None:
            return False
        return last >= (self.first_year or first) and first <= (self.last_year or last)


def years(record: Evidence) -> tuple[int | None, int | None]:
    """First and last year that a record speaks of: those of its period, else the year of its value."""
    if record.period is not None:
        return record.period.start.year, (record.period.end or record.period.start).year
    year = None if record.measure is None else record.measure.year
    return year, year


def _any(wanted: tuple[object, ...], value: object) -> bool:
    return not wanted or value in wanted


def _shared(wanted: tuple[str, ...], values: tuple[str, ...]) -> bool:
    return not wanted or not set(wanted).isdisjoint(values)


ANYTHING = Filters()


@dataclass(frozen=True)
class Hit:
    """One place found: a field of a record, or a page of one of its files; pages count from 1."""

    evidence: EvidenceId
    field: Field
    text: str
    terms: tuple[str, ...] = ()
    attachment: Attachment | None = None
    page: int | None = None

    @cached_property
    def snippet(self) -> Snippet:
        """The words around the first place found, worked out when first asked for."""
        return snippet(self.text, self.terms)


@dataclass(frozen=True, slots=True)
class Results:
    """Hits, the best first: titles, then other fields, then pages; `more` when some were left out."""

    hits: tuple[Hit, ...]
    more: bool = False

    @property
    def records(self) -> tuple[EvidenceId, ...]:
        """The records found, each once, in order."""
        return tuple(dict.fromkeys(hit.evidence for hit in self.hits))
