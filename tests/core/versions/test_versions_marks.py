"""What is struck out or inserted looks so in every format that can show it."""

import zipfile
from pathlib import Path

import pypdfium2
import pytest

from cmdesk.export.blocks import Document, Flow, Look, Paragraph, Piece
from cmdesk.export.writing import Format, writer_of
from cmdesk.model.language import Language
from cmdesk.progress import SILENT

PIECES = (Piece("The city has "), Piece("five", struck=True), Piece("seven", inserted=True), Piece(" libraries."))


def written(tmp_path: Path, form: Format, *pieces: Piece) -> Path:
    flow = Flow(Language.ENGLISH, pieces)
    empty = Flow(Language.ENGLISH)
    target = tmp_path / f"marks{form.suffix}"
    document = Document("t", Language.ENGLISH, empty, empty, (Paragraph(Look.BODY, flow),))
    writer_of(form)(document, target, SILENT)
    return target


def strokes(path: Path) -> list[tuple[float, float]]:
    """From where to where each drawn line goes, by its left and right end."""
    with pypdfium2.PdfDocument(path) as document:
        shapes = [each for each in document[0].get_objects() if each.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
        return [(left, right) for left, _bottom, right, _top in (each.get_bounds() for each in shapes)]


def test_in_word_by_styles_that_strike_and_underline(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, Format.DOCX, *PIECES)) as package:
        body, styles = (package.read(f"word/{part}.xml").decode() for part in ("document", "styles"))
    assert ['w:val="DeletedText"' in body, 'w:val="InsertedText"' in body] == [True, True]
    assert "<w:strike/>" in styles


def test_in_the_pdf_by_one_stroke_each(tmp_path: Path) -> None:
    assert len(strokes(written(tmp_path, Format.PDF, *PIECES))) == 2


def test_the_pdf_has_no_strokes_without_changes(tmp_path: Path) -> None:
    assert strokes(written(tmp_path, Format.PDF, Piece("The city has five libraries."))) == []


def test_a_stroke_of_the_pdf_ends_where_the_next_word_begins(tmp_path: Path) -> None:
    (_start, first_end), (second_start, _end) = sorted(strokes(written(tmp_path, Format.PDF, *PIECES)))
    assert second_start == pytest.approx(first_end, abs=1.5)


def test_a_change_over_lines_is_struck_on_each_of_them(tmp_path: Path) -> None:
    long = Piece("ประชาชนเรียนรู้ตลอดชีวิต " * 20, struck=True)
    assert len(strokes(written(tmp_path, Format.PDF, long))) >= 4


def test_on_the_web_as_deleted_and_inserted(tmp_path: Path) -> None:
    page = written(tmp_path, Format.HTML, *PIECES).read_text(encoding="utf-8")
    assert "<del>five</del><ins>seven</ins>" in page


def test_in_markdown_as_deleted_and_inserted(tmp_path: Path) -> None:
    page = written(tmp_path, Format.MARKDOWN, *PIECES).read_text(encoding="utf-8")
    assert "<del>five</del><ins>seven</ins>" in page
