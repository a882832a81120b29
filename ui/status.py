"""The line at the window's foot: how safe the work is, how far it is, where it lies."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QStatusBar, QWidget

from cmdesk.store.saving import SaveState
from ui import theme
from ui.style import ROLE
from ui.widgets import icons
from ui.widgets.elided import Elided
from ui.widgets.label import label
from ui.widgets.save_light import SaveLight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cmdesk.checks import Finding
    from cmdesk.session import Session

_SIGN = 18


class StatusLine(QStatusBar):
    """Empty while no dossier is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.light, self._far, self._place = SaveLight(), label("muted"), Elided(Qt.TextElideMode.ElideMiddle)
        self._far.setWordWrap(False)
        self.checks = QPushButton()
        self.checks.setProperty(ROLE, "quiet")
        self.checks.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._session: Session | None = None
        self._held = ""
        self.setSizeGripEnabled(False)
        self.addWidget(self.light)
        self.addWidget(self._far)
        self.addWidget(self.checks)
        self.addPermanentWidget(self._place)
        self.addPermanentWidget(QWidget())  # room at the right edge
        self.follow(None)

    def follow(self, session: "Session | None") -> None:
        """Tell of this session from now on, or of none."""
        self._session = session
        for part in (self.light, self._far, self._place):
            part.setVisible(session is not None)
        self.checks.hide()  # until something is known
        self._held = _held(session) if session is not None else ""
        if session is not None:
            self._place.say(str(session.project.folder))
            self.show_saving(session.save_state)

    def show_saving(self, state: SaveState) -> None:
        """Show how safe the work is."""
        if self._session is not None:
            self.light.show_state(state, self._held)

    def show_far(self, words: str) -> None:
        """Show how far the dossier is."""
        self._far.setText(words)

    def show_findings(self, findings: "Sequence[Finding]") -> None:
        """Show how much the checks have found: by a shape and in words."""
        from ui.checks.words import LOOKS, badge_words  # noqa: PLC0415 - the window is painted before there are checks

        worst = max(findings, key=lambda finding: finding.severity.value, default=None)
        icon, ink = LOOKS[worst.severity] if worst is not None else ("answered", "good")
        colour = getattr(theme.in_force(), ink)
        self.checks.setIcon(QIcon(icons.pixmap(icon, colour, _SIGN, self.devicePixelRatioF())))
        self.checks.setText(badge_words(findings))
        self.checks.setAccessibleName(badge_words(findings))
        self.checks.show()

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.light.retranslate()


def _held(session: "Session") -> str:
    """Why a dossier can only be read; empty when it can be written."""
    from ui.history.holding import holding  # noqa: PLC0415 - the window is painted before there are dossiers

    holder = holding(session)
    return holder.words if holder else session.project.report.read_only or ""
