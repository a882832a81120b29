import csv
import io
import json
from dataclasses import replace
from decimal import Decimal

import foreign_files as make
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_dossiers import file, record, year
from openpyxl import load_workbook
from PIL import Image

from cmdesk.library import csl_out, lossless, spreadsheet
from cmdesk.library.filling import fill
from cmdesk.library.lossless import LibraryFileError
from cmdesk.library.proposing import from_reference
from cmdesk.library.reading import csl
from cmdesk.library.reading.found import Found
from cmdesk.library.reading.refusals import ForeignFileError
from cmdesk.library.rights import Objection, annex_bytes, annex_files, annex_suffix, rights_of, rights_table
from cmdesk.library.shelf import Shelf
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import (
    Evidence,
    EvidenceKind,
    Level,
    Measure,
    PeopleShown,
    Permission,
    Reliability,
    SourceType,
)
from cmdesk.model.ids import EvidenceId, new_ulid
from cmdesk.model.language import Language, Wording
from cmdesk.progress import Cancelled, Progress
from cmdesk.sample.dossier import sample
from cmdesk.store.refusals import MissingAttachmentError

PHOTO = EvidenceKind.PHOTOGRAPH


# ---- lossless

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
WORDINGS = st.builds(Wording, WORDS, WORDS)
DATES = st.builds(PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9)
YEARS = st.none() | st.integers(1000, 2600)
RECORDS = st.builds(
    Evidence,
    id=st.builds(lambda: EvidenceId(new_ulid())),
    kind=st.sampled_from(EvidenceKind),
    **dict.fromkeys(("title", "caption", "summary", "place", "source", "author", "rights_holder", "notes"), WORDINGS),
    **dict.fromkeys(("language", "locator", "licence", "address"), WORDS),
    **{name: st.lists(WORDS, max_size=3).map(tuple) for name in ("tags", "key_features", "criteria")},
    period=st.none() | st.builds(Period, DATES),
    level=st.none() | st.sampled_from(Level),
    source_type=st.none() | st.sampled_from(SourceType),
    measure=st.none() | st.builds(Measure, NUMBERS, WORDINGS, YEARS, st.none() | NUMBERS, YEARS),
    participants=st.none() | st.integers(0, 10**6),
    people=st.builds(PeopleShown, st.sampled_from(Permission), st.sampled_from(Permission)),
    reliability=st.none() | st.sampled_from(Reliability),
    seen_on=st.none() | DATES,
    attachments=st.lists(st.builds(file, WORDS), max_size=2).map(tuple),
)


@settings(deadline=None, max_examples=60)
@given(records=st.lists(RECORDS, max_size=3))
def test_the_lossless_file_comes_back_equal(records):
    assert lossless.from_csv(lossless.to_csv(records)) == records


def test_the_library_of_the_sample_comes_back_equal():
    records = list(sample().evidence.values())
    assert lossless.from_csv(b"\xef\xbb\xbf" + lossless.to_csv(records)) == records


def test_a_period_with_an_end_comes_back():
    one = replace(record("x", period=Period(PartialDate(2020, 1, 2), PartialDate(2021))), id=EvidenceId(new_ulid()))
    assert lossless.from_csv(lossless.to_csv([one])) == [one]


def changed(column, value):
    one = replace(record("x", measure=Measure(Decimal(1), year=2020)), id=EvidenceId(new_ulid()))
    rows = list(csv.reader(io.StringIO(lossless.to_csv([one]).decode(), newline="")))
    rows[1][rows[0].index(column)] = value
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "../x"),
        ("id", ""),
        ("kind", "thing"),
        ("kind", ""),
        ("value", "=1+1"),
        ("year", "MMXX"),
        ("period", "20-20"),
        ("tags", "a, b"),
        ("attachments", '[{"sha256": 1}]'),
        ("people.minors", "maybe"),
        ("level", "moon"),
    ],
)
def test_a_wrong_cell_is_named_with_row_and_column(column, value):
    with pytest.raises(LibraryFileError) as wrong:
        lossless.from_csv(changed(column, value))
    assert (wrong.value.row, wrong.value.column) == (2, column)
    assert wrong.value.what == f"Row 2 of the library file is wrong in the column “{column}”: “{value}”."


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'id,kind\n"open'])
def test_a_file_that_is_no_library_is_refused(content):
    with pytest.raises(LibraryFileError):
        lossless.from_csv(content)


