"""What stands on every page but the cover: the running head and the page's number."""

from dataclasses import replace

from cmdesk.export.blocks import Document, Flow, Piece
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.canvas import POINTS
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.lines import Line, line_of, lines
from cmdesk.export.pdf.parts import plain_parts
from cmdesk.export.pdf.sheet import Role, Sheet

MOST_LETTERS = 300
MOST_PIECES = 20


class Furniture:
    """The furniture of one document."""

    def __init__(self, document: Document, fonts: Fonts) -> None:
        page = document.page
        self._fonts = fonts
        self._footer = document.footer
        self._left = page.left * POINTS
        self._right = (page.width - page.right) * POINTS
        self._head_y = page.height * POINTS - min(look.HEAD_DROP, page.top * POINTS / 2)
        self._foot_y = min(look.FOOT_RISE, page.bottom * POINTS / 2)
        self._head = self._one_line(document.running_head)

    def paint(self, sheet: Sheet, page: int, pages: int) -> None:
        """Put head and foot on the sheet of a page."""
        foot = self._one_line(_numbered(self._footer, page, pages))
        with sheet.marked(Role.ORNAMENT):
            self._flush_right(sheet, foot, self._foot_y)
            self._flush_right(sheet, self._head, self._head_y)

    def _flush_right(self, sheet: Sheet, line: Line, y: float) -> None:
        sheet.text([(self._right - line.width, y, line)])

    def _one_line(self, flow: Flow) -> Line:
        """The flow on one line; what the measure does not hold is left out, and dots say so."""
        measure = self._right - self._left
        first, *more = lines(_shortened(flow), look.FURNITURE, measure, self._fonts)
        if not more:
            return first
        dots = plain_parts("…", look.FURNITURE, self._fonts)
        narrower = measure - line_of(dots).width
        return line_of([*lines(_shortened(flow), look.FURNITURE, narrower, self._fonts)[0].parts, *dots])


def _numbered(pattern: Flow, page: int, pages: int) -> Flow:
    def written(text: str) -> str:
        return text.replace("{page}", str(page)).replace("{pages}", str(pages))

    return Flow(
        pattern.language, tuple(Piece(written(piece.text), piece.bold, piece.italic) for piece in pattern.pieces)
    )


def _shortened(flow: Flow) -> Flow:
    """The flow's first letters; more than any line can hold need not be set for each page."""
    return Flow(
        flow.language, tuple(replace(piece, text=piece.text[:MOST_LETTERS]) for piece in flow.pieces[:MOST_PIECES])
    )
