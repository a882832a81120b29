from decimal import Decimal

import pytest

from cmdesk.library.fields import Field
from cmdesk.library.index import Index
from cmdesk.library.reading.found import Found, Picture
from cmdesk.library.search import Filters, Hit, Query
from cmdesk.library.shelf import Shelf
from cmdesk.library.snippets import Snippet, ranges, snippet
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind, Level, Measure
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Wording

REPORT = Attachment("ab" * 32, "รายงาน.pdf", "application/pdf", 10)
NOTHING = FrozenMap()


def record(name="R1", kind=EvidenceKind.DOCUMENT, **fields):
    return Evidence(EvidenceId(name), kind, **fields)


def library(*records):
    return FrozenMap({each.id: each for each in records})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "shelf.sqlite"


@pytest.fixture
def index(path):
    index = Index.open(path)
    yield index
    index.close()


def found(index, typed, filters=None):
    results = index.search(typed) if filters is None else index.search(typed, filters)
    return [(hit.evidence, hit.field) for hit in results.hits]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("เรียนรู้", "เมืองแห่งการเรียนรู้ตลอดชีวิต"),
        ("2563", "แผน พ.ศ. ๒๕๖๓"),
        ("๒๕๖๓", "แผน พ.ศ. 2563"),
        ("ทํา", "ทำ"),
        ("น้ำ", "นํ้า"),
        ("แม่", "เเม่"),
        ("learning", "A LEARNING city"),
        ("เมือง", "เมือ\u200bง"),
        ("ปี", "ทุกปี"),
        ("a", "A"),
        ("พ.ศ. 2563", "แผน   พ.ศ.\n2563"),
    ],
)
def test_a_title_is_found_however_it_is_typed(index, typed, written):
    index.update(NOTHING, library(record(title=Wording(written))))
    assert found(index, typed) == [("R1", Field.TITLE)]


@pytest.mark.parametrize(
    ("typed", "field", "fields"),
    [
        ("คำบรรยาย", Field.CAPTION, {"caption": Wording("คำบรรยายภาพ")}),
        ("summary", Field.SUMMARY, {"summary": Wording("", "A summary")}),
        ("เทศบาล", Field.SOURCE, {"source": Wording("เทศบาลนคร")}),
        ("somchai", Field.AUTHOR, {"author": Wording("", "Somchai")}),
        ("ปิง", Field.PLACE, {"place": Wording("แม่น้ำปิง")}),
        ("museum", Field.TAGS, {"tags": ("museum",)}),
        ("2.1", Field.KEY_FEATURES, {"key_features": ("2.1",)}),
        ("8", Field.CRITERIA, {"criteria": ("8",)}),
        ("note", Field.NOTES, {"notes": Wording("", "A note")}),
        ("example.org", Field.ADDRESS, {"address": "https://example.org/"}),
        ("CC BY", Field.LICENCE, {"licence": "CC BY 4.0"}),
        ("หน้า ๗", Field.LOCATOR, {"locator": "หน้า 7"}),
        ("holder", Field.RIGHTS_HOLDER, {"rights_holder": Wording("", "Holder")}),
        ("รายงาน", Field.FILE, {"attachments": (REPORT,)}),
        ("2563", Field.PERIOD, {"period": Period(PartialDate(2020))}),
        ("2020", Field.PERIOD, {"period": Period(PartialDate(2020))}),
        ("2566", Field.SEEN_ON, {"seen_on": PartialDate(2023, 4)}),
        ("127,240", Field.MEASURE, {"measure": Measure(Decimal(127240), Wording("คน"))}),
        ("127240", Field.MEASURE, {"measure": Measure(Decimal(127240))}),
    ],
)
def test_every_field_is_searched(index, typed, field, fields):
    index.update(NOTHING, library(record(**fields), record("R2")))
    assert found(index, typed) == [("R1", field)]


def test_nothing_is_found_across_two_fields(index):
    index.update(NOTHING, library(record(title=Wording("เมือง"), caption=Wording("เก่า"))))
    assert found(index, "เมืองเก่า") == []


