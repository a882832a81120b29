import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.export.compose import Languages, figures
from cmdesk.export.composing.workbook import Leaf, Workbook
from cmdesk.export.sheets.cells import LONGEST, safe_names
from cmdesk.export.sheets.writer import write
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.thai.cleaning import clean


def book(*rows: tuple[object, ...], name: str = "Leaf") -> Workbook:
    return Workbook("Title", "City", Language.ENGLISH, (Leaf(name, ("Head",) * len(rows[0]), tuple(rows)),))


@pytest.fixture
def opened(tmp_path: Path):
    def make(workbook: Workbook):
        write(workbook, tmp_path / "a.xlsx")
        return openpyxl.load_workbook(tmp_path / "a.xlsx")

    return make


def test_a_fact_table_has_numbers_that_can_be_reckoned_with(opened, dossier: Dossier) -> None:
    rows = list(opened(figures(dossier, Languages.ENGLISH))["A2 City data"].values)
    assert rows[0] == ("Item", "Value", "Unit", "Year (Common Era)", "Scope", "Source", "Remark")
    assert rows[1] == ("Area", 40.216, "km²", 2019, "City", 1, None)
    assert rows[3][:2] == ("Temples", 1240)


def test_both_languages_have_columns_of_their_own(opened, dossier: Dossier) -> None:
    rows = list(opened(figures(dossier, Languages.BOTH))["A2 City data"].values)
    assert rows[0][:2] == ("Item (Thai)", "Item (English)")
    assert rows[1][:2] == ("พื้นที่", "Area")
    assert rows[1][5:7] == (2562, 2019)


def test_the_evidence_has_the_numbers_of_the_document(opened, dossier: Dossier) -> None:
    rows = list(opened(figures(dossier, Languages.ENGLISH))["Evidence"].values)
    assert [row[:3] for row in rows[1:]] == [(1, "Area", "Statistic"), (2, "City plan", "Document")]


def test_decimal_places_are_shown_as_they_were_given(opened) -> None:
    cell = opened(book((Decimal("40.20"),)))["Leaf"]["A2"]
    assert (cell.value, cell.number_format) == (40.2, "#,##0.00")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'x", "=cmd|' /C calc'!A0"])
def test_no_text_becomes_a_formula(opened, text: str, tmp_path: Path) -> None:
    cell = opened(book((text,)))["Leaf"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    assert "<f>" not in zipfile.ZipFile(tmp_path / "a.xlsx").read("xl/worksheets/sheet1.xml").decode()


def test_a_text_too_long_for_a_cell_goes_on_in_the_next_row_and_says_so(opened) -> None:
    text = "ก" * (LONGEST + 10)
    rows = list(opened(book((text, 7)))["Leaf"].values)[1:]
    assert all(len(row[0]) <= LONGEST for row in rows)
    assert [row[1] for row in rows] == [7, None]
    assert "goes on in the next row" in rows[0][0]
    assert rows[0][0].replace("… (goes on in the next row: a cell holds no more)", "") + rows[1][0] == text


def test_names_of_sheets_are_fit_and_no_two_alike() -> None:
    made = safe_names(["a/b[c]:d*e?", "A B C D E", "x" * 60, "x" * 59, "", "'", "ชื่อ"])
    assert made == ["a b c d e", "A B C D E (2)", "x" * 31, "x" * 27 + " (2)", "CMDesk", "CMDesk (2)", "ชื่อ"]


def test_equal_workbooks_are_equal_files(dossier: Dossier, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(figures(dossier, Languages.BOTH), tmp_path / f"{name}.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_spreadsheet_tells_its_title_and_nothing_of_the_day(opened, dossier: Dossier) -> None:
    properties = opened(figures(dossier, Languages.ENGLISH)).properties
    assert properties.title == "Chiang Mai, a learning city"
    assert (properties.created.year, properties.modified.year) == (2000, 2000)


def test_a_dossier_without_a_fact_table_has_its_evidence_alone(opened, dossier: Dossier) -> None:
    bare = replace(dossier, form=replace(dossier.form, parts=dossier.form.parts[1:]))
    assert opened(figures(bare, Languages.ENGLISH)).sheetnames == ["Evidence"]


@given(st.text())
@settings(deadline=None, max_examples=60)
def test_any_text_comes_back(tmp_path_factory, text: str) -> None:
    target = tmp_path_factory.mktemp("sheets") / "a.xlsx"
    write(book((text, "z"), name=text), target)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert (sheet["A2"].value or "") == clean(text)
    assert sheet["A2"].data_type in ("s", "n", "inlineStr")
