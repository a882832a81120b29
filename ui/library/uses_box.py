"""The places where a record is used; a click goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from cmdesk.i18n import _, ngettext
from ui import theme
from ui.library.places_text import Spot
from ui.theme import SPACE
from ui.widgets.label import label
from ui.widgets.lines import Lines

_MOST = 40


class SpotButton(QAbstractButton):
    """One place: its section above its words."""

    wanted = Signal(object)
    """The `Use`."""

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spot = spot
        self.setAccessibleName(f"{spot.section}: {spot.words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.wanted.emit(self.spot.use)

    def _lines(self, width: int) -> tuple[Lines, Lines | None]:
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() - 1)
        room = width - 2 * SPACE
        words = Lines(self.spot.words, self.font(), room) if self.spot.words else None
        return Lines(self.spot.section, small, room), words

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As much as the wrapped words need."""
        section, words = self._lines(width)
        return int(section.height + (words.height if words else 0)) + SPACE

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as in the width it has."""
        width = max(self.width(), 24 * SPACE)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap anew."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw both, on a ground of its own under the pointer or the focus."""
        painter, colours = QPainter(self), theme.in_force()
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), QColor(colours.selected))
        section, words = self._lines(self.width())
        section.draw(painter, SPACE, SPACE / 2, colours.muted)
        if words is not None:
            words.draw(painter, SPACE, SPACE / 2 + section.height, colours.text)


class UsesBox(QWidget):
    """Lists places under a heading."""

    place_wanted = Signal(object)
    """The `Use` to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("strong")
        self.buttons: list[SpotButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.title)

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """List these."""
        words = ngettext("Used in {count} place", "Used in {count} places", len(spots)).format(count=len(spots))
        self.show_titled(words if spots else _("Not used anywhere yet"), spots)

    def show_titled(self, title: str, spots: Sequence[Spot]) -> None:
        """List these under a heading of their own."""
        self.title.setText(title)
        if [button.spot for button in self.buttons] == list(spots[:_MOST]):
            return
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [SpotButton(spot, self) for spot in spots[:_MOST]]
        for button in self.buttons:
            button.wanted.connect(self.place_wanted)
            self._column.addWidget(button)
