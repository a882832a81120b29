"""The objects of a document as a file, the small ones packed together (PDF 32000-1, 7.5.7 and 7.5.8)."""

import hashlib
import zlib
from collections.abc import Iterable
from itertools import count
from typing import cast

from reportlab.pdfbase.pdfdoc import PDFStream
from reportlab.pdfbase.pdfdoc import format as formatted

from cmdesk.export.pdf.structure import Book, at, kept

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
MOST_IN_PACK = 200
PACKED, PLAIN = 2, 1
"""Kinds of entries in the table of objects."""


class _File:
    """Bytes so far, and where each object stands in them."""

    def __init__(self, first_free: int) -> None:
        self.content = bytearray(HEADER)
        self._next = first_free
        self._table: dict[int, tuple[int, int, int]] = {}
        self._pack: list[tuple[int, bytes]] = []

    def put(self, number: int, letters: bytes) -> None:
        """Add an object in full."""
        self._table[number] = PLAIN, len(self.content), 0
        self.content += b"%d 0 obj\n%s\nendobj\n" % (number, letters.rstrip(b"\n"))

    def pack(self, number: int, letters: bytes) -> None:
        """Add an object together with others."""
        self._pack.append((number, letters.strip()))
        if len(self._pack) == MOST_IN_PACK:
            self._flush()

    def _flush(self) -> None:
        pack, self._pack = self._pack, []
        offsets: list[bytes] = []
        body = bytearray()
        for place, (number, letters) in enumerate(pack):
            offsets.append(b"%d %d" % (number, len(body)))
            body += letters + b"\n"
            self._table[number] = PACKED, self._next, place
        head = b" ".join(offsets) + b"\n"
        self.put(self._next, _stream(b"/Type/ObjStm/N %d/First %d" % (len(pack), len(head)), head + body))
        self._next += 1

    def finish(self, root: str, info: str) -> bytes:
        """The whole file, with the table of its objects and a name made of its bytes."""
        if self._pack:
            self._flush()
        start, number = len(self.content), self._next
        self._table[number] = PLAIN, start, 0
        rows = [b"\0" * 7] + [_row(self._table[at]) for at in range(1, number + 1)]
        name = hashlib.sha256(self.content).hexdigest()[:32]
        entries = f"/Type/XRef/W[1 4 2]/Size {number + 1}/Root {root}/Info {info}/ID[<{name}><{name}>]"
        self.put(number, _stream(entries.encode("ascii"), b"".join(rows)))
        return bytes(self.content + b"startxref\n%d\n%%%%EOF\n" % start)


def _row(entry: tuple[int, int, int]) -> bytes:
    kind, place, index = entry
    return kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")


def _stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def file_of(document: Book) -> bytes:
    """The document as the bytes of a file."""
    root, info = (at(document, kept(document, thing)) for thing in (document.Catalog, document.info))
    # objects may still be made while others are written
    objects = [*_formatted(document)]
    file = _File(len(objects) + 1)
    for number, (packable, letters) in enumerate(objects, start=1):
        (file.pack if packable else file.put)(number, letters)
    return file.finish(root, info)


def _formatted(document: Book) -> Iterable[tuple[bool, bytes]]:
    """Each object in the order of its number; streams can't be packed, and what is looked for first should not."""
    whole = document.Catalog, document.info
    for number in count(1):
        name = document.numberToId.get(number)
        if name is None:
            return
        thing = document.idToObject[name]
        packable = not isinstance(thing, PDFStream) and thing not in whole
        yield packable, cast("bytes", formatted(thing, document, toplevel=1))
