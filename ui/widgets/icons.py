"""Our own icons, drawn in the theme's colours when they are asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cmdesk import assets
from ui import theme

SIZE = 24
_SCALES = (1, 2, 3)
"""Pixmaps are made for screens of these densities."""


def icon(name: str) -> QIcon:
    """Icon of a name in `resources/icons`, in the colours in force; grey where its action is disabled."""
    colours = theme.in_force()
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, colours.text, SIZE, scale), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, colours.accent, SIZE, scale), QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(pixmap(name, colours.edge, SIZE, scale), QIcon.Mode.Disabled)
    return made


@cache
def pixmap(name: str, colour: str, size: int, scale: float = 1) -> QPixmap:
    """Picture of an icon in one colour, `size` device-independent pixels wide."""
    made = QPixmap(round(size * scale), round(size * scale))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(_drawing(name, colour)).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(scale)
    return made


def paint(painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Draw an icon sharply into a rectangle."""
    scale = painter.device().devicePixelRatio()
    painter.drawPixmap(place.topLeft(), pixmap(name, colour, round(place.width()), scale))


def _drawing(name: str, colour: str) -> QByteArray:
    drawing = assets.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    inked = drawing.replace("currentColor", colour).replace("groundColor", theme.in_force().page)
    return QByteArray(inked.encode())
