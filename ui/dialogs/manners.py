"""The ways in which a document can be made, as the dialogs offer them."""

from collections.abc import Sequence

from cmdesk import i18n
from cmdesk.export.compose import Languages
from cmdesk.export.profile import Manner, Profile
from cmdesk.i18n import _
from cmdesk.model.language import Language


def described(manners: Sequence[Manner]) -> list[tuple[str, str]]:
    """Name of each, and a sentence on it."""
    return [_profile(each) if isinstance(each, Profile) else (_named(each), _house()) for each in manners]


def _profile(profile: Profile) -> tuple[str, str]:
    tongue = Language(i18n.language())
    return profile.title.best(tongue), profile.about.best(tongue)


def _named(languages: Languages) -> str:
    return {
        Languages.BOTH: _("Working copy in both languages"),
        Languages.THAI: _("Working copy in Thai"),
        Languages.ENGLISH: _("Working copy in English"),
    }[languages]


def _house() -> str:
    return _("In the house style, with guidance, counts and what is still missing.")
