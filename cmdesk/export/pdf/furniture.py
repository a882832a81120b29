"""What stands on every page but the cover: the section above, the document and the page's number below."""

from dataclasses import replace

from cmdesk.export.blocks import Document, Flow, Heading, Piece
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.canvas import POINTS
from cmdesk.export.pdf.headings import told
from cmdesk.export.pdf.lines import Line, line_of, lines
from cmdesk.export.pdf.parts import plain_parts
from cmdesk.export.pdf.press import Press
from cmdesk.export.pdf.sheet import Sheet

MOST_LETTERS = 300
MOST_PIECES = 20
MOST_WORDS = 7
"""Of a section's title at the head, which a glance should take in."""


class Furniture:
    """The furniture of one document of so many pages."""

    def __init__(self, document: Document, press: Press, pages: int) -> None:
        page = document.page
        self._press = press
        self._style = press.style(look.FURNITURE)
        self._footer = document.footer
        self._pages = pages
        self._left = page.left * POINTS
        self._right = (page.width - page.right) * POINTS
        self._head_y = page.height * POINTS - min(look.HEAD_DROP, page.top * POINTS / 2)
        self._foot_y = min(look.FOOT_RISE, page.bottom * POINTS / 2)
        self._head = document.running_head
        self._measure = self._right - self._left

    def paint(self, sheet: Sheet, page: int, section: Heading | None) -> None:
        """Put head and foot on the sheet of a page, which a section goes through."""
        number = self._one_line(self._numbered(page), self._measure)
        title = self._one_line(self._head, self._measure - number.width - look.COLUMN_GAP)
        with sheet.ornament("Pagination"):
            self._flush_right(sheet, number, self._foot_y)
            sheet.text([(self._left, self._foot_y, title)])
            if section and section.flows:
                self._flush_right(sheet, self._one_line(_short(told(section)), self._measure), self._head_y)

    def _flush_right(self, sheet: Sheet, line: Line, y: float) -> None:
        sheet.text([(self._right - line.width, y, line)])

    def _one_line(self, flow: Flow, measure: float) -> Line:
        """The flow on one line; what the measure does not hold is left out, and dots say so."""
        fonts = self._press.fonts
        first, *more = lines(_shortened(flow), self._style, measure, fonts)
        if not more:
            return first
        dots = plain_parts("…", self._style, fonts)
        narrower = measure - line_of(dots).width
        return line_of([*lines(_shortened(flow), self._style, narrower, fonts)[0].parts, *dots])

    def _numbered(self, page: int) -> Flow:
        shown, total = self._press.number(page), self._press.number(self._pages)

        def written(text: str) -> str:
            return text.replace("{page}", shown).replace("{pages}", total)

        return Flow(
            self._footer.language,
            tuple(Piece(written(piece.text), piece.bold, piece.italic) for piece in self._footer.pieces),
        )


def _short(flow: Flow) -> Flow:
    """A title's first words; dots say that there are more."""
    words = flow.plain.split()
    more = ["…"] if len(words) > MOST_WORDS else []
    return Flow(flow.language, (Piece(" ".join([*words[:MOST_WORDS], *more])),))


def _shortened(flow: Flow) -> Flow:
    """The flow's first letters, which lead nowhere; more than any line can hold need not be set for each page."""
    return Flow(
        flow.language,
        tuple(replace(piece, text=piece.text[:MOST_LETTERS], anchor="") for piece in flow.pieces[:MOST_PIECES]),
    )
