"""The styles part (17.7): document defaults, and each style with its twin for complex script, which Thai needs."""

from collections.abc import Mapping

from lxml import etree

from cmdesk.export.word.looks import (
    CHARACTERS,
    FAINT,
    HAIRLINE,
    INK,
    NATURAL_LEADING,
    PALE,
    Letters,
    Style,
)
from cmdesk.export.word.markup import el, from_millimetres, switch, twips

ENGLISH = "en-GB"
THAI = "th-TH"
GRID = "DossierTable"
PAIRS = "SideBySide"
BARE = "PictureSheet"
KNOWN = ("Hyperlink", "CommentReference")
"""Character styles that are Word's own."""

_SINGLE = 240
"""Single line spacing, as `w:line` counts it."""


def styles_part(measure: float, styles: Mapping[str, Style], font: str) -> etree._Element:
    """The root of the styles part; `measure` is the width of the text in millimetres."""
    return el(
        "styles",
        _defaults(styles, font),
        *(_paragraph_style(name, style, measure) for name, style in styles.items()),
        _default_characters(),
        *(_character_style(name, shown, letters) for name, (shown, letters) in CHARACTERS.items()),
        _default_table(),
        _table_style(GRID, "Dossier Table", _grid()),
        _table_style(PAIRS, "Side by Side", _pairs()),
        _table_style(BARE, "Picture Sheet", [el("tblPr", _margins(3, 3))]),
    )


def letters_properties(letters: Letters) -> etree._Element:
    """The run properties of a look, Latin and complex script alike, in the order of the schema."""
    size = None if letters.size is None else round(letters.size * 2)
    return el(
        "rPr",
        switch("b", letters.bold),
        switch("bCs", letters.bold),
        switch("i", letters.italic),
        switch("iCs", letters.italic),
        el("strike") if letters.struck else None,
        el("color", val=letters.colour) if letters.colour else None,
        el("sz", val=size) if size else None,
        el("szCs", val=size) if size else None,
        el("u", val="single") if letters.underlined else None,
        el("vertAlign", val="superscript") if letters.raised else None,
    )


def fonts(font: str) -> etree._Element:
    """The font, for every script that Word tells apart."""
    return el("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)


def _defaults(styles: Mapping[str, Style], font: str) -> etree._Element:
    run = letters_properties(styles["Normal"].letters)
    run.insert(0, fonts(font))
    run.append(el("lang", val=ENGLISH, eastAsia=THAI, bidi=THAI))
    spacing = el("spacing", before=0, after=0, line=_SINGLE, lineRule="auto")
    return el("docDefaults", el("rPrDefault", run), el("pPrDefault", el("pPr", el("widowControl"), spacing)))


def _paragraph_style(name: str, style: Style, measure: float) -> etree._Element:
    return el(
        "style",
        el("name", val=style.name),
        el("basedOn", val=style.based_on) if style.based_on else None,
        el("next", val=style.next) if style.next else None,
        el("uiPriority", val=1),
        el("qFormat"),
        _paragraph_properties(style, measure),
        letters_properties(style.letters),
        type="paragraph",
        default=1 if name == "Normal" else None,
        styleId=name,
        customStyle=1 if style.is_ours else None,
    )


def _paragraph_properties(style: Style, measure: float) -> etree._Element:
    return el(
        "pPr",
        el("keepNext") if style.keep_next else None,
        _border(style),
        _tabs(style, measure),
        _spacing(style),
        _indents(style),
        el("contextualSpacing") if style.huddled else None,
        el("jc", val=style.align) if style.align else None,
        el("outlineLvl", val=style.outline) if style.outline is not None else None,
    )


def _border(style: Style) -> etree._Element | None:
    border = style.border
    if border is None:
        return None
    return el("pBdr", el(border.side, val="single", sz=border.width, space=border.space, color=border.colour))


def _tabs(style: Style, measure: float) -> etree._Element | None:
    if not style.tabs:
        return None
    made = [
        el(
            "tab",
            val="left" if kind == "left" else "right",
            leader="dot" if kind == "leader" else None,
            pos=from_millimetres(place or measure),
        )
        for kind, place in style.tabs
    ]
    return el("tabs", *made)


def _spacing(style: Style) -> etree._Element:
    size = style.letters.size
    line = None if style.leading is None or size is None else round(_SINGLE * style.leading / size / NATURAL_LEADING)
    rule = "auto" if line else None
    return el("spacing", before=twips(style.before), after=twips(style.after), line=line, lineRule=rule)


def _indents(style: Style) -> etree._Element | None:
    if not (style.left or style.right):
        return None
    hanging = from_millimetres(style.hanging) if style.hanging else None
    return el("ind", left=from_millimetres(style.left), right=from_millimetres(style.right), hanging=hanging)


def _default_characters() -> etree._Element:
    return el(
        "style",
        el("name", val="Default Paragraph Font"),
        el("uiPriority", val=1),
        el("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )


def _character_style(name: str, shown: str, letters: Letters) -> etree._Element:
    return el(
        "style",
        el("name", val=shown),
        el("basedOn", val="DefaultParagraphFont"),
        el("uiPriority", val=1),
        el("qFormat"),
        letters_properties(letters),
        type="character",
        styleId=name,
        customStyle=None if name in KNOWN else 1,
    )


def _default_table() -> etree._Element:
    return el(
        "style",
        el("name", val="Normal Table"),
        el("uiPriority", val=99),
        el("semiHidden"),
        el("unhideWhenUsed"),
        el("tblPr", el("tblInd", w=0, type="dxa"), _margins(0, 5.4)),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _table_style(name: str, shown: str, properties: list[etree._Element]) -> etree._Element:
    return el(
        "style",
        el("name", val=shown),
        el("basedOn", val="TableNormal"),
        el("uiPriority", val=1),
        el("qFormat"),
        *properties,
        type="table",
        customStyle=1,
        styleId=name,
    )


def _grid() -> list[etree._Element]:
    """Light rules between rows and a shaded head."""
    borders = el("tblBorders", _rule("top", INK, 8), _rule("bottom"), _rule("insideH"))
    head = el(
        "tblStylePr",
        el("tcPr", el("tcBorders", _rule("bottom", INK)), el("shd", val="clear", color="auto", fill=PALE)),
        type="firstRow",
    )
    return [el("tblPr", borders, _margins(2, 5)), head]


def _pairs() -> list[etree._Element]:
    """A hairline between the languages and between the rows."""
    return [el("tblPr", el("tblBorders", _rule("insideH", FAINT), _rule("insideV")), _margins(5, 0, 1))]


def _rule(side: str, colour: str = HAIRLINE, width: int = 4) -> etree._Element:
    return el(side, val="single", sz=width, space=0, color=colour)


def _margins(above: float, beside: float, below: float | None = None) -> etree._Element:
    along = twips(beside)
    return el(
        "tblCellMar",
        el("top", w=twips(above), type="dxa"),
        el("left", w=along, type="dxa"),
        el("bottom", w=twips(above if below is None else below), type="dxa"),
        el("right", w=along, type="dxa"),
    )
