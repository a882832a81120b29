"""Sheets and properties of Excel files (ECMA-376, SpreadsheetML): stored values, never calculated anew."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import BinaryIO

from cmdesk.library.reading.found import Found, Notice, Remark, Sheet, Trouble
from cmdesk.library.reading.limits import CELLS, ELEMENTS, LETTERS, ROWS
from cmdesk.library.reading.markup import Element, attribute, elements, local
from cmdesk.library.reading.packages import Package
from cmdesk.library.reading.refused import Refused
from cmdesk.library.reading.tables import remarks_on
from cmdesk.thai.cleaning import clean

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.ASCII)
_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
"""Numbers of formats that show dates, by ECMA-376 part 1, 18.8.30."""
_NOT_LETTERS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DATE_LETTERS = re.compile("[dmyhsDMYHS]")
_COLUMNS = 16_384
_LAST_ROW = 1_048_576
_SHEETS = 100
_ELEMENTS = 5 * ELEMENTS
"""Rows and cells of a sheet are let go of as they are read."""


def read(stream: BinaryIO) -> Found:
    """The properties of a workbook and its sheets; the text of each sheet is a page."""
    package = Package(stream)
    book = _Book(package)
    sheets = tuple(book.sheets())
    properties = package.properties()
    return Found(
        title=clean(properties.get("title", "")),
        author=clean(properties.get("creator", "")),
        created=properties.get("created", "")[:10],
        pages=tuple("\n".join("\t".join(row) for row in sheet.rows)[:LETTERS] for sheet in sheets),
        sheets=sheets,
        remarks=(*package.remarks(), *book.remarks(), *_on_sheets(sheets)),
    )


def _on_sheets(sheets: tuple[Sheet, ...]) -> Iterator[Remark]:
    for sheet in sheets:
        yield from (remark for remark in remarks_on(sheet) if remark.notice is Notice.ROWS_CUT)
    if formulas := [f"{sheet.name}!{cell}" for sheet in sheets for cell in sheet.formulas]:
        yield Remark(Notice.FORMULAS, ", ".join(formulas[:20]))


class _Book:
    """What the sheets of a workbook share."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main("xl/workbook.xml")
        self._folder = self._main.rpartition("/")[0]
        self._targets: dict[str, str] = {}
        self._listed: list[tuple[str, str]] = []
        self._hidden: list[str] = []
        self._since = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no time zone
        self._read_main()
        self._strings = self._shared()
        self._dates = self._date_styles()
        self._cells_left = CELLS

    def _read_main(self) -> None:
        leaf = self._main.rpartition("/")[2]
        for relation in self._package.relations(f"{self._folder}/_rels/{leaf}.rels"):
            self._targets[attribute(relation, "Id")] = attribute(relation, "Target")
        for event, element in elements(self._package.read(self._main), self._main):
            if event == "start" and local(element) == "sheet":
                self._list(element)
            if event == "start" and local(element) == "workbookPr" and attribute(element, "date1904") in ("1", "true"):
                self._since = datetime(1904, 1, 1)  # noqa: DTZ001 - as above

    def _list(self, element: Element) -> None:
        name = clean(attribute(element, "name"))
        self._listed.append((name, self._targets.get(attribute(element, "id"), "")))
        if attribute(element, "state") in ("hidden", "veryHidden"):
            self._hidden.append(name)

    def _path(self, target: str) -> str:
        return target.lstrip("/") if target.startswith("/") else f"{self._folder}/{target}"

    def _shared(self) -> list[str]:
        name = f"{self._folder}/sharedStrings.xml"
        if name not in self._package:
            return []
        strings: list[str] = []
        pieces: list[str] = []
        for event, element in elements(self._package.read(name), name):
            kind = local(element)
            if event == "end" and kind == "t":
                pieces.append(element.text or "")
            elif event == "end" and kind == "si":
                strings.append("".join(pieces))
                pieces.clear()
        return strings

    def _date_styles(self) -> set[int]:
        """Places in the list of cell styles whose numbers are days."""
        name = f"{self._folder}/styles.xml"
        if name not in self._package:
            return set()
        styles = _Styles()
        for event, element in elements(self._package.read(name), name):
            styles.take(event, element)
        return styles.dates

    def sheets(self) -> Iterator[Sheet]:
        """The worksheets in their order, until too many cells are read."""
        for name, target in self._listed[:_SHEETS]:
            path = self._path(target)
            if target and "worksheets/" in path:
                reading = _Rows(self._strings, self._dates, self._since, self._cells_left)
                yield reading.sheet(name, self._package.read(path), path)
                self._cells_left = reading.cells_left

    def remarks(self) -> Iterator[Remark]:
        """Which sheets are hidden."""
        if self._hidden:
            yield Remark(Notice.HIDDEN_SHEETS, ", ".join(self._hidden[:20]))


