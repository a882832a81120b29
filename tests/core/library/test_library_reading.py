"""The readers, called directly: what they find in sound files. The process around them has tests of its own."""

import codecs
import io

import foreign_files as make
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cmdesk.library.reading import bibtex, pdf, pictures, plain_text, references, sheets, tables, word
from cmdesk.library.reading.code_pages import CODE_PAGES, decoded
from cmdesk.library.reading.found import Notice, Trouble
from cmdesk.library.reading.latex import plain
from cmdesk.library.reading.refused import Refused
from cmdesk.thai.cleaning import clean

THAI = "เทศบาลนครเชียงใหม่ ประชากร ๑๒๗,๒๔๐ คน ที่ตั้งอยู่ริมแม่น้ำปิง"


def refusal(read, content, *more):
    with pytest.raises(Refused) as refused:
        read(io.BytesIO(content), *more)
    return refused.value.refusal.trouble


def notices(found):
    return {remark.notice: remark.detail for remark in found.remarks}


# ---- Word


def test_word_gives_properties_and_text():
    found = word.read(io.BytesIO(make.docx()))
    assert (found.title, found.author, found.created) == ("รายงาน", "สมชาย", "2023-04-05")
    assert found.pages == ("เมืองแห่งการเรียนรู้\n\n",)


def test_word_reads_breaks_tabs_and_notes_and_says_a_fallback_once():
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:t>one</w:t></mc:Choice>'
        "<mc:Fallback><w:t>one</w:t></mc:Fallback></mc:AlternateContent>"
    )
    note = f'<w:footnotes xmlns:w="{make.W}"><w:t>note</w:t></w:footnotes>'
    found = word.read(io.BytesIO(make.docx(body, **{"word/footnotes.xml": note})))
    assert found.pages == ("a\tb\nc\none\nnote\n",)


def test_word_names_what_is_active_and_leaves_out_what_was_deleted():
    body = (
        "<w:ins><w:r><w:t>kept</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:r><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText></w:r>"
    )
    parts = {
        "word/vbaProject.bin": b"macro",
        "word/embeddings/oleObject1.bin": b"ole",
        "word/_rels/document.xml.rels": make.relations("http://x/t.dotx", "attachedTemplate", ' TargetMode="External"'),
    }
    found = word.read(io.BytesIO(make.docx(body, **parts)))
    assert found.pages[0].strip() == "kept"
    assert set(notices(found)) == {
        Notice.TRACKED,
        Notice.FIELD_CODES,
        Notice.MACROS,
        Notice.EMBEDDED,
        Notice.LINKED,
    }


def test_a_link_that_waits_for_a_click_is_nothing_foreign():
    rels = make.relations("https://example.org", "hyperlink", ' TargetMode="External"')
    assert word.read(io.BytesIO(make.docx(**{"word/_rels/document.xml.rels": rels}))).remarks == ()


# ---- Excel


def sheet(rows, **parts):
    return sheets.read(io.BytesIO(make.xlsx(rows, **parts)))


def test_excel_gives_every_kind_of_cell_as_it_is_shown():
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
        '<cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>'
    )
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>ใน</t></is></c><c r="C1"><v>0.1</v></c>'
        '<c r="D1"><v>0.30000000000000004</v></c><c r="E1" t="b"><v>1</v></c></row>'
        '<row r="2"><c r="A2" s="1"><v>45000</v></c><c r="B2" s="2"><v>45000.5</v></c>'
        '<c t="str"><f>A1&amp;"x"</f><v>dx</v></c>'
        '<c r="D2" t="e"><v>#DIV/0!</v></c><c r="E2"><f>1+1</f></c></row>'
    )
    found = sheet(rows, strings="<si><r><t>ประ</t></r><r><t>ชากร</t></r></si>", styles=styles)
    [table] = found.sheets
    assert table.rows == (
        ("ประชากร", "ใน", "0.1", "0.3", "TRUE"),
        ("2023-03-15", "2023-03-15 12:00:00", "dx", "#DIV/0!", "=1+1"),
    )
    assert (table.formulas, table.errors) == (("C2", "E2"), ("D2",))
    assert Notice.FORMULAS in notices(found)


def test_excel_counts_days_from_1904_where_the_book_says_so():
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    found = sheet('<row><c s="0"><v>1</v></c></row>', styles=styles, book='<workbookPr date1904="1"/>')
    assert found.sheets[0].rows == (("1904-01-02",),)


