"""Paragraphs and headings as boxes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cmdesk.export.blocks import Flow, Heading, Look, Paragraph
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Box
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.lines import Line, line_of, lines
from cmdesk.export.pdf.parts import plain_parts
from cmdesk.export.pdf.sheet import Role, Sheet
from cmdesk.export.pdf.style import TextStyle
from cmdesk.export.pdf.text_box import TextBox
from cmdesk.thai.cleaning import clean

ROLES = {Look.BULLET: Role.LIST_ITEM, Look.NUMBERED: Role.LIST_ITEM, Look.QUOTATION: Role.QUOTATION}


def flow_box(flow: Flow, style: TextStyle, measure: float, fonts: Fonts, label: str = "") -> TextBox:
    """A flow as a box of this width, its label hanging before it."""
    hung = hung_label(label, style, fonts) if label else None
    hang = max(style.hang, hung.width + look.LABEL_GAP) if hung else 0.0
    indent = min(style.start + hang, measure / 2)
    return TextBox(
        lines(flow, style, measure - indent - style.end, fonts),
        style,
        indent=indent,
        room=measure,
        language=flow.language,
        label=hung,
        hang=min(hang, indent),
    )


def hung_label(label: str, style: TextStyle, fonts: Fonts) -> Line:
    """A bullet, a number or a mark on its own."""
    return line_of(plain_parts(label, style, fonts))


def ranked(flows: Sequence[Flow], first: TextStyle, others: TextStyle) -> list[tuple[Flow, TextStyle]]:
    """The languages of a title, each with its style."""
    return [(flow, others if rank else first) for rank, flow in enumerate(flows)]


def paragraph_box(paragraph: Paragraph, measure: float, fonts: Fonts, *, narrow: bool = False) -> Box:
    """A paragraph as a box of this width, in the style of the part it plays."""
    style = look.LOOKS[paragraph.look]
    style = style.narrow() if narrow else style
    box = flow_box(paragraph.flow, style, measure, fonts, paragraph.label)
    box = replace(box, anchor=paragraph.anchor, role=ROLES.get(paragraph.look, Role.PARAGRAPH))
    return SigningLine(box, measure) if paragraph.look is Look.SIGNATURE else box


def heading_box(heading: Heading, measure: float, fonts: Fonts) -> "HeadingBox":
    """A heading as a box: its number before the first title, the other language below."""
    level = min(max(heading.level, 1), len(look.TITLES)) - 1
    main, second = look.TITLES[level], look.SECOND_TITLES[level]
    number = hung_label(heading.number, replace(main, colour=look.ACCENT), fonts) if heading.number else None
    hang = number.width + look.LABEL_GAP * main.size / 11 if number else 0.0
    boxes = [_title(flow, style, hang, measure, fonts) for flow, style in ranked(heading.flows, main, second)]
    boxes[:1] = [replace(box, label=number, hang=hang) for box in boxes[:1]]
    return HeadingBox(tuple(boxes), heading.anchor, _outline_title(heading), level)


def _title(flow: Flow, style: TextStyle, hang: float, measure: float, fonts: Fonts) -> TextBox:
    return replace(
        flow_box(flow, replace(style, start=hang), measure, fonts),
        role=Role.HEADING,
    )


def _outline_title(heading: Heading) -> str:
    words = [heading.number, *(flow.plain for flow in heading.flows[:1])]
    return clean(" ".join(" ".join(words).split()))


@dataclass(frozen=True, slots=True)
class HeadingBox(Box):
    """A heading's titles, never parted from what follows; entered in the outline."""

    titles: tuple[TextBox, ...]
    anchor: str
    outline_title: str
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
        if self.anchor:
            yield self.anchor

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put the titles on the sheet and the heading into the outline."""
        if self.anchor:
            sheet.anchor(self.anchor, top)
            sheet.outline(self.outline_title, self.anchor, self.level)
        for title in self.titles:
            title.paint(sheet, x, top)
            top -= title.height


@dataclass(frozen=True, slots=True)
class SigningLine(Box):
    """Room to sign in, a line, and what stands under it."""

    text: TextBox
    measure: float

    @property
    def before(self) -> float:
        """Space above."""
        return self.text.before

    @property
    def after(self) -> float:
        """Space below."""
        return self.text.after

    @property
    def height(self) -> float:
        """The room to sign in, and the text."""
        return look.SIGNING_ROOM + self.text.height

    def anchors(self) -> Iterator[str]:
        """The text's name."""
        return self.text.anchors()

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put the line and the text on the sheet."""
        y = top - look.SIGNING_ROOM
        sheet.rule((x, y), (x + self.measure * look.SIGNING_SHARE, y), look.RULE, look.GREY)
        self.text.paint(sheet, x, y - 2)
