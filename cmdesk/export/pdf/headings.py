"""Headings as boxes: in the text, in the outline and, by what they say, at the head of pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cmdesk.export.blocks import Flow, Heading
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Box
from cmdesk.export.pdf.paragraphs import hung_label, ranked, tagged
from cmdesk.export.pdf.press import Press
from cmdesk.export.pdf.sheet import Sheet
from cmdesk.export.pdf.tags import Node, Tag
from cmdesk.export.pdf.text_box import TextBox
from cmdesk.thai.cleaning import clean


def heading_box(heading: Heading, measure: float, press: Press, node: Node) -> "HeadingBox":
    """A heading as a box: its number before the first title, the other language below."""
    level = min(max(heading.level, 1), len(look.TITLES)) - 1
    main, second = press.style(look.TITLES[level]), press.style(look.SECOND_TITLES[level])
    number = hung_label(heading.number, replace(main, colour=look.ACCENT), press.fonts) if heading.number else None
    hang = number.width + look.LABEL_GAP * main.size / 11 if number else 0.0
    boxes = [
        tagged(flow, replace(style, start=hang), measure, press.fonts, node.child(Tag.SPAN, flow.language))
        for flow, style in ranked(heading.flows, main, second)
    ]
    boxes[:1] = [replace(box, label=number, hang=hang, label_node=node.child(Tag.SPAN)) for box in boxes[:1]]
    return HeadingBox(tuple(boxes), heading, level)


@dataclass(frozen=True, slots=True)
class HeadingBox(Box):
    """A heading's titles, never parted from what follows; entered in the outline."""

    titles: tuple[TextBox, ...]
    heading: Heading
    level: int
    with_next: bool = True

    @property
    def before(self) -> float:
        """Space above, by the first title."""
        return self.titles[0].before if self.titles else 0.0

    @property
    def after(self) -> float:
        """Space below, by the last title."""
        return self.titles[-1].after if self.titles else 0.0

    @property
    def height(self) -> float:
        """All its titles, close together."""
        return sum(title.height for title in self.titles)

    def anchors(self) -> Iterator[str]:
        """Its own name."""
        if self.heading.anchor:
            yield self.heading.anchor

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put the titles on the sheet and the heading into the outline."""
        for anchor in self.anchors():
            sheet.anchor(anchor, top)
            sheet.outline(title(self.heading), anchor, self.level)
        for box in self.titles:
            box.paint(sheet, x, top)
            top -= box.height


def title(heading: Heading) -> str:
    """A heading's number and words in one line, in its first language."""
    words = [heading.number, *(flow.plain for flow in heading.flows[:1])]
    return clean(" ".join(" ".join(words).split()))


def told(heading: Heading) -> Flow:
    """A heading's number and words as they stand at the head of a page."""
    first = heading.flows[0]
    return Flow(first.language, tuple(replace(piece, text=title(heading)) for piece in first.pieces[:1]))
