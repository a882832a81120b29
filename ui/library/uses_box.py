"""The places where a record is used; a click goes there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cmdesk.i18n import _, ngettext
from ui.library.places_text import Spot
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label

_MOST = 40


class SpotButton(QPushButton):
    """One place: its section above its words."""

    wanted = Signal(object)
    """The `Use`."""

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spot = spot
        self.setProperty(ROLE, "row")
        self.setAccessibleName(f"{spot.section}: {spot.words}")
        self._section, self._words = label("small", spot.section), label("", spot.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(0)
        layout.addWidget(self._section)
        layout.addWidget(self._words)
        self._words.setVisible(bool(spot.words))
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.wanted.emit(self.spot.use)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Grow with the words, as push buttons don't by themselves."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # only handed on
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))


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
