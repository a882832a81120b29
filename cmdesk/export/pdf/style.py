"""How a page looks, as data: sizes, leadings, colours and spaces, all lengths in points.

No leading of running text is above 1.5 of its size: poppler takes lines further apart for paragraphs of their own, and
then reads columns line by line.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from cmdesk.export.blocks import Look


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

    `hang` is the least room for a label before the text; `balanced` lines are about equally long, as a title's are.
    """

    size: float
    leading: float
    colour: Colour = INK
    bold: bool = False
    italic: bool = False
    justified: bool = False
    balanced: bool = False
    with_next: bool = False
    with_previous: bool = False
    before: float = 0
    after: float = 0
    start: float = 0
    end: float = 0
    hang: float = 0

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


NARROW = 0.93

LOOKS = {
    Look.BODY: TextStyle(11.5, 17, justified=True, before=7, after=7),
    Look.BULLET: TextStyle(11.5, 17, justified=True, after=4, hang=16),
    Look.NUMBERED: TextStyle(11.5, 17, justified=True, after=4, hang=20),
    Look.QUOTATION: TextStyle(11, 16.4, justified=True, before=9, after=11, start=24, end=24),
    Look.GUIDANCE: TextStyle(9.75, 14.5, GREY, with_next=True, after=9),
    Look.COUNT: TextStyle(8.75, 13, GREY, with_previous=True, before=9, after=10),
    Look.EMPTY: TextStyle(11, 16.4, GREY, italic=True, after=6),
    Look.ENTRY: TextStyle(10, 14.9, after=6, hang=30),
    Look.NOTE: TextStyle(9.25, 13.7, GREY, before=4, after=5),
    Look.SIGNATURE: TextStyle(10.5, 15.6, before=6, after=10),
}

TITLES = (
    TextStyle(18, 26, bold=True, balanced=True, before=30, after=8),
    TextStyle(14, 20.5, bold=True, balanced=True, before=24, after=5),
    TextStyle(12, 17.8, bold=True, balanced=True, before=17, after=4),
    TextStyle(11.5, 17, bold=True, balanced=True, before=13, after=3),
)
"""The first language of a heading, by level from 1; deeper levels look like the last."""

SECOND_TITLES = (
    TextStyle(14, 20.8, GREY, balanced=True, after=10),
    TextStyle(11.5, 17, GREY, balanced=True, after=7),
    TextStyle(10.5, 15.6, GREY, balanced=True, after=5),
    TextStyle(10.5, 15.6, GREY, balanced=True, after=4),
)
"""The other language of a heading, under the first."""

LABEL_GAP = 7.0
"""Least space between a label or a heading's number and its text."""

CONTENTS_TITLE = TextStyle(18, 26, bold=True, balanced=True, after=4)
CONTENTS_SECOND_TITLE = TextStyle(14, 20.8, GREY, after=4)
CONTENTS_AFTER_TITLE = 14.0
CONTENTS_ENTRIES = (
    TextStyle(11, 16.4, bold=True, before=9, hang=30),
    TextStyle(10.5, 15.6, before=3, hang=34),
    TextStyle(10, 14.9, hang=34, start=34),
)
CONTENTS_SECOND_ENTRY = TextStyle(9.25, 13.7, GREY)
CONTENTS_AFTER = 24.0
CONTENTS_PAGE_ROOM = 34.0
LEADER_STEP = 5.0
LEADER_DOT = 0.9

COVER_TITLE = TextStyle(28, 40, bold=True, balanced=True, after=6)
COVER_SECOND_TITLE = TextStyle(19, 28.2, GREY, balanced=True)
COVER_SUBTITLE = TextStyle(15, 22.2, ACCENT, balanced=True, after=6)
COVER_SECOND_SUBTITLE = TextStyle(13, 19.4, GREY, balanced=True)
COVER_LINE = TextStyle(11, 16.4, GREY)
COVER_DROP = 0.27
"""Where the cover's title begins, as a share of the sheet's height from its top."""
COVER_RULE_LENGTH = 64.0
COVER_RULE_WIDTH = 2.2
COVER_GAP = 26.0
COVER_TEXT_SHARE = 0.9

COLUMN_GAP = 20.0
ROW_PADDING = 2.5

CELL = TextStyle(9.5, 14.1)
CELL_HEAD = TextStyle(9, 13.4, bold=True)
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

FURNITURE = TextStyle(8.5, 12, GREY)
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
