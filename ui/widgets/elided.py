"""A line of words in the room there is: a path, a long reason."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import SPACE
from ui.widgets.plain import tip


class Elided(QWidget):
    """Shows words, some left out where they are too long; the tool tip and screen readers have all of them."""

    def __init__(self, mode: Qt.TextElideMode, ink: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._mode, self._ink = "", mode, ink
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """All the words."""
        return self._words

    def say(self, words: str) -> None:
        """Show these words, on one line."""
        self._words = " ".join(words.split())
        self.setToolTip(tip(self._words))
        self.setAccessibleName(self._words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As much as the words need."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + SPACE, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Little: it gives way to its neighbours."""
        return QSize(10 * SPACE, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(QColor(getattr(theme.in_force(), self._ink)))
        shown = self.fontMetrics().elidedText(self._words, self._mode, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
