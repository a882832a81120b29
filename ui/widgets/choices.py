"""A question and its few answers beside each other, of which one holds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.label import label

_IN_A_ROW = 4


class Choices(QWidget):
    """Radio buttons under a name."""

    chosen = Signal(int)
    """Place of the answer that the user chose."""

    def __init__(self, count: int, place: int = 0, parent: QWidget | None = None, *, columns: int = _IN_A_ROW) -> None:
        super().__init__(parent)
        self.name = label("strong")
        self.group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(2)
        for number in range(count):
            button = QRadioButton()
            self.group.addButton(button, number)
            grid.addWidget(button, number // columns, number % columns)
        grid.setColumnStretch(columns, 1)
        layout.addLayout(grid)
        self.group.button(place).setChecked(True)
        self.group.idClicked.connect(self.chosen)

    def say(self, name: str, *answers: str) -> None:
        """Word the question and its answers."""
        self.name.setText(name)
        for place, words in enumerate(answers):
            self.group.button(place).setText(words)
            self.group.button(place).setAccessibleName(f"{name}: {words.replace('&', '')}")

    @property
    def place(self) -> int:
        """Place of the answer that holds."""
        return self.group.checkedId()
