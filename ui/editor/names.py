"""The names of things on the forms, in the interface's language."""

from cmdesk import i18n
from cmdesk.export.composing.names import LEVELS
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Item
from cmdesk.model.language import Language

NAMES = {Language.THAI: "ไทย", Language.ENGLISH: "English"}
"""Each language in its own words."""


def tongue() -> Language:
    """The language that the interface speaks."""
    return Language(i18n.language())


def label_of(item: Item) -> str:
    """What an item is called, with a word when the form can do without it."""
    name = item.label.best(tongue())
    return name if item.required else _("{name} (optional)").format(name=name)


def in_language(name: str, language: Language) -> str:
    """The name of a field that is written in one language, for those who hear it: "Position, ไทย"."""
    return f"{name}, {NAMES[language]}"


def level_options() -> list[tuple[str, str]]:
    """The areas that a figure may speak of, to choose from."""
    return [("", "–"), *((level.value, _(name)) for level, name in LEVELS.items())]


def record_options(dossier: Dossier) -> list[tuple[str, str]]:
    """The evidence records, to choose from."""
    records = sorted(dossier.evidence.values(), key=lambda record: record.title.best(tongue()))
    return [("", "–"), *((record.id, record.title.best(tongue()) or _("Untitled record")) for record in records)]
