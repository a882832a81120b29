"""Where in an answer the caret is, in the model's terms."""

from dataclasses import dataclass
from itertools import zip_longest

from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.language import Language
from cmdesk.model.text import Text
from ui.editor.differences import alike


@dataclass(frozen=True, slots=True)
class Place:
    """A position in code points in one language of a row; row 0 of an answer without paragraphs is its blank one."""

    row: int
    language: Language
    position: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is selected in one language: from a position in one row to a position in the same or a later one."""

    language: Language
    first_row: int
    start: int
    last_row: int
    stop: int

    @property
    def beginning(self) -> Place:
        """Where it starts."""
        return Place(self.first_row, self.language, self.start)

    @property
    def spans_rows(self) -> bool:
        """Whether it reaches over the end of a paragraph."""
        return self.first_row != self.last_row

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing."""
        return (self.first_row, self.start) == (self.last_row, self.stop)

    def within(self, row: int, length: int) -> tuple[int, int]:
        """The part of it that lies in one row of its rows, whose text has `length` positions."""
        return self.start if row == self.first_row else 0, self.stop if row == self.last_row else length


def first_difference(before: Prose, after: Prose, language: Language) -> Place | None:
    """Where two states of an answer first differ; `language` is preferred when both do. None when they are the same."""
    for row, (old, new) in enumerate(zip_longest(before.paragraphs, after.paragraphs)):
        if old is new or old == new:
            continue
        if old is None or new is None or old.id != new.id:
            return Place(min(row, max(len(after.paragraphs) - 1, 0)), language, 0)
        return _difference_in(row, old, new, language)
    return None


def _difference_in(row: int, old: Paragraph, new: Paragraph, language: Language) -> Place:
    same = old.in_(language) == new.in_(language)
    where = language.other if same and old.in_(language.other) != new.in_(language.other) else language
    return Place(row, where, _parting(old.in_(where), new.in_(where)))


def _parting(old: Text, new: Text) -> int:
    """Position where the letters part, or the looks when the letters don't."""
    letters = old.characters, new.characters
    if letters[0] != letters[1]:
        return alike(*letters)
    position = 0
    for one, other in zip(old.runs, new.runs, strict=False):
        if one != other:
            break
        position += len(Text((one,)))
    return position
