"""Wrapped text, measured and drawn: Thai has no spaces, so a line may break anywhere rather than be cut off."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption


class Lines:
    """Some words set into a measure; those from one letter up to another may be marked."""

    def __init__(self, words: str, font: QFont, width: float, mark: tuple[int, int] | None = None) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(words, font)
        self._layout.setTextOption(option)
        self._mark = None if mark is None else (_units(words[: mark[0]]), _units(words[mark[0] : mark[1]]))
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

    def draw(self, painter: QPainter, x: float, y: float, colour: str, ground: str = "", ink: str = "") -> None:
        """Draw it with its upper left corner there; what is marked, in an ink on a ground of its own."""
        painter.setPen(QColor(colour))
        ranges = []
        if self._mark is not None and ground:
            marked = QTextLayout.FormatRange()
            marked.start, marked.length = self._mark
            look = QTextCharFormat()
            look.setBackground(QColor(ground))
            look.setForeground(QColor(ink))
            marked.format = look
            ranges.append(marked)
        self._layout.draw(painter, QPointF(x, y), ranges)


def _units(words: str) -> int:
    """Length as Qt counts it."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
