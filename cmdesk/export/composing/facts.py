"""Fact tables: figures, each with the unit, year, scope and source that give it a meaning."""

from cmdesk.export.blocks import Block, Cell, Flow, Piece, Table
from cmdesk.export.composing.dates import year_in
from cmdesk.export.composing.grid import cell, head
from cmdesk.export.composing.names import LEVELS
from cmdesk.export.composing.order import fact_rows
from cmdesk.export.composing.setting import Setting
from cmdesk.export.composing.text import source_mark
from cmdesk.i18n import N_
from cmdesk.model.answer import FactRow, Facts
from cmdesk.model.form import Item, Question
from cmdesk.model.language import Language, Wording
from cmdesk.reading import number_words

HEAD = (N_("Item"), N_("Value"), N_("Unit"), N_("Year"), N_("Scope"), N_("Source"))
WIDTHS = (0.28, 0.18, 0.17, 0.12, 0.15, 0.1)
VALUE = 1


def facts(setting: Setting, question: Question, answer: Facts) -> list[Block]:
    """The form's rows, filled or not, and the city's own."""
    items = {item.id: item for item in question.items}
    rows = tuple(_row(setting, items.get(row.item), row) for row in fact_rows(question, answer))
    return [Table(head(setting, HEAD, (VALUE,)), rows, WIDTHS)] if rows else []


def _row(setting: Setting, item: Item | None, row: FactRow) -> tuple[Cell, ...]:
    label = item.label if item else row.label
    unit = row.unit or (item.unit if item else Wording())
    return (
        cell(setting.worded(label) + _remark(setting, row)),
        cell(setting.flows(lambda language: _value(row, language)), at_end=True),
        cell(setting.worded(unit)),
        cell(setting.flows(lambda language: _year(setting, row, language))),
        cell(setting.said(LEVELS[row.scope]) if row.scope else ()),
        cell(source_mark(setting, row.source) if row.source else ()),
    )


def _remark(setting: Setting, row: FactRow) -> tuple[Flow, ...]:
    return tuple(Flow(flow.language, (Piece(flow.plain, italic=True),)) for flow in setting.worded(row.remark))


def _value(row: FactRow, language: Language) -> str:
    return "" if row.value is None else number_words(row.value, language)


def _year(setting: Setting, row: FactRow, language: Language) -> str:
    return "" if row.year is None else year_in(setting.profile.era, row.year, language)
