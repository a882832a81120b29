"""A folder's path in the room there is."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.theme import SPACE
from ui.widgets.plain import tip


class PlaceLabel(QWidget):
    """Shows a path, its middle left out where it is too long; the tool tip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""

    def show_place(self, path: Path | None) -> None:
        """Show a path, or nothing."""
        self._path = "" if path is None else str(path)
        self.setToolTip(tip(self._path))
        self.setAccessibleName(self._path)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As much as the path needs."""
        return QSize(self.fontMetrics().horizontalAdvance(self._path) + 4 * SPACE, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Little: it gives way to its neighbours."""
        return QSize(40, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        painter = QPainter(self)
        painter.setPen(theme.in_force().muted)
        room = self.rect().adjusted(2 * SPACE, 0, -2 * SPACE, 0)
        shown = self.fontMetrics().elidedText(self._path, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