def test_excel_keeps_empty_rows_between_and_drops_those_after():
    found = sheet('<row r="1"><c r="B1"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row><row r="9"/>')
    assert (found.sheets[0].rows, found.sheets[0].rows_in_file) == ((("", "1"), (), ("3",)), 3)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>',
        "".join(f'<row r="{n}"><c r="XFD{n}"><v>{n}</v></c></row>' for n in range(1, 20)),
    ],
)
def test_excel_says_loudly_when_rows_are_cut(rows):
    found = sheet(rows)
    assert len(found.sheets[0].rows) < found.sheets[0].rows_in_file
    assert Notice.ROWS_CUT in notices(found)


def test_excel_names_hidden_sheets():
    found = sheet("<row><c><v>1</v></c></row>", state=' state="veryHidden"')
    assert notices(found)[Notice.HIDDEN_SHEETS] == "ข้อมูล"


def test_excel_refuses_a_column_that_no_sheet_has():
    assert refusal(sheets.read, make.xlsx('<row><c r="ZZZ1"><v>1</v></c></row>')) is Trouble.DAMAGED


# ---- packages


def test_a_password_is_told_from_damage():
    assert refusal(word.read, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) is Trouble.PASSWORD


@pytest.mark.parametrize(
    ("parts", "trouble"),
    [
        ({"a.txt": "x"}, Trouble.MISSING_PART),
        (make.docx_parts("<w:p>"), Trouble.DAMAGED),
        ({**make.docx_parts(), "WORD/Document.xml": "twin"}, Trouble.TWICE),
        ({**make.docx_parts(), "big.xml": b"0" * 20_000_000}, Trouble.BOMB),
        ({f"p{number}": "" for number in range(10_001)}, Trouble.TOO_MANY_ENTRIES),
    ],
)
def test_a_package_that_breaks_a_rule_is_refused(parts, trouble):
    assert refusal(word.read, make.zipped(parts)) is trouble


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_every_encoding(code):
    text = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:d xmlns:w="{make.W}">&e;</w:d>'
    )
    assert refusal(word.read, make.docx(**{"word/document.xml": text.encode(code)})) is Trouble.DOCTYPE


def test_an_empty_file_is_told_so():
    readers = (word.read, sheets.read, pdf.read, pictures.read)
    assert {refusal(read, b"") for read in readers} == {Trouble.EMPTY}


# ---- PDF


def test_pdf_gives_title_date_and_pages():
    found = pdf.read(io.BytesIO(make.pdf("First", "Second", info="/Title (Plan) /CreationDate (D:20230405101112Z)")))
    assert (found.title, found.created, found.page_count) == ("Plan", "2023-04-05", 2)
    assert [text.strip() for text in found.pages] == ["First", "Second"]
    assert Image.open(io.BytesIO(found.image)).size == (320, 160)


def test_pdf_shows_one_page():
    found = pdf.page(io.BytesIO(make.pdf("First", "Second")), 2, 100)
    assert Image.open(io.BytesIO(found.image)).size == (100, 50)


def test_pdf_has_no_page_beyond_its_last():
    assert refusal(pdf.page, make.pdf("First"), 2, 100) is Trouble.MISSING_PART


def test_pdf_names_scripts_and_lack_of_text():
    script = "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert(1)) >>] >> >>"
    found = pdf.read(io.BytesIO(make.pdf("", catalogue=script)))
    assert set(notices(found)) == {Notice.ACTIVE_PDF, Notice.NO_TEXT}


def test_pdf_is_damaged_when_it_is_something_else():
    assert refusal(pdf.read, b"no pdf at all") is Trouble.DAMAGED


# ---- pictures


def test_a_picture_tells_date_orientation_and_place():
    content = make.picture(orientation=6, taken="2023:04:05 10:00:00", place=((18, 47, 24), (98, 59, 6)))
    told = pictures.read(io.BytesIO(content)).picture
    assert (told.width, told.height, told.format, told.orientation) == (48, 64, "JPEG", 6)
    assert (told.taken, told.north, told.east) == ("2023-04-05", 18.79, 98.985)


@pytest.mark.parametrize(
    ("taken", "place"), [("0000:00:00 00:00:00", ((99, 0, 0), (0, 0, 0))), ("soon", ((1, 2), (1, 2, 3)))]
)
def test_what_a_camera_wrote_wrongly_is_left_out(taken, place):
    told = pictures.read(io.BytesIO(make.picture(taken=taken, place=place))).picture
    assert (told.taken, told.north, told.east) == ("", None, None)


