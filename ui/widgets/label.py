"""Labels of plain text that wrap, each playing a part that the style sheet knows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.style import ROLE

_CRAMPED = ("small", "muted")
_ROOM = 3
"""Pixels for a Thai tone mark over a vowel: it rises above Sarabun's line, and Qt cuts it off at the label's edge."""


def label(role: str = "", words: str = "", parent: QWidget | None = None) -> QLabel:
    """Label that shows words as they are, never as markup, and breaks lines rather than cut them off."""
    made = QLabel(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    made.setProperty(ROLE, role)
    if role in _CRAMPED:
        made.setContentsMargins(0, _ROOM, 0, 0)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """Thin line between parts."""
    made = QFrame(parent)
    made.setProperty(ROLE, "line")
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
