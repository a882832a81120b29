"""How the document looks, as data: every style with its name, spaces in points, lengths in millimetres.

The names are Word's own where Word has one, so that its panes know them. Sizes come from `cmdesk.export.looks`.
"""

from dataclasses import dataclass, field

from cmdesk.export.blocks import Look

FALLBACKS = "TH Sarabun New,TH SarabunPSK"

NATURAL_LEADING = 1.3
"""Of the size: Sarabun's own line height, which a multiple of Word's line spacing multiplies."""

INK = "1A1A1C"
GREY = "5E5E63"
ACCENT = "0F4A70"
HAIRLINE = "B8B8BD"
FAINT = "DCDCE0"
PALE = "F1F3F5"


@dataclass(frozen=True, slots=True)
class Border:
    """A rule beside a paragraph: its side, its width in eighths of a point, its distance in points."""

    side: str
    colour: str = HAIRLINE
    width: int = 4
    space: int = 4


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look, Latin and Thai alike; None leaves it as in the style that this one is based on."""

    size: float | None = None
    colour: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    underlined: bool = False
    raised: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. `leading` is in points; `prose` text is justified as the document's language is."""

    name: str
    letters: Letters = field(default=Letters())
    based_on: str = "Normal"
    next: str = ""
    leading: float | None = None
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    hanging: float = 0
    keep_next: bool = False
    outline: int | None = None
    align: str = ""
    prose: bool = False
    border: Border | None = None
    huddled: bool = False
    """Whether the space around it falls away between paragraphs of this style."""
    is_ours: bool = False
    """Whether Word knows no style of this name."""
    tabs: tuple[tuple[str, float], ...] = ()
    """Kind (left, end, leader) and place; a place of 0 is the right edge of the text."""


HANGING = {Look.BULLET: 5.5, Look.NUMBERED: 7.0, Look.ENTRY: 10.5, Look.BACKING: 9.0}
"""Room for the label before the text."""
OTHER_HANGING = 7.0
"""The same where a look has labels now and then."""

NUMBER = 12.0
"""Room for a question's number in headings and contents."""

SET_IN = 5.5
"""How far a record below its claim is set in."""

NOTE_NUMBER = 9.0
"""The same in footnotes and endnotes."""

LOOKS = {
    Look.BODY: "BodyText",
    Look.BULLET: "ListBullet",
    Look.NUMBERED: "ListNumber",
    Look.QUOTATION: "Quote",
    Look.GUIDANCE: "Guidance",
    Look.COUNT: "AnswerLength",
    Look.EMPTY: "NotWritten",
    Look.ENTRY: "EvidenceEntry",
    Look.BACKING: "BackingEntry",
    Look.NOTE: "Note",
    Look.SIGNATURE: "Signature",
}
"""The style of each look."""