@pytest.mark.parametrize(
    ("format_", "mode"),
    [
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "1"),
        ("PNG", "I;16"),
        ("JPEG", "CMYK"),
        ("TIFF", "RGB"),
        ("WEBP", "RGB"),
        ("GIF", "P"),
        ("BMP", "RGB"),
    ],
)
def test_every_common_kind_of_picture_gets_a_thumbnail(format_, mode):
    found = pictures.read(io.BytesIO(make.picture(format_, size=(700, 350), mode=mode)))
    assert Image.open(io.BytesIO(found.image)).size == (320, 160)


def distance(one, other):
    return (int(one, 16) ^ int(other, 16)).bit_count()


def test_the_fingerprint_stays_near_when_a_picture_is_made_smaller_and_is_far_from_another():
    whole = Image.open(io.BytesIO(make.picture(size=(800, 600))))
    small = pictures.fingerprint(whole.resize((200, 150)))
    other = pictures.fingerprint(whole.rotate(90))
    assert distance(pictures.fingerprint(whole), small) <= 6
    assert distance(pictures.fingerprint(whole), other) > 20


def test_an_animated_picture_says_so():
    frames = [Image.new("RGB", (5, 5), colour) for colour in ("red", "green", "blue")]
    stream = io.BytesIO()
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    assert notices(pictures.read(io.BytesIO(stream.getvalue()))) == {Notice.ANIMATED: "3"}


def test_a_cleaned_picture_is_upright_and_tells_nothing():
    content = make.picture(orientation=6, taken="2023:04:05 10:00:00", place=((18, 0, 0), (98, 0, 0)))
    cleaned = pictures.cleaned(io.BytesIO(content), 0).image
    again = Image.open(io.BytesIO(cleaned))
    assert (again.size, dict(again.getexif()), b"CameraMaker" in cleaned) == ((48, 64), {}, False)


def test_a_cut_picture_is_damaged():
    assert refusal(pictures.read, make.picture("PNG")[:-100]) is Trouble.DAMAGED


def test_a_picture_of_another_format_is_not_read():
    assert refusal(pictures.read, b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n") is Trouble.OTHER_FORMAT


# ---- texts and tables


@pytest.mark.parametrize("code_page", ["utf-8", "utf-16-le", "utf-16-be", "tis-620"])
def test_the_code_page_of_thai_is_found_out(code_page):
    assert decoded(THAI.encode(code_page)) == (THAI, code_page, True)


@pytest.mark.parametrize(
    ("mark", "code_page"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_tells_the_code_page_and_is_no_letter(mark, code_page):
    assert decoded(mark + THAI.encode(code_page)) == (THAI, code_page, True)


def test_the_signs_of_windows_tell_its_thai_code_page():
    assert decoded(("“" + THAI + "”").encode("cp874")).code_page == "cp874"


def test_western_letters_are_a_guess():
    assert decoded("Zürich, München, São Paulo".encode("cp1252")) == ("Zürich, München, São Paulo", "cp1252", False)


def test_a_chosen_code_page_holds():
    assert decoded("é".encode("cp1252"), "cp874").code_page == "cp874"


def test_bytes_that_are_no_text_are_refused():
    assert refusal(plain_text.read, bytes(range(32)) * 20, "") is Trouble.NOT_TEXT


@settings(deadline=None, max_examples=300)
@given(
    text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    code_page=st.sampled_from(CODE_PAGES),
)
def test_decoding_never_fails_and_is_lossless_where_it_is_sure_of_unicode(text, code_page):
    content = text.encode(code_page, "replace")
    try:
        result = decoded(content)
    except Refused:
        return
    if result.sure and result.code_page == "utf-8":
        assert result.text.encode("utf-8") in (content, content.removeprefix(codecs.BOM_UTF8))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_found_out(delimiter):
    content = f'ชื่อ{delimiter}"ค่า{delimiter} x"\nก{delimiter}1,5\n'.encode("tis-620")
    [sheet] = tables.read(io.BytesIO(content), "").sheets
    assert sheet.rows[0] == ("ชื่อ", f"ค่า{delimiter} x")
    assert (sheet.delimiter, sheet.code_page, sheet.rows_in_file) == (delimiter, "tis-620", 2)


def table(text):
    return tables.read(io.BytesIO(text.encode()), "")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_end_of_line_ends_a_row(end):
    assert len(table(f"a,b{end}1,2{end}3,4{end}").sheets[0].rows) == 3


def test_a_formula_in_a_table_stays_text():
    assert table("name,value\nx,=1+1\n").sheets[0].rows[1] == ("x", "=1+1")


def test_an_unclosed_quotation_mark_loses_no_row_and_is_named():
    found = table('a,b\n"x,1\ny,2\nz,3\n')
    assert (len(found.sheets[0].rows), Notice.UNCLOSED_QUOTE in notices(found)) == (4, True)


def test_uneven_rows_are_named_by_number():
    assert notices(table("a,b\n1\n2,3\n4,5,6\n"))[Notice.RAGGED_ROWS] == "2, 4"


def test_zero_bytes_are_removed_and_counted():
    found = table("a,b\n1\x00,2\n3,4\n5,6\n")
    assert (found.sheets[0].rows[1], notices(found)) == (("1", "2"), {Notice.CHARACTERS_REMOVED: "1"})


def test_a_field_of_many_megabytes_is_refused():
    assert refusal(tables.read, b'a,"' + b"x" * 2_000_000 + b'"\n', "") is Trouble.TOO_LARGE_INSIDE


def test_too_many_rows_are_cut_loudly():
    found = table("1,2,3\n" * 70_000)
    assert (len(found.sheets[0].rows), found.sheets[0].rows_in_file) == (66_666, 70_000)
    assert notices(found)[Notice.ROWS_CUT] == "66666/70000"


CELLS = st.text(st.characters(codec="utf-8"), max_size=8).map(clean).filter(lambda text: "\n" not in text)


@settings(deadline=None, max_examples=200)
@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=8))
def test_rows_in_are_rows_out(rows):
    text = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)
    found = tables.read(io.BytesIO(codecs.BOM_UTF8 + text.encode()), "")
    if found.sheets[0].delimiter == ",":
        assert found.sheets[0].rows == tuple(map(tuple, rows))


