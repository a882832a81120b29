"""The table of contents: each heading with its page, by dots."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cmdesk.export.blocks import Contents, Flow, Heading
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Box, Stack
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.lines import line_of
from cmdesk.export.pdf.paragraphs import flow_box, ranked
from cmdesk.export.pdf.parts import plain_parts
from cmdesk.export.pdf.sheet import Role, Sheet
from cmdesk.export.pdf.style import TextStyle
from cmdesk.export.pdf.text_box import TextBox


def contents_boxes(contents: Contents, headings: Sequence[Heading], measure: float, fonts: Fonts) -> list[Box]:
    """The title and an entry for each heading that is not too deep."""
    shown = [heading for heading in headings if heading.level <= contents.depth and heading.flows]
    entries = [_entry(heading, measure, fonts) for heading in shown]
    entries[-1:] = [replace(entry, after=look.CONTENTS_AFTER) for entry in entries[-1:]]
    return [*_title(contents.title, measure, fonts), *entries]


def _title(flows: Sequence[Flow], measure: float, fonts: Fonts) -> list[Box]:
    titles = ranked(flows, look.CONTENTS_TITLE, look.CONTENTS_SECOND_TITLE)
    boxes = [flow_box(flow, style, measure, fonts) for flow, style in titles]
    if not boxes:
        return []
    last = replace(boxes[-1], style=replace(boxes[-1].style, after=look.CONTENTS_AFTER_TITLE))
    return [Stack((*boxes[:-1], last), with_next=True)]


def _entry(heading: Heading, measure: float, fonts: Fonts) -> "Entry":
    style = look.CONTENTS_ENTRIES[min(max(heading.level, 1), len(look.CONTENTS_ENTRIES)) - 1]
    room = measure - look.CONTENTS_PAGE_ROOM
    title = replace(flow_box(heading.flows[0], style, room, fonts, heading.number), role=Role.CONTENTS_ENTRY)
    below = replace(look.CONTENTS_SECOND_ENTRY, start=title.indent)
    others = tuple(replace(flow_box(flow, below, room, fonts), role=Role.CONTENTS_ENTRY) for flow in heading.flows[1:])
    return Entry(title, others, heading.anchor, measure, style, fonts)


@dataclass(frozen=True, slots=True)
class Entry(Box):
    """One line of the contents; its page is looked up when it is painted, as only then all pages are known."""

    title: TextBox
    others: tuple[TextBox, ...]
    target: str
    measure: float
    style: TextStyle
    fonts: Fonts
    after: float = 0

    @property
    def before(self) -> float:
        """Space above."""
        return self.style.before

    @property
    def height(self) -> float:
        """Both titles."""
        return self.title.height + sum(other.height for other in self.others)

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put the titles, the dots and the page's number on the sheet, and make all of it a link."""
        self.title.paint(sheet, x, top)
        page = sheet.page_of(self.target)
        if page is not None:
            self._lead(sheet, x, top, page)
        below = top - self.title.height
        for other in self.others:
            other.paint(sheet, x, below)
            below -= other.height
        sheet.link_area(self.target, (x, below, x + self.measure, top))

    def _lead(self, sheet: Sheet, x: float, top: float, page: int) -> None:
        number = line_of(plain_parts(str(page), replace(self.style, bold=False), self.fonts))
        baseline = self.title.baseline(top, len(self.title.lines) - 1)
        right = x + self.measure
        sheet.text([(right - number.width, baseline, number)])
        start = x + self.title.indent + self.title.lines[-1].width + look.LEADER_STEP
        stop = right - look.CONTENTS_PAGE_ROOM + look.LEADER_STEP
        if start < stop:
            sheet.leader(start, stop, baseline, look.GREY)
