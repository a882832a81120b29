"""What became of the files that were brought in, each by name."""

from typing import Final

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from cmdesk.i18n import N_, _
from cmdesk.library.importing import Gathered, Line, Outcome
from ui.dialogs.frame import Frame
from ui.library import dress
from ui.widgets.label import label

_WIDTH = 720
_NAMES: Final = {
    Outcome.ADDED: N_("Added"),
    Outcome.ALREADY_THERE: N_("Already there"),
    Outcome.REFUSED: N_("Refused"),
}
_ORDER = (Outcome.REFUSED, Outcome.ALREADY_THERE, Outcome.ADDED)


class ImportReport(Frame):
    """The report of one import; what needs a look comes first."""

    def __init__(self, gathered: Gathered, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.setStyleSheet(dress.sheet())
        self.title(_("What was brought in"))
        self.summary, self.tree = label("", gathered.summary), QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setMinimumHeight(300)
        self.tree.setAccessibleName(_("What became of each file"))
        self.body.addWidget(self.summary)
        self.body.addWidget(self.tree, 1)
        for outcome in _ORDER:
            self._list(outcome, [line for line in gathered.lines if line.outcome is outcome])
        ok = self.add_button(primary=True)
        ok.setText(_("Go on"))
        ok.clicked.connect(self.accept)

    def _list(self, outcome: Outcome, lines: list[Line]) -> None:
        if not lines:
            return
        group = QTreeWidgetItem(self.tree, [f"{_(_NAMES[outcome])} ({len(lines)})"])
        for line in lines:
            QTreeWidgetItem(group, ["  ".join((line.name, *line.notes))])
        noted = any(line.notes for line in lines)
        group.setExpanded(outcome is not Outcome.ADDED or noted or len(lines) < 30)  # noqa: PLR2004 - a screenful
