import shutil
import subprocess
import sys
from dataclasses import replace

import pypdf
import pypdfium2
import pytest

from cmdesk.errors import CMDeskError
from cmdesk.export.blocks import Contents, Flow, Heading, Look, Page, PageBreak, Paragraph, Piece
from cmdesk.export.pdf.style import LOOKS
from cmdesk.export.pdf.to_unicode import to_unicode
from cmdesk.export.pdf.typesetter import typeset
from cmdesk.export.pdf.writer import write
from cmdesk.model.language import Language
from cmdesk.progress import SILENT, Cancelled, Progress


def annotations(reader: pypdf.PdfReader) -> list[pypdf.generic.DictionaryObject]:
    return [link.get_object() for page in reader.pages for link in page.get("/Annots", ())]


def test_the_same_document_gives_the_same_bytes(everything):
    assert typeset(everything, SILENT).content == typeset(everything, SILENT).content


def test_the_number_of_pages_is_answered(everything, tmp_path):
    pages = write(everything, tmp_path / "x.pdf")
    assert pages == len(pypdf.PdfReader(tmp_path / "x.pdf").pages)


def test_every_font_is_embedded_and_a_subset(everything, written):
    reader = pypdf.PdfReader(written(everything))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    programs = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"] for font in fonts]
    assert all(len(program.get_data()) > 1000 for program in programs)
    assert {font["/BaseFont"][7:8] for font in fonts} == {"+"}


