"""Two states of a dossier compared: section by section, line by line, word by word in both languages."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from cmdesk.comparing import Kind, Stretch, compare
from cmdesk.i18n import N_
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question, QuestionKind
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Text
from cmdesk.progress import SILENT, Progress
from cmdesk.versions.lines import Line, answer_lines, both, evidence_line, profile_lines

PROFILE, EVIDENCE = "profile", "evidence"
"""Names of the sections that are no answers."""


class Change(Enum):
    """What became of a line."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    """It says the same in another place."""
    OTHERWISE = "otherwise"
    """It says the same, but looks otherwise or differs in what is not shown."""


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line of both states, or of one: None where it is not."""

    key: str
    before: Line | None
    after: Line | None
    change: Change
    thai: tuple[Stretch, ...]
    english: tuple[Stretch, ...]

    @property
    def line(self) -> Line:
        """The later line, or the earlier one of those removed."""
        line = self.after or self.before
        if line is None:
            raise ValueError("a line of neither state")
        return line

    def in_(self, language: Language) -> tuple[Stretch, ...]:
        """What became of its words in one language."""
        return self.thai if language is Language.THAI else self.english


@dataclass(frozen=True, slots=True)
class Section:
    """A question, the dossier's own facts or its evidence, with every line of either state."""

    name: str
    number: str
    title: Wording
    lines: tuple[LineChange, ...]

    is_prose: bool = False

    @property
    def is_evidence(self) -> bool:
        """Whether its lines are records of evidence."""
        return self.name == EVIDENCE

    @property
    def changed(self) -> tuple[LineChange, ...]:
        """The lines that are not the same."""
        return tuple(line for line in self.lines if line.change is not Change.SAME)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one state of a dossier became another."""

    before: Dossier
    after: Dossier
    sections: tuple[Section, ...]

    @property
    def changed(self) -> tuple[Section, ...]:
        """The sections in which something changed."""
        return tuple(section for section in self.sections if section.changed)

    def count(self, *changes: Change) -> int:
        """How many lines changed in one of these ways."""
        return sum(line.change in changes for section in self.sections for line in section.lines)


def compare_dossiers(before: Dossier, after: Dossier, progress: Progress = SILENT) -> Comparison:
    """The comparison of two states; raises `Cancelled`."""
    questions = _questions(before, after)
    total = len(questions) + 2
    sections = [
        _compared(PROFILE, both(N_("Dossier details")), profile_lines(before.profile), profile_lines(after.profile))
    ]
    for done, question in enumerate(questions, start=1):
        progress.step(done, total)
        sections.append(_answers(before, after, question))
    progress.step(total - 1, total)
    sections.append(_compared(EVIDENCE, both(N_("Evidence")), _evidence(before), _evidence(after)))
    progress.step(total, total)
    return Comparison(before, after, tuple(sections))


def _questions(before: Dossier, after: Dossier) -> list[Question]:
    """The questions of the later form, then those that only the earlier one had."""
    asked = {question.id: question for question in after.form.questions}
    return [*asked.values(), *(each for each in before.form.questions if each.id not in asked)]


def _answers(before: Dossier, after: Dossier, question: Question) -> Section:
    old, new = (state.answers.get(question.id) for state in (before, after))
    old_lines = answer_lines(question, old) if old is not None else []
    new_lines = old_lines if new is old else answer_lines(question, new) if new is not None else []
    section = _compared(question.id, question.title, old_lines, new_lines, number=question.id)
    return replace(section, is_prose=question.kind is QuestionKind.PROSE)


def _evidence(dossier: Dossier) -> list[Line]:
    return [evidence_line(record) for _name, record in sorted(dossier.evidence.items())]


def _compared(name: str, title: Wording, old: Sequence[Line], new: Sequence[Line], *, number: str = "") -> Section:
    before, after = {line.key: line for line in old}, {line.key: line for line in new}
    unmoved = _unmoved(list(before), list(after))
    lines = (
        _line_change(key, before.get(key), after.get(key), moved=key not in unmoved)
        for key in _in_order(list(before), list(after))
    )
    return Section(name, number, title, tuple(lines))


def _in_order(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """All keys in the later order, each that is gone behind the one that it stood behind."""
    here = set(after)
    gone: dict[str | None, list[str]] = {}
    last: str | None = None
    for key in before:
        if key in here:
            last = key
        else:
            gone.setdefault(last, []).append(key)
    order = list(gone.get(None, ()))
    for key in after:
        order += [key, *gone.get(key, ())]
    return order


def _unmoved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """As many keys as can be that are in both and in the same order."""
    places = {key: place for place, key in enumerate(before)}
    ends: list[int] = []
    tails: list[str] = []
    behind: dict[str, str | None] = {}
    for key in (key for key in after if key in places):
        at = bisect_left(ends, places[key])
        behind[key] = tails[at - 1] if at else None
        ends[at : at + 1], tails[at : at + 1] = [places[key]], [key]
    kept: set[str] = set()
    key_: str | None = tails[-1] if tails else None
    while key_ is not None:
        kept.add(key_)
        key_ = behind[key_]
    return kept


def _line_change(key: str, before: Line | None, after: Line | None, *, moved: bool) -> LineChange:
    change = _change(before, after, moved=moved)
    sides = (_stretches(*(line.in_(language) if line else Text() for line in (before, after))) for language in Language)
    return LineChange(key, before, after, change, *sides)


def _change(before: Line | None, after: Line | None, *, moved: bool) -> Change:
    if before is None or after is None:
        return Change.ADDED if before is None else Change.REMOVED
    if not before.says_the_same(after):
        return Change.CHANGED
    if moved:
        return Change.MOVED
    return Change.SAME if before.rest == after.rest else Change.OTHERWISE


def _stretches(old: Text, new: Text) -> tuple[Stretch, ...]:
    if old == new:
        return (Stretch(Kind.SAME, new, 0, 0),) if new else ()
    return tuple(compare(old, new))
