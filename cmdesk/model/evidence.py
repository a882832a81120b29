"""Evidence records: what a claim can stand on."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Wording


class EvidenceKind(Enum):
    """What a record is of."""

    DOCUMENT = "document"
    PHOTOGRAPH = "photograph"
    STATISTIC = "statistic"
    EVENT = "event"
    LINK = "link"
    TESTIMONY = "testimony"
    MEDIA = "media"


class Level(Enum):
    """The area that a figure or a document speaks of; most Thai figures are provincial, the form asks for the city."""

    COMMUNITY = "community"
    CITY = "city"
    URBAN_AREA = "urban_area"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    WORLD = "world"


class SourceType(Enum):
    """The kinds of data that the Key Features of Learning Cities know."""

    OFFICIAL_STATISTICS = "official_statistics"
    SURVEY = "survey"
    EXPERT_REVIEW = "expert_review"


class Reliability(Enum):
    """How far the team trusts a source."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Permission(Enum):
    """Whether people shown have agreed to be shown."""

    NOT_NEEDED = "not_needed"
    MISSING = "missing"
    GIVEN = "given"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """Consent of the people in a photograph or a film; minors need their guardians'."""

    adults: Permission = Permission.NOT_NEEDED
    minors: Permission = Permission.NOT_NEEDED


@dataclass(frozen=True, slots=True)
class Measure:
    """The value of a statistic, with what it needs to mean anything."""

    value: Decimal
    unit: Wording = Wording()
    year: int | None = None
    baseline: Decimal | None = None
    baseline_year: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the dossier, named by the SHA-256 of its bytes; `name` is what the user called it."""

    sha256: str
    name: str
    media_type: str
    size: int
    """Bytes."""


@dataclass(frozen=True)
class Evidence:
    """One record of the evidence library. A kind uses the fields that it needs; the others stay empty."""

    id: EvidenceId
    kind: EvidenceKind
    title: Wording = Wording()
    caption: Wording = Wording()
    summary: Wording = Wording()
    period: Period | None = None
    place: Wording = Wording()
    level: Level | None = None
    source: Wording = Wording()
    """Who issued or published it."""
    author: Wording = Wording()
    language: str = ""
    """ISO 639-1 code of the language that it is in."""
    source_type: SourceType | None = None
    measure: Measure | None = None
    participants: int | None = None
    locator: str = ""
    """Page or time of a quotation."""
    rights_holder: Wording = Wording()
    licence: str = ""
    people: PeopleShown = PeopleShown()
    reliability: Reliability | None = None
    tags: tuple[str, ...] = ()
    key_features: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    notes: Wording = Wording()
    address: str = ""
    seen_on: PartialDate | None = None
    attachments: tuple[Attachment, ...] = ()
