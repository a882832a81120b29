"""Reads the HTML that word processors and browsers put on the clipboard.

A small reader that knows no styles, loads nothing and keeps nothing that it does not know. Word marks its lists with
comments (`[if !supportLists]`) around the bullet, and sets them as paragraphs with `mso-list` in their style.
"""

import re
from collections.abc import Container, Mapping
from typing import Any

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.text import Span
from cmdesk.pasting.look import look_inside, object_of
from cmdesk.pasting.pieces import Draft, Pasted, Piece
from cmdesk.pasting.writer import MARK

LONGEST = 2_000_000
"""Characters of HTML; a text of the most characters that may be pasted has fewer, even from Word."""

_HEAD = 1_000
"""Characters at the start among which our mark stands, whatever a system puts before it."""
MOST_PIECES = 1_000
"""Paragraphs that are read; more than any page lets in."""
_DEEPEST = 200
"""Elements inside one another; what lies deeper is read as if it lay there."""

_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FLOWS = frozenset({"address", "article", "aside", "blockquote", "center", "div", "figure", "footer", "form", "header"})
_LISTS = frozenset({"dd", "dl", "dt", "li", "ol", "ul"})
_PARTS = frozenset({"body", "caption", "fieldset", "figcaption", "hr", "main", "nav", "p", "pre", "section"})
_TABLES = frozenset({"table", "tbody", "tfoot", "thead", "tr"})
_BLOCKS = _HEADS | _FLOWS | _LISTS | _PARTS | _TABLES
_UNSEEN = frozenset(
    {"head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title"}
)
_CELLS = frozenset({"td", "th"})
_CONDITION = re.compile(r"<!\[(if [^\]<>]*|endif)\]>")
"""Word's own way of writing a comment, which no parser has to know."""
_MARKER = "[if !supportLists]"
_NUMBER = re.compile(r"\s*[(\[]?(?:\w{1,4}[.)\]])", re.UNICODE)


def pieces_of_html(html: str, known: Container[str] = ()) -> Pasted:
    """The paragraphs of a page or of a part of one; none when it has no words, or is out of all measure.

    Citations and figures that we wrote ourselves are found again when their record is `known`.
    """
    if len(html) > LONGEST:
        return Pasted(())
    from lxml.etree import HTMLParser  # noqa: PLC0415 - heavy, and most people type

    reader = _Reader(known, ours=MARK in html[:_HEAD])
    # lxml's types want a target that takes bytes as well; it gives text for text.
    parser: Any = HTMLParser(target=reader, no_network=True)  # type: ignore[arg-type]  # see above
    parser.feed("<body>" + _CONDITION.sub(r"<!--[\1]-->", html).replace("\x00", ""))
    parser.close()
    return reader.pasted()


class _Reader:
    """Gathers paragraphs while lxml reads: it calls `start`, `end`, `data` and `comment`."""

    def __init__(self, known: Container[str], *, ours: bool) -> None:
        self._known, self._ours = known, ours
        self._object = 0
        self._pieces: list[Piece] = []
        self._tables = self._unseen = self._cells = self._written = 0
        self._open: list[tuple[str, Span]] = []
        self._draft = Draft(as_written=ours)
        self._marker: str | None = None
        self._listed: ParagraphKind | None = None

    def pasted(self) -> Pasted:
        """What was read."""
        self._end_paragraph()
        return Pasted(tuple(self._pieces), self._tables)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self._count(tag, 1)
        run = None if self._object else object_of(attributes, self._known)
        if run is not None:
            self._draft.put(run)
        self._object += bool(run is not None or self._object)
        if tag in ("br", "hr"):
            self._break(tag)
        elif tag in _CELLS:
            self._begin_cell()
        elif tag in _BLOCKS and not self._cells:
            self._end_paragraph()
        if tag == "p" and "mso-list" in attributes.get("style", ""):
            self._listed = ParagraphKind.BULLET
        if len(self._open) < _DEEPEST:
            self._open.append((tag, look_inside(self._look, tag, attributes)))

    def _count(self, tag: str, step: int) -> None:
        self._unseen += step * (tag in _UNSEEN)
        self._cells += step * (tag in _CELLS)
        self._written += step * (tag == "pre")
        self._tables += tag == "table" and step > 0

    def _break(self, tag: str) -> None:
        if self._cells:
            self._draft.add(" ", self._look)
        elif tag == "hr" or (self._draft.ends_line and not self._ours):
            self._end_paragraph()
        else:
            self._draft.break_line(self._look)

    def _begin_cell(self) -> None:
        if not self._draft.is_empty:
            self._draft.add("\t", Span(""), as_written=True)

    def end(self, tag: str) -> None:
        """End an element; lxml ends each that it began, in order."""
        self._count(tag, -1)
        self._object -= bool(self._object)
        if tag in _BLOCKS and not self._cells:
            self._end_paragraph()
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def data(self, data: str) -> None:
        """Take words."""
        if self._unseen or self._object or len(self._pieces) >= MOST_PIECES:
            return
        if self._marker is not None:
            self._marker += data
        elif self._written:
            self._take_lines(data)
        else:
            self._draft.add(data, self._look)

    def _take_lines(self, data: str) -> None:
        for place, line in enumerate(data.split("\n")):
            if place:
                self._end_paragraph()
            self._draft.add(line, self._look, as_written=True)

    def comment(self, words: str) -> None:
        """Notice the bullets that Word writes before its list items."""
        if words == _MARKER:
            self._marker = ""
        elif words == "[endif]" and self._marker is not None:
            numbered = _NUMBER.match(self._marker) is not None
            self._listed = ParagraphKind.NUMBERED if numbered else ParagraphKind.BULLET
            self._marker = None

    def close(self) -> None:
        """Nothing more comes."""

    @property
    def _look(self) -> Span:
        return self._open[-1][1] if self._open else Span("")

    def _end_paragraph(self) -> None:
        if self._draft.is_empty or len(self._pieces) >= MOST_PIECES:
            return
        text = self._draft.text()
        self._draft = Draft(as_written=self._ours)
        if text:
            self._pieces.append(Piece(text, self._kind))
            self._listed = None

    @property
    def _kind(self) -> ParagraphKind:
        if self._listed is not None:
            return self._listed
        kinds = {"ul": ParagraphKind.BULLET, "ol": ParagraphKind.NUMBERED, "blockquote": ParagraphKind.QUOTATION}
        inside = (kinds[tag] for tag, _look in reversed(self._open) if tag in kinds)
        return next(inside, ParagraphKind.BODY)
