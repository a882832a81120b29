"""How a page looks, as data: colours and spaces in the house style, all lengths in points.

Sizes and leadings come from `cmdesk.export.looks`; a profile's own take their place in `cmdesk.export.pdf.press`.
"""

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from cmdesk.export.blocks import Look
from cmdesk.export.looks import HOUSE, Looks


class Colour(NamedTuple):
    """A colour of the screen, each part from 0 to 1."""

    red: float
    green: float
    blue: float


INK = Colour(0.10, 0.10, 0.11)
GREY = Colour(0.37, 0.37, 0.39)
"""For what explains rather than says; 6:1 against white paper."""
ACCENT = Colour(0.06, 0.29, 0.44)
HAIRLINE = Colour(0.72, 0.72, 0.74)
PALE = Colour(0.945, 0.953, 0.961)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How paragraphs of one part look.

    `part` is what a profile calls it. `hang` is the least room for a label before the text; `balanced` lines are about
    equally long, as a title's are.
    """

    size: float
    leading: float
    colour: Colour = INK
    bold: bool = False
    italic: bool = False
    justified: bool = False
    balanced: bool = False
    hyphenated: bool = False
    with_next: bool = False
    with_previous: bool = False
    before: float = 0
    after: float = 0
    start: float = 0
    end: float = 0
    hang: float = 0
    part: str = "body"

    def looking(self, looks: Looks) -> "TextStyle":
        """The same part in the size that these looks give it."""
        share, spacing = self.size / HOUSE[self.part].size, looks.spacing
        return replace(
            self,
            size=round(looks[self.part].size * share, 2),
            leading=round(looks[self.part].leading * share, 2),
            before=self.before * spacing,
            after=self.after * spacing,
            start=self.start * spacing,
            end=self.end * spacing,
            hang=self.hang * spacing,
        )

    def narrow(self) -> "TextStyle":
        """The same part in a narrow column: a little smaller, ragged, closer to the edge."""
        return replace(
            self,
            size=round(self.size * NARROW, 2),
            leading=round(self.leading * NARROW, 2),
            start=self.start / 2,
            end=0,
            hang=self.hang * NARROW,
            justified=False,
        )


def _style(part: str, colour: Colour = INK, share: float = 1.0, **shape: Any) -> TextStyle:
    """A part of the house style, with its letters smaller or bigger than the looks say by a share."""
    look = HOUSE[part]
    return TextStyle(round(look.size * share, 2), round(look.leading * share, 2), colour, part=part, **shape)


NARROW = 0.93

LOOKS = {
    Look.BODY: _style("body", hyphenated=True, justified=True, before=7, after=7),
    Look.BULLET: _style("body", hyphenated=True, justified=True, after=4, hang=16),
    Look.NUMBERED: _style("body", hyphenated=True, justified=True, after=4, hang=20),
    Look.QUOTATION: _style("quotation", hyphenated=True, justified=True, before=9, after=11, start=24, end=24),
    Look.GUIDANCE: _style("guidance", GREY, hyphenated=True, with_next=True, after=9),
    Look.COUNT: _style("count", GREY, with_previous=True, before=9, after=10),
    Look.EMPTY: _style("empty", GREY, italic=True, after=6),
    Look.ENTRY: _style("entry", hyphenated=True, after=6, hang=30),
    Look.BACKING: _style("backing", GREY, after=3, start=16, hang=26),
    Look.NOTE: _style("note", GREY, before=4, after=5),
    Look.SIGNATURE: _style("signature", before=6, after=10),
}

TITLES = (
    _style("heading_1", bold=True, balanced=True, before=30, after=8),
    _style("heading_2", bold=True, balanced=True, before=24, after=5),
    _style("heading_3", bold=True, balanced=True, before=17, after=4),
    _style("heading_3", share=0.96, bold=True, balanced=True, before=13, after=3),
)
"""The first language of a heading, by level from 1; deeper levels look like the last."""

SECOND_TITLES = (
    _style("second_heading_1", GREY, balanced=True, after=10),
    _style("second_heading_2", GREY, balanced=True, after=7),
    _style("second_heading_3", GREY, balanced=True, after=5),
    _style("second_heading_3", GREY, balanced=True, after=4),
)
"""The other language of a heading, under the first."""

LABEL_GAP = 7.0
"""Least space between a label or a heading's number and its text."""