class _Styles:
    """Which cell styles show their numbers as days."""

    def __init__(self) -> None:
        self.dates: set[int] = set()
        self._formats = set(_BUILT_IN_DATES)
        self._inside = False
        self._count = 0

    def take(self, event: str, element: Element) -> None:
        """Learn from one element of the styles part."""
        kind = local(element)
        if kind == "numFmt" and event == "start":
            shown = _NOT_LETTERS.sub("", attribute(element, "formatCode"))
            if _DATE_LETTERS.search(shown):
                self._formats.add(_number(attribute(element, "numFmtId")))
        elif kind == "cellXfs":
            self._inside = event == "start"
        elif kind == "xf" and self._inside and event == "start":
            if _number(attribute(element, "numFmtId")) in self._formats:
                self.dates.add(self._count)
            self._count += 1


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 8 else -1  # noqa: PLR2004 - digits


@dataclass
class _Cell:
    """A cell while it is being read."""

    column: int = 0
    type: str = ""
    style: int = 0
    value: str = ""
    formula: str | None = None
    inline: list[str] = field(default_factory=list)


class _Rows:
    """The rows of one sheet as they are read."""

    def __init__(self, strings: list[str], dates: set[int], since: datetime, cells_left: int) -> None:
        self.cells_left = cells_left
        self._strings, self._dates, self._since = strings, dates, since
        self._rows: list[tuple[str, ...]] = []
        self._row: dict[int, str] = {}
        self._number = 0
        self._cell = _Cell()
        self._formulas: list[str] = []
        self._errors: list[str] = []
        self._last = 0

    def sheet(self, name: str, content: bytes, path: str) -> Sheet:
        """The sheet, without the empty rows at its end."""
        for event, element in elements(content, path, _ELEMENTS):
            if event == "start":
                self._begin(element)
            else:
                self._end(element)
        while self._rows and not self._rows[-1]:
            self._rows.pop()
        return Sheet(name, tuple(self._rows), self._last, formulas=tuple(self._formulas), errors=tuple(self._errors))

    def _begin(self, element: Element) -> None:
        kind = local(element)
        if kind == "row":
            told = _number(attribute(element, "r"))
            self._number = told if 0 < told <= _LAST_ROW else self._number + 1
            self._row = {}
            self._cell = _Cell()
        elif kind == "c":
            column = _column(attribute(element, "r")) or self._cell.column + 1
            self._cell = _Cell(column, attribute(element, "t"), _number(attribute(element, "s")))

    def _end(self, element: Element) -> None:
        match local(element):
            case "v":
                self._cell.value = element.text or ""
            case "f":
                self._cell.formula = element.text or ""
            case "t":
                self._cell.inline.append(element.text or "")
            case "c":
                self._put()
            case "row":
                self._end_row()

    def _put(self) -> None:
        cell = self._cell
        words = clean(self._words(cell))
        place = f"{_letters(cell.column)}{self._number}"
        if cell.formula is not None:
            self._formulas.append(place)
        if cell.type == "e":
            self._errors.append(place)
        if words and cell.column <= _COLUMNS:
            self._row[cell.column] = words

    def _words(self, cell: _Cell) -> str:
        match cell.type:
            case "s":
                number = _number(cell.value)
                return self._strings[number] if 0 <= number < len(self._strings) else ""
            case "inlineStr":
                return "".join(cell.inline)
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(cell.value, cell.value)
            case "str" | "e" | "d":
                return cell.value
            case _ if not cell.value and cell.formula:
                return f"={cell.formula}"
            case _:
                return self._numeric(cell)

    def _numeric(self, cell: _Cell) -> str:
        try:
            number = float(cell.value)
            return self._day(number) if cell.style in self._dates else format(number, ".15g")
        except (ValueError, OverflowError):
            return cell.value

    def _day(self, number: float) -> str:
        moment = self._since + timedelta(days=number)
        if abs(number) < 1:
            return moment.strftime("%H:%M:%S")
        return moment.date().isoformat() if number == int(number) else moment.isoformat(sep=" ", timespec="seconds")

    def _end_row(self) -> None:
        if not self._row:
            return
        width = max(self._row)
        self._last = max(self._last, self._number)
        self.cells_left -= width
        if self.cells_left < 0 or self._number > ROWS:
            return
        self._rows.extend([()] * (self._number - 1 - len(self._rows)))
        self._rows.append(tuple(self._row.get(column, "") for column in range(1, width + 1)))


def _column(place: str) -> int:
    match = _PLACE.fullmatch(place)
    if match is None:
        return 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    if column > _COLUMNS:
        raise Refused(Trouble.DAMAGED, place)
    return column


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
