"""Notes: what the people who work on a dossier say to one another in its margin."""

from dataclasses import dataclass, replace

from cmdesk.model.ids import NoteId, ParagraphId, QuestionId, RowId
from cmdesk.model.language import Language
from cmdesk.model.text import Text
from cmdesk.thai.cleaning import clean


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that somebody said; ids sort by time, so that remarks made apart come together in order."""

    id: RowId
    words: str
    author: str = ""
    at: str = ""
    """UTC as ISO 8601, to the second: `2026-11-22T09:30:00Z`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", clean(self.words))
        object.__setattr__(self, "author", clean(self.author))


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a note is on, and the position where they stood when it was made."""

    language: Language
    words: str
    start: int

    def found_in(self, text: Text) -> tuple[int, int] | None:
        """From where to where the words stand now, nearest to where they stood; None when they are gone."""
        letters = text.characters
        ahead = letters.find(self.words, self.start)
        behind = letters.rfind(self.words, 0, self.start + len(self.words))
        places = [place for place in (behind, ahead) if place >= 0]
        if not places or not self.words:
            return None
        nearest = min(places, key=lambda place: abs(place - self.start))
        return nearest, nearest + len(self.words)


@dataclass(frozen=True, slots=True)
class Note:
    """A thread of remarks on an answer, one of its paragraphs, or words of one."""

    id: NoteId
    question: QuestionId
    paragraph: ParagraphId | None = None
    anchor: Anchor | None = None
    to: str = ""
    """Whom it is addressed to; empty for everybody."""
    done: bool = False
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "to", clean(self.to))
        object.__setattr__(self, "remarks", tuple(sorted(self.remarks, key=lambda remark: remark.id)))

    def with_remark(self, remark: Remark) -> "Note":
        """This note with something more said."""
        return replace(self, remarks=(*self.remarks, remark))
