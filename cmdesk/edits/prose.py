"""Edits of paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cmdesk.edits.edit import Edit, StaleEditError
from cmdesk.i18n import _
from cmdesk.model import ranks
from cmdesk.model.answer import Paragraph, ParagraphKind, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.language import Language
from cmdesk.model.text import Text


def rank_after(prose: Prose, paragraph_id: ParagraphId | None) -> str:
    """Rank of a place just after a paragraph, or at the very start when None; StaleEditError when it is gone."""
    place = -1 if paragraph_id is None else _place(prose, paragraph_id)
    before = prose.paragraphs[place].rank if place >= 0 else None
    following = (paragraph.rank for paragraph in prose.paragraphs[place + 1 :])
    # Two people's insertions can bear one rank; between these nothing fits, so it goes after them.
    return ranks.between(before, next((rank for rank in following if rank != before), None))


def _place(prose: Prose, paragraph_id: ParagraphId) -> int:
    try:
        return prose.index(paragraph_id)
    except KeyError as error:
        raise StaleEditError(paragraph_id) from error


@dataclass(frozen=True, slots=True)
class _ProseEdit:
    """An edit of the prose that answers one question."""

    question: QuestionId

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with this answer changed."""
        before = dossier.prose(self.question)
        after = self.changed(before)
        return dossier if after is before else dossier.with_answer(self.question, after)

    def changed(self, prose: Prose) -> Prose:
        """The prose afterwards."""
        raise NotImplementedError

    def continues(self, earlier: Edit) -> bool:  # noqa: ARG002 - the protocol's question
        """No, unless an edit says otherwise."""
        return False


@dataclass(frozen=True, slots=True)
class SetText(_ProseEdit):
    """Replace the whole text of one language of a paragraph: what typing and formatting come to."""

    paragraph: ParagraphId
    language: Language
    text: Text

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Edit text")

    def changed(self, prose: Prose) -> Prose:
        """The prose with the new text."""
        old = prose.paragraphs[_place(prose, self.paragraph)]
        return prose if old.in_(self.language) == self.text else prose.with_(old.with_(self.language, self.text))

    def continues(self, earlier: Edit) -> bool:
        """Whether an earlier edit set the same text of the same paragraph."""
        return isinstance(earlier, SetText) and (earlier.paragraph, earlier.language) == (self.paragraph, self.language)


@dataclass(frozen=True, slots=True)
class AddParagraphs(_ProseEdit):
    """Put new paragraphs after one, or at the start when `after` is None; their ranks are given here."""

    after: ParagraphId | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Add paragraph") if len(self.paragraphs) == 1 else _("Add paragraphs")

    def changed(self, prose: Prose) -> Prose:
        """The prose with the new paragraphs in their place."""
        after = self.after
        for paragraph in self.paragraphs:
            prose = prose.with_(replace(paragraph, rank=rank_after(prose, after)))
            after = paragraph.id
        return prose


@dataclass(frozen=True, slots=True)
class SplitParagraph(_ProseEdit):
    """Split a pair in two: each language at its own position, what follows going to the new paragraph."""

    paragraph: ParagraphId
    thai_at: int
    english_at: int
    new: ParagraphId

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Split paragraph")

    def changed(self, prose: Prose) -> Prose:
        """The prose with two paragraphs for one; blanks at the cut go."""
        old = prose.paragraphs[_place(prose, self.paragraph)]
        first = replace(
            old,
            thai=_stripped(old.thai.part(0, self.thai_at), start=False),
            english=_stripped(old.english.part(0, self.english_at), start=False),
        )
        second = replace(
            old,
            id=self.new,
            rank=rank_after(prose, old.id),
            thai=_stripped(old.thai.part(self.thai_at), end=False),
            english=_stripped(old.english.part(self.english_at), end=False),
        )
        return prose.with_(first).with_(second)


@dataclass(frozen=True, slots=True)
class JoinParagraphs(_ProseEdit):
    """Join a paragraph to the one before it, in both languages, with a blank between."""

    paragraph: ParagraphId

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Join paragraphs")

    def changed(self, prose: Prose) -> Prose:
        """The prose with one paragraph for two; unchanged when it is the first."""
        place = _place(prose, self.paragraph)
        if place == 0:
            return prose
        first, second = prose.paragraphs[place - 1 : place + 1]
        joined = replace(
            first, thai=joined_text(first.thai, second.thai), english=joined_text(first.english, second.english)
        )
        return prose.without(second.id).with_(joined)


@dataclass(frozen=True, slots=True)
class MoveParagraph(_ProseEdit):
    """Put a paragraph after another, or at the start when `after` is None."""

    paragraph: ParagraphId
    after: ParagraphId | None

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Move paragraph")

    def changed(self, prose: Prose) -> Prose:
        """The prose in its new order."""
        place = _place(prose, self.paragraph)
        before = prose.paragraphs[place - 1].id if place else None
        if self.after in (self.paragraph, before):
            return prose
        moved, rest = prose.paragraphs[place], prose.without(self.paragraph)
        return rest.with_(replace(moved, rank=rank_after(rest, self.after)))


@dataclass(frozen=True, slots=True)
class RemoveParagraphs(_ProseEdit):
    """Take paragraphs out, in both languages."""

    paragraphs: tuple[ParagraphId, ...]

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Delete paragraph") if len(self.paragraphs) == 1 else _("Delete paragraphs")

    def changed(self, prose: Prose) -> Prose:
        """The prose without them."""
        for paragraph_id in self.paragraphs:
            _place(prose, paragraph_id)
            prose = prose.without(paragraph_id)
        return prose


@dataclass(frozen=True, slots=True)
class SetKind(_ProseEdit):
    """Make paragraphs body text, list items or quotations."""

    paragraphs: tuple[ParagraphId, ...]
    kind: ParagraphKind

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Change paragraph style")

    def changed(self, prose: Prose) -> Prose:
        """The prose with these paragraphs of the new kind."""
        chosen = (prose.paragraphs[_place(prose, paragraph_id)] for paragraph_id in self.paragraphs)
        return _put(prose, (replace(old, kind=self.kind) for old in chosen if old.kind is not self.kind))


@dataclass(frozen=True, slots=True)
class SetLeading(_ProseEdit):
    """Say in which language a paragraph is written first."""

    paragraph: ParagraphId
    leading: Language

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Change leading language")

    def changed(self, prose: Prose) -> Prose:
        """The prose with this paragraph led by the language."""
        old = prose.paragraphs[_place(prose, self.paragraph)]
        return prose if old.leading is self.leading else prose.with_(replace(old, leading=self.leading))


def _put(prose: Prose, paragraphs: Iterable[Paragraph]) -> Prose:
    for paragraph in tuple(paragraphs):
        prose = prose.with_(paragraph)
    return prose


def joined_text(first: Text, second: Text) -> Text:
    """Two texts as one, with a blank between when both have words and neither has one there."""
    if not first or not second:
        return first or second
    touching = not (first.characters[-1].isspace() or second.characters[0].isspace())
    return first + Text.of(" ") + second if touching else first + second


def _stripped(text: Text, *, start: bool = True, end: bool = True) -> Text:
    letters = text.characters
    low = len(letters) - len(letters.lstrip()) if start else 0
    high = len(letters.rstrip()) if end else len(letters)
    return text if (low, high) == (0, len(letters)) else text.part(low, high)