CONTENTS_TITLE = _style("contents_title", bold=True, balanced=True, after=4)
CONTENTS_SECOND_TITLE = _style("second_heading_1", GREY, after=4)
CONTENTS_AFTER_TITLE = 14.0
CONTENTS_ENTRIES = (
    _style("contents_1", bold=True, before=9, hang=30),
    _style("contents_2", before=3, hang=34),
    _style("contents_3", hang=34, start=34),
)
CONTENTS_SECOND_ENTRY = _style("contents_3", GREY, 0.92)
CONTENTS_AFTER = 24.0
CONTENTS_PAGE_ROOM = 34.0
LEADER_STEP = 5.0
LEADER_DOT = 0.9

COVER_TITLE = _style("title", bold=True, balanced=True, after=6)
COVER_SECOND_TITLE = _style("second_title", GREY, balanced=True)
COVER_SUBTITLE = _style("subtitle", ACCENT, balanced=True, after=6)
COVER_SECOND_SUBTITLE = _style("subtitle", GREY, 0.87, balanced=True)
COVER_LINE = _style("cover_line", GREY)
COVER_DROP = 0.27
"""Where the cover's title begins, as a share of the sheet's height from its top."""
COVER_RULE_LENGTH = 64.0
COVER_RULE_WIDTH = 2.2
COVER_GAP = 26.0
COVER_TEXT_SHARE = 0.9

COLUMN_GAP = 20.0
ROW_PADDING = 2.5

CELL = _style("table")
CELL_HEAD = _style("table_head", bold=True)
CELL_PADDING = 5.0
CELL_PADDING_SIDE = 5.0
WHOLE_ROW = 170.0
"""A row no higher than this is moved to the next page rather than split."""
HIGHEST_HEAD = 180.0
"""A table's head that is higher than this is not repeated."""
TABLE_BEFORE = 6.0
TABLE_AFTER = 14.0
RULE = 0.5
HEAD_RULE = 0.9

FURNITURE = _style("furniture", GREY)
HEAD_DROP = 34.0
"""From the top edge of the sheet to the running head's baseline, as the footer's from the bottom."""
FOOT_RISE = 30.0

RAISED_SIZE = 0.64
RAISED_RISE = 0.36
"""Of the text's size: how big the mark of a citation is, and how high."""

SIGNING_ROOM = 44.0
SIGNING_SHARE = 0.55

LEAST_LINES = 2
"""Fewest lines of a paragraph at the foot and at the head of a page."""

LETTERS_HEIGHT = 1.3
LETTERS_ASCENT = 1.068
"""Of the size: what Sarabun needs from its deepest vowel to its highest tone mark, and above the baseline."""

CAPTION = _style("caption", GREY)
PICTURE_BEFORE = 10.0
PICTURE_AFTER = 12.0
PICTURE_GAP = 5.0
"""Between a picture and its caption."""
PICTURE_HIGHEST = 0.6
"""Of the height of the page's text."""
SMALL_HIGHEST = 128.0
"""How high a picture of a contact sheet may be."""
DOTS = 150.0
"""To the inch: no picture is enlarged beyond that."""
SHEET_GAP = 12.0

NOTES_SHARE = 0.27
"""Of the measure: the column to write notes in."""

FOOTNOTE = _style("note", GREY, 0.9, hyphenated=True)
FOOTNOTES_BEFORE = 14.0
"""Between the text and the notes of a page at least."""
FOOTNOTES_RISE = 5.0
FOOTNOTES_RULE = 90.0
"""The line above the notes: how far above, and how long."""
