from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_dossiers import file, record

from cmdesk import assets
from cmdesk.library.columns import Column, Layout, guessed_layout, number_of
from cmdesk.library.mapping import mapped
from cmdesk.library.reading import tables
from cmdesk.library.reading.found import Sheet
from cmdesk.model.evidence import EvidenceKind, Level, Measure
from cmdesk.model.language import Wording

TITLED = Layout(0, (Column.TITLE_THAI, Column.VALUE, Column.YEAR))


def sheet(*rows, in_file=None):
    return Sheet("", rows, len(rows) if in_file is None else in_file)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,234.5", "1234.5"),
        ("๑,๒๓๔", "1234"),
        (" 12 ", "12"),
        ("46%", "46"),
        ("−5", "-5"),
        ("1.234,5", None),
        ("12 people", None),
        ("", None),
        ("1e5", None),
        ("12,34", None),
    ],
)
def test_a_cell_is_a_number_only_when_it_surely_is(cell, number):
    assert number_of(cell) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("rows", "heading", "columns"),
    [
        (
            (("ตัวชี้วัด", "ค่า", "หน่วย", "ปี"), ("ก", "1", "คน", "2566")),
            0,
            (Column.TITLE_THAI, Column.VALUE, Column.UNIT_THAI, Column.YEAR),
        ),
        (
            (("Report",), (), ("Indicator", "Value", "Unit", "Level"), ("x", "1", "people", "city")),
            2,
            (Column.TITLE_ENGLISH, Column.VALUE, Column.UNIT_ENGLISH, Column.LEVEL),
        ),
        ((("ก", "12"), ("ข", "13")), None, (Column.TITLE_THAI, Column.VALUE)),
        ((("Sector", "Members"), ("a", "1")), 0, (Column.TITLE_ENGLISH, Column.VALUE)),
        (
            (("name", "baseline", "baseline year", "tag", "tag"), ("x", "1", "2560", "a", "b")),
            0,
            (Column.TITLE_ENGLISH, Column.BASELINE, Column.BASELINE_YEAR, Column.TAG, Column.TAG),
        ),
    ],
)
def test_the_layout_is_guessed_from_headings_and_contents(rows, heading, columns):
    assert guessed_layout(sheet(*rows)) == Layout(heading, columns)


def test_every_column_has_a_name_for_people():
    assert all(column.label for column in Column)


def test_a_row_becomes_a_statistic():
    columns = (
        Column.TITLE_THAI,
        Column.TITLE_ENGLISH,
        Column.VALUE,
        Column.UNIT_THAI,
        Column.YEAR,
        Column.LEVEL,
        Column.ADDRESS,
        Column.KEY_FEATURE,
        Column.BASELINE,
        Column.BASELINE_YEAR,
    )
    row = (
        "ประชากร",
        "Population",
        "๑๒๗,๒๔๐",
        "คน / people",
        "2562",
        "เทศบาล / city",
        "https://x.org",
        "1.1",
        "131091",
        "พ.ศ. 2560",
    )
    [made] = mapped(sheet(row), Layout(None, columns), file("t.csv")).records
    assert (made.kind, made.title, made.level) == (EvidenceKind.STATISTIC, Wording("ประชากร", "Population"), Level.CITY)
    assert made.measure == Measure(Decimal(127240), Wording("คน", "people"), 2019, Decimal(131091), 2017)
    assert (made.period.start.year, made.address, made.key_features) == (2019, "https://x.org", ("1.1",))
    assert [attachment.name for attachment in made.attachments] == ["t.csv"]


def test_what_the_rows_do_not_say_holds_for_all():
    common = record("c", level=Level.PROVINCE, source=Wording("", "Office"), tags=("t",))
    [made] = mapped(sheet(("ก", "1", "")), Layout(None, TITLED.columns, common)).records
    assert (made.level, made.source, made.tags, made.kind) == (
        Level.PROVINCE,
        Wording("", "Office"),
        ("t",),
        EvidenceKind.STATISTIC,
    )
    assert made.id != common.id


def test_wrong_cells_are_named_by_row_and_column():
    columns = (Column.TITLE_THAI, Column.VALUE, Column.YEAR, Column.LEVEL, Column.ADDRESS)
    result = mapped(sheet(("ก", "many", "soon", "moon", "file:///x"), ("", "1", "", "", "")), Layout(None, columns))
    assert [(cell.row, cell.column, cell.reason) for cell in result.wrong] == [
        (1, 1, "“many” is not a number."),
        (1, 2, "“soon” is not a year."),
        (1, 3, "“moon” is not an area that CMDesk knows."),
        (1, 4, "“file:///x” is not a web address."),
        (1, 0, "This row has no value."),
        (2, 0, "This row has no title."),
    ]
    assert (result.left_out, result.edit) == (2, None)


def test_a_dash_for_no_value_is_no_wrong_number():
    result = mapped(sheet(("ก", "-", "")), Layout(None, TITLED.columns))
    assert [cell.reason for cell in result.wrong] == ["This row has no value."]


def test_the_numbers_of_rows_are_told():
    result = mapped(sheet(("ชื่อ", "ค่า", "ปี"), ("ก", "1", ""), (), ("ข", "x", "")), TITLED)
    assert result.sentence == "4 rows in the file: 1 records, 1 empty, 1 headings, 1 left out."


def test_rows_that_were_cut_are_told_loudly():
    result = mapped(sheet(("ชื่อ", "ค่า", "ปี"), ("ก", "1", ""), in_file=70_000), TITLED)
    assert result.sentence.endswith("NOT ALL ROWS were read: 69998 are missing, since the table is too large.")


def test_the_records_are_added_in_one_step():
    result = mapped(sheet(("ก", "1", "2566"), ("ข", "2", "2566")), Layout(None, TITLED.columns))
    assert (result.edit.label, len(result.edit.edits)) == ("Import 2 statistics", 2)


@settings(deadline=None, max_examples=100)
@given(rows=st.lists(st.lists(st.sampled_from(["", "ก", "1", "x y", "-", "2566"]), max_size=4).map(tuple), max_size=12))
def test_every_row_is_accounted_for(rows):
    table = sheet(*rows)
    result = mapped(table, guessed_layout(table))
    assert len(result.records) + result.empty + result.headings + result.left_out == len(rows)
    assert {cell.row for cell in result.wrong} <= set(range(1, len(rows) + 1))


@pytest.mark.parametrize(
    ("name", "count"), [("learners-by-group-example.csv", 7), ("committee-members-example.csv", 7)]
)
def test_the_tables_of_the_sample_are_understood(name, count):
    with (assets.resource("sample") / "files" / name).open("rb") as stream:
        [table] = tables.read(stream, "").sheets
    result = mapped(table, guessed_layout(table))
    assert (len(result.records), result.wrong) == (count, ())
    assert all(made.title.thai and made.title.english for made in result.records)
