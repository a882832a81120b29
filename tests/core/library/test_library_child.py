"""The reading process from within, and the corners of the readers that only odd files reach."""

import io
import os
import runpy
import sys
import zipfile
from pathlib import Path

import foreign_files as make
import pytest
from PIL import Image

from cmdesk.library import child
from cmdesk.library.index import Index, prepare
from cmdesk.library.reading import confinement, csl, pdf, pictures, plain_text, ris, sheets, tables, word
from cmdesk.library.reading.code_pages import decoded
from cmdesk.library.reading.found import Found, Notice, Refusal, Remark, Reply, Request, Task, Trouble
from cmdesk.library.reading.refusals import ForeignFileError, UnreadableFileError
from cmdesk.library.reading.refused import Refused
from cmdesk.library.shelf import Shelf, shelf_path
from cmdesk.model.evidence import Evidence, EvidenceKind
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId
from cmdesk.model.language import Wording
from cmdesk.progress import Cancelled, Progress


@pytest.fixture
def unconfined(monkeypatch):
    """The child's own functions in this process, which must stay free."""
    forbidden = []
    monkeypatch.setattr(child, "forbid", lambda: forbidden.append(True))
    monkeypatch.setattr(child, "limit_resources", lambda: forbidden.append(True))
    return forbidden


@pytest.mark.parametrize(
    ("task", "content"),
    [
        (Task.WORD, make.docx()),
        (Task.EXCEL, make.xlsx('<row><c t="inlineStr"><is><t>x</t></is></c></row>')),
        (Task.PDF, make.pdf("x")),
        (Task.PDF_PAGE, make.pdf("x")),
        (Task.PICTURE, make.picture()),
        (Task.CLEANED_PICTURE, make.picture()),
        (Task.TEXT, b"x"),
        (Task.TABLE, b"a,b\n1,2\n"),
        (Task.REFERENCES, make.BIBTEX.encode()),
    ],
)
def test_each_task_is_read_behind_the_walls(unconfined, task, content):
    reply = child._reply(io.BytesIO(content), Request(task, most_pixels=50))
    assert (reply.refusal, bool(reply.found), unconfined) == (None, True, [True])


def test_a_refusal_is_an_answer(unconfined):
    assert child._reply(io.BytesIO(b""), Request(Task.WORD)) == Reply(refusal=Refusal(Trouble.EMPTY))
    assert unconfined


@pytest.mark.parametrize(("kind", "trouble"), [(MemoryError, Trouble.MEMORY), (RecursionError, Trouble.DAMAGED)])
def test_what_no_reader_foresaw_is_an_answer_too(kind, trouble, tmp_path):
    path = tmp_path / "answer"
    child._give_up(path.open("wb"), kind, None)
    assert f'"trouble":"{trouble.value}"' in path.read_text()


def test_the_answer_goes_where_nothing_else_is_printed(unconfined, monkeypatch, tmp_path):
    answer, stdin = tmp_path / "answer", tmp_path / "in"
    stdin.write_bytes(b"words")
    monkeypatch.setattr(sys, "argv", ["x", '{"task":"text"}'])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    kept = os.dup(1)
    with stdin.open("rb") as stream, answer.open("wb") as out:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
        os.dup2(out.fileno(), 1)
        try:
            status = child.main()
        finally:
            os.dup2(kept, 1)
            os.close(kept)
    assert (status, unconfined) == (0, [True, True])
    assert '"pages":["words"]' in answer.read_text()


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        ((3, "rb", 0), True),
        ((b"x", "rb", 0), False),
        ((os.__file__, "r", os.O_RDONLY), True),
        ((os.__file__, "w", os.O_WRONLY), False),
        (("/etc/passwd", "r", os.O_RDONLY), False),
        ((os.__file__, "r", None), True),
    ],
)
def test_only_pythons_own_files_may_be_opened(arguments, allowed):
    roots = (str(Path(os.__file__).resolve().parent) + os.sep,)
    assert confinement._may_open(arguments, roots) is allowed


def test_the_walls_forbid_by_event(monkeypatch):
    hooks = []
    monkeypatch.setattr(confinement.sys, "addaudithook", hooks.append)
    confinement.forbid()
    [hook] = hooks
    hook("import", ())
    hook("open", (3, "r", 0))
    with pytest.raises(PermissionError):
        hook("socket.connect", ())
    with pytest.raises(PermissionError):
        hook("open", ("/etc/passwd", "r", 0))


def test_the_system_is_asked_for_every_limit(monkeypatch):
    import resource  # noqa: PLC0415 - only POSIX has it

    asked = {}
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (5, resource.RLIM_INFINITY if kind else 7))
    monkeypatch.setattr(resource, "setrlimit", lambda kind, both: asked.update({kind: both}))
    confinement.limit_resources()
    assert asked[resource.RLIMIT_AS] == (1 << 30, 1 << 30)
    assert asked[resource.RLIMIT_FSIZE] == (0, 0)
    assert asked[resource.RLIMIT_CPU] == (7, 7)


