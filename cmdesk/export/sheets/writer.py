"""A workbook as an Excel file."""

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from cmdesk.export.composing.setting import say
from cmdesk.export.composing.workbook import Leaf, Value, Workbook
from cmdesk.export.packing import repack
from cmdesk.export.sheets.cells import rows_of, safe_cell, safe_names
from cmdesk.i18n import N_
from cmdesk.progress import SILENT, Progress

STARTED = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of every workbook: the true one would make each file differ from the last."""
FONT = "Sarabun"
CONTINUED = N_("… (goes on in the next row: a cell holds no more)")

_CORE = "docProps/core.xml"
_CHANGED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_NARROWEST, _WIDEST = 9, 48


def write(book: Workbook, target: Path, progress: Progress = SILENT) -> None:
    """Put the workbook at target; equal workbooks become equal files."""
    made = openpyxl.Workbook(write_only=True)
    head, text = _styles()
    made.add_named_style(head)
    made.add_named_style(text)
    for done, (leaf, name) in enumerate(zip(book.leaves, safe_names([each.name for each in book.leaves]), strict=True)):
        progress.step(done, len(book.leaves))
        _fill(made.create_sheet(name), leaf, (head, text), say(book.language, CONTINUED))
    properties = made.properties
    properties.title, properties.creator, properties.language = book.title, book.author, book.language.value
    properties.created = STARTED
    _save(made, target)
    progress.step(len(book.leaves), len(book.leaves))


def _styles() -> tuple[NamedStyle, NamedStyle]:
    top = Alignment(vertical="top", wrap_text=True)
    line = Border(bottom=Side(style="thin", color="B8B8BD"))
    shade = PatternFill("solid", fgColor="F1F3F5")
    head = NamedStyle("Head", font=Font(name=FONT, size=11, bold=True), alignment=top, border=line, fill=shade)
    return head, NamedStyle("Entry", font=Font(name=FONT, size=11), alignment=top)


def _fill(sheet: WriteOnlyWorksheet, leaf: Leaf, styles: tuple[NamedStyle, NamedStyle], notice: str) -> None:
    head, text = styles
    rows = [shown for row in leaf.rows for shown in rows_of(row, notice)]
    sheet.freeze_panes = "A2"
    for column in range(len(leaf.head)):
        sheet.column_dimensions[get_column_letter(column + 1)].width = _width([leaf.head, *rows], column)
    sheet.append([safe_cell(sheet, name, head) for name in leaf.head])
    for row in rows:
        sheet.append([safe_cell(sheet, value, text) for value in row])


def _width(rows: list[tuple[Value, ...]], column: int) -> int:
    longest = max(len(str(row[column])) for row in rows if row[column] is not None) if rows else 0
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _save(made: openpyxl.Workbook, target: Path) -> None:
    packed = BytesIO()
    made.save(packed)
    given = _part(packed, _CORE)
    core = _CHANGED.sub(rb"\g<1>" + STARTED.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), given)
    repack(packed, target, {_CORE: core})


def _part(packed: BytesIO, name: str) -> bytes:
    with zipfile.ZipFile(packed) as given:
        return given.read(name)