# ---- for spreadsheets

FORMULAS = ["=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "\u00a0=1", "\t=1", "x\n=1", "＝1", '"=1', "'=1"]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_of_the_safe_csv_begins_as_a_formula(words):
    content = spreadsheet.to_csv([record("x", title=words, notes=Wording(words))], Language.ENGLISH)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row if cell]
    assert all(cell[0] not in "=+-@\t\r\n＝\u00a0" for cell in cells)
    assert all("\n" not in cell for cell in cells)


@pytest.mark.parametrize("words", ["-5", "12.5", "ประชากร", "A = B", "e-mail"])
def test_harmless_words_stay_as_they_are_in_the_safe_csv(words):
    assert spreadsheet.safe_cell(words) == words


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_of_the_excel_file_is_a_formula(words):
    content = spreadsheet.to_xlsx([record("x", title=words)], Language.ENGLISH)
    cells = [cell for row in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert b"<f>" not in b"".join(make_parts(content))


def make_parts(content):
    import zipfile  # noqa: PLC0415 - for this look alone

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return [package.read(name) for name in package.namelist()]


def test_what_is_too_long_for_a_cell_goes_on_below():
    words = "ก" * 70_000
    content = spreadsheet.to_xlsx([record("x", summary=Wording(words)), record("y", title="next")], Language.THAI)
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    column = [row[5] for row in rows]
    assert "".join(cell for cell in column[1:4]) == words
    assert [row[0] for row in rows[1:]] == ["document", *["(continued from the row above)"] * 2, "document"]


def test_numbers_stay_numbers_in_excel():
    one = record(
        "x", EvidenceKind.STATISTIC, measure=Measure(Decimal("12.5"), Wording("", "%"), 2020), period=year(2020)
    )
    content = spreadsheet.to_xlsx([one], Language.ENGLISH)
    row = next(load_workbook(io.BytesIO(content)).active.iter_rows(min_row=2, values_only=True))
    assert [cell for cell in row if cell] == ["statistic", "Record x", "2020", 12.5, "%", 2020]


# ---- for reference managers


def test_csl_json_is_read_back_by_our_own_reader():
    one = record(
        "x",
        EvidenceKind.LINK,
        "City page",
        author=Wording("", "A B; C D"),
        period=Period(PartialDate(2020, 5), PartialDate(2021)),
        seen_on=PartialDate(2022, 1, 2),
        address="https://example.org",
        language="en",
        tags=("a", "b"),
        source=Wording("", "City"),
    )
    content = csl_out.to_csl([one], Language.ENGLISH)
    [again] = [from_reference(each) for each in csl.references(content.decode())]
    assert (again.kind, again.title, again.author, again.source) == (one.kind, one.title, one.author, one.source)
    assert (again.address, again.seen_on, again.tags, again.language) == (one.address, one.seen_on, one.tags, "en")
    assert json.loads(content)[0]["issued"] == {"date-parts": [[2020, 5], [2021]]}


# ---- rights


@pytest.mark.parametrize(
    ("fields", "objections"),
    [
        ({"licence": "CC0"}, ()),
        ({"rights_holder": Wording("", "City")}, ()),
        ({}, (Objection.NO_RIGHTS,)),
        ({"licence": "CC0", "people": PeopleShown(Permission.GIVEN, Permission.GIVEN)}, ()),
        ({"licence": "CC0", "people": PeopleShown(minors=Permission.MISSING)}, (Objection.MINORS_MISSING,)),
        (
            {"people": PeopleShown(Permission.MISSING, Permission.REFUSED)},
            (Objection.MINORS_REFUSED, Objection.ADULTS_MISSING, Objection.NO_RIGHTS),
        ),
        ({"licence": "CC0", "people": PeopleShown(Permission.REFUSED)}, (Objection.ADULTS_REFUSED,)),
    ],
)
def test_a_photograph_leaves_only_with_rights_and_consent(fields, objections):
    photo = record("p", PHOTO, attachments=(file("a.jpg"),), **fields)
    assert rights_of(photo).objections == objections
    assert annex_files(photo) == (() if objections else photo.attachments)


def test_a_document_needs_no_rights_and_its_unsafe_files_stay():
    paper = record("d", attachments=(file("a.pdf"), file("b.exe", "cd")))
    assert rights_of(paper).objections == (Objection.UNSAFE_FILE,)
    assert [attachment.name for attachment in annex_files(paper)] == ["a.pdf"]


def test_the_table_of_rights_begins_with_what_may_not_leave():
    records = record("a", attachments=(file("a.pdf"),)), record("b", PHOTO, attachments=(file("b.jpg"),)), record("c")
    rows = rights_table(records)
    assert [(row.evidence, row.may_leave) for row in rows] == [("b", False), ("a", True)]
    assert rows[0].objections[0].sentence == "Neither a rights holder nor a licence is written down."


def test_a_photograph_leaves_without_place_and_camera_and_its_original_stays(place):
    content = make.picture(orientation=6, taken="2023:04:05 10:00:00", place=((18, 0, 0), (98, 0, 0)))
    path = place("p.jpg", content)
    handed = annex_bytes(path, file("p.jpg"))
    assert (b"CameraMaker" in content, b"CameraMaker" in handed, b"Exif" in handed) == (True, False, False)
    assert Image.open(io.BytesIO(handed)).size == (48, 64)
    assert path.read_bytes() == content


def test_another_file_leaves_as_it_is(place):
    assert annex_bytes(place("a.pdf", b"paper"), file("a.pdf")) == b"paper"


def test_a_picture_that_cannot_be_cleaned_stays(place):
    with pytest.raises(ForeignFileError) as refused:
        annex_bytes(place("x", b"no picture"), file("photo.jpg"))
    assert "“photo.jpg”" in refused.value.what


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.JPEG", ".jpg"), ("a.tif", ".jpg"), ("a.gif", ".png"), ("a.PDF", ".pdf")]
)
def test_what_is_handed_on_has_the_suffix_of_what_it_is(name, suffix):
    assert annex_suffix(file(name)) == suffix


