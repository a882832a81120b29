import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from cmdesk.export.blocks import (
    Align,
    Block,
    Cell,
    Contents,
    Cover,
    Document,
    Flow,
    Heading,
    Look,
    PageBreak,
    Pair,
    Paragraph,
    Piece,
    Table,
)
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.writer import write
from cmdesk.model.language import Language

THAI_TEXT = (
    "เทศบาลนครเชียงใหม่ขับเคลื่อนเมืองแห่งการเรียนรู้โดยใช้ต้นทุนวัฒนธรรมชุมชนเป็นฐาน ผู้คนทุกวัยเรียนรู้ผ่านประเพณี งานช่าง อาหาร "
    "และภูมิปัญญาต่าง ๆ ตลอดทั้งปี นับตั้งแต่ พ.ศ. 2563 เมืองได้จัดกิจกรรมแล้วกว่า 40 ครั้ง น้ำใจของคนในย่านเก่าทำให้ที่นี่ปั่นจักรยานเรียนรู้ได้ทั้งเมือง"
)
ENGLISH_TEXT = (
    "Chiang Mai drives its learning city on the strength of community culture. People of all ages learn through "
    "traditions, crafts, food and local wisdom in real places. Since 2020 the city has held over 40 events, with "
    "12,000 participants: children, young people, older persons and migrant workers from every quarter of the town."
)

Extract = Callable[[Path], str]


def letters(text: str) -> str:
    """Text without its white space."""
    return re.sub(r"\s+", "", text)


def _pypdf(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def _pdfium(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def _poppler(path: Path, *options: str) -> str:
    program = shutil.which("pdftotext")
    assert program, "pdftotext is missing: `python3 run.py` installs poppler-utils"
    done = subprocess.run([program, *options, path, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def _poppler_as_written(path: Path) -> str:
    return _poppler(path, "-raw")


EXTRACTORS = {"pypdf": _pypdf, "pypdfium2": _pdfium, "pdftotext": _poppler, "pdftotext -raw": _poppler_as_written}


@pytest.fixture(params=list(EXTRACTORS))
def extracted(request: pytest.FixtureRequest) -> Extract:
    """Reads a PDF's text without white space, by each of three independent readers, one of them in two ways."""
    extractor = EXTRACTORS[request.param]
    return lambda path: letters(extractor(path))


@pytest.fixture
def fonts() -> Fonts:
    return Fonts()


@pytest.fixture
def thai() -> Callable[..., Flow]:
    return lambda text=THAI_TEXT, **look: Flow(Language.THAI, (Piece(text, **look),))


@pytest.fixture
def english() -> Callable[..., Flow]:
    return lambda text=ENGLISH_TEXT, **look: Flow(Language.ENGLISH, (Piece(text, **look),))


@pytest.fixture
def document() -> Callable[..., Document]:
    def made(*blocks: Block, title: str = "Chiang Mai", **others: object) -> Document:
        head = Flow(Language.ENGLISH, (Piece("Running head"),))
        foot = Flow(Language.ENGLISH, (Piece("Page {page} of {pages}"),))
        return Document(title, Language.ENGLISH, head, foot, blocks, **others)

    return made


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Document], Path]:
    def made(document: Document) -> Path:
        path = tmp_path / "document.pdf"
        write(document, path)
        return path

    return made


@pytest.fixture
def everything(document, thai, english) -> Document:
    """A document with a block of every kind, two questions long; every paragraph has words of its own."""
    blocks: list[Block] = [
        Cover(
            (english("A city that learns"), thai("เมืองที่เรียนรู้")),
            (english("Application"),),
            (english("Chiang Mai, 2026"),),
        ),
        Contents((english("Contents"), thai("สารบัญ"))),
        PageBreak(),
        Heading(1, "", (english("The plan"), thai("แผนงาน")), "plan"),
    ]
    for number in range(1, 3):
        blocks.append(Heading(2, f"A{number}", (english(f"Question {number}"), thai(f"คำถามที่ {number}")), f"q{number}"))
        blocks += [
            Paragraph(look, thai(f"ย่อหน้า{look.value}{number} {THAI_TEXT}"), "1." if look is Look.NUMBERED else "")
            for look in Look
        ]
        blocks += [
            Pair(
                Paragraph(Look.BODY, thai(f"คู่ที่ {number} {THAI_TEXT}")),
                Paragraph(Look.BODY, english(f"Pair {number} {ENGLISH_TEXT}")),
            ),
            Pair(None, Paragraph(Look.BULLET, english(f"Only English {number}."), "•")),
        ]
        rows = tuple(
            (
                Cell((english(f"Figure {number}.{row}"), thai(f"ค่าที่ {number}.{row}"))),
                Cell((english(f"{row * 1111:,}"),), Align.END),
            )
            for row in range(20)
        )
        blocks.append(Table((Cell((english(f"Measure {number}"),)), Cell((english("Value"),))), rows, (0.7, 0.3)))
    blocks.append(Paragraph(Look.ENTRY, english("The report of the city."), "[1]", "entry-1"))
    return document(*blocks)
