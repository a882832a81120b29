"""Flows as runs (17.3.2): parted by script, with the language of each, inside their links."""

import re
from collections.abc import Iterable

from lxml import etree

from cmdesk.export.blocks import Flow, Piece
from cmdesk.export.word.draft import Draft, bookmark
from cmdesk.export.word.entries import COUNTED
from cmdesk.export.word.looks import CITATION_MARK, HYPERLINK, INSERTED, STRUCK
from cmdesk.export.word.markup import RELATION, W, el, words
from cmdesk.export.word.scripts import by_script
from cmdesk.export.word.styles import ENGLISH, THAI
from cmdesk.model.language import Language
from cmdesk.model.links import is_allowed
from cmdesk.thai.numerals import to_thai_digits

_PROPERTIES = f"{{{W}}}rPr"
_MARKS = re.compile(r"([\n\t])")


def flow_elements(flow: Flow, draft: Draft, style: str = "") -> list[etree._Element]:
    """The runs and links of a flow; `style` is the character style of what has none by its own."""
    thai = flow.language is Language.THAI
    return [element for piece in flow.pieces for element in _piece(piece, draft, style, thai=thai)]


def _piece(piece: Piece, draft: Draft, style: str, *, thai: bool) -> list[etree._Element]:
    followed = bool(piece.link) and is_allowed(piece.link)
    looks = CITATION_MARK if piece.raised else HYPERLINK if followed else style
    looks = STRUCK if piece.struck else INSERTED if piece.inserted else looks
    if piece.raised and draft.notes.name:
        noted = _noted(piece, draft, thai=thai)
        if noted is not None:
            return [noted]
    if piece.anchor in draft.numbered:
        return [el("hyperlink", *_asking(piece, looks, thai=thai), anchor=bookmark(piece.anchor), history=1)]
    runs = text_runs(piece.text, style=looks, bold=piece.bold, italic=piece.italic, thai=thai)
    if followed:
        link = el("hyperlink", *runs, history=1)
        link.set(RELATION, draft.relate(piece.link))
        return [link]
    return [el("hyperlink", *runs, anchor=bookmark(piece.anchor), history=1)] if piece.anchor else runs


def _noted(piece: Piece, draft: Draft, *, thai: bool) -> etree._Element | None:
    """The mark as that of a footnote or endnote; None when there is nothing to note."""
    language = Language.THAI if thai else Language.ENGLISH
    number = draft.notes.number(piece.anchor, language, piece.text)
    if number is None:
        return None
    reference = el(f"{draft.notes.name}Reference", customMarkFollows=1, id=number)
    properties = _properties(CITATION_MARK, bold=False, italic=False, thai=thai)
    return el("r", properties, reference, *_letters(piece.text))


def _asking(piece: Piece, style: str, *, thai: bool) -> list[etree._Element]:
    """A mark whose number is a field, which asks the entry for it; other letters as they are."""
    match = COUNTED.fullmatch(piece.text)
    if match is None:
        return text_runs(piece.text, style=style, bold=piece.bold, italic=piece.italic, thai=thai)
    return [
        *text_runs("[", style=style, thai=thai),
        *field(f"REF {bookmark(piece.anchor)} \\h", match["number"], style=style, thai=thai),
        *text_runs(f"{match['rest']}]", style=style, thai=thai),
    ]


def text_runs(
    text: str, *, style: str = "", bold: bool = False, italic: bool = False, thai: bool = False
) -> list[etree._Element]:
    """Runs of a text, one for each stretch of one script."""
    return [
        el("r", _properties(style, bold=bold, italic=italic, thai=is_thai), *_letters(stretch))
        for is_thai, stretch in by_script(text, thai=thai)
    ]


def _properties(style: str, *, bold: bool, italic: bool, thai: bool) -> etree._Element:
    return el(
        "rPr",
        el("rStyle", val=style) if style else None,
        *(el(name) for name in ("b", "bCs") if bold),
        *(el(name) for name in ("i", "iCs") if italic),
        el("cs") if thai else None,
        el("lang", val=THAI if thai else ENGLISH, bidi=THAI),
    )


def _letters(text: str) -> Iterable[etree._Element]:
    for part in _MARKS.split(text):
        if part == "\n":
            yield el("br")
        elif part == "\t":
            yield el("tab")
        elif part:
            yield words("t", part)


def mark_run(name: str) -> etree._Element:
    """A run of one mark: `tab` or `br`."""
    return el("r", el(name))


def field(instruction: str, shown: str, *, style: str = "", thai: bool = False) -> list[etree._Element]:
    """A field (17.16) that shows a number until Word works it out; all of it looks alike, for LibreOffice asks each."""
    made = [*field_begin(instruction), *text_runs(shown, thai=thai), field_end()]
    for run in made:
        _look(run, style, thai=thai)
    return made


def _look(run: etree._Element, style: str, *, thai: bool) -> None:
    """Give a run its properties, in place of those that it has."""
    if run[0].tag == _PROPERTIES:
        run.remove(run[0])
    run.insert(0, _properties(style, bold=False, italic=False, thai=thai))


def numeral_field(instruction: str, shown: str, *, thai: bool, thai_digits: bool) -> list[etree._Element]:
    """A field of a number that is written in Thai digits or not, whatever the page's own are."""
    if not thai_digits:
        return field(instruction, shown, thai=thai)
    return field(f"{instruction} \\* ThaiArabic", to_thai_digits(shown), thai=thai)


def field_begin(instruction: str) -> list[etree._Element]:
    """What comes before the result of a field."""
    return [
        el("r", el("fldChar", fldCharType="begin")),
        el("r", words("instrText", f" {instruction} ")),
        el("r", el("fldChar", fldCharType="separate")),
    ]


def field_end() -> etree._Element:
    """What comes after the result of a field."""
    return el("r", el("fldChar", fldCharType="end"))
