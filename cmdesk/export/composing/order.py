"""In which order the rows of a fact table stand."""

from cmdesk.model.answer import FactRow, Facts
from cmdesk.model.form import Question
from cmdesk.model.ids import RowId

_UNWRITTEN = RowId("")


def fact_rows(question: Question, facts: Facts) -> list[FactRow]:
    """The form's rows in the form's order, blank ones where nothing is written, then the city's own."""
    asked = [item.id for item in question.items]
    in_order = [row for item in asked for row in _rows_of(item, facts)]
    return in_order + [row for row in facts.rows if row.item not in asked]


def _rows_of(item: str, facts: Facts) -> list[FactRow]:
    return [row for row in facts.rows if row.item == item] or [FactRow(_UNWRITTEN, item)]
