"""Files of reference managers: BibTeX, RIS or CSL-JSON, told apart by how they begin."""

from typing import BinaryIO

from cmdesk.library.reading import bibtex, csl, ris
from cmdesk.library.reading.code_pages import decoded
from cmdesk.library.reading.found import Found, Notice, Reference, Remark, Trouble
from cmdesk.library.reading.plain_text import decoding_remarks
from cmdesk.library.reading.refused import Refused
from cmdesk.thai.cleaning import cleaned

_MOST = 10_000


def read(stream: BinaryIO, chosen: str) -> Found:
    """The references of a file; how many entries could not be read is a remark."""
    text = decoded(stream.read(), chosen)
    kept = cleaned(text.text)
    entries = _entries(kept.text)
    found = tuple(entry for entry in entries if entry is not None)
    if not found:
        raise Refused(Trouble.NOTHING_FOUND)
    remarks = list(decoding_remarks(text, kept.removed))
    if left := len(entries) - min(len(found), _MOST):
        remarks.append(Remark(Notice.REFERENCES_SKIPPED, f"{left}/{len(entries)}"))
    return Found(references=found[:_MOST], remarks=tuple(remarks))


def _entries(text: str) -> list[Reference | None]:
    start = text.lstrip("\ufeff \n\t")
    if start.startswith(("[", "{")):
        return list(csl.references(start))
    return list(ris.references(text) if start.startswith("TY  -") else bibtex.references(text))