def test_qpdf_finds_no_fault(everything, written):
    program = shutil.which("qpdf")
    assert program, "qpdf is missing: `python3 run.py` installs it"
    done = subprocess.run([program, "--check", written(everything)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_poppler_finds_no_fault_in_the_contents(everything, written):
    program = shutil.which("pdftotext")
    assert program, "pdftotext is missing: `python3 run.py` installs poppler-utils"
    done = subprocess.run([program, written(everything), "-"], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_title_language_and_properties_are_in_the_file(document, written):
    made = document(title="เชียงใหม่", author="City", subject="Award", keywords="learning")
    reader = pypdf.PdfReader(written(made))
    assert (reader.metadata.title, reader.metadata.author, reader.metadata.subject) == ("เชียงใหม่", "City", "Award")
    assert reader.root_object["/Lang"] == "en"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_nothing_in_the_file_claims_a_standard_or_tells_the_time(everything):
    content = typeset(everything, SILENT).content
    assert b"pdfuaid" not in content
    assert b"pdfaid" not in content
    assert b"D:2000" in content


def test_the_sheet_is_as_the_document_says(document, written):
    reader = pypdf.PdfReader(written(document(page=Page(width=100, height=150))))
    assert [round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]] == [100, 150]


def outline(reader: pypdf.PdfReader, entries=None, depth=0):
    for entry in reader.outline if entries is None else entries:
        if isinstance(entry, list):
            yield from outline(reader, entry, depth + 1)
        else:
            yield depth, entry.title, reader.get_destination_page_number(entry) + 1


def test_the_outline_holds_every_heading_with_its_page(everything, written):
    reader = pypdf.PdfReader(written(everything))
    entries = list(outline(reader))
    assert [(depth, title) for depth, title, _ in entries] == [
        (0, "The plan"),
        (1, "A1 Question 1"),
        (1, "A2 Question 2"),
    ]
    for _, title, page in entries:
        assert title in reader.pages[page - 1].extract_text()


def test_headings_that_skip_a_level_stay_in_the_outline(document, english, written):
    headings = [Heading(level, "", (english(f"H{place}"),), f"h{place}") for place, level in enumerate([3, 1, 4, 2])]
    reader = pypdf.PdfReader(written(document(*headings)))
    assert [title for _, title, _ in outline(reader)] == ["H0", "H1", "H2", "H3"]


def test_the_contents_name_the_page_of_every_heading(document, english, thai, written):
    headings = [
        block
        for place in range(12)
        for block in (
            Heading(1, f"A{place}", (english(f"Heading{place}"),), f"h{place}"),
            Paragraph(Look.BODY, thai(thai().plain * 9)),
        )
    ]
    reader = pypdf.PdfReader(written(document(Contents((english("Contents"),)), PageBreak(), *headings)))
    pages = {title.split()[1]: page for _, title, page in outline(reader)}
    words = reader.pages[0].extract_text().split()
    assert {word: int(words[words.index(word) + 1]) for word in pages} == pages
    assert len(set(pages.values())) > 3


def test_contents_leave_out_what_is_too_deep(document, english, written):
    path = written(
        document(Contents((english("Contents"),), depth=1), PageBreak(), Heading(2, "", (english("Deep"),), "d"))
    )
    assert "Deep" not in pypdf.PdfReader(path).pages[0].extract_text()


def test_contents_and_citations_lead_to_their_places(document, english, written):
    cite = Flow(Language.ENGLISH, (Piece("As said"), Piece("[1]", raised=True, anchor="e1"), Piece(".")))
    made = document(
        Contents((english("Contents"),)),
        PageBreak(),
        Heading(1, "", (english("Top"),), "top"),
        Paragraph(Look.BODY, cite),
        PageBreak(),
        Paragraph(Look.ENTRY, english("Source"), "[1]", "e1"),
    )
    reader = pypdf.PdfReader(written(made))
    pages = [reader.get_page_number(link["/Dest"][0].get_object()) for link in annotations(reader)]
    assert pages == [1, 2]


def test_a_raised_mark_at_a_paragraphs_end_does_not_raise_the_next(document, english, written):
    cite = Flow(Language.ENGLISH, (Piece("As said."), Piece("[1]", raised=True)))
    path = written(document(Paragraph(Look.BODY, cite), Paragraph(Look.BODY, english("Next"))))
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0].get_textpage()
        text = page.get_text_range()
        feet = [round(page.get_charbox(text.index(letter))[1], 1) for letter in ("A", "N")]
    assert feet[0] - feet[1] == pytest.approx(LOOKS[Look.BODY].leading + LOOKS[Look.BODY].after, abs=0.3)


def test_a_link_to_nowhere_is_plain_text(document, written):
    lost = Flow(Language.ENGLISH, (Piece("lost", anchor="gone"),))
    assert annotations(pypdf.PdfReader(written(document(Paragraph(Look.BODY, lost))))) == []


@pytest.mark.parametrize("address", ["https://example.org/a?b=(c)", "http://example.org", "mailto:city@example.org"])
def test_web_and_mail_links_are_live(document, written, address):
    linked = Flow(Language.ENGLISH, (Piece("here", link=address),))
    (link,) = annotations(pypdf.PdfReader(written(document(Paragraph(Look.BODY, linked)))))
    assert link["/A"]["/URI"] == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/etc/passwd"])
def test_other_links_are_not_made(document, written, address):
    linked = Flow(Language.ENGLISH, (Piece("here", link=address),))
    assert annotations(pypdf.PdfReader(written(document(Paragraph(Look.BODY, linked))))) == []


def test_a_link_over_two_lines_is_live_on_both(document, written):
    linked = Flow(Language.ENGLISH, (Piece("many words " * 12, link="https://example.org/"),))
    assert len(annotations(pypdf.PdfReader(written(document(Paragraph(Look.BODY, linked)))))) == 2


def test_pages_bear_the_running_head_and_their_number_of_all(everything, written):
    reader = pypdf.PdfReader(written(everything))
    total = len(reader.pages)
    for number, page in enumerate(reader.pages[1:], start=2):
        text = page.extract_text()
        assert "Running head" in text
        assert f"Page {number} of {total}" in text


def test_a_running_head_too_long_for_its_line_ends_in_dots(document, english, written):
    made = replace(document(Paragraph(Look.BODY, english())), running_head=english("long head " * 30))
    first, *_ = pypdf.PdfReader(written(made)).pages[0].extract_text().split("…")
    assert 5 < first.count("long head") < 30


def test_the_cover_bears_neither(everything, written):
    text = pypdf.PdfReader(written(everything)).pages[0].extract_text()
    assert "Running head" not in text
    assert "Page 1" not in text


def test_two_places_of_one_name_do_not_stop_the_writing(document, english, written):
    twice = [Heading(1, "", (english(name),), "same") for name in ("First", "Second")]
    assert len(list(outline(pypdf.PdfReader(written(document(*twice)))))) >= 1


def test_letters_are_listed_in_blocks_of_a_hundred_as_the_format_demands():
    table = to_unicode(["", *map(chr, range(0xE01, 0xE01 + 230))]).decode("ascii")
    sizes = [int(line.split()[0]) for line in table.splitlines() if line.endswith("beginbfchar")]
    assert sizes == [100, 100, 30]


class _Steps(Progress):
    def __init__(self, most: int) -> None:
        self.seen: list[tuple[int, int]] = []
        self.most = most

    def step(self, done: int, total: int) -> None:
        self.seen.append((done, total))
        if len(self.seen) > self.most:
            raise Cancelled


def test_progress_runs_from_the_start_to_the_end_without_going_back(everything, tmp_path):
    steps = _Steps(10_000)
    write(everything, tmp_path / "x.pdf", steps)
    done = [one for one, _ in steps.seen]
    assert done == sorted(done)
    assert steps.seen[-1] == (1000, 1000)


@pytest.mark.parametrize("after", [0, 10, 60])
def test_a_cancelled_export_writes_nothing(everything, tmp_path, after):
    with pytest.raises(CMDeskError):
        write(everything, tmp_path / "x.pdf", _Steps(after))
    assert list(tmp_path.iterdir()) == []


def test_importing_the_writer_does_not_import_reportlab():
    code = "import sys, cmdesk.export.pdf.writer; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_settings_of_reportlab_in_the_home_are_never_run(tmp_path):
    (tmp_path / ".reportlab_settings").write_text("raise SystemExit(7)")
    code = "import cmdesk.export.pdf.typesetter"
    done = subprocess.run([sys.executable, "-c", code], check=False, env={"HOME": str(tmp_path), "RL_invariant": "0"})
    assert done.returncode == 0
