"""A sheet of paper that fields are laid out on, line by line: a name, then what stands beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import theme
from ui.theme import SPACE
from ui.widgets.label import label, rule

_ROUND = 6
_NAME, _FIRST = 0, 1


class Paper(QWidget):
    """White paper with a grid: names on the left, and as many columns of fields as a line needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        self.grid.setHorizontalSpacing(2 * SPACE)
        self.grid.setVerticalSpacing(int(1.5 * SPACE))
        self.set_shares((2, 3, 3))

    def set_shares(self, shares: Sequence[int]) -> None:
        """Divide the width between the columns."""
        for column, share in enumerate(shares):
            self.grid.setColumnStretch(column, share)

    def add_heads(self, *heads: str) -> None:
        """Add a line of heads over the columns of fields."""
        row = self.grid.rowCount()
        for column, words in enumerate(heads):
            self.grid.addWidget(label("small", words), row, column, Qt.AlignmentFlag.AlignBottom)
        self.add_rule()

    def add_rule(self) -> None:
        """Add a thin line across."""
        self.grid.addWidget(rule(), self.grid.rowCount(), 0, 1, -1)

    def add_line(self, name: str | QWidget, *fields: QWidget) -> None:
        """Add a line: its name, then its fields, the last one taking what is left of the width."""
        row = self.grid.rowCount()
        named = _name(name) if isinstance(name, str) else name
        self.grid.addWidget(named, row, _NAME, Qt.AlignmentFlag.AlignTop)
        for column, field in enumerate(fields, start=_FIRST):
            self.grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)

    def add_under(self, widget: QWidget) -> None:
        """Add something under the fields of the line before, as wide as all but its name."""
        self.grid.addWidget(widget, self.grid.rowCount(), _FIRST, 1, self.grid.columnCount() - _FIRST - 1)

    def add_wide(self, widget: QWidget) -> None:
        """Add something as wide as the paper."""
        self.grid.addWidget(widget, self.grid.rowCount(), 0, 1, -1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the paper."""
        colours = theme.in_force()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.page))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.end()


def _name(words: str) -> QWidget:
    named = label("strong", words)
    named.setContentsMargins(0, SPACE // 2, 0, 0)  # level with the words in the field beside it
    return named
