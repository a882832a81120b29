import re

import pypdfium2
import pytest

from cmdesk.export.blocks import Flow, Heading, Look, Pair, Paragraph, Piece, Table
from cmdesk.export.pdf.typesetter import paged
from cmdesk.model.language import Language
from cmdesk.progress import SILENT

NEVER_FIRST = re.compile("[ๆฯะาำๅ\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
FURNITURE = re.compile(r"(?:Page\d+of\d+(?:Runninghead)?|Runninghead(?:Page\d+of\d+)?)(?:Theplan|A\dQuestion\d)?")


def flows(document):
    """Every flow of a document's body."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.flow
        elif isinstance(block, Pair):
            yield from (side.flow for side in (block.thai, block.english) if side)
        elif isinstance(block, Heading):
            yield from block.flows
        elif isinstance(block, Table):
            yield from (flow for row in (block.head, *block.rows) for cell in row for flow in cell.flows)


def letters(text: str) -> str:
    return "".join(text.split())


def test_every_paragraph_is_found_letter_by_letter(everything, written, extracted):
    found = FURNITURE.sub("", extracted(written(everything)))
    missing = [flow.plain for flow in flows(everything) if letters(flow.plain) not in found]
    # a pair that crosses a page is read column by column on each page, by any reader
    assert missing == []


@pytest.mark.parametrize(
    "text",
    [
        "น้ำใจ ปั่น ฟื้น ปิ่น ฝ้าย ป้ำ กู้ ญู ฐุ ฤๅ ผู้ว่าฯ ต่าง ๆ",
        "นำ้ ฝ่ำ กิ๊ก ๑๒๓ ฿100",
        "ปำ ฝำ ฟำ ปำ้ ป้ำ ฟ\u0e4dา ฬำ ฝื\u0e33",
        "efficient official “quoted” — 3.5 km²…",
        "😀 👩\u200d👧 汉字 Ж",
        "<b>not bold</b> &amp; <img src='/etc/passwd'/> %PDF )(\\",
        "a\u00a0b\u2011c\u202fd",
    ],
)
def test_the_text_layer_is_exact(document, thai, written, extracted, text):
    path = written(document(Paragraph(Look.BODY, thai(text))))
    assert letters(text) in extracted(path)


def test_a_citation_after_two_marks_stays_after_them(document, written, extracted):
    pieces = (Piece("เอกสารฉบับนี้"), Piece("[12]", raised=True), Piece(" เรียนรู้ที่ มหาวิทยาลัย"))
    path = written(document(Paragraph(Look.BODY, Flow(Language.THAI, pieces))))
    assert "เอกสารฉบับนี้[12]เรียนรู้ที่มหาวิทยาลัย" in extracted(path)


def boxes(path, wanted: str) -> list[tuple[float, float, float, float]]:
    """Where each of some letters stands: left, bottom, right, top."""
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0].get_textpage()
        text = page.get_text_range()
        return [page.get_charbox(at) for at, letter in enumerate(text) if letter in wanted]


@pytest.mark.parametrize("marked", ["ที่ที่ที่", "ทั่ทิ่ทั้", "ที๋ทู้ทุ่"])
def test_marks_do_not_move_what_follows(document, thai, written, marked):
    bare = boxes(written(document(Paragraph(Look.BODY, thai("ทททฮ")))), "ฮ")
    assert boxes(written(document(Paragraph(Look.BODY, thai(f"{marked}ฮ")))), "ฮ")[0][0] == pytest.approx(
        bare[0][0], abs=0.05
    )


def test_justified_thai_lines_end_at_the_margin_in_the_file(document, thai, written):
    made = document(Paragraph(Look.BODY, thai("เรียนรู้การงานอาชีพ" * 40)))
    path = written(made)
    margin = (made.page.width - made.page.right) * 72 / 25.4
    rights: dict[float, float] = {}
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0].get_textpage()
        for at in range(page.count_chars()):
            _, bottom, right, top = page.get_charbox(at)
            if top < 760:
                line = round((757.7 - bottom) / 17)
                rights[line] = max(rights.get(line, 0), right)
    full = [rights[line] for line in sorted(rights)[:4]]
    assert full == [pytest.approx(margin, abs=2.5)] * 4


def test_readers_see_no_blank_inside_a_word(document, thai, written):
    path = written(document(Paragraph(Look.BODY, thai("ปั่นฟื้นปิ่นที่น้ำ"))))
    with pypdfium2.PdfDocument(path) as pdf:
        assert "ปั่นฟื้นปิ่นที่น้ำ" in pdf[0].get_textpage().get_text_range()


def test_no_line_begins_with_what_never_begins_one_in_the_layout(everything, fonts):
    pages = paged(everything, fonts, SILENT)
    firsts = [line.text[:1] for leaf in pages for one in leaf.placed for line in lines_in(one.box)]
    assert len(firsts) > 100
    assert [first for first in firsts if NEVER_FIRST.match(first)] == []


def lines_in(box):
    for name in ("boxes", "cells", "titles", "rows"):
        for inner in getattr(box, name, ()):
            yield from lines_in(inner)
    yield from getattr(box, "lines", ()) if not hasattr(box, "title") else ()


def test_no_line_begins_with_what_never_begins_one_in_the_file(everything, written):
    with pypdfium2.PdfDocument(written(everything)) as pdf:
        lines = [line for page in pdf for line in page.get_textpage().get_text_range().splitlines()]
    assert len(lines) > 100
    assert [line for line in lines if NEVER_FIRST.match(line)] == []