# ---- reading later


def test_files_of_the_dossier_are_read_later(place, tmp_path):
    shelf = Shelf.open(tmp_path / "shelf.sqlite")
    paths = {
        "ab": place("1", b"some words"),
        "cd": place("2", b"no pdf"),
        "ef": place("3", b"film"),
    }
    files = [file("a.txt", "ab"), file("b.pdf", "cd"), file("c.mp4", "ef"), file("gone.txt", "aa")]

    def path_of(attachment):
        if attachment.name == "gone.txt":
            raise MissingAttachmentError(tmp_path / "x", attachment.name)
        return paths[attachment.sha256[:2]]

    troubles = fill(files, path_of, shelf)
    assert [type(trouble).__name__ for trouble in troubles] == ["ForeignFileError", "MissingAttachmentError"]
    assert "“b.pdf”" in troubles[0].what
    assert shelf.unread(attachment.sha256 for attachment in files) == ["aa" * 32]
    assert (shelf.pages("ab" * 32), shelf.found("ef" * 32)) == (["some words"], Found())
    shelf.close()


def test_reading_later_can_be_cancelled(place, tmp_path):
    class Unwanted(Progress):
        def step(self, *_place):
            raise Cancelled

    shelf = Shelf.open(tmp_path / "shelf.sqlite")
    with pytest.raises(Cancelled):
        fill([file("a.txt")], lambda _attachment: place("a", b"x"), shelf, Unwanted())
    shelf.close()
