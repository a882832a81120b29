"""A list left and a page right, with a thin line between that can be moved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui.theme import SPACE

SIZE = (1180, 760)
"""How big a dialog of two panes is at first."""
_WIDTHS = [330, 800]


def side_by_side(left: QWidget, right: QWidget) -> QSplitter:
    """The two panes, the right one growing."""
    panes = QSplitter(Qt.Orientation.Horizontal)
    panes.addWidget(left)
    panes.addWidget(right)
    panes.setChildrenCollapsible(False)
    panes.setHandleWidth(1)
    panes.setStretchFactor(1, 1)
    panes.setSizes(_WIDTHS)
    return panes


def column(*parts: QWidget | QHBoxLayout, left: int = 0, right: int = 0) -> QWidget:
    """Parts below each other, with so much room left and right."""
    pane = QWidget()
    layout = QVBoxLayout(pane)
    layout.setContentsMargins(left, 0, right, 0)
    layout.setSpacing(SPACE)
    for part in parts:
        layout.addLayout(part) if isinstance(part, QHBoxLayout) else layout.addWidget(part)
    return pane
