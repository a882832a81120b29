"""Edits of how far paragraphs are, and of whether their two sides agree."""

from dataclasses import dataclass, replace
from enum import Enum

from cmdesk.edits import sides
from cmdesk.edits.prose import ProseEdit, place_of, put
from cmdesk.i18n import _
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage, Status, done, fitting

_AGREEING = (Stage.TRANSLATED, Stage.REVIEWED)


@dataclass(frozen=True, slots=True)
class SetStage(ProseEdit):
    """Say how far one side of paragraphs is; sides without words stay drafts.

    A translation that is said to be translated or reviewed agrees from then on with the leading text as it is now; as a
    draft it agrees with nothing. Ready and translated mean the same step, on the side that leads or follows. Locked
    texts stay locked: see `Unlock`.
    """

    paragraphs: tuple[ParagraphId, ...]
    language: Language
    stage: Stage

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return {
            Stage.DRAFT: _("Mark as draft"),
            Stage.READY: _("Mark as ready to translate"),
            Stage.TRANSLATED: _("Mark as translated"),
            Stage.REVIEWED: _("Mark as reviewed"),
            Stage.LOCKED: _("Lock text"),
        }[self.stage]

    def changed(self, prose: Prose) -> Prose:
        """The prose with these paragraphs at the stage."""
        chosen = [prose.paragraphs[place_of(prose, paragraph_id)] for paragraph_id in self.paragraphs]
        made = [(old, staged(old, self.language, self.stage)) for old in chosen if old.in_(self.language)]
        return put(prose, (new for old, new in made if new != old))


def staged(paragraph: Paragraph, language: Language, stage: Stage) -> Paragraph:
    """The paragraph with one side at a stage; LockedError when it is locked and is to be anything else."""
    if stage is not Stage.LOCKED:
        sides.refuse_locked(paragraph, language)
    leads = language is paragraph.leading
    fits = fitting(stage, leads=leads)
    made = paragraph.with_status(language, Status.given(fits, paragraph.in_(language)))
    if leads or fits is Stage.LOCKED:
        return made
    return replace(made, agreed=made.in_(made.leading) if fits in _AGREEING else None)


@dataclass(frozen=True, slots=True)
class Unlock(ProseEdit):
    """Let locked texts be changed again. They have to be reviewed anew, for only changes are a reason to unlock."""

    paragraphs: tuple[ParagraphId, ...]
    language: Language

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Unlock text")

    def changed(self, prose: Prose) -> Prose:
        """The prose with these texts unlocked."""
        chosen = (prose.paragraphs[place_of(prose, paragraph_id)] for paragraph_id in self.paragraphs)
        return put(prose, (self._unlocked(old) for old in chosen if sides.is_locked(old, self.language)))

    def _unlocked(self, old: Paragraph) -> Paragraph:
        leads = self.language is old.leading
        translated = leads or old.agreed is not None
        return old.with_status(self.language, Status(done(leads=leads) if translated else Stage.DRAFT))


class Agreement(Enum):
    """Why a translation agrees with its leading text again."""

    UPDATED = "updated"
    """The translation was changed as well."""
    STILL_RIGHT = "still_right"
    """It needed no change; a review of it was given against another leading text, and is dropped."""
    TYPO = "typo"
    """Only a slip was mended in the leading text, so that even reviews of the translation hold."""


@dataclass(frozen=True, slots=True)
class Agree(ProseEdit):
    """Say that the translation of a paragraph agrees with its leading text as that is now.

    A lock of the translation stays, for its text does not change; it can't have been updated, though.
    """

    paragraph: ParagraphId
    how: Agreement

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return {
            Agreement.UPDATED: _("Mark translation as updated"),
            Agreement.STILL_RIGHT: _("Mark translation as still right"),
            Agreement.TYPO: _("Mark change as typo only"),
        }[self.how]

    def changed(self, prose: Prose) -> Prose:
        """The prose with both sides in agreement; unchanged when there is no translation."""
        old = prose.paragraphs[place_of(prose, self.paragraph)]
        if not old.in_(old.following):
            return prose
        new = self._agreed(old)
        return prose if new == old else prose.with_(new)

    def _agreed(self, old: Paragraph) -> Paragraph:
        if self.how is Agreement.UPDATED:
            sides.refuse_locked(old, old.following)
        kept = self.how is Agreement.TYPO or sides.is_locked(old, old.following)
        made = replace(old, agreed=old.in_(old.leading))
        return made if kept else made.with_status(old.following, Status(Stage.TRANSLATED))
