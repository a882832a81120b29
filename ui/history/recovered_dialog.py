"""What differs between the state that was recovered and a backup or version."""

from functools import partial

from PySide6.QtWidgets import QWidget

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.session import Session
from cmdesk.versions.comparison import Comparison
from cmdesk.versions.naming import backup_title
from ui.dialogs.frame import Frame
from ui.history.comparing_job import ComparingJob
from ui.history.comparison_view import ComparisonView
from ui.history.states import State, states_of
from ui.history.summing import summary
from ui.widgets.label import label
from ui.widgets.picker import Picker


class RecoveredDialog(Frame):
    """Compares the recovered state with the newest backup, or with whatever else is chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(900, parent)
        now, *versions = states_of(session)
        project = session.project
        backups = [State(backup_title(each.at), partial(project.look_into, each)) for each in project.backups]
        self._now, self._others = now, [*backups, *versions]
        self.jobs = ComparingJob(self)
        self.other, self.summary, self.view = Picker(), label("muted"), ComparisonView()
        for part in (self.other, self.summary, self.view):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.view, 1)
        self.close_ = self.add_button(primary=True)
        self.close_.clicked.connect(self.accept)
        self.other.chosen.connect(self._compare)
        self.jobs.compared.connect(self._show)
        self.jobs.failed.connect(self._failed)
        self._say()
        self.resize(1000, 720)
        self._compare()

    def _say(self) -> None:
        self.title(_("What the recovered state has and lacks"))
        self.other.offer(_("&Compare it with"), [(state.words, "") for state in self._others])
        self.close_.setText(_("Close"))

    def _compare(self) -> None:
        if not self._others:
            self.view.say(_("There is no backup and no version to compare it with."))
            return
        self.view.say(_("Comparing…"))
        self.jobs.compare(self._others[max(self.other.place, 0)], self._now)

    def _show(self, comparison: Comparison) -> None:
        self.summary.setText(summary(comparison))
        self.view.show_comparison(comparison, whole=False, restorable=False)

    def _failed(self, error: CMDeskError) -> None:
        self.view.say("\n\n".join(filter(None, (error.what, error.advice))))

    def done(self, result: int) -> None:
        """Close; what is being compared is no longer wanted."""
        self.jobs.stop()
        super().done(result)
