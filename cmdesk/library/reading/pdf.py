"""Title, pages and texts of PDF files, by pdfium."""

import io
import time
from collections.abc import Iterator
from typing import BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium

from cmdesk.library.reading.found import Found, Notice, Remark, Trouble
from cmdesk.library.reading.limits import LETTERS, PAGES, PATIENCE
from cmdesk.library.reading.refused import Refused
from cmdesk.thai.cleaning import clean

_DATE = slice(2, 10)
"""Year, month and day in D:20240315120000+07'00'."""
_DAY_DIGITS = 8
_THUMBNAIL = 320
_LARGEST = 4000


def read(stream: BinaryIO) -> Found:
    """The metadata of a PDF file, the text of each page and a picture of the first."""
    document = _opened(stream)
    told = document.get_metadata_dict(skip_empty=True)
    count = len(document)
    texts, complete = _texts(document, count)
    return Found(
        title=clean(told.get("Title", "")).strip(),
        author=clean(told.get("Author", "")).strip(),
        created=_date(told.get("CreationDate", "")),
        page_count=count,
        pages=texts,
        image=_picture(document, 1, _THUMBNAIL) if count else b"",
        remarks=tuple(_remarks(document, texts, count, complete=complete)),
    )


def page(stream: BinaryIO, number: int, most_pixels: int) -> Found:
    """A picture of one page, counted from 1."""
    document = _opened(stream)
    if not 0 < number <= len(document):
        raise Refused(Trouble.MISSING_PART, str(number))
    return Found(page_count=len(document), image=_picture(document, number, min(most_pixels, _LARGEST)))


def _opened(stream: BinaryIO) -> pypdfium2.PdfDocument:
    if not stream.read(1):
        raise Refused(Trouble.EMPTY)
    stream.seek(0)
    try:
        return pypdfium2.PdfDocument(stream)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise Refused(Trouble.PASSWORD if locked else Trouble.DAMAGED, str(error)) from error


def _date(written: str) -> str:
    digits = written[_DATE]
    if len(digits) < _DAY_DIGITS or not (digits.isascii() and digits.isdecimal()):
        return ""
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def _texts(document: pypdfium2.PdfDocument, count: int) -> tuple[tuple[str, ...], bool]:
    """Texts of the pages from the first on, and whether these are all."""
    texts: list[str] = []
    letters, begun = 0, time.monotonic()
    for number in range(min(count, PAGES)):
        texts.append(_text(document, number))
        letters += len(texts[-1])
        if letters > LETTERS or time.monotonic() - begun > PATIENCE:
            break
    return tuple(texts), len(texts) == count


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    """Text of a page counted from 0; empty when the page can't be loaded, so that numbers stay right."""
    try:
        leaf = document[number]
    except pypdfium2.PdfiumError:
        return ""
    words = leaf.get_textpage()
    text = clean(words.get_text_range(errors="ignore"))
    words.close()
    leaf.close()
    return text


def _picture(document: pypdfium2.PdfDocument, number: int, most_pixels: int) -> bytes:
    try:
        leaf = document[number - 1]
    except pypdfium2.PdfiumError:
        return b""
    longest = max(*leaf.get_size(), 1.0)
    image = leaf.render(scale=most_pixels / longest, may_draw_forms=False).to_pil()
    written = io.BytesIO()
    image.convert("RGB").save(written, "PNG")
    return written.getvalue()


def _remarks(
    document: pypdfium2.PdfDocument, texts: tuple[str, ...], count: int, *, complete: bool
) -> Iterator[Remark]:
    if not complete:
        yield Remark(Notice.PAGES_CUT, f"{len(texts)}/{count}")
    if count and not any(text.strip() for text in texts):
        yield Remark(Notice.NO_TEXT)
    scripts = pdfium.FPDFDoc_GetJavaScriptActionCount(document)
    if scripts > 0 or document.count_attachments() > 0:
        yield Remark(Notice.ACTIVE_PDF)
