"""The comments part (17.13.4.6): what the team says of the text."""

from collections.abc import Sequence

from lxml import etree

from cmdesk.export.blocks import Comment, Flow, Piece
from cmdesk.export.word.draft import Draft
from cmdesk.export.word.markup import el
from cmdesk.export.word.paragraphs import styled
from cmdesk.export.word.runs import flow_elements

NOBODY = "CMDesk"
"""The author of a comment whose author is not known: Word shows none without one."""


def comments_part() -> etree._Element:
    """The root of the part for comments, still without any."""
    return el("comments")


def fill_comments(root: etree._Element, comments: Sequence[Comment], draft: Draft) -> None:
    """Put the comments into their part; `draft` is that of the part."""
    for number, comment in enumerate(comments):
        author = comment.author or NOBODY
        first, *others = [styled("CommentText", *flow_elements(line, draft)) for line in _lines(comment.words)]
        first.insert(1, el("r", el("rPr", el("rStyle", val="CommentReference")), el("annotationRef")))
        root.append(
            el("comment", first, *others, id=number, author=author, date=comment.at or None, initials=author[:1])
        )


def _lines(flow: Flow) -> list[Flow]:
    """Each line of a remark as a flow of its own."""
    return [Flow(flow.language, (Piece(line),)) for line in flow.plain.split("\n")]
