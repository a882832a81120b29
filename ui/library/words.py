"""Names of the choices that a record offers, in the interface's language."""

from enum import Enum
from typing import Final

from cmdesk.checks.asked import interface_language
from cmdesk.i18n import N_, _
from cmdesk.model.evidence import Evidence, EvidenceKind, Level, Permission, Reliability, SourceType
from cmdesk.model.form import Form, Topic

_NAMES: Final[dict[Enum, str]] = {
    EvidenceKind.DOCUMENT: N_("Document"),
    EvidenceKind.PHOTOGRAPH: N_("Photograph"),
    EvidenceKind.STATISTIC: N_("Statistic"),
    EvidenceKind.EVENT: N_("Event"),
    EvidenceKind.LINK: N_("Web page"),
    EvidenceKind.TESTIMONY: N_("Testimony"),
    EvidenceKind.MEDIA: N_("Media item"),
    Level.COMMUNITY: N_("Community"),
    Level.CITY: N_("The city"),
    Level.URBAN_AREA: N_("Urban area"),
    Level.DISTRICT: N_("District"),
    Level.PROVINCE: N_("Province"),
    Level.COUNTRY: N_("The country"),
    Level.WORLD: N_("The world"),
    SourceType.OFFICIAL_STATISTICS: N_("Official statistics"),
    SourceType.SURVEY: N_("Survey"),
    SourceType.EXPERT_REVIEW: N_("Expert review"),
    Reliability.HIGH: N_("High"),
    Reliability.MEDIUM: N_("Medium"),
    Reliability.LOW: N_("Low"),
    Permission.NOT_NEEDED: N_("Nobody to ask"),
    Permission.MISSING: N_("Not asked yet"),
    Permission.GIVEN: N_("Agreed"),
    Permission.REFUSED: N_("Refused"),
}
SIGNS: Final = {
    EvidenceKind.DOCUMENT: "kind_document",
    EvidenceKind.PHOTOGRAPH: "kind_photograph",
    EvidenceKind.STATISTIC: "figure",
    EvidenceKind.EVENT: "kind_event",
    EvidenceKind.LINK: "link",
    EvidenceKind.TESTIMONY: "quotation",
    EvidenceKind.MEDIA: "kind_media",
}
"""The icon of each kind."""


def name_of(choice: Enum) -> str:
    """What a choice is called."""
    return _(_NAMES[choice])


def title_of(record: Evidence) -> str:
    """What to call a record."""
    return record.title.best(interface_language()) or _("Untitled record")


def topic_name(topic: Topic) -> str:
    """A criterion or key feature with its code."""
    return f"{topic.code} {topic.title.best(interface_language())}"


def code_name(form: Form, code: str) -> str:
    """What a code of the form stands for; the code itself when the form has none such."""
    topics = (*form.criteria, *form.key_features)
    return next((topic_name(topic) for topic in topics if topic.code == code), code)


def size_words(count: int) -> str:
    """A size in bytes as people read it."""
    if count < 1 << 20:
        return _("{count} KB").format(count=max(1, round(count / 1024)))
    return _("{count} MB").format(count=f"{count / (1 << 20):.1f}")
