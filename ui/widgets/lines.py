"""Wrapped text, measured and drawn: Thai has no spaces, so a line may break anywhere rather than be cut off."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption


class Lines:
    """Some words set into a measure."""

    def __init__(self, words: str, font: QFont, width: float) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(words, font)
        self._layout.setTextOption(option)
        self.height = self._set(max(width, 1))

    def _set(self, width: float) -> float:
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height

    @property
    def count(self) -> int:
        """How many lines it takes."""
        return self._layout.lineCount()

    @property
    def width(self) -> float:
        """What the longest line takes."""
        return self._layout.maximumWidth() if self.count == 1 else self._layout.boundingRect().width()

    def draw(self, painter: QPainter, x: float, y: float, colour: str) -> None:
        """Draw it with its upper left corner there."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(x, y))
