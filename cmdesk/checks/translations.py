"""Translations that the leading text has left behind, or that nobody has reviewed."""

from collections.abc import Iterator

from cmdesk.checks.asked import answers, paragraphs
from cmdesk.checks.finding import Finding, Severity
from cmdesk.i18n import _, ngettext
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage

_REVIEWED = (Stage.REVIEWED, Stage.LOCKED)


def translations_stale(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each paragraph whose leading text has changed since its translation last agreed with it."""
    for question, paragraph in paragraphs(dossier):
        if paragraph.is_stale:
            yield Finding("pair.stale", Severity.WARNING, _stale(paragraph), question.id, paragraph.id)


def _stale(paragraph: Paragraph) -> str:
    if paragraph.leading is Language.THAI:
        return _("The Thai text has changed since the English was translated from it.")
    return _("The English text has changed since the Thai was translated from it.")


def translations_unreviewed(dossier: Dossier) -> Iterator[Finding]:
    """A note for each answer that has translations nobody reviewed, once any paragraph of the dossier has a stage.

    A team that doesn't keep stages is not told of them at every answer.
    """
    if not any(paragraph.stage(side) is not Stage.DRAFT for _q, paragraph in paragraphs(dossier) for side in Language):
        return
    for question, prose in answers(dossier, Prose):
        unreviewed = [paragraph for paragraph in prose.paragraphs if _is_unreviewed(paragraph)]
        if unreviewed:
            told = ngettext(
                "{count} translated paragraph isn't reviewed yet.",
                "{count} translated paragraphs aren't reviewed yet.",
                len(unreviewed),
            ).format(count=len(unreviewed))
            yield Finding("pair.unreviewed", Severity.NOTE, told, question.id, unreviewed[0].id)


def _is_unreviewed(paragraph: Paragraph) -> bool:
    follows = paragraph.following
    return bool(paragraph.in_(follows)) and paragraph.stage(follows) not in _REVIEWED
