"""The table of contents: each heading with its page, by dots."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cmdesk.export.blocks import Contents, Flow, Heading
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Box, Stack
from cmdesk.export.pdf.headings import title as words_of
from cmdesk.export.pdf.lines import line_of
from cmdesk.export.pdf.paragraphs import flow_box, ranked, tagged
from cmdesk.export.pdf.parts import plain_parts
from cmdesk.export.pdf.press import Press
from cmdesk.export.pdf.sheet import Sheet
from cmdesk.export.pdf.style import TextStyle
from cmdesk.export.pdf.tags import Node, Tag
from cmdesk.export.pdf.text_box import TextBox


def contents_boxes(
    contents: Contents, headings: Sequence[Heading], measure: float, press: Press, within: Node
) -> list[Box]:
    """The title and an entry for each heading that is not too deep."""
    shown = [heading for heading in headings if heading.level <= contents.depth and heading.flows]
    table = within.child(Tag.CONTENTS)
    entries = [_entry(heading, measure, press, table.child(Tag.CONTENTS_ITEM)) for heading in shown]
    entries[-1:] = [replace(entry, after=look.CONTENTS_AFTER) for entry in entries[-1:]]
    return [*_title(contents.title, measure, press, within), *entries]


def _title(flows: Sequence[Flow], measure: float, press: Press, within: Node) -> list[Box]:
    node = within.child(Tag.PARAGRAPH)
    titles = ranked(flows, press.style(look.CONTENTS_TITLE), press.style(look.CONTENTS_SECOND_TITLE))
    boxes = [tagged(flow, style, measure, press.fonts, node.child(Tag.SPAN, flow.language)) for flow, style in titles]
    if not boxes:
        return []
    last = replace(boxes[-1], style=replace(boxes[-1].style, after=look.CONTENTS_AFTER_TITLE))
    return [Stack((*boxes[:-1], last), with_next=True)]


def _entry(heading: Heading, measure: float, press: Press, item: Node) -> "Entry":
    style = press.style(look.CONTENTS_ENTRIES[min(max(heading.level, 1), len(look.CONTENTS_ENTRIES)) - 1])
    room = measure - look.CONTENTS_PAGE_ROOM
    link = item.child(Tag.LINK)
    first, *others = heading.flows
    title = replace(
        flow_box(first, style, room, press.fonts, heading.number),
        node=link.child(Tag.SPAN, first.language),
        label_node=link.child(Tag.SPAN),
    )
    below = replace(press.style(look.CONTENTS_SECOND_ENTRY), start=title.indent)
    under = tuple(tagged(flow, below, room, press.fonts, link.child(Tag.SPAN, flow.language)) for flow in others)
    return Entry(title, under, heading, measure, style, press, link)


@dataclass(frozen=True, slots=True)
class Entry(Box):
    """One line of the contents; its page is looked up when it is painted, as only then all pages are known."""

    title: TextBox
    others: tuple[TextBox, ...]
    heading: Heading
    measure: float
    style: TextStyle
    press: Press
    link: Node
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
        page = sheet.page_of(self.heading.anchor)
        if page is not None:
            self._lead(sheet, x, top, page)
        below = top - self.title.height
        for other in self.others:
            other.paint(sheet, x, below)
            below -= other.height
        sheet.link_area(self.heading.anchor, (x, below, x + self.measure, top), self.link, words_of(self.heading))

    def _lead(self, sheet: Sheet, x: float, top: float, page: int) -> None:
        number = line_of(plain_parts(self.press.number(page), replace(self.style, bold=False), self.press.fonts))
        baseline = self.title.baseline(top, len(self.title.lines) - 1)
        right = x + self.measure
        start = x + self.title.indent + self.title.lines[-1].width + look.LEADER_STEP
        stop = right - look.CONTENTS_PAGE_ROOM + look.LEADER_STEP
        if start < stop:
            sheet.leader(start, stop, baseline, look.GREY)
        sheet.text([(right - number.width, baseline, number)], self.link.child(Tag.SPAN))
