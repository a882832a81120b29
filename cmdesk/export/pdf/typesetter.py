"""The whole way from blocks to the bytes of a PDF."""

from collections.abc import Sequence
from typing import NamedTuple

from cmdesk.export.blocks import Document
from cmdesk.export.pdf.canvas import POINTS, canvas_for
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.furniture import Furniture
from cmdesk.export.pdf.pages import Leaf, leaves, places
from cmdesk.export.pdf.setting import Setting
from cmdesk.export.pdf.sheet import Sheet
from cmdesk.progress import Progress

STEPS = 1000
SETTING_SHARE = 0.7
"""How much of the time goes into setting; the rest paints."""


class Typeset(NamedTuple):
    """A finished file and how many pages it has."""

    content: bytes
    pages: int


def typeset(document: Document, progress: Progress) -> Typeset:
    """The document as a PDF; the same document always gives the same bytes."""
    fonts = Fonts()
    pages = paged(document, fonts, progress)
    canvas = canvas_for(document)
    sheet = Sheet(canvas, places(pages))
    _paint(document, pages, sheet, fonts, progress)
    content = canvas.finished(sheet.lettering.faces.values())
    progress.step(STEPS, STEPS)
    return Typeset(content, len(pages))


def paged(document: Document, fonts: Fonts, progress: Progress) -> list[Leaf]:
    """The document's pages, nothing painted yet; a document of nothing has one empty page."""
    meter = _Meter(progress, len(document.blocks))
    setting = Setting(document, fonts, meter.tick)
    pages: list[Leaf] = []
    for leaf in leaves(setting.sections(), setting.height):
        meter.again()
        pages.append(leaf)
    return pages or [Leaf((), furnished=True)]


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


def _paint(document: Document, pages: Sequence[Leaf], sheet: Sheet, fonts: Fonts, progress: Progress) -> None:
    left, top = document.page.left * POINTS, (document.page.height - document.page.top) * POINTS
    furniture = Furniture(document, fonts)
    for number, leaf in enumerate(pages, start=1):
        share = SETTING_SHARE + (1 - SETTING_SHARE) * (number - 1) / len(pages)
        progress.step(int(STEPS * share), STEPS)
        if leaf.furnished:
            furniture.paint(sheet, number, len(pages))
        for one in leaf.placed:
            one.box.paint(sheet, left, top - one.drop)
        sheet.next()
