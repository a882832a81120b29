"""The paragraph styles in the sizes of a document."""

from dataclasses import replace

from cmdesk.export.looks import Looks, TextLook
from cmdesk.export.word.looks import SHAPES, Style

SIZED = {
    "Normal": "body",
    "Quote": "quotation",
    "Guidance": "guidance",
    "AnswerLength": "count",
    "NotWritten": "empty",
    "EvidenceEntry": "entry",
    "BackingEntry": "backing",
    "Note": "note",
    "FootnoteText": "note",
    "EndnoteText": "entry",
    "CommentText": "note",
    "Signature": "signature",
    "Title": "title",
    "Subtitle": "subtitle",
    "CoverLine": "cover_line",
    "Heading1": "heading_1",
    "Heading2": "heading_2",
    "Heading3": "heading_3",
    "TOCHeading": "contents_title",
    "TOC1": "contents_1",
    "TOC2": "contents_2",
    "TOC3": "contents_3",
    "Header": "furniture",
    "Footer": "furniture",
    "TableText": "table",
    "TableHead": "table_head",
    "Caption": "caption",
}
"""The part of the house style that each style has its size from; the others are as big as what they are based on."""

OWN = {"TableGap": TextLook(2, 6), "Picture": TextLook(10, 13), "SmallPicture": TextLook(10, 13)}
"""The least that can stand between two tables; and lines exactly as high as the picture in them."""


def sized(looks: Looks) -> dict[str, Style]:
    """Paragraph styles by their ids, in the sizes of a document."""
    return {name: _sized(name, style, looks) for name, style in SHAPES.items()}


def _sized(name: str, style: Style, looks: Looks) -> Style:
    by = looks.spacing
    spaced = replace(
        style,
        before=style.before * by,
        after=style.after * by,
        left=style.left * by,
        hanging=style.hanging * by,
        tabs=tuple((kind, place * by) for kind, place in style.tabs),
    )
    look = looks[SIZED[name]] if name in SIZED else OWN.get(name)
    if look is None:
        return spaced
    return replace(spaced, letters=replace(style.letters, size=look.size), leading=look.leading)


STYLES = sized(Looks())
"""Paragraph styles by their ids, in the sizes of the house style."""
