"""What hands do on the bilingual page, as edits: pure, with the place where the caret goes afterwards."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from cmdesk.edits.edit import Edit, Several
from cmdesk.edits.prose import (
    AddParagraphs,
    JoinParagraphs,
    MoveParagraph,
    RemoveParagraphs,
    SetKind,
    SetText,
    SplitParagraph,
    rank_after,
)
from cmdesk.edits.replacing import replaced
from cmdesk.edits.sides import joined_text
from cmdesk.i18n import _
from cmdesk.model.answer import Paragraph, ParagraphKind, Prose
from cmdesk.model.ids import ParagraphId, QuestionId, new_ulid
from cmdesk.model.language import Language
from cmdesk.model.text import Span, Text
from cmdesk.pasting import Piece
from cmdesk.thai.converting import Replacement
from ui.editor.places import Place, Stretch


@dataclass(frozen=True, slots=True)
class Plan:
    """An edit, and where the caret goes once it is done."""

    edit: Edit
    caret: Place


def fresh(like: Paragraph | None = None) -> Paragraph:
    """A new paragraph of the kind and leading language of another; its rank is given when it is put in."""
    made = Paragraph(ParagraphId(new_ulid()), rank="")
    return made if like is None else replace(made, kind=like.kind, leading=like.leading)


def added(question: QuestionId, prose: Prose, row: int, language: Language) -> Plan:
    """A blank pair after a row; -1 puts it at the start."""
    like = prose.paragraphs[row] if row >= 0 else None
    edit = AddParagraphs(question, like.id if like else None, (fresh(like),))
    return Plan(edit, Place(row + 1, language, 0))


def entered(question: QuestionId, prose: Prose, place: Place) -> Plan:
    """What Enter means: split this language at the caret, the other staying; at an edge, a blank pair there.

    In a blank list item or quotation it ends the list, as writers are used to.
    """
    paragraph = prose.paragraphs[place.row]
    length = len(paragraph.in_(place.language))
    if not paragraph and paragraph.kind is not ParagraphKind.BODY:
        return Plan(SetKind(question, (paragraph.id,), ParagraphKind.BODY), place)
    if place.position >= length:
        return added(question, prose, place.row, place.language)
    if place.position == 0:
        before = added(question, prose, place.row - 1, place.language)
        return Plan(before.edit, Place(place.row + 1, place.language, 0))
    return split(question, prose, place, None)


def split(question: QuestionId, prose: Prose, place: Place, other_position: int | None) -> Plan:
    """The pair cut at the caret and, in the other language, at its own caret; without one that side stays whole."""
    paragraph = prose.paragraphs[place.row]
    other = len(paragraph.in_(place.language.other)) if other_position is None else other_position
    thai, english = (place.position, other) if place.language is Language.THAI else (other, place.position)
    edit = SplitParagraph(question, paragraph.id, thai, english, ParagraphId(new_ulid()))
    return Plan(edit, Place(place.row + 1, place.language, 0))


def joined(question: QuestionId, prose: Prose, row: int, language: Language) -> Plan | None:
    """A row joined to the one before it, the caret at the seam; None when there is none before."""
    if not 0 < row < len(prose.paragraphs):
        return None
    first, second = prose.paragraphs[row - 1 : row + 1]
    whole = joined_text(first.in_(language), second.in_(language))
    seam = len(whole) - len(second.in_(language))
    return Plan(JoinParagraphs(question, second.id), Place(row - 1, language, seam))


def moved(question: QuestionId, prose: Prose, place: Place, by: int) -> Plan | None:
    """A row moved up (-1) or down (1); None at the edge."""
    target = place.row + by
    if not 0 <= target < len(prose.paragraphs):
        return None
    after = target if by > 0 else target - 1
    neighbour = prose.paragraphs[after].id if after >= 0 else None
    edit = MoveParagraph(question, prose.paragraphs[place.row].id, neighbour)
    return Plan(edit, replace(place, row=target))


def rows_removed(question: QuestionId, prose: Prose, rows: range, language: Language) -> Plan:
    """Whole pairs taken out, in both languages."""
    edit = RemoveParagraphs(question, tuple(prose.paragraphs[row].id for row in rows))
    left = len(prose.paragraphs) - len(rows)
    return Plan(edit, Place(max(min(rows.start, left - 1), 0), language, 0))


def cut_out(question: QuestionId, prose: Prose, stretch: Stretch) -> Plan:
    """A selection deleted in its own language; a pair goes only when nothing is left in the other one either.

    What follows the selection joins what precedes it unless the pair that it is in has words in the other language.
    """
    first, last = prose.paragraphs[stretch.first_row], prose.paragraphs[stretch.last_row]
    head = first.in_(stretch.language).part(0, stretch.start)
    tail = last.in_(stretch.language).part(stretch.stop)
    stays = stretch.spans_rows and bool(last.in_(stretch.language.other))
    texts = {first.id: head if stays else head + tail} | ({last.id: tail} if stays else {})
    edits = tuple(_cut_edits(question, prose, stretch, texts))
    edit = edits[0] if len(edits) == 1 else Several(_("Delete text"), edits)
    return Plan(edit, stretch.beginning)


def _cut_edits(question: QuestionId, prose: Prose, stretch: Stretch, texts: dict[ParagraphId, Text]) -> Iterator[Edit]:
    gone = []
    for paragraph in prose.paragraphs[stretch.first_row : stretch.last_row + 1]:
        if paragraph.id in texts or paragraph.in_(stretch.language.other):
            yield SetText(question, paragraph.id, stretch.language, texts.get(paragraph.id, Text()))
        else:
            gone.append(paragraph.id)
    if gone:
        yield RemoveParagraphs(question, tuple(gone))


def pasted(question: QuestionId, prose: Prose, place: Place, pieces: Sequence[Piece]) -> Plan:
    """Paragraphs put in at the caret: the first goes on the text before it, each other is a pair of its own.

    Into a blank pair the first one brings its kind.
    """
    paragraph, language = prose.paragraphs[place.row], place.language
    old = paragraph.in_(language)
    head, tail = old.part(0, place.position) + pieces[0].text, old.part(place.position)
    kind = (pieces[0].kind if not paragraph else None) or paragraph.kind
    edits: list[Edit] = [] if kind is paragraph.kind else [SetKind(question, (paragraph.id,), kind)]
    if len(pieces) == 1:
        edits.append(SetText(question, paragraph.id, language, head + tail))
        return Plan(_paste(edits), replace(place, position=len(head)))
    texts = (*(piece.text for piece in pieces[1:-1]), pieces[-1].text + tail)
    more = tuple(
        replace(fresh(paragraph).with_(language, text), kind=piece.kind or paragraph.kind)
        for text, piece in zip(texts, pieces[1:], strict=True)
    )
    edits += [SetText(question, paragraph.id, language, head), AddParagraphs(question, paragraph.id, more)]
    return Plan(_paste(edits), Place(place.row + len(more), language, len(pieces[-1].text)))


def _paste(edits: Sequence[Edit]) -> Edit:
    return edits[0] if len(edits) == 1 else Several(_("Paste"), tuple(edits))


def styled(
    question: QuestionId, prose: Prose, stretch: Stretch, *, bold: bool | None = None, italic: bool | None = None
) -> Edit:
    """A selection made bold or italic, or not; None leaves a look as it is."""
    edits = []
    for row in range(stretch.first_row, stretch.last_row + 1):
        paragraph = prose.paragraphs[row]
        text = paragraph.in_(stretch.language)
        start, stop = stretch.within(row, len(text))
        text = text.styled(start, stop, bold=bold, italic=italic)
        edits.append(SetText(question, paragraph.id, stretch.language, text))
    return Several(_("Format text"), tuple(edits))


Conversion: TypeAlias = Callable[[str], list[Replacement]]


def converted(question: QuestionId, prose: Prose, stretch: Stretch, conversion: Conversion) -> Edit | None:
    """A selection with its digits or years converted; None when it has none of them."""
    edits = []
    for row in range(stretch.first_row, stretch.last_row + 1):
        paragraph = prose.paragraphs[row]
        text = paragraph.in_(stretch.language)
        start, stop = stretch.within(row, len(text))
        found = conversion(text.characters[start:stop])
        if found:
            moved = (Replacement(start + each.start, start + each.stop, each.letters) for each in found)
            edits.append(SetText(question, paragraph.id, stretch.language, replaced(text, moved)))
    return Several(_("Convert numbers"), tuple(edits)) if edits else None


def linked(text: Text, start: int, stop: int, address: str) -> Text:
    """A text whose letters between two positions point at an address, or nowhere; raises `ForbiddenLinkError`."""
    middle = (replace(run, link=address) if isinstance(run, Span) else run for run in text.part(start, stop).runs)
    return text.part(0, start) + Text(tuple(middle)) + text.part(stop)


def link_around(text: Text, stretch: Stretch) -> Stretch:
    """The whole link that the start of a stretch is in or behind; the stretch itself when there is none."""
    at = 0
    for run in text.runs:
        stop = at + len(Text((run,)))
        if isinstance(run, Span) and run.link and at <= stretch.start <= stop:
            return Stretch(stretch.language, stretch.first_row, at, stretch.first_row, stop)
        at = stop
    return stretch


@dataclass(frozen=True, slots=True)
class FirstText(SetText):
    """The first words of an answer: the paragraph that they are in comes with them, and goes when they are undone."""

    def changed(self, prose: Prose) -> Prose:
        """The prose with a first paragraph that has this text."""
        made = Paragraph(self.paragraph, rank_after(prose, None))
        return prose.with_(made.with_(self.language, self.text))


def first_text(question: QuestionId, language: Language, text: Text) -> FirstText:
    """The edit by which a blank answer gets its first words; typing that follows goes on with it."""
    return FirstText(question, ParagraphId(new_ulid()), language, text)
