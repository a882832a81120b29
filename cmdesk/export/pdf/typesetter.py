"""The whole way from blocks to the bytes of a PDF."""

from collections.abc import Sequence
from typing import NamedTuple

from cmdesk.export.blocks import Document
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.canvas import POINTS, canvas_for
from cmdesk.export.pdf.embedding import EmbeddedFace
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.footnotes import Footnotes, room_of
from cmdesk.export.pdf.furniture import Furniture
from cmdesk.export.pdf.pages import Leaf, leaves, places, sections_of
from cmdesk.export.pdf.press import Press
from cmdesk.export.pdf.setting import Setting
from cmdesk.export.pdf.sheet import Sheet
from cmdesk.export.pdf.spots import Spot
from cmdesk.export.pdf.tags import Node
from cmdesk.progress import Progress

STEPS = 1000
SETTING_SHARE = 0.7
"""How much of the time goes into setting; the rest paints."""


class Typeset(NamedTuple):
    """A finished file, how many pages it has and how big they are in points, and what stands where on them."""

    content: bytes
    pages: int
    sheet: tuple[float, float]
    spots: tuple[Spot, ...]


class Laid(NamedTuple):
    """A document's pages, nothing painted yet, and the node that holds all others."""

    leaves: list[Leaf]
    root: Node


def typeset(document: Document, progress: Progress, fonts: Fonts | None = None) -> Typeset:
    """The document as a PDF; the same document always gives the same bytes, whatever was set before with the fonts."""
    press = Press.of(document, fonts or Fonts())
    pages = _laid(document, press, progress)
    content, spots = _painted(document, pages, press, progress)
    progress.step(STEPS, STEPS)
    size = document.page.width * POINTS, document.page.height * POINTS
    return Typeset(content, len(pages.leaves), size, spots)


def paged(document: Document, fonts: Fonts, progress: Progress) -> list[Leaf]:
    """The document's pages, nothing painted yet; a document of nothing has one empty page."""
    return _laid(document, Press.of(document, fonts), progress).leaves


def _laid(document: Document, press: Press, progress: Progress) -> Laid:
    press.fonts.begin()
    meter = _Meter(progress, len(document.blocks))
    setting = Setting(document, press, meter.tick)
    pages: list[Leaf] = []
    footnotes = Footnotes(document, press, setting.measure, setting.root)
    for leaf in leaves(setting.sections(), setting.height, footnotes):
        meter.again()
        pages.append(leaf)
    return Laid(pages or [Leaf((), furnished=True)], setting.root)


class _Meter:
    """Tells the progress of setting, by blocks; ticks within a block only ask whether to go on."""

    def __init__(self, progress: Progress, blocks: int) -> None:
        self._progress = progress
        self._blocks = max(1, blocks)
        self._ticks = 0

    def tick(self) -> None:
        """Note that a block or a row begins."""
        self._ticks += 1
        self.again()

    def again(self) -> None:
        """Ask whether to go on, where the work is no further than it was."""
        share = min(1.0, self._ticks / self._blocks)
        self._progress.step(int(STEPS * SETTING_SHARE * share), STEPS)


def _painted(document: Document, pages: Laid, press: Press, progress: Progress) -> tuple[bytes, tuple[Spot, ...]]:
    canvas = canvas_for(document)
    sheet = Sheet(canvas, places(pages.leaves), press.fonts.codes)
    _paint(document, pages.leaves, sheet, press, progress)
    sheet.finish(pages.root)
    pairs, codes = press.fonts.codes.given(canvas.letters())
    faces = [EmbeddedFace(face, found) for face, found in pairs.items()]
    return canvas.finished(faces, codes), tuple(sheet.spots)


def _paint(document: Document, pages: Sequence[Leaf], sheet: Sheet, press: Press, progress: Progress) -> None:
    left, top = document.page.left * POINTS, (document.page.height - document.page.top) * POINTS
    furniture = Furniture(document, press, len(pages))
    for number, (leaf, section) in enumerate(zip(pages, sections_of(pages), strict=True), start=1):
        share = SETTING_SHARE + (1 - SETTING_SHARE) * (number - 1) / len(pages)
        progress.step(int(STEPS * share), STEPS)
        if leaf.furnished:
            furniture.paint(sheet, number, section)
        for one in leaf.placed:
            one.box.paint(sheet, left, top - one.drop)
        _paint_notes(leaf, sheet, left, document.page.bottom * POINTS)
        sheet.next()


def _paint_notes(leaf: Leaf, sheet: Sheet, left: float, foot: float) -> None:
    """Put a page's notes on the sheet, the last one on its foot."""
    if not leaf.notes:
        return
    top = foot + room_of(leaf.notes) - look.FOOTNOTES_BEFORE
    sheet.rule(
        (left, top + look.FOOTNOTES_RISE), (left + look.FOOTNOTES_RULE, top + look.FOOTNOTES_RISE), look.RULE, look.GREY
    )
    for note in leaf.notes:
        note.paint(sheet, left, top)
        top -= note.height
