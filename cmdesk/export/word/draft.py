"""What grows while a document is written: its links, bookmarks, content controls and lists."""

import hashlib
import re
from collections.abc import Callable
from copy import copy

from cmdesk.export.blocks import Comment, Document
from cmdesk.export.word.entries import Notes, numbered_entries
from cmdesk.export.word.numbering import Lists

_PLAIN_ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")


class Draft:
    """The names and numbers that a document has given away so far."""

    def __init__(self, document: Document, relate: Callable[[str], str], embed: Callable[[bytes, str], str]) -> None:
        page = document.page
        self.relate = relate
        """Id of the relationship to an address outside."""
        self.embed = embed
        """Id of the relationship to a picture of a media type."""
        self.measure = page.width - page.left - page.right
        """Width of the text, in millimetres."""
        self.height = page.height - page.top - page.bottom
        self.thai_digits = document.thai_digits
        """Whether pages are numbered in Thai digits."""
        self.protects_questions = document.protects_questions
        self.lists = Lists(document.looks.spacing)
        self.notes = Notes.of(document)
        self.numbered = frozenset(numbered_entries(document.blocks))
        """Anchors of the entries whose number is a field, so that marks can ask for it."""
        self.comments: list[Comment] = []
        self._bookmarks = 0
        self._controls: set[int] = set()
        self._pictures = 0

    def within(self, relate: Callable[[str], str]) -> "Draft":
        """The same draft for another part of the file, which has relationships of its own and no notes."""
        other = copy(self)
        other.relate, other.notes = relate, Notes()
        return other

    def next_bookmark(self) -> int:
        """Number of a new bookmark."""
        self._bookmarks += 1
        return self._bookmarks

    def comment(self, comment: Comment) -> int:
        """Number of a new comment, from 0."""
        self.comments.append(comment)
        return len(self.comments) - 1

    def next_picture(self) -> int:
        """Number of a new picture."""
        self._pictures += 1
        return self._pictures

    def control(self, tag: str) -> int:
        """Number of the content control with a tag: the same in each build, and never given twice."""
        number = int.from_bytes(hashlib.sha256(tag.encode()).digest()[:4]) >> 1 or 1
        while number in self._controls:
            number += 1
        self._controls.add(number)
        return number


def bookmark(anchor: str) -> str:
    """Name of the bookmark at an anchor: at most 40 letters, digits and low lines, as Word demands; empty for none."""
    if not anchor:
        return ""
    name = anchor.replace("-", "_")
    if _PLAIN_ANCHOR.fullmatch(anchor):
        return name
    return f"at_{hashlib.sha256(anchor.encode()).hexdigest()[:32]}"
