"""Paragraphs as boxes, each with its place in the order of reading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cmdesk.export.blocks import Flow, Look, Paragraph
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Box
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.lines import Line, line_of, lines
from cmdesk.export.pdf.parts import plain_parts
from cmdesk.export.pdf.press import Press
from cmdesk.export.pdf.sheet import Sheet
from cmdesk.export.pdf.style import TextStyle
from cmdesk.export.pdf.tags import Node, Tag
from cmdesk.export.pdf.text_box import TextBox


def flow_box(flow: Flow, style: TextStyle, measure: float, fonts: Fonts, label: str = "") -> TextBox:
    """A flow as a box of this width, its label hanging before it; its node is for the caller to give."""
    hung = hung_label(label, style, fonts) if label else None
    hang = max(style.hang, hung.width + look.LABEL_GAP) if hung else 0.0
    indent = min(style.start + hang, measure / 2)
    return TextBox(
        lines(flow, style, measure - indent - style.end, fonts),
        style,
        indent=indent,
        room=measure,
        label=hung,
        hang=min(hang, indent),
    )


def tagged(flow: Flow, style: TextStyle, measure: float, fonts: Fonts, node: Node) -> TextBox:
    """A flow as a box that belongs to a node."""
    return replace(flow_box(flow, style, measure, fonts), node=node)


def hung_label(label: str, style: TextStyle, fonts: Fonts) -> Line:
    """A bullet, a number or a mark on its own."""
    return line_of(plain_parts(label, style, fonts))


def ranked(flows: Sequence[Flow], first: TextStyle, others: TextStyle) -> list[tuple[Flow, TextStyle]]:
    """The languages of a title, each with its style."""
    return [(flow, others if rank else first) for rank, flow in enumerate(flows)]


def paragraph_box(paragraph: Paragraph, measure: float, press: Press, within: Node, *, narrow: bool = False) -> Box:
    """A paragraph as a box of this width, in the style of the part it plays; `within` is its list if it has a label."""
    style = press.style(look.LOOKS[paragraph.look])
    style = style.narrow() if narrow else style
    box = flow_box(paragraph.flow, style, measure, press.fonts, paragraph.label)
    label_node, node = _nodes(paragraph, within)
    box = replace(box, anchor=paragraph.anchor, node=node, label_node=label_node, source=paragraph.source)
    return SigningLine(box, measure) if paragraph.look is Look.SIGNATURE else box


def _nodes(paragraph: Paragraph, within: Node) -> tuple[Node | None, Node]:
    """The label's node and that of the text."""
    language = paragraph.flow.language
    if paragraph.label:
        item = within.child(Tag.LIST_ITEM, language)
        return item.child(Tag.LABEL), item.child(Tag.LIST_BODY, language)
    if paragraph.look is Look.QUOTATION:
        within = within.child(Tag.QUOTATION)
    return None, within.child(Tag.PARAGRAPH, language)


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
