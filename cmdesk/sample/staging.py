"""How far an authored paragraph is, worked out by the edits themselves: no state that a user couldn't make."""

from dataclasses import replace

from cmdesk.edits.stages import staged
from cmdesk.i18n import _
from cmdesk.model.answer import Paragraph
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage, fitting
from cmdesk.model.text import Text


def at_stages(paragraph: Paragraph, stages: dict[Language, Stage]) -> Paragraph:
    """The paragraph with its sides at these stages, those without words drafts; ValueError when a stage doesn't fit."""
    for language in (paragraph.following, paragraph.leading):
        paragraph = _at_stage(paragraph, language, stages.get(language, Stage.DRAFT))
    return paragraph


def _at_stage(paragraph: Paragraph, language: Language, stage: Stage) -> Paragraph:
    if fitting(stage, leads=language is paragraph.leading) is not stage:
        raise ValueError(_("the side that leads can be “ready”, and only the other one “translated”."))
    if not paragraph.in_(language):
        return paragraph
    if stage is Stage.LOCKED:  # a lock alone would leave a translation that agrees with nothing
        paragraph = staged(paragraph, language, Stage.REVIEWED)
    return staged(paragraph, language, stage)


def translated_from(before: Text, paragraph: Paragraph) -> Paragraph:
    """The paragraph with a translation made from its leading text as it was before; ValueError when it can't be."""
    if paragraph.agreed is None or before == paragraph.agreed:
        raise ValueError(_("“before” stands with a translation, and differs from what the leading text says now."))
    return replace(paragraph, agreed=before)
