"""One of several things, each with a name and a sentence on it, from a list that opens."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.label import label


class CalmComboBox(QComboBox):
    """A list that the wheel scrolls past: nothing changes because somebody scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to what is behind."""
        event.ignore()


class Picker(QWidget):
    """A list under a name, with a sentence on what is chosen below it."""

    chosen = Signal(int)
    """Place of what the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.about = label("strong"), label("small")
        self.box = CalmComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.name.setBuddy(self.box)
        self._abouts: list[str] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        for part in (self.name, self.box, self.about):
            layout.addWidget(part)
        self.box.currentIndexChanged.connect(self._explain)
        self.box.activated.connect(self.chosen)

    def offer(self, name: str, choices: Sequence[tuple[str, str]], place: int = 0) -> None:
        """Name the list and fill it with names and sentences; `&` marks the letter that leads to it."""
        self.name.setText(name)
        self.box.setAccessibleName(name.replace("&", ""))
        self._abouts = [about for _words, about in choices]
        self.box.clear()
        self.box.addItems([words for words, _about in choices])
        self.box.setCurrentIndex(place)

    @property
    def place(self) -> int:
        """Place of what is chosen."""
        return self.box.currentIndex()

    def choose(self, place: int) -> None:
        """Choose as the user would."""
        self.box.setCurrentIndex(place)
        self.chosen.emit(place)

    def _explain(self, place: int) -> None:
        words = self._abouts[place] if 0 <= place < len(self._abouts) else ""
        self.about.setText(words)
        self.about.setVisible(bool(words))
        self.box.setAccessibleDescription(words)
