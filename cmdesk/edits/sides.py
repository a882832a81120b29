"""What edits of its texts do to the stages of a paragraph, and to what its two sides agreed on. Pure.

A locked text refuses every change. A review holds only for the text that it approved: once that is changed, a side that
leads is ready to translate again, one that follows is translated.
"""

from dataclasses import replace

from cmdesk.comparing import position_in_old
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.model.answer import Paragraph
from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage, Status, done
from cmdesk.model.text import Text


class LockedError(CMDeskError):
    """A change was asked of a text that is locked."""

    def __init__(self, paragraph: ParagraphId, language: Language) -> None:
        super().__init__(f"locked: {paragraph} {language.value}")
        self.paragraph = paragraph
        self.language = language

    @property
    def what(self) -> str:
        """Which text refused."""
        if self.language is Language.THAI:
            return _("The Thai text of this paragraph is locked, so nothing was changed.")
        return _("The English text of this paragraph is locked, so nothing was changed.")

    @property
    def advice(self) -> str:
        """How to go on."""
        return _("Unlock it first if it really has to change.")


def is_locked(paragraph: Paragraph, language: Language) -> bool:
    """Whether one side refuses changes."""
    return paragraph.stage(language) is Stage.LOCKED


def refuse_locked(paragraph: Paragraph, *languages: Language) -> None:
    """Pass when none of these sides, or of both when none is named, is locked; LockedError else."""
    for language in languages or Language:
        if is_locked(paragraph, language):
            raise LockedError(paragraph.id, language)


def written(paragraph: Paragraph, language: Language, text: Text) -> Paragraph:
    """The paragraph with another text on one side. What the sides agreed on stays, so a new leading text is noticed."""
    refuse_locked(paragraph, language)
    return _settled(paragraph.with_(language, text))


def _settled(paragraph: Paragraph) -> Paragraph:
    """The paragraph without what no longer holds of it; a side without words has no part in any agreement."""
    for language in Language:
        holds = paragraph.stage(language)
        if holds is not paragraph.status(language).stage:
            paragraph = paragraph.with_status(language, Status(holds))
    if paragraph.agreed is not None and not paragraph.in_(paragraph.following):
        return replace(paragraph, agreed=None)
    return paragraph


def divided(old: Paragraph, cuts: dict[Language, int], new: ParagraphId, rank: str) -> tuple[Paragraph, Paragraph]:
    """The two halves of a paragraph cut at a position in each language; blanks at the cuts go.

    Each half keeps the stages, but no review: nobody reviewed that half. Halves of both sides agree as the wholes did,
    what had changed staying in the half where it stands. Where the translation is left whole in one of the halves, that
    half is stale, for it now says too much, and the other one has no translation yet.
    """
    refuse_locked(old)
    firsts = {language: stripped(old.in_(language).part(0, cut), start=False) for language, cut in cuts.items()}
    seconds = {language: stripped(old.in_(language).part(cut), end=False) for language, cut in cuts.items()}
    first, second = _with_texts(old, firsts), _with_texts(replace(old, id=new, rank=rank), seconds)
    agreed = _divided_agreement(old, cuts[old.leading], first, second)
    return tuple(_settled(replace(half, agreed=part)) for half, part in zip((first, second), agreed, strict=True))  # type: ignore[return-value]  # two halves


def _with_texts(paragraph: Paragraph, texts: dict[Language, Text]) -> Paragraph:
    return replace(paragraph, thai=texts[Language.THAI], english=texts[Language.ENGLISH])


def _divided_agreement(
    old: Paragraph, cut: int, first: Paragraph, second: Paragraph
) -> tuple[Text | None, Text | None]:
    """What each half agrees on: its part of the old agreement, or all of it when the translation was not cut."""
    if old.agreed is None:
        return None, None
    at = cut if old.is_agreed else position_in_old(old.agreed, old.in_(old.leading), cut)
    head, tail = stripped(old.agreed.part(0, at), start=False), stripped(old.agreed.part(at), end=False)
    whole_in = [half for half in (first, second) if half.in_(old.following)]
    if whole_in == [first]:
        return old.agreed if second.in_(old.leading) else head, None
    if whole_in == [second]:
        return None, old.agreed if first.in_(old.leading) else tail
    return head, tail


def united(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs as one, in the place and kind of the first; a blank one changes nothing of the other.

    Each side is as far as the less far of the two. They agree when both did; what was stale in either is stale in the
    whole; when one was never agreed on, neither is the whole.
    """
    if not second:
        return first
    if not first:
        return replace(second, id=first.id, rank=first.rank, kind=first.kind)
    refuse_locked(first)
    refuse_locked(second)
    second = led_by(second, first.leading)
    agreed = None
    if first.agreed is not None and second.agreed is not None:
        agreed = joined_text(first.agreed, second.agreed)
    for language in Language:
        text = joined_text(first.in_(language), second.in_(language))
        stage = min((first.stage(language), second.stage(language)), key=lambda stage: stage.place)
        first = first.with_(language, text).with_status(language, Status(stage))
    return _settled(replace(first, agreed=agreed))


def led_by(paragraph: Paragraph, leading: Language) -> Paragraph:
    """The paragraph led by a language. Sides that agree go on agreeing, ready and translated changing places.

    When they don't, nobody can say which text is behind: then both are drafts, to be looked at.
    """
    if paragraph.leading is leading:
        return paragraph
    refuse_locked(paragraph)
    turned = replace(paragraph, leading=leading, agreed=paragraph.in_(leading) if paragraph.is_agreed else None)
    for language in Language:
        turned = turned.with_status(language, _turned_status(paragraph, language))
    return _settled(turned)


def _turned_status(paragraph: Paragraph, language: Language) -> Status:
    if not paragraph.is_agreed:
        return Status()
    reviewed = paragraph.stage(language) is Stage.REVIEWED
    return paragraph.status(language) if reviewed else Status(done(leads=language is not paragraph.leading))


def joined_text(first: Text, second: Text) -> Text:
    """Two texts as one, with a blank between when both have words and neither has one there."""
    if not first or not second:
        return first or second
    touching = not (first.characters[-1].isspace() or second.characters[0].isspace())
    return first + Text.of(" ") + second if touching else first + second


def stripped(text: Text, *, start: bool = True, end: bool = True) -> Text:
    """A text without the blanks at its start, its end or both."""
    letters = text.characters
    low = len(letters) - len(letters.lstrip()) if start else 0
    high = len(letters.rstrip()) if end else len(letters)
    return text if (low, high) == (0, len(letters)) else text.part(low, high)
