"""What a reading process may answer; the parent takes nothing else."""

from enum import Enum

import msgspec


class Task(Enum):
    """What a reading process is asked for."""

    PDF = "pdf"
    PDF_PAGE = "pdf_page"
    """A picture of one page."""
    WORD = "word"
    EXCEL = "excel"
    PICTURE = "picture"
    CLEANED_PICTURE = "cleaned_picture"
    """The picture again, without what the camera wrote about place and owner."""
    TEXT = "text"
    TABLE = "table"
    REFERENCES = "references"


class Notice(Enum):
    """What was left out or is to be known of a file that could be read."""

    ROWS_CUT = "rows_cut"
    TEXT_CUT = "text_cut"
    PAGES_CUT = "pages_cut"
    MACROS = "macros"
    EMBEDDED = "embedded"
    LINKED = "linked"
    FIELD_CODES = "field_codes"
    TRACKED = "tracked"
    FORMULAS = "formulas"
    HIDDEN_SHEETS = "hidden_sheets"
    CODE_PAGE_UNSURE = "code_page_unsure"
    NO_TEXT = "no_text"
    ANIMATED = "animated"
    ACTIVE_PDF = "active_pdf"
    UNCLOSED_QUOTE = "unclosed_quote"
    RAGGED_ROWS = "ragged_rows"
    CHARACTERS_REMOVED = "characters_removed"
    REFERENCES_SKIPPED = "references_skipped"


class Trouble(Enum):
    """Why a file was refused."""

    EMPTY = "empty"
    DAMAGED = "damaged"
    DOCTYPE = "doctype"
    PASSWORD = "password"  # noqa: S105 - a reason, no secret
    TOO_MANY_ENTRIES = "too_many_entries"
    TOO_LARGE_INSIDE = "too_large_inside"
    BOMB = "bomb"
    TWICE = "twice"
    MISSING_PART = "missing_part"
    TOO_MANY_ELEMENTS = "too_many_elements"
    TOO_MANY_PIXELS = "too_many_pixels"
    OTHER_FORMAT = "other_format"
    NOT_TEXT = "not_text"
    NOTHING_FOUND = "nothing_found"
    TOO_LARGE = "too_large"
    TIME = "time"
    MEMORY = "memory"
    OUTPUT = "output"
    CRASHED = "crashed"


class Remark(msgspec.Struct, frozen=True):
    """A notice with what it counts or names."""

    notice: Notice
    detail: str = ""


class Picture(msgspec.Struct, frozen=True):
    """What a picture tells of itself; `taken` is ISO 8601, place is in degrees, north and east."""

    width: int
    height: int
    format: str
    orientation: int = 1
    taken: str = ""
    north: float | None = None
    east: float | None = None
    fingerprint: str = ""
    """Perceptual hash, 32 hexadecimal digits; near for pictures that look alike."""


class Sheet(msgspec.Struct, frozen=True):
    """A table as text, row by row; `rows_in_file` counts those that the file has, cut or not."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    rows_in_file: int
    code_page: str = ""
    sure: bool = True
    """Whether the code page is certain; if not, a person should look at the preview."""
    delimiter: str = ""
    formulas: tuple[str, ...] = ()
    """Cells, as B7, that a formula stands in."""
    errors: tuple[str, ...] = ()
    """Cells that hold an error of the spreadsheet's."""


class Reference(msgspec.Struct, frozen=True):
    """A work as a reference manager knows it; `issued` and `accessed` are ISO 8601, as far as known."""

    type: str = ""
    key: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    issued: str = ""
    publisher: str = ""
    container: str = ""
    place: str = ""
    pages: str = ""
    url: str = ""
    doi: str = ""
    accessed: str = ""
    language: str = ""
    abstract: str = ""
    note: str = ""
    rights: str = ""
    keywords: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """All that was read from one file; `pages` are texts, `created` is ISO 8601."""

    title: str = ""
    author: str = ""
    created: str = ""
    page_count: int | None = None
    pages: tuple[str, ...] = ()
    picture: Picture | None = None
    sheets: tuple[Sheet, ...] = ()
    references: tuple[Reference, ...] = ()
    image: bytes = b""
    """A small picture of the file, or the picture that was asked for; PNG or JPEG, made by us."""
    remarks: tuple[Remark, ...] = ()


class Refusal(msgspec.Struct, frozen=True):
    """Why nothing was read."""

    trouble: Trouble
    detail: str = ""


class Reply(msgspec.Struct, frozen=True):
    """What was found, or why nothing was."""

    found: Found | None = None
    refusal: Refusal | None = None


class Request(msgspec.Struct, frozen=True):
    """A task and its particulars."""

    task: Task
    suffix: str = ""
    page: int = 1
    most_pixels: int = 320
    """Longest side of a picture that is asked for."""
    code_page: str = ""
    """The code page that a person chose, or empty to find it out."""
