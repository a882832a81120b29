"""The panel of what the checks find."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from cmdesk.checks import Severity
from cmdesk.i18n import _
from cmdesk.session import Session
from ui.checks.watch import CheckWatch
from ui.checks.words import rows, told
from ui.widgets.label import label
from ui.widgets.panel import SidePanel
from ui.widgets.rows import RowsView


class ChecksPanel(SidePanel):
    """Lists findings by section, and tells which one is wanted."""

    wanted = Signal(object)
    """A `Finding`, whose place is to be shown."""

    def __init__(self, session: Session, watch: CheckWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._watch = session, watch
        self.sum, self.notes_too, self.list = label("muted"), QCheckBox(), RowsView()
        self.notes_too.setChecked(True)
        for part in (self.sum, self.notes_too):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        watch.changed.connect(self.refresh)
        self.notes_too.toggled.connect(self.refresh)
        self.list.chosen.connect(self.wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.name(_("Checks"))
        self.notes_too.setText(_("Notes as well"))
        self.list.setAccessibleName(_("What the checks found"))
        self.refresh()

    def refresh(self) -> None:
        """Show what is found now."""
        found = self._watch.findings
        self.sum.setText(told(found) if self._watch.known else _("Looking through the dossier…"))
        self.notes_too.setVisible(any(finding.severity is Severity.NOTE for finding in found))
        shown = [each for each in found if self.notes_too.isChecked() or each.severity is not Severity.NOTE]
        self.list.show_rows(rows(shown, self._session.dossier))
        self.list.setVisible(bool(shown))
