"""How long a prose answer is, in words for the reader of the document."""

from cmdesk.counting import budget, budget_words
from cmdesk.export.blocks import Block, Look
from cmdesk.export.composing.setting import Setting, say
from cmdesk.i18n import N_
from cmdesk.model.form import Question, Unit
from cmdesk.model.language import Language

METHODS = {
    Unit.WORDS: N_("counted by the Unicode word-break rules (ICU)"),
    Unit.CHARACTERS: N_("counted with spaces"),
    Unit.ITEMS: N_("counted by entries"),
}
HOUSE_TARGET = N_("house target, no rule of UNESCO's")
SEPARATOR = " · "


def length(setting: Setting, question: Question) -> list[Block]:
    """The count in each language against the limit, with how it was counted and whose limit it is."""
    return setting.lines(Look.COUNT, lambda language: _words(setting, question, language))


def _words(setting: Setting, question: Question, language: Language) -> str:
    found = budget(setting.dossier, question.id, language)
    parts = [budget_words(found, language)]
    if found.limit is not None and found.limit.is_target:
        parts.append(say(language, HOUSE_TARGET))
    if found.unit in METHODS:
        parts.append(say(language, METHODS[found.unit]))
    return SEPARATOR.join(parts)
