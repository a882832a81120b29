"""Names of the model's choices, as a document writes them; marked here, translated where they are shown."""

from babel import Locale

from cmdesk.i18n import N_
from cmdesk.model.evidence import EvidenceKind, Level
from cmdesk.model.language import Language

LEVELS = {
    Level.COMMUNITY: N_("Community"),
    Level.CITY: N_("City"),
    Level.URBAN_AREA: N_("Urban area"),
    Level.DISTRICT: N_("District"),
    Level.PROVINCE: N_("Province"),
    Level.COUNTRY: N_("Country"),
    Level.WORLD: N_("World"),
}

KINDS = {
    EvidenceKind.DOCUMENT: N_("Document"),
    EvidenceKind.PHOTOGRAPH: N_("Photograph"),
    EvidenceKind.STATISTIC: N_("Statistic"),
    EvidenceKind.EVENT: N_("Event"),
    EvidenceKind.LINK: N_("Web page"),
    EvidenceKind.TESTIMONY: N_("Testimony"),
    EvidenceKind.MEDIA: N_("Film or recording"),
}


def language_name(code: str, language: Language) -> str:
    """Name of the language with an ISO 639-1 code, or the code itself when Babel does not know it."""
    return str(Locale(language.value).languages.get(code, code))
