"""Text and properties of Word files (ECMA-376, WordprocessingML)."""

from collections.abc import Iterator
from typing import BinaryIO

from cmdesk.library.reading.found import Found, Notice, Remark
from cmdesk.library.reading.limits import LETTERS
from cmdesk.library.reading.markup import Element, elements, local
from cmdesk.library.reading.packages import Package
from cmdesk.thai.cleaning import clean

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_TRACKED = {"ins", "del", "moveFrom", "moveTo"}


def read(stream: BinaryIO) -> Found:
    """The words of a Word file as one page, with its notes; what is active is left alone and named."""
    package = Package(stream)
    main = package.main("word/document.xml")
    body = _Body()
    for name in (main, *_notes(package)):
        body.take(package.read(name), name)
    properties = package.properties()
    text = clean("".join(body.pieces))
    return Found(
        title=clean(properties.get("title", "")),
        author=clean(properties.get("creator", "")),
        created=properties.get("created", "")[:10],
        pages=(text[:LETTERS],),
        remarks=(*package.remarks(), *body.remarks(), *_of_length(text)),
    )


def _notes(package: Package) -> Iterator[str]:
    return (name for name in ("word/footnotes.xml", "word/endnotes.xml") if name in package)


def _of_length(text: str) -> Iterator[Remark]:
    if not text.strip():
        yield Remark(Notice.NO_TEXT)
    if len(text) > LETTERS:
        yield Remark(Notice.TEXT_CUT, str(LETTERS))


class _Body:
    """The text of some parts, and what was met beside it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._tracked = 0
        self._fields = 0
        self._deaf = 0

    def take(self, content: bytes, name: str) -> None:
        """Add the text of a part."""
        for event, element in elements(content, name):
            if local(element) == "Fallback":  # says again what the choice before it said
                self._deaf += 1 if event == "start" else -1
            elif not self._deaf and event == "start":
                self._met(element)
            elif not self._deaf:
                self._ended(element)
        self.pieces.append("\n")

    def _met(self, element: Element) -> None:
        kind = local(element)
        self._tracked += kind in _TRACKED
        self._fields += kind in {"instrText", "fldSimple"}

    def _ended(self, element: Element) -> None:
        kind = local(element)
        if kind == "t":
            self.pieces.append(element.text or "")
        elif kind == "p":
            self.pieces.append("\n")
        else:
            self.pieces.append(_SIGNS.get(kind, ""))

    def remarks(self) -> Iterator[Remark]:
        """What was met beside the text."""
        if self._tracked:
            yield Remark(Notice.TRACKED, str(self._tracked))
        if self._fields:
            yield Remark(Notice.FIELD_CODES, str(self._fields))
