"""Plain text files."""

from collections.abc import Iterator
from typing import BinaryIO

from cmdesk.library.reading.code_pages import Decoded, decoded
from cmdesk.library.reading.found import Found, Notice, Remark
from cmdesk.library.reading.limits import LETTERS
from cmdesk.thai.cleaning import cleaned


def read(stream: BinaryIO, chosen: str) -> Found:
    """The words of a text file as one page."""
    text = decoded(stream.read(), chosen)
    kept = cleaned(text.text)
    return Found(pages=(kept.text[:LETTERS],), remarks=tuple(_remarks(text, kept.removed, len(kept.text))))


def _remarks(text: Decoded, removed: int, letters: int) -> Iterator[Remark]:
    yield from decoding_remarks(text, removed)
    if letters > LETTERS:
        yield Remark(Notice.TEXT_CUT, str(LETTERS))


def decoding_remarks(text: Decoded, removed: int) -> Iterator[Remark]:
    """What is to be known of how bytes became letters."""
    if not text.sure:
        yield Remark(Notice.CODE_PAGE_UNSURE, text.code_page)
    if removed:
        yield Remark(Notice.CHARACTERS_REMOVED, str(removed))
