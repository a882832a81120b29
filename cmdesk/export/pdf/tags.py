"""What the parts of a page are, for those who have it read aloud: a tree of nodes, made before anything is painted."""

from dataclasses import dataclass
from enum import Enum

from cmdesk.model.language import Language


class Tag(Enum):
    """What a part is, by the names of the PDF standard (PDF 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    DIVISION = "Div"
    PARAGRAPH = "P"
    QUOTATION = "BlockQuote"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    TABLE = "Table"
    TABLE_HEAD = "THead"
    TABLE_BODY = "TBody"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    LINK = "Link"
    SPAN = "Span"
    FIGURE = "Figure"
    CAPTION = "Caption"
    NOTE = "Note"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    HEADING_4 = "H4"
    HEADING_5 = "H5"
    HEADING_6 = "H6"


HEADINGS = (Tag.HEADING_1, Tag.HEADING_2, Tag.HEADING_3, Tag.HEADING_4, Tag.HEADING_5, Tag.HEADING_6)


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A part of the document, equal only to itself; its place among its siblings is that of its first paint."""

    tag: Tag
    within: "Node | None" = None
    language: Language | None = None
    alt: str = ""
    """What it shows, in words, for those who cannot see it."""

    def child(self, tag: Tag, language: Language | None = None, alt: str = "") -> "Node":
        """A part of this one."""
        return Node(tag, self, language, alt)


class Headings:
    """Tags of headings in their order: the first is of the first level, and no later one skips any."""

    def __init__(self) -> None:
        self._last = 0

    def tag(self, level: int) -> Tag:
        """Tag of the next heading, which is of a level from 1."""
        self._last = min(max(level, 1), self._last + 1, len(HEADINGS))
        return HEADINGS[self._last - 1]
