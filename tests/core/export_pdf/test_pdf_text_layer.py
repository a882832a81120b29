import re

import pypdfium2
import pytest

from cmdesk.export.blocks import Heading, Look, Pair, Paragraph, Table
from cmdesk.export.pdf.typesetter import paged
from cmdesk.progress import SILENT

NEVER_FIRST = re.compile("[ๆฯะาำๅ\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
FURNITURE = re.compile(r"Runninghead|Page\d+of\d+")


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
        "efficient official “quoted” — 3.5 km²…",
        "😀 👩\u200d👧 汉字 Ж",
        "<b>not bold</b> &amp; <img src='/etc/passwd'/> %PDF )(\\",
        "a\u00a0b\u2011c\u202fd",
    ],
)
def test_the_text_layer_is_exact(document, thai, written, extracted, text):
    path = written(document(Paragraph(Look.BODY, thai(text))))
    assert letters(text) in extracted(path)


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
