"""The page alone: no outline, no bars, until one has had enough of it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow


class FocusMode:
    """Puts away what is around the page, and brings back what was there."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._put_away: list[QWidget] = []
        self.is_on = False

    def toggle(self) -> None:
        """Begin or end."""
        if self.is_on:
            self.end()
        elif self._window.workspace is not None:
            self._begin()

    def _begin(self) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        around = (workspace.outline_pane, workspace.notes, workspace.tools.side, self._window.bar, self._window.status)
        self._put_away = [part for part in around if part.isVisibleTo(self._window)]
        for part in self._put_away:
            part.hide()
        self.is_on = True
        workspace.page.focus_text()

    def end(self) -> None:
        """Bring back what was put away."""
        self.is_on = False
        for part in self._put_away:
            part.show()
        self._put_away = []
