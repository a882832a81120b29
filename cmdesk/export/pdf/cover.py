"""The cover: title, rule and subtitle in the upper half, the facts at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmdesk.export.blocks import Cover, Flow
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Box
from cmdesk.export.pdf.paragraphs import ranked, tagged
from cmdesk.export.pdf.press import Press
from cmdesk.export.pdf.sheet import Sheet
from cmdesk.export.pdf.style import TextStyle
from cmdesk.export.pdf.tags import Node, Tag
from cmdesk.export.pdf.text_box import TextBox


def cover_box(cover: Cover, measure: float, height: float, press: Press, within: Node) -> "CoverBox":
    """A cover as a box as high as the page's text."""

    def boxes(flows: Sequence[Flow], first: TextStyle, others: TextStyle) -> tuple[TextBox, ...]:
        room = measure * look.COVER_TEXT_SHARE
        titles = ranked(flows, press.style(first), press.style(others))
        nodes = [within.child(Tag.PARAGRAPH, flow.language) for flow in flows]
        return tuple(
            tagged(flow, style, room, press.fonts, node) for (flow, style), node in zip(titles, nodes, strict=True)
        )

    return CoverBox(
        boxes(cover.title, look.COVER_TITLE, look.COVER_SECOND_TITLE),
        boxes(cover.subtitle, look.COVER_SUBTITLE, look.COVER_SECOND_SUBTITLE),
        boxes(cover.lines, look.COVER_LINE, look.COVER_LINE),
        height,
    )


@dataclass(frozen=True, slots=True)
class CoverBox(Box):
    """What stands on the cover; it takes a page of its own."""

    title: tuple[TextBox, ...]
    subtitle: tuple[TextBox, ...]
    lines: tuple[TextBox, ...]
    height: float

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put everything on the sheet, the facts so that the last one ends at the foot."""
        y = _painted(self.title, sheet, x, top - self.height * look.COVER_DROP) - look.COVER_GAP
        sheet.rule((x, y), (x + look.COVER_RULE_LENGTH, y), look.COVER_RULE_WIDTH, look.ACCENT)
        y = _painted(self.subtitle, sheet, x, y - look.COVER_GAP)
        facts = top - self.height + sum(line.height for line in self.lines)
        _painted(self.lines, sheet, x, min(facts, y))


def _painted(boxes: tuple[TextBox, ...], sheet: Sheet, x: float, y: float) -> float:
    """Boxes one under the other from a height on; answers where the last one's text ends."""
    for box in boxes:
        box.paint(sheet, x, y)
        y -= box.height + (box.after if box is not boxes[-1] else 0.0)
    return y
