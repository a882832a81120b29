"""How long a prose answer is, in words for the reader of the document."""

from functools import partial

from cmdesk.counting import budget, budget_words, method
from cmdesk.export.blocks import Block, Look
from cmdesk.export.composing.setting import Setting, say
from cmdesk.i18n import N_
from cmdesk.model.form import Question, QuestionKind, Unit
from cmdesk.model.language import Language

HOUSE_TARGET = N_("house target, no rule of UNESCO's")
SEPARATOR = " · "


def length(setting: Setting, question: Question) -> list[Block]:
    """The count in each language against the limit, and whose limit it is; nothing where counts are left out."""
    if not setting.profile.included.counts:
        return []
    return setting.lines(Look.COUNT, lambda language: _words(setting, question, language))


def _words(setting: Setting, question: Question, language: Language) -> str:
    found = budget(setting.dossier, question.id, language)
    parts = [budget_words(found, language)]
    if found.limit is not None and found.limit.is_target:
        parts.append(say(language, HOUSE_TARGET))
    return SEPARATOR.join(parts)


def methods(setting: Setting) -> list[Block]:
    """How answers are counted, said once for each unit that this form counts prose in."""
    asked = [each for each in setting.dossier.form.questions if each.kind is QuestionKind.PROSE]
    units = dict.fromkeys(_unit(setting, question) for question in asked)
    return [block for unit in units for block in setting.lines(Look.NOTE, partial(method, unit))]


def _unit(setting: Setting, question: Question) -> Unit:
    return budget(setting.dossier, question.id, setting.languages.furniture).unit