def test_all_words_must_stand_in_the_record(index):
    index.update(NOTHING, library(record(title=Wording("แม่น้ำ"), tags=("ปิง",)), record("R2", title=Wording("แม่น้ำ"))))
    assert found(index, "แม่น้ำ ปิง") == [("R1", Field.TITLE)]


def test_a_phrase_in_quotation_marks_keeps_its_blank(index):
    records = record(title=Wording("", "old city wall")), record("R2", title=Wording("", "city of old"))
    index.update(NOTHING, library(*records))
    assert found(index, '"old city"') == [("R1", Field.TITLE)]


def test_titles_come_before_other_fields(index):
    records = record(notes=Wording("", "ping")), record("R2", title=Wording("", "ping"))
    index.update(NOTHING, library(*records))
    assert found(index, "ping") == [("R2", Field.TITLE), ("R1", Field.NOTES)]


def test_an_empty_query_gives_every_record(index):
    index.update(NOTHING, library(record(), record("R2")))
    assert found(index, "  ") == [("R1", Field.TITLE), ("R2", Field.TITLE)]


def test_what_is_left_out_is_said(index):
    index.update(NOTHING, library(record(), record("R2")))
    assert index.search("", limit=1).more


def test_a_change_of_a_record_is_followed(index):
    before = library(record(title=Wording("", "old")), record("R2"))
    index.update(NOTHING, before)
    index.update(before, before.with_(EvidenceId("R1"), record(title=Wording("", "new"))))
    assert (found(index, "old"), found(index, "new")) == ([], [("R1", Field.TITLE)])


def test_a_removed_record_is_no_longer_found(index):
    before = library(record(title=Wording("", "old"), attachments=(REPORT,)), record("R2"))
    index.update(NOTHING, before)
    index.shelf.keep(REPORT.sha256, Found(pages=("old page",)))
    index.update(before, before.without(EvidenceId("R1")))
    assert found(index, "old") == []


def test_a_library_that_is_not_the_one_known_is_learnt_anew(index):
    index.update(NOTHING, library(record(title=Wording("", "one"))))
    index.update(library(record("R9")), library(record("R2", title=Wording("", "two"))))
    assert (found(index, "one"), found(index, "two")) == ([], [("R2", Field.TITLE)])


@pytest.fixture
def paged(index):
    index.update(NOTHING, library(record(attachments=(REPORT,)), record("R2")))
    pages = ("หน้าแรกของรายงาน", "คนเชียงใหม่ ๑๒๗,๒๔๐ คน ทุกปี", "third page")
    index.shelf.keep(REPORT.sha256, Found(pages=pages))
    return index


@pytest.mark.parametrize("typed", ["เชียงใหม่", "127,240", "ปี", "๒", "คน เชียงใหม่", "ใหม่ 1"])
def test_the_page_is_told_on_which_words_stand(paged, typed):
    [hit] = paged.search(typed).hits
    assert (hit.field, hit.page, hit.attachment) == (Field.PAGE, 2, REPORT)


@pytest.mark.parametrize("typed", ["เชียงราย", "zz", "ฮ", "หน้าแรก third", '"'])
def test_pages_without_the_words_are_not_found(paged, typed):
    assert [hit for hit in paged.search(typed).hits if hit.field is Field.PAGE] == []


def test_signs_of_the_index_language_are_only_letters(paged):
    paged.shelf.keep("cd" * 32, Found(pages=('a "b" OR c* NEAR(d)',)))
    assert [page.number for page in paged.shelf.pages_with(Query.of('"b').terms)] == [1]
    assert [page.number for page in paged.shelf.pages_with(("near(d)",))] == [1]


def test_a_file_kept_twice_is_found_once(paged):
    paged.shelf.keep(REPORT.sha256, Found(pages=("third page",)))
    assert [(hit.page, hit.text) for hit in paged.search("third").hits] == [(1, "third page")]
    assert paged.search("เชียงใหม่").hits == ()


def test_filters_hold_for_pages_too(paged):
    assert paged.search("third", Filters(kinds=(EvidenceKind.LINK,))).hits == ()