# ---- corners


def refusal(read, content, *more):
    with pytest.raises(Refused) as refused:
        read(io.BytesIO(content), *more)
    return refused.value.refusal.trouble


def patched(content, place, value):
    at = content.index(b"PK\x01\x02")
    return content[: at + place] + value + content[at + place + len(value) :]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (patched(make.docx(), 8, b"\x01\x00"), Trouble.PASSWORD),
        (patched(make.docx(), 10, b"\x0e\x00"), Trouble.DAMAGED),
        (patched(make.docx(), 24, b"\xf0\xff\xff\xff"), Trouble.TOO_LARGE_INSIDE),
        (b"PK\x03\x04 cut", Trouble.DAMAGED),
        (make.docx(**{"word/document.xml": "<a>" * 300}), Trouble.DAMAGED),
        (make.docx(**{"word/document.xml": "<?xml version='1.0' encoding='UTF-7'?><a/>"}), Trouble.DAMAGED),
    ],
)
def test_a_dishonest_package_is_refused(content, trouble):
    assert refusal(word.read, content) is trouble


def test_entries_that_share_their_bytes_are_refused():
    content = bytearray(make.docx())
    at = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02") + 4)
    content[at + 42 : at + 46] = bytes(4)
    assert refusal(word.read, bytes(content)) is Trouble.BOMB


def test_a_part_with_wrong_check_sum_is_damaged():
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as package:
        for name, content in make.docx_parts().items():
            package.writestr(name, content)
    content = stored.getvalue()
    place = content.index("เมือง".encode())
    assert refusal(word.read, content[:place] + b"X" + content[place + 1 :]) is Trouble.DAMAGED


def test_a_flood_of_elements_is_refused():
    from cmdesk.library.reading.markup import elements  # noqa: PLC0415 - for this look alone

    with pytest.raises(Refused) as refused:
        list(elements(b"<a>" + b"<b/>" * 50 + b"</a>", "x", most=20))
    assert refused.value.refusal.trouble is Trouble.TOO_MANY_ELEMENTS


def test_a_workbook_without_its_side_parts_is_read():
    parts = make.xlsx_parts('<row><c><v>1</v></c><c r="B1" t="s"><v>7</v></c></row>')
    bare = {
        name: parts[name]
        for name in parts
        if name not in ("xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml")
    }
    assert sheets.read(io.BytesIO(make.zipped(bare))).sheets[0].rows == (("1",),)


def test_a_time_of_day_and_a_number_that_is_none_are_shown():
    styles = '<cellXfs><xf numFmtId="20"/></cellXfs>'
    rows = '<row><c s="0"><v>0.5</v></c><c><v>x</v></c><c t="b"><v>2</v></c><c t="d"><v>2020-01-01</v></c></row>'
    found = sheets.read(io.BytesIO(make.xlsx(rows, styles=styles)))
    assert found.sheets[0].rows == (("12:00:00", "x", "2", "2020-01-01"),)


def test_a_long_text_is_cut_loudly(monkeypatch):
    monkeypatch.setattr(plain_text, "LETTERS", 5)
    found = plain_text.read(io.BytesIO(b"more than five"), "")
    assert (found.pages, found.remarks) == (("more ",), (Remark(Notice.TEXT_CUT, "5"),))


def test_a_long_word_file_is_cut_loudly(monkeypatch):
    monkeypatch.setattr(word, "LETTERS", 5)
    found = word.read(io.BytesIO(make.docx()))
    assert (found.pages, found.remarks[-1]) == (("เมือง",), Remark(Notice.TEXT_CUT, "5"))


def test_pages_beyond_patience_are_told(monkeypatch):
    monkeypatch.setattr(pdf, "PATIENCE", -1)
    found = pdf.read(io.BytesIO(make.pdf("a", "b", "c")))
    assert (len(found.pages), found.remarks[0]) == (1, Remark(Notice.PAGES_CUT, "1/3"))


def test_a_page_that_cannot_be_loaded_is_empty():
    content = make.pdf("a", "b", extra={5: "null"})
    found = pdf.read(io.BytesIO(content))
    assert (len(found.pages), found.pages[0], found.image) == (2, "", b"")


def test_an_empty_or_wrong_orientation_is_upright():
    assert pictures.read(io.BytesIO(make.picture(orientation=99))).picture.orientation == 1


def test_a_picture_with_a_profile_is_brought_to_common_colours():
    from PIL import ImageCms  # noqa: PLC0415 - for this look alone

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    cleaned = pictures.cleaned(io.BytesIO(make.picture(icc_profile=profile)), 20).image
    again = Image.open(io.BytesIO(cleaned))
    assert (again.size, again.info.get("icc_profile")) == ((20, 15), None)


