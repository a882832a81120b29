"""Pictures as boxes, each with its caption."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cmdesk.export.blocks import ContactSheet, Flow, Picture, Piece
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Box, Stack
from cmdesk.export.pdf.paragraphs import tagged
from cmdesk.export.pdf.press import Press
from cmdesk.export.pdf.rows import Row
from cmdesk.export.pdf.sheet import Sheet
from cmdesk.export.pdf.tags import Node, Tag
from cmdesk.export.pdf.text_box import TextBox

INCH = 72.0


def picture_box(picture: Picture, measure: float, height: float, press: Press, within: Node) -> "PictureBox":
    """A picture no wider than its share of the measure, its caption below."""
    share = min(max(picture.share, 0.0), 1.0)
    return _box(picture, (measure * share, height * look.PICTURE_HIGHEST), measure, press, within)


def contact_rows(sheet: ContactSheet, measure: float, press: Press, within: Node) -> list[Box]:
    """Small pictures in rows."""
    across = max(sheet.columns, 1)
    room = (measure - (across - 1) * look.SHEET_GAP) / across
    places = tuple(column * (room + look.SHEET_GAP) for column in range(across))
    cells = [Stack((_box(picture, (room, look.SMALL_HIGHEST), room, press, within),)) for picture in sheet.pictures]
    rows = (cells[start : start + across] for start in range(0, len(cells), across))
    return [
        Row(tuple(row), places[: len(row)], measure, before=look.PICTURE_BEFORE, after=look.PICTURE_AFTER)
        for row in rows
    ]


def _box(picture: Picture, room: tuple[float, float], measure: float, press: Press, within: Node) -> "PictureBox":
    width, height = max(picture.width, 1), max(picture.height, 1)
    scale = min(room[0] / width, room[1] / height, INCH / look.DOTS)
    node = within.child(Tag.DIVISION)
    alt = picture.alt.plain or picture.label
    figure = node.child(Tag.FIGURE, picture.alt.language, alt)
    caption = node.child(Tag.CAPTION)
    style = press.style(look.CAPTION)
    boxes = (
        tagged(flow, style, measure, press.fonts, caption.child(Tag.PARAGRAPH, flow.language))
        for flow in _captions(picture)
    )
    return PictureBox(picture, width * scale, height * scale, tuple(boxes), figure)


def _captions(picture: Picture) -> list[Flow]:
    """The caption with its label before the first words."""
    first, *others = picture.caption or (Flow(picture.alt.language),)
    label = (Piece(f"{picture.label}  ", bold=True),) if picture.label else ()
    flows = [replace(first, pieces=(*label, *first.pieces)), *others]
    return [flow for flow in flows if flow.plain]


@dataclass(frozen=True, slots=True)
class PictureBox(Box):
    """A picture and its caption, which are never parted."""

    picture: Picture
    width: float
    tall: float
    caption: tuple[TextBox, ...]
    figure: Node

    @property
    def before(self) -> float:
        """Space above."""
        return look.PICTURE_BEFORE

    @property
    def after(self) -> float:
        """Space below."""
        return look.PICTURE_AFTER

    @property
    def height(self) -> float:
        """The picture and its caption."""
        words = sum(box.height for box in self.caption)
        return self.tall + (look.PICTURE_GAP + words if self.caption else 0.0)

    def anchors(self) -> Iterator[str]:
        """Its own name."""
        if self.picture.anchor:
            yield self.picture.anchor

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put the picture and its caption on the sheet."""
        for anchor in self.anchors():
            sheet.anchor(anchor, top)
        sheet.picture(self.picture, (x, top - self.tall, x + self.width, top), self.figure)
        top -= self.tall + look.PICTURE_GAP
        for box in self.caption:
            box.paint(sheet, x, top)
            top -= box.height
