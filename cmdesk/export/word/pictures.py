"""Pictures (20.4, 20.2): in line with the text, with words for those who cannot see them."""

from lxml import etree

from cmdesk.export.blocks import ContactSheet, Picture
from cmdesk.export.word.draft import Draft, bookmark
from cmdesk.export.word.markup import R, el
from cmdesk.export.word.paragraphs import marked, stacked, styled
from cmdesk.export.word.runs import text_runs
from cmdesk.export.word.tables import bare_table, columns
from cmdesk.thai.cleaning import clean

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"

EMUS = 36_000
"""English Metric Units in a millimetre."""
PIXELS_OF_MILLIMETRE = 150 / 25.4
"""Of a picture that is not enlarged: 150 to the inch look sharp on paper."""
HIGHEST = 0.6
"""How much of a page's height a picture may take."""
HIGHEST_SMALL = 45.0
"""Millimetres that a picture of a contact sheet may be high."""
PADDING = 4.0


def picture(block: Picture, draft: Draft) -> list[etree._Element]:
    """A picture, kept with the caption below it."""
    width = draft.measure * min(block.share, 1.0)
    return [_shown(block, draft, "Picture", width, draft.height * HIGHEST), *_caption(block, draft)]


def contact_sheet(block: ContactSheet, draft: Draft) -> etree._Element:
    """Small pictures in a table without rules, whose rows are never parted."""
    across = max(block.columns, 1)
    widths = columns((1 / across,) * across, draft.measure)
    room = draft.measure / across - PADDING
    cells = [
        [_shown(each, draft, "SmallPicture", room, HIGHEST_SMALL), *_caption(each, draft)] for each in block.pictures
    ]
    rows = [cells[start : start + across] for start in range(0, len(cells), across)]
    return bare_table(widths, rows)


def _shown(block: Picture, draft: Draft, style: str, width: float, height: float) -> etree._Element:
    scale = min(width / block.width, height / block.height, 1 / PIXELS_OF_MILLIMETRE)
    across, down = (max(round(side * scale * EMUS), 1) for side in (block.width, block.height))
    run = el("r", el("drawing", _inline(block, draft, across, down)))
    return styled(style, *marked(bookmark(block.anchor), [run], draft))


def _caption(block: Picture, draft: Draft) -> list[etree._Element]:
    if not (block.label or block.caption):
        return []
    label = [*text_runs(f"{block.label}  ", bold=True)] if block.label else []
    return [styled("Caption", *label, *stacked(block.caption, draft))]


def _inline(block: Picture, draft: Draft, across: int, down: int) -> etree._Element:
    number = draft.next_picture()
    name, alt = f"Picture {number}", clean(block.alt.plain)
    sizes = {"cx": across, "cy": down}
    return _el(
        WP,
        "inline",
        _el(WP, "extent", **sizes),
        _el(WP, "docPr", id=number, name=name, descr=alt),
        _el(WP, "cNvGraphicFramePr", _el(A, "graphicFrameLocks", noChangeAspect=1)),
        _el(A, "graphic", _el(A, "graphicData", _pic(block, draft, name, sizes), uri=PIC)),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )


def _pic(block: Picture, draft: Draft, name: str, sizes: dict[str, int]) -> etree._Element:
    blip = _el(A, "blip")
    blip.set(f"{{{R}}}embed", draft.embed(block.content, block.media_type))
    identity = _el(PIC, "cNvPr", id=0, name=name)
    frame = _el(A, "xfrm", _el(A, "off", x=0, y=0), _el(A, "ext", **sizes))
    return _el(
        PIC,
        "pic",
        _el(PIC, "nvPicPr", identity, _el(PIC, "cNvPicPr")),
        _el(PIC, "blipFill", blip, _el(A, "stretch", _el(A, "fillRect"))),
        _el(PIC, "spPr", frame, _el(A, "prstGeom", _el(A, "avLst"), prst="rect")),
    )


def _el(space: str, tag: str, /, *children: etree._Element, **attributes: str | int) -> etree._Element:
    named = {key: str(value) for key, value in attributes.items()}
    made = etree.Element(f"{{{space}}}{tag}", named, nsmap={"wp": WP, "a": A, "pic": PIC, "r": R})
    made.extend(children)
    return made
