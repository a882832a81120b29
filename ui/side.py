"""The pane to the right of the page: one panel at a time, each made when it is first wanted."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.style import ROLE

_NARROWEST = 300


class SidePane(QFrame):
    """Hidden until a panel is wanted. A panel has a signal `closed` and a method `retranslate`."""

    changed = Signal()
    """Another panel is shown, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(ROLE, "side")
        self._makers: dict[str, Callable[[], Any]] = {}
        self._panels: dict[str, Any] = {}
        self._stack = QStackedWidget()
        self.shown = ""
        """Name of the panel that is shown, empty when none is."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setMinimumWidth(theme.scaled(_NARROWEST))
        self.hide()

    def offer(self, name: str, make: Callable[[], QWidget]) -> None:
        """Know how to make a panel."""
        self._makers[name] = make

    def panel(self, name: str) -> Any:
        """The panel of a name, made if need be."""
        if name not in self._panels:
            made = self._panels[name] = self._makers[name]()
            made.closed.connect(self.put_away)
            self._stack.addWidget(made)
        return self._panels[name]

    def show_panel(self, name: str) -> Any:
        """Show a panel, and give it back."""
        panel = self.panel(name)
        self._stack.setCurrentWidget(panel)
        self.shown = name
        self.show()
        self.changed.emit()
        return panel

    def toggle(self, name: str) -> None:
        """Show a panel, or put it away when it is shown."""
        if self.shown == name:
            self.put_away()
        else:
            self.show_panel(name).setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the keyboard on to the panel."""
        super().focusInEvent(event)
        if self.shown:
            self.panel(self.shown).setFocus()

    def put_away(self) -> None:
        """Show no panel."""
        self.shown = ""
        self.hide()
        self.changed.emit()

    def knows(self, name: str) -> bool:
        """Whether there is a panel of a name."""
        return name in self._makers

    def retranslate(self) -> None:
        """Let all panels speak the interface's language."""
        self.setMinimumWidth(theme.scaled(_NARROWEST))
        for panel in self._panels.values():
            panel.retranslate()