def test_a_picture_with_a_broken_profile_keeps_its_colours():
    assert pictures.cleaned(io.BytesIO(make.picture(icc_profile=b"broken")), 0).image


def test_too_many_pixels_are_refused(monkeypatch):
    pictures.prepare()
    monkeypatch.setattr(pictures.Image, "MAX_IMAGE_PIXELS", 100)
    assert refusal(pictures.read, make.picture()) is Trouble.TOO_MANY_PIXELS


def test_a_marked_text_that_breaks_its_mark_is_unsure():
    result = decoded(b"\xef\xbb\xbfa\xff\xffb")
    assert (result.code_page, result.sure) == ("utf-8", False)


def test_zero_bytes_of_a_wide_text_are_seen_only_in_even_files():
    assert decoded("a,b".encode("utf-16-le")).code_page == "utf-16-le"


def test_a_table_with_a_stray_quotation_mark_inside_is_read_on():
    found = tables.read(io.BytesIO(b'a,b\n"x"y,1\nz,2\n'), "")
    assert (found.sheets[0].rows[1], found.remarks) == (("xy", "1"), ())


def test_a_name_without_comma_and_an_end_without_sign_are_read():
    [found] = ris.references("TY  - BOOK\nA1  - UNESCO\nT1  - X\nPY  - 2015")
    assert (found.authors, found.issued) == (("UNESCO",), "2015")


def test_an_odd_person_has_no_name():
    [found] = csl.references('{"title": "x", "author": ["odd", {"family": "Lee"}], "issued": {"date-parts": [["?"]]}}')
    assert (found.authors, found.issued) == (("Lee",), "")


def test_failures_tell_what_can_still_be_done():
    assert "kept as evidence" in ForeignFileError("a", Refusal(Trouble.EMPTY)).advice
    assert "still there" in UnreadableFileError("a", "x").advice


# ---- keys worked out beforehand


def library(count):
    made = (Evidence(EvidenceId(f"R{n}"), EvidenceKind.LINK, Wording("", f"Title {n}")) for n in range(count))
    return FrozenMap({each.id: each for each in made})


def test_keys_are_worked_out_beforehand_and_found_again(monkeypatch):
    path = shelf_path(DossierId("d"))
    prepare(path, library(3))
    prepare(path, library(4))
    index = Index.open(path)
    assert set(index.shelf.record_keys()) == {"R0", "R1", "R2", "R3"}
    monkeypatch.setattr("cmdesk.library.index._key", None)
    index.update(FrozenMap(), library(4))
    assert index.search("title 3").records == ("R3",)
    index.close()


def test_records_that_are_gone_are_forgotten_on_the_shelf(tmp_path):
    path = tmp_path / "s.sqlite"
    prepare(path, library(3))
    index = Index.open(path)
    index.update(FrozenMap(), library(1))
    assert set(index.shelf.record_keys()) == {"R0"}
    index.close()


def test_working_out_keys_can_be_cancelled(tmp_path):
    class Unwanted(Progress):
        def step(self, *_place):
            raise Cancelled

    with pytest.raises(Cancelled):
        prepare(tmp_path / "s.sqlite", library(3), Unwanted())


def test_an_unknown_file_has_nothing_on_the_shelf(tmp_path):
    shelf = Shelf.open(tmp_path / "s.sqlite")
    assert (shelf.found("ab"), shelf.image("ab"), shelf.pages("ab")) == (None, b"", [])
    shelf.close()


def test_a_mistake_in_a_question_to_the_shelf_is_no_damage(tmp_path):
    import sqlite3  # noqa: PLC0415 - for this look alone

    index = Index.open(tmp_path / "s.sqlite")
    with pytest.raises(sqlite3.OperationalError):
        index._try(lambda: index.shelf._connection.execute("SELECT nothing"), None)
    index.close()


def test_a_shelf_that_another_window_locks_is_left_for_now(tmp_path):
    import sqlite3  # noqa: PLC0415 - for this look alone

    path = tmp_path / "s.sqlite"
    index = Index.open(path)
    index.shelf._connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    index.update(FrozenMap(), library(2))
    assert index.search("title").records == ("R0", "R1")
    other.close()
    index.close()


def test_everything_found_can_be_empty():
    assert Found() == Found(pages=())


def test_the_frozen_program_becomes_a_reading_process_when_asked(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["cmdesk", "--read-foreign-file", "{}"])
    monkeypatch.setattr(child, "main", lambda: 7)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("cmdesk.library.frozen_child")
    assert ended.value.code == 7


def test_the_frozen_program_goes_on_otherwise(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["cmdesk", "--dossier", "x"])
    assert "ARGUMENT" in runpy.run_module("cmdesk.library.frozen_child")
