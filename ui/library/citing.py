"""Where a citation or a figure goes in both languages of a pair: pure, with the caret afterwards."""

import re
from dataclasses import replace

from cmdesk.edits.edit import Edit, Several
from cmdesk.edits.prose import SetText
from cmdesk.edits.sides import is_locked
from cmdesk.edits.stages import Agree, Agreement
from cmdesk.i18n import _
from cmdesk.library.claims import sentences
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.model.text import Citation, Figure, Run, Text
from cmdesk.reading import number_words
from cmdesk.thai.cleaning import OBJECT
from cmdesk.thai.numerals import to_arabic_digits
from ui.editor.places import Place, Stretch
from ui.editor.prose_edits import Plan

_BLANK = re.compile(r"\s+")
_STOPS = re.compile(rf"[.!?]+[”\"’)]*{OBJECT}*")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def cited(question: QuestionId, prose: Prose, stretch: Stretch, citation: Citation, other: int | None) -> Plan:
    """A citation after what is selected, and at the place that answers to it in the other language.

    `other` is the caret of the other language when it is in the same row; without it the place is worked out.
    """
    paragraph = prose.paragraphs[stretch.last_row]
    at = stretch.stop
    mine = _put(paragraph.in_(stretch.language), at, citation)
    edits: list[Edit] = [SetText(question, paragraph.id, stretch.language, mine)]
    away = stretch.language.other
    theirs = paragraph.in_(away)
    if theirs and not is_locked(paragraph, away) and not _balances(paragraph, stretch.language, citation):
        spot = other or matching_place(paragraph.in_(stretch.language), at, theirs, away)
        edits.append(SetText(question, paragraph.id, away, _put(theirs, spot, citation)))
    edits += _still_agreeing(question, paragraph)
    return Plan(Several(_("Insert citation"), tuple(edits)), Place(stretch.last_row, stretch.language, at + 1))


def figured(question: QuestionId, prose: Prose, stretch: Stretch, record: Evidence, other: int | None) -> Plan:
    """A live figure in place of what is selected, and of the same number in the other language."""
    paragraph = prose.paragraphs[stretch.first_row]
    figure, away = Figure(record.id), stretch.language.other
    text = paragraph.in_(stretch.language)
    start, stop = stretch.within(stretch.first_row, len(text))
    mine = text.part(0, start) + Text((figure,)) + text.part(stop)
    edits: list[Edit] = [SetText(question, paragraph.id, stretch.language, mine)]
    theirs = paragraph.in_(away)
    if theirs and not is_locked(paragraph, away):
        spot = number_in(theirs, record, away)
        if spot is None and other:
            spot = other, other
        if spot is not None:
            edits.append(
                SetText(question, paragraph.id, away, theirs.part(0, spot[0]) + Text((figure,)) + theirs.part(spot[1]))
            )
    edits += _still_agreeing(question, paragraph)
    return Plan(Several(_("Insert figure"), tuple(edits)), Place(stretch.first_row, stretch.language, start + 1))


def _still_agreeing(question: QuestionId, paragraph: Paragraph) -> list[Edit]:
    """What keeps sides that agreed in agreement: a source put into both changes nothing that is said."""
    return [Agree(question, paragraph.id, Agreement.TYPO)] if paragraph.is_agreed else []


def _put(text: Text, at: int, run: Run) -> Text:
    return text.part(0, at) + Text((run,)) + text.part(at)


def _balances(paragraph: Paragraph, language: Language, citation: Citation) -> bool:
    """Whether the other language has this citation more often already: then ours only catches up."""
    mine, theirs = (list(paragraph.in_(each).evidence).count(citation.evidence) for each in (language, language.other))
    return theirs > mine


def number_in(text: Text, record: Evidence, language: Language) -> tuple[int, int] | None:
    """Where a text has the value of a record in figures, with its unit when that follows; None when it has not."""
    if record.measure is None:
        return None
    letters = to_arabic_digits(text.characters)
    value = number_words(record.measure.value, language)
    for match in _NUMBER.finditer(letters):
        if match[0].rstrip(",") in (value, format(record.measure.value, "f")):
            unit = record.measure.unit.best(language)
            end = match.start() + len(match[0].rstrip(","))
            rest = letters[end:].lstrip(" \u00a0")
            return match.start(), (len(letters) - len(rest) + len(unit) if unit and rest.startswith(unit) else end)
    return None


def matching_place(text: Text, at: int, other: Text, language: Language) -> int:
    """The place in another language's text that answers to a place in this one.

    Marks that both have are fixed points; between them it lies as far along, at the end of a sentence or phrase.
    """
    low, high, left, right = _between(text, at, other)
    if not text.characters[at:].strip(f" {OBJECT}.!?"):
        return _after_marks(other, len(other))
    share = (at - low) / max(high - low, 1)
    wanted = left + round(share * (right - left))
    ends = [place for place in phrase_ends(other, language) if left <= place <= right] or [right]
    return min(ends, key=lambda place: abs(place - wanted))


def _between(text: Text, at: int, other: Text) -> tuple[int, int, int, int]:
    """The fixed points around a place in both texts: the ends, or marks of the same record."""
    mine, theirs = _marks(text), _marks(other)
    common = [(mine[run], theirs[run]) for run in mine if run in theirs]
    before = [pair for pair in common if pair[0] < at]
    after = [pair for pair in common if pair[0] >= at]
    low, left = max(before, default=(-1, -1))
    high, right = min(after, default=(len(text), len(other)))
    return low + 1, high, left + 1, right


def _marks(text: Text) -> dict[tuple[type, str], int]:
    """Where each record's first mark stands."""
    found: dict[tuple[type, str], int] = {}
    at = 0
    for run in text.runs:
        if isinstance(run, Citation | Figure):
            found.setdefault((type(run), run.evidence), at)
        at += len(Text((run,)))
    return found


def phrase_ends(text: Text, language: Language) -> list[int]:
    """Where a citation may stand: behind sentences in English, before blanks in Thai, and at the end."""
    letters = text.characters
    if language is Language.THAI:
        places = [match.start() for match in _BLANK.finditer(letters)]
    else:
        places = [start + len(letters[start:stop].rstrip()) for start, stop in sentences(text, language)]
    return sorted({*places, _after_marks(text, len(text))})


def _after_marks(text: Text, at: int) -> int:
    """The end of a text without the blanks there."""
    return len(text.characters[:at].rstrip())


def whole_row(stretch: Stretch) -> Stretch:
    """A stretch within its last row."""
    start = 0 if stretch.spans_rows else stretch.start
    return replace(stretch, first_row=stretch.last_row, start=start)