# ---- references


def read_references(text):
    return references.read(io.BytesIO(text.encode()), "")


def test_bibtex_gives_works_in_reading_order():
    found = read_references(make.BIBTEX)
    book, page = found.references
    assert (book.type, book.title, book.authors) == (
        "book",
        "Learning Cities for Équity",
        ("Raúl Valdés-Cotera", "Norman Longworth"),
    )
    assert (book.publisher, book.issued, book.pages) == ("UNESCO Institute for Lifelong Learning", "2015-03", "1–20")
    assert (book.url, book.keywords) == ("https://example.org/a_b", ("learning", "cities"))
    assert (page.title, page.issued, page.accessed, page.doi) == (
        "แผนเมืองแห่งการเรียนรู้",
        "2023-05-01",
        "2024-01-02",
        "10.1/x",
    )
    assert notices(found) == {Notice.REFERENCES_SKIPPED: "1/3"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"{\"o}\'{a}\~n", "öáñ"),
        (r"\c{c}\v{s}\H{o}", "çšő"),
        (r"Stra{\ss}e \& 10\%", "Straße & 10%"),
        (r"a--b---c~d", "a–b—c d"),
        (r"\emph{Very} {\L}\'od\'z", "Very Łódź"),
        (r"\{x\}", "{x}"),
    ],
)
def test_latex_becomes_letters(written, read):
    assert plain(written) == read


@pytest.mark.parametrize("text", ["@book{k, title = {open", "@book{k, title = ", '@book{k, title = "a', "@", "@book{"])
def test_broken_bibtex_ends(text):
    assert len(list(bibtex.references(text))) <= 1


def test_ris_gives_works_and_counts_the_empty_one():
    found = read_references(make.RIS)
    [report] = found.references
    assert (report.type, report.title, report.authors, report.issued) == (
        "report",
        "A report on learning",
        ("Norman Longworth",),
        "2019-07-03",
    )
    assert (report.keywords, notices(found)) == (("one", "two"), {Notice.REFERENCES_SKIPPED: "1/2"})


def test_csl_gives_works_and_counts_what_is_none():
    found = read_references(make.CSL)
    [page] = found.references
    assert (page.type, page.authors, page.issued, page.accessed) == (
        "webpage",
        ("Ann Lee", "The Office"),
        "2020-05",
        "2021-01-02",
    )
    assert notices(found) == {Notice.REFERENCES_SKIPPED: "2/3"}


@pytest.mark.parametrize("text", ['[{"title": NaN}]', "[" * 100_000, '{"a":', "[1]"])
def test_json_that_is_no_list_of_works_is_refused(text):
    assert refusal(references.read, text.encode(), "") in (Trouble.DAMAGED, Trouble.NOTHING_FOUND)