SHAPES = {
    "Normal": Style("Normal", Letters(colour=INK), based_on=""),
    "BodyText": Style("Body Text", prose=True, after=6),
    "ListBullet": Style(
        "List Bullet",
        based_on="BodyText",
        prose=True,
        after=3.5,
        left=HANGING[Look.BULLET],
        hanging=HANGING[Look.BULLET],
    ),
    "ListNumber": Style(
        "List Number",
        based_on="BodyText",
        prose=True,
        after=3.5,
        left=HANGING[Look.NUMBERED],
        hanging=HANGING[Look.NUMBERED],
    ),
    "Quote": Style("Quote", prose=True, before=4, after=9, left=8.5, right=8.5),
    "Guidance": Style("Guidance", Letters(colour=GREY), after=6, keep_next=True, is_ours=True),
    "AnswerLength": Style("Answer Length", Letters(colour=GREY), before=2, after=8, is_ours=True),
    "NotWritten": Style("Not Written", Letters(colour=GREY, italic=True), after=6, is_ours=True),
    "EvidenceEntry": Style(
        "Evidence Entry",
        Letters(),
        after=6,
        left=HANGING[Look.ENTRY],
        hanging=HANGING[Look.ENTRY],
        tabs=(("left", HANGING[Look.ENTRY]),),
        is_ours=True,
    ),
    "BackingEntry": Style(
        "Backing Entry",
        Letters(colour=GREY),
        after=9,
        huddled=True,
        left=SET_IN + HANGING[Look.BACKING],
        hanging=HANGING[Look.BACKING],
        tabs=(("left", SET_IN + HANGING[Look.BACKING]),),
        is_ours=True,
    ),
    "Note": Style("Note", Letters(colour=GREY), before=8, after=4, is_ours=True),
    "Signature": Style(
        "Signature",
        Letters(),
        before=44,
        after=8,
        right=72,
        keep_next=True,
        border=Border("top", INK, 6, 5),
    ),
    "Title": Style("Title", Letters(bold=True), next="Subtitle", before=150, after=14),
    "Subtitle": Style("Subtitle", Letters(colour=ACCENT), after=26, border=Border("bottom", ACCENT, 12, 12)),
    "CoverLine": Style("Cover Line", Letters(colour=GREY), after=3, is_ours=True),
    "Heading1": Style("heading 1", Letters(bold=True), next="BodyText", before=30, after=7, keep_next=True, outline=0),
    "Heading2": Style(
        "heading 2",
        Letters(bold=True),
        next="BodyText",
        before=22,
        after=6,
        left=NUMBER,
        hanging=NUMBER,
        keep_next=True,
        outline=1,
        tabs=(("left", NUMBER),),
    ),
    "Heading3": Style(
        "heading 3",
        Letters(bold=True),
        next="BodyText",
        before=16,
        after=4,
        keep_next=True,
        outline=2,
    ),
    "TOCHeading": Style("TOC Heading", Letters(bold=True), next="BodyText", after=14),
    "TOC1": Style("toc 1", Letters(bold=True), before=7, keep_next=True, tabs=(("leader", 0),)),
    "TOC2": Style(
        "toc 2",
        Letters(),
        before=2,
        left=NUMBER,
        hanging=NUMBER,
        tabs=(("left", NUMBER), ("leader", 0)),
    ),
    "TOC3": Style("toc 3", left=NUMBER, tabs=(("leader", 0),)),
    "Header": Style("header", Letters(colour=GREY), border=Border("bottom")),
    "Footer": Style("footer", Letters(colour=GREY), align="right"),
    "TableText": Style("Table Text", before=2, after=2, is_ours=True),
    "TableNumber": Style("Table Number", based_on="TableText", before=2, after=2, align="right", is_ours=True),
    "TableHead": Style(
        "Table Head",
        Letters(bold=True),
        based_on="TableText",
        before=2,
        after=2,
        keep_next=True,
        is_ours=True,
    ),
    "TableHeadNumber": Style(
        "Table Head Number", based_on="TableHead", before=2, after=2, keep_next=True, align="right", is_ours=True
    ),
    "FootnoteText": Style(
        "footnote text", left=NOTE_NUMBER, hanging=NOTE_NUMBER, after=2, tabs=(("left", NOTE_NUMBER),)
    ),
    "EndnoteText": Style("endnote text", left=NOTE_NUMBER, hanging=NOTE_NUMBER, after=4, tabs=(("left", NOTE_NUMBER),)),
    "CommentText": Style("annotation text"),
    "Picture": Style("Picture", before=8, after=4, keep_next=True, is_ours=True),
    "SmallPicture": Style("Small Picture", after=2, keep_next=True, is_ours=True),
    "Caption": Style("caption", Letters(colour=GREY), after=12),
    "TableGap": Style("Table Gap", keep_next=True, is_ours=True),
}
"""Paragraph styles by their ids, but for the sizes of their letters."""

DEEPEST = 3
"""The lowest level of heading that has a style of its own; those below it look like it."""


def of_level(name: str, level: int) -> str:
    """Id of the style of a level: Heading2, TOC1."""
    return f"{name}{min(level, DEEPEST)}"


CITATION_MARK = "CitationMark"
HYPERLINK = "Hyperlink"
SECOND_LANGUAGE = "SecondLanguage"
STRUCK = "DeletedText"
INSERTED = "InsertedText"

CHARACTERS = {
    CITATION_MARK: ("Citation Mark", Letters(colour=ACCENT, raised=True)),
    HYPERLINK: ("Hyperlink", Letters(colour=ACCENT, underlined=True)),
    "CommentReference": ("annotation reference", Letters(size=8)),
    STRUCK: ("Deleted Text", Letters(colour="A3231F", struck=True)),
    INSERTED: ("Inserted Text", Letters(colour="216638", underlined=True)),
    SECOND_LANGUAGE: ("Second Language", Letters(colour=GREY, bold=False)),
}
"""Character styles by their ids, with their names."""
