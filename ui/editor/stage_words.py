"""The mark and the words of each stage: a shape of its own, so that it is told apart without colour."""

from dataclasses import dataclass

from cmdesk.i18n import _
from cmdesk.model.answer import Paragraph
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage
from ui.theme import Colours


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in the margin beside a text: an icon in a colour of the theme; no icon for a draft."""

    icon: str
    colour: str


_MARKS = {
    Stage.DRAFT: Mark("", "muted"),
    Stage.READY: Mark("stage_ready", "muted"),
    Stage.TRANSLATED: Mark("stage_translated", "muted"),
    Stage.REVIEWED: Mark("stage_reviewed", "good"),
    Stage.LOCKED: Mark("stage_locked", "text"),
}
_STALE = Mark("stale", "warn")


def mark_of(paragraph: Paragraph, language: Language) -> Mark:
    """The mark of one side: that it is stale before everything else."""
    stale = paragraph.is_stale and language is paragraph.following
    return _STALE if stale else _MARKS[paragraph.stage(language)]


def colour_of(mark: Mark, colours: Colours) -> str:
    """The colour of a mark in a theme."""
    return str(getattr(colours, mark.colour))


def stage_name(stage: Stage) -> str:
    """A stage in the interface's language."""
    return {
        Stage.DRAFT: _("Draft"),
        Stage.READY: _("Ready to translate"),
        Stage.TRANSLATED: _("Translated"),
        Stage.REVIEWED: _("Reviewed"),
        Stage.LOCKED: _("Locked"),
    }[stage]


def told(paragraph: Paragraph, language: Language) -> str:
    """How far one side is, and whether it was left behind, for a tool tip."""
    named = stage_name(paragraph.stage(language))
    if not paragraph.is_stale or language is not paragraph.following:
        return named
    if paragraph.leading is Language.THAI:
        return _("{stage}, but the Thai has changed since").format(stage=named)
    return _("{stage}, but the English has changed since").format(stage=named)
