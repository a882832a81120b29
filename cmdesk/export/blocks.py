"""A document as neutral blocks, between the dossier and the file formats.

All words here are final: figures are written out, citations numbered, labels put into the document's language. A
writer of a format decides how a block looks, never what it says.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from cmdesk.export.looks import Looks
from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language
from cmdesk.thai.cleaning import clean


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look; `link` is a web or mail address or empty; `anchor` names a heading or entry here."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    anchor: str = ""
    raised: bool = False
    """Set small and high, as the mark of a citation is."""
    struck: bool = False
    """Struck out, as what is no longer there."""
    inserted: bool = False
    """Underlined, as what is new."""

    def __post_init__(self) -> None:
        # Some words of a dossier, such as addresses and licences, were never cleaned on their way in.
        object.__setattr__(self, "text", clean(self.text))


@dataclass(frozen=True, slots=True)
class Flow:
    """A stretch of text in one document language."""

    language: Language
    pieces: tuple[Piece, ...] = ()

    @property
    def plain(self) -> str:
        """Its letters alone."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said about a paragraph; `on` are the words there that it is about, empty for all of them."""

    author: str
    at: str
    """UTC as ISO 8601, to the second; empty when it is not known."""
    words: Flow
    on: str = ""


class Look(Enum):
    """The part a paragraph plays on the page; each is one style in Word and one in the PDF."""

    BODY = "body"
    BULLET = "bullet"
    NUMBERED = "numbered"
    QUOTATION = "quotation"
    GUIDANCE = "guidance"
    """What the form asks, smaller and grey."""
    COUNT = "count"
    """How long the answer is, by which method, against which limit."""
    EMPTY = "empty"
    """Says that nothing is written here yet."""
    ENTRY = "entry"
    """One record of the evidence list, with a hanging number."""
    BACKING = "backing"
    """A record right below the claim that rests on it, set in and smaller."""
    NOTE = "note"
    SIGNATURE = "signature"
    """A line to sign on, with what stands under it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `label` is its bullet or number; `source` the paragraph of the dossier that it came from."""

    look: Look
    flow: Flow
    label: str = ""
    anchor: str = ""
    source: ParagraphId | None = None
    refers: str = ""
    """The place whose number the label says again."""
    comments: tuple[Comment, ...] = ()
    """Shown beside the text where the format can do it, else left out."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Thai and English side by side, on one row; a side without text is None.

    `notes` fill a third column. Empty, it is there to be written in; when they are None there is none.
    """

    thai: Paragraph | None
    english: Paragraph | None
    notes: tuple[Flow, ...] | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. In a bilingual document `flows` has both languages; `number` comes first, e.g. "A7"."""

    level: int
    number: str
    flows: tuple[Flow, ...]
    anchor: str


class Align(Enum):
    """How a cell's text stands."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: one paragraph per flow."""

    flows: tuple[Flow, ...]
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on every page; `widths` are shares of the measure and sum to 1."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: what it is, of which city, and the facts below."""

    title: tuple[Flow, ...]
    subtitle: tuple[Flow, ...]
    lines: tuple[Flow, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, made from the headings up to `depth`."""

    title: tuple[Flow, ...]
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, of bytes that were verified to be a JPEG or PNG of this size in pixels.

    `alt` tells those who cannot see it what it shows; `label` begins the caption below it, as "Picture 3".
    """

    content: bytes = field(repr=False)
    media_type: str
    width: int
    height: int
    alt: Flow
    caption: tuple[Flow, ...] = ()
    label: str = ""
    anchor: str = ""
    share: float = 1.0
    """How much of the measure it may take at most."""


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """Small pictures in rows, each with its caption."""

    pictures: tuple[Picture, ...]
    columns: int = 3


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block: TypeAlias = Cover | Contents | Heading | Paragraph | Pair | Table | Picture | ContactSheet | PageBreak


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet, in millimetres; A4 with the margins of Thai official papers by default."""

    width: float = 210
    height: float = 297
    left: float = 30
    right: float = 20
    top: float = 25
    bottom: float = 22


class Sourcing(Enum):
    """What the mark of a citation leads to, where the format can do it; elsewhere always to the list."""

    MARKS = "marks"
    """The record's entry in the list of evidence."""
    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `footer` has the places `{page}` and `{pages}`; `language` is that of its furniture."""

    title: str
    language: Language
    running_head: Flow
    footer: Flow
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    keywords: str = ""
    page: Page = field(default=Page())
    looks: Looks = field(default=Looks())
    thai_digits: bool = False
    """Whether pages are numbered in Thai digits, where `language` is Thai."""
    sourcing: Sourcing = Sourcing.MARKS
    protects_questions: bool = False
    """Whether headings and guidance are locked against change, where the format can do it."""
