"""What the outline says of one section, in words. Pure: no Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmdesk import counting, i18n
from cmdesk.checks import Finding
from cmdesk.counting import APPROXIMATELY, Budget
from cmdesk.i18n import _, ngettext
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Part, Question, QuestionKind
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from ui.outline.badges import Badge, badges
from ui.outline.state import Standing, standing


@dataclass(frozen=True, slots=True)
class Section:
    """A line of the outline: a question and how its answer stands."""

    question: QuestionId
    number: str
    title: str
    """In the interface's language."""
    other_title: str
    standing: Standing
    counts: str = ""
    is_over: bool = False
    badges: tuple[Badge, ...] = ()
    spoken: str = ""
    """All of it in one sentence, for screen readers and tool tips."""


@dataclass(frozen=True, slots=True)
class PartHead:
    """The heading over the sections of a part."""

    title: str
    answered: int
    of: int

    @property
    def words(self) -> str:
        """How many of its sections are whole."""
        return _("{done} of {all}").format(done=self.answered, all=self.of)


def section(dossier: Dossier, question: Question, findings: Sequence[Finding] = ()) -> Section:
    """The line of one question."""
    tongue = Language(i18n.language())
    budgets = _budgets(dossier, question)
    how_far = standing(question, dossier.answer(question.id))
    title = question.title.best(tongue)
    other = question.title.in_(tongue.other)
    signs = badges(dossier, question.id, findings)
    return Section(
        question.id,
        question.id,
        title,
        "" if other == title else other,
        how_far,
        counts=" · ".join(map(_short, budgets)),
        is_over=any(budget.over for budget in budgets),
        badges=signs,
        spoken=". ".join((_spoken(question.id, title, how_far, budgets), *(sign.words for sign in signs))),
    )


def part_head(dossier: Dossier, part: Part) -> PartHead:
    """The heading of one part."""
    states = [standing(question, dossier.answer(question.id)) for question in part.questions]
    whole = sum(state is Standing.ANSWERED for state in states)
    return PartHead(part.title.best(Language(i18n.language())), whole, len(states))


def _budgets(dossier: Dossier, question: Question) -> tuple[Budget, ...]:
    if question.kind is not QuestionKind.PROSE and not question.limits:
        return ()
    return tuple(counting.budget(dossier, question.id, language) for language in (Language.THAI, Language.ENGLISH))


def _short(budget: Budget) -> str:
    """Budget as briefly as it can be told: `EN 286/300`; what is over has a plus, so that colour is not needed."""
    name = {Language.THAI: _("TH"), Language.ENGLISH: _("EN")}[budget.language]
    used = f"{APPROXIMATELY if budget.is_approximate and budget.used else ''}{budget.used}"
    if budget.limit is None:
        return f"{name} {used}"
    over = f" +{budget.over}" if budget.over else ""
    if budget.limit.is_target:
        aim = _("target {amount}").format(amount=budget.limit.amount)
        return f"{name} {used} ({aim}{over})"
    return f"{name} {used}/{budget.limit.amount}{over}"


def _spoken(number: str, title: str, how_far: Standing, budgets: tuple[Budget, ...]) -> str:
    names = {Language.THAI: _("Thai"), Language.ENGLISH: _("English")}
    told = [
        _("{language}: {budget}").format(language=names[budget.language], budget=counting.budget_words(budget))
        for budget in budgets
    ]
    return ". ".join([f"{number} {title}", how_far.words, *told])


def overview(dossier: Dossier) -> str:
    """How many sections are whole, in a sentence."""
    states = [standing(question, dossier.answer(question.id)) for question in dossier.form.questions]
    whole = sum(state is Standing.ANSWERED for state in states)
    told = ngettext("{done} of {count} section answered", "{done} of {count} sections answered", len(states))
    return told.format(done=whole, count=len(states))
