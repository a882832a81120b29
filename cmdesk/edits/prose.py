"""Edits of paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cmdesk.edits import sides
from cmdesk.edits.edit import Edit, StaleEditError
from cmdesk.edits.notes import with_notes_joined, with_notes_split
from cmdesk.i18n import _
from cmdesk.model import ranks
from cmdesk.model.answer import Paragraph, ParagraphKind, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.language import Language
from cmdesk.model.text import Text


def rank_after(prose: Prose, paragraph_id: ParagraphId | None) -> str:
    """Rank of a place just after a paragraph, or at the very start when None; StaleEditError when it is gone."""
    place = -1 if paragraph_id is None else place_of(prose, paragraph_id)
    before = prose.paragraphs[place].rank if place >= 0 else None
    following = (paragraph.rank for paragraph in prose.paragraphs[place + 1 :])
    # Two people's insertions can bear one rank; between these nothing fits, so it goes after them.
    return ranks.between(before, next((rank for rank in following if rank != before), None))


def place_of(prose: Prose, paragraph_id: ParagraphId) -> int:
    """Place of a paragraph, from 0; StaleEditError when it is gone."""
    try:
        return prose.index(paragraph_id)
    except KeyError as error:
        raise StaleEditError(paragraph_id) from error


@dataclass(frozen=True, slots=True)
class ProseEdit:
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
class SetText(ProseEdit):
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
        old = prose.paragraphs[place_of(prose, self.paragraph)]
        return (
            prose if old.in_(self.language) == self.text else prose.with_(sides.written(old, self.language, self.text))
        )

    def continues(self, earlier: Edit) -> bool:
        """Whether an earlier edit set the same text of the same paragraph."""
        return isinstance(earlier, SetText) and (earlier.paragraph, earlier.language) == (self.paragraph, self.language)


@dataclass(frozen=True, slots=True)
class AddParagraphs(ProseEdit):
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
class SplitParagraph(ProseEdit):
    """Split a pair in two: each language at its own position, what follows going to the new paragraph."""

    paragraph: ParagraphId
    thai_at: int
    english_at: int
    new: ParagraphId

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Split paragraph")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with the paragraph split, notes going with the words that they are on."""
        return with_notes_split(ProseEdit.apply(self, dossier), self.question, self.paragraph, self.new)

    def changed(self, prose: Prose) -> Prose:
        """The prose with two paragraphs for one; blanks at the cut go."""
        old = prose.paragraphs[place_of(prose, self.paragraph)]
        cuts = {Language.THAI: self.thai_at, Language.ENGLISH: self.english_at}
        first, second = sides.divided(old, cuts, self.new, rank_after(prose, old.id))
        return prose.with_(first).with_(second)


@dataclass(frozen=True, slots=True)
class JoinParagraphs(ProseEdit):
    """Join a paragraph to the one before it, in both languages, with a blank between."""

    paragraph: ParagraphId

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Join paragraphs")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with the paragraphs joined, notes on the second one being on the whole now."""
        prose = dossier.prose(self.question)
        place = place_of(prose, self.paragraph)
        joined = ProseEdit.apply(self, dossier)
        return with_notes_joined(joined, self.paragraph, prose.paragraphs[place - 1].id) if place else joined

    def changed(self, prose: Prose) -> Prose:
        """The prose with one paragraph for two; unchanged when it is the first."""
        place = place_of(prose, self.paragraph)
        if place == 0:
            return prose
        first, second = prose.paragraphs[place - 1 : place + 1]
        return prose.without(second.id).with_(sides.united(first, second))


@dataclass(frozen=True, slots=True)
class MoveParagraph(ProseEdit):
    """Put a paragraph after another, or at the start when `after` is None."""

    paragraph: ParagraphId
    after: ParagraphId | None

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Move paragraph")

    def changed(self, prose: Prose) -> Prose:
        """The prose in its new order."""
        place = place_of(prose, self.paragraph)
        before = prose.paragraphs[place - 1].id if place else None
        if self.after in (self.paragraph, before):
            return prose
        moved, rest = prose.paragraphs[place], prose.without(self.paragraph)
        return rest.with_(replace(moved, rank=rank_after(rest, self.after)))


@dataclass(frozen=True, slots=True)
class RemoveParagraphs(ProseEdit):
    """Take paragraphs out, in both languages."""

    paragraphs: tuple[ParagraphId, ...]

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Delete paragraph") if len(self.paragraphs) == 1 else _("Delete paragraphs")

    def changed(self, prose: Prose) -> Prose:
        """The prose without them."""
        for paragraph_id in self.paragraphs:
            sides.refuse_locked(prose.paragraphs[place_of(prose, paragraph_id)])
            prose = prose.without(paragraph_id)
        return prose


@dataclass(frozen=True, slots=True)
class SetKind(ProseEdit):
    """Make paragraphs body text, list items or quotations."""

    paragraphs: tuple[ParagraphId, ...]
    kind: ParagraphKind

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Change paragraph style")

    def changed(self, prose: Prose) -> Prose:
        """The prose with these paragraphs of the new kind."""
        chosen = (prose.paragraphs[place_of(prose, paragraph_id)] for paragraph_id in self.paragraphs)
        return put(prose, (replace(old, kind=self.kind) for old in chosen if old.kind is not self.kind))


@dataclass(frozen=True, slots=True)
class SetLeading(ProseEdit):
    """Say in which language a paragraph is written first."""

    paragraph: ParagraphId
    leading: Language

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Change leading language")

    def changed(self, prose: Prose) -> Prose:
        """The prose with this paragraph led by the language."""
        old = prose.paragraphs[place_of(prose, self.paragraph)]
        return prose if old.leading is self.leading else prose.with_(sides.led_by(old, self.leading))


def put(prose: Prose, paragraphs: Iterable[Paragraph]) -> Prose:
    """The prose with these paragraphs in place of those with their ids."""
    for paragraph in tuple(paragraphs):
        prose = prose.with_(paragraph)
    return prose
