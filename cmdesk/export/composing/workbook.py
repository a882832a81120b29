"""The figures of a dossier for a spreadsheet: numbers that can be reckoned with, each with what gives it a meaning."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from cmdesk.export.composing.dates import span_in
from cmdesk.export.composing.names import KINDS, LEVELS
from cmdesk.export.composing.order import fact_rows
from cmdesk.export.composing.setting import Setting, say
from cmdesk.i18n import N_
from cmdesk.model.answer import FactRow, Facts
from cmdesk.model.evidence import Evidence
from cmdesk.model.form import Item, Question
from cmdesk.model.language import Language, Wording
from cmdesk.thai.eras import to_buddhist

Value: TypeAlias = str | int | Decimal | None

IN = {Language.THAI: N_("{name} (Thai)"), Language.ENGLISH: N_("{name} (English)")}
YEAR = {Language.THAI: N_("Year (Buddhist Era)"), Language.ENGLISH: N_("Year (Common Era)")}
EVIDENCE = N_("Evidence")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sheet: its name, the heads of its columns, and rows of as many values."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a spreadsheet, in the language that their heads are in."""

    title: str
    author: str
    language: Language
    leaves: tuple[Leaf, ...]


def workbook(setting: Setting) -> Workbook:
    """A sheet for each fact table of the form, and one for the evidence that the dossier cites."""
    main = setting.languages.furniture
    profile = setting.dossier.profile
    facts = [(each, setting.dossier.answer(each.id)) for each in setting.dossier.form.questions]
    leaves = [_facts(setting, question, answer) for question, answer in facts if isinstance(answer, Facts)]
    return Workbook(
        profile.title.best(main) or setting.dossier.form.title.best(main),
        profile.city.best(main),
        main,
        (*leaves, _evidence(setting)),
    )


def _facts(setting: Setting, question: Question, answer: Facts) -> Leaf:
    items = {item.id: item for item in question.items}
    main = setting.languages.furniture
    head = (
        *_in_each(setting, N_("Item")),
        say(main, N_("Value")),
        *_in_each(setting, N_("Unit")),
        *(say(main, YEAR[language]) for language in setting.languages.each),
        say(main, N_("Scope")),
        say(main, N_("Source")),
        say(main, N_("Remark")),
    )
    rows = tuple(_row(setting, items.get(row.item), row) for row in fact_rows(question, answer))
    return Leaf(f"{question.id} {question.title.best(main)}", head, rows)


def _row(setting: Setting, item: Item | None, row: FactRow) -> tuple[Value, ...]:
    main = setting.languages.furniture
    unit = row.unit or (item.unit if item else Wording())
    return (
        *_words(setting, item.label if item else row.label),
        row.value,
        *_words(setting, unit),
        *(_year(row.year, language) for language in setting.languages.each),
        say(main, LEVELS[row.scope]) if row.scope else None,
        setting.citations.number(row.source) if row.source else None,
        row.remark.best(main) or None,
    )


def _year(year: int | None, language: Language) -> int | None:
    if year is None:
        return None
    return to_buddhist(year) if language is Language.THAI else year


def _evidence(setting: Setting) -> Leaf:
    main = setting.languages.furniture
    names = (N_("Kind"), N_("Value"), N_("Unit"), N_("Date"), N_("Issued by"), N_("Address"))
    head = (say(main, N_("No.")), *_in_each(setting, N_("Title")), *(say(main, name) for name in names))
    rows = tuple(_record(setting, number, each) for number, each in enumerate(setting.citations.records, start=1))
    return Leaf(say(main, EVIDENCE), head, rows)


def _record(setting: Setting, number: int, record: Evidence) -> tuple[Value, ...]:
    main = setting.languages.furniture
    measure = record.measure
    return (
        number,
        *_words(setting, record.title),
        say(main, KINDS[record.kind]),
        measure.value if measure else None,
        measure.unit.best(main) or None if measure else None,
        span_in(setting.profile.era, record.period, main) if record.period else None,
        record.source.best(main) or None,
        record.address or None,
    )


def _in_each(setting: Setting, name: str) -> tuple[str, ...]:
    """Heads of columns that are there once for each language."""
    main = setting.languages.furniture
    if not setting.is_bilingual:
        return (say(main, name),)
    return tuple(say(main, IN[language], name=say(main, name)) for language in setting.languages.each)


def _words(setting: Setting, wording: Wording) -> tuple[Value, ...]:
    if not setting.is_bilingual:
        return (wording.best(setting.languages.furniture) or None,)
    return tuple(wording.in_(language) or None for language in setting.languages.each)
