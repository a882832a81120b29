"""Cells and heads of tables, in the languages of the document."""

from cmdesk.export.blocks import Align, Cell, Flow, Piece
from cmdesk.export.composing.setting import Setting
from cmdesk.model.language import Language

DASH = "–"
"""Stands in a cell where nothing is written."""


def head(setting: Setting, names: tuple[str, ...], ends: tuple[int, ...] = ()) -> tuple[Cell, ...]:
    """Head cells of these names; the columns counted in `ends` stand right."""
    return tuple(cell(setting.said(name), column in ends) for column, name in enumerate(names))


def cell(flows: tuple[Flow, ...], at_end: bool = False) -> Cell:  # noqa: FBT001, FBT002 - where it stands
    """A cell of these flows, or of a dash when there are none."""
    dash = (Flow(Language.ENGLISH, (Piece(DASH),)),)
    return Cell(flows or dash, Align.END if at_end else Align.START)