def test_files_not_read_yet_are_named(paged):
    other = Attachment("cd" * 32, "b.pdf", "application/pdf", 1)
    after = library(record(attachments=(REPORT, other)), record("R2", attachments=(other,)))
    paged.update(NOTHING, after)
    assert paged.unread() == [other]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (Filters(kinds=(EvidenceKind.PHOTOGRAPH, EvidenceKind.LINK)), ["R2"]),
        (Filters(levels=(Level.CITY,)), ["R1"]),
        (Filters(first_year=2021), ["R2"]),
        (Filters(last_year=2020), ["R1"]),
        (Filters(first_year=2022, last_year=2022), ["R2"]),
        (Filters(tags=("x", "river")), ["R1"]),
        (Filters(criteria=("1",)), ["R2"]),
        (Filters(with_file=True), ["R1"]),
        (Filters(with_file=False), ["R2", "R3"]),
        (Filters(among=frozenset({EvidenceId("R3")})), ["R3"]),
    ],
)
def test_filters_leave_what_is_wanted(index, filters, wanted):
    one = record(level=Level.CITY, tags=("river",), attachments=(REPORT,), measure=Measure(Decimal(1), year=2020))
    period = Period(PartialDate(2021), PartialDate(2023))
    two = record("R2", kind=EvidenceKind.PHOTOGRAPH, criteria=("1", "2"), period=period)
    index.update(NOTHING, library(one, two, record("R3")))
    assert list(index.search("", filters).records) == wanted


def test_a_shelf_is_the_same_when_opened_again(path):
    kept = Found(title="T", pages=("one", "two"), picture=Picture(1, 1, "PNG", fingerprint="0f"), image=b"png")
    first = Shelf.open(path)
    first.keep("ab", kept)
    first.close()
    again = Shelf.open(path)
    told = again.found("ab"), again.pages("ab"), again.image("ab"), again.fingerprints()
    again.close()
    assert told == (Found(title="T", picture=kept.picture), ["one", "two"], b"png", {"ab": "0f"})


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_shelf_that_is_no_database_is_made_anew(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    shelf = Shelf.open(path)
    shelf.keep("ab", Found(pages=("words",)))
    assert [page.text for page in shelf.pages_with(("word",))] == ["words"]
    shelf.close()


def test_a_shelf_of_another_version_is_made_anew(path):
    shelf = Shelf.open(path)
    shelf.keep("ab", Found())
    shelf._connection.execute("PRAGMA user_version = 99")
    shelf.close()
    shelf = Shelf.open(path)
    assert shelf.unread(["ab"]) == ["ab"]
    shelf.close()


def test_a_shelf_lives_in_memory_where_no_folder_can_be_made(tmp_path):
    (tmp_path / "file").write_text("in the way")
    shelf = Shelf.open(tmp_path / "file" / "shelf.sqlite")
    shelf.keep("ab", Found(pages=("words",)))
    assert shelf.pages("ab") == ["words"]
    shelf.close()


def test_a_shelf_damaged_while_open_gives_way_to_a_new_one(paged):
    paged.shelf._connection.execute("UPDATE grams_data SET block = x'ffff' WHERE id > 1000")
    paged.shelf._connection.commit()
    assert paged.search("third").hits == ()
    assert paged.unread() == [REPORT]


def test_ranges_are_places_in_the_text_as_written():
    text = "ปี พ.ศ. ๒๕๖๓ นํ้า  Ping"
    assert [text[slice(*span)] for span in ranges(text, ("2563", "นํ้า", "ping"))] == ["๒๕๖๓", "นํ้า", "Ping"]


def test_ranges_that_touch_are_one():
    assert ranges("abcd", ("ab", "bc")) == ((0, 3),)


def test_a_snippet_shows_the_surroundings_of_the_first_place():
    shown = snippet("x" * 500 + " ปิง " + "y" * 500, ("ปิง",))
    assert [shown.text[slice(*span)] for span in shown.ranges] == ["ปิง"]
    assert shown.text.startswith("…x")
    assert shown.text.endswith("y…")
    assert len(shown.text) < 250


def test_a_snippet_without_the_words_is_the_beginning():
    assert snippet("one\ntwo", ("zzz",)) == Snippet("one two")


def test_a_hit_works_out_its_snippet_when_asked():
    hit = Hit(EvidenceId("R"), Field.TITLE, "แม่น้ำปิง", ("ปิง",))
    assert hit.snippet.ranges == ((6, 9),)
