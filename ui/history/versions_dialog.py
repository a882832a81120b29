"""Versions: kept, looked at, compared in both languages, brought back."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.session import Session
from cmdesk.versions.comparison import Comparison
from cmdesk.versions.restoring import BringBackAll
from ui import errors, messages
from ui.dialogs.frame import Frame
from ui.history.comparing_job import ComparingJob
from ui.history.comparison_page import Place
from ui.history.comparison_view import ComparisonView
from ui.history.edits import edit_for
from ui.history.panes import SIZE, column, side_by_side
from ui.history.states import State, states_of
from ui.history.summing import summary
from ui.history.version_list import VersionList
from ui.theme import SPACE
from ui.widgets.label import label
from ui.widgets.picker import CalmComboBox

if TYPE_CHECKING:
    from cmdesk.edits.edit import Edit


class VersionsDialog(Frame):
    """The list of versions left, and right what changed from the chosen one to now or to another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(900, parent)
        self._session = session
        self._others: list[State] = []
        self._comparison: Comparison | None = None
        self.jobs = ComparingJob(self)
        self.list = VersionList(writable=session.writable)
        self.other, self.other_name, self.whole = CalmComboBox(), label("strong"), QCheckBox()
        self.summary, self.view = label("muted"), ComparisonView()
        self._lay_out()
        self._connect()
        self._say()
        self.refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.other_name)
        row.addWidget(self.other, 1)
        row.addSpacing(2 * SPACE)
        row.addWidget(self.whole)
        self.other_name.setWordWrap(False)
        self.other_name.setBuddy(self.other)
        right = column(row, self.summary, self.view, left=2 * SPACE)
        self.body.addWidget(side_by_side(self.list, right), 1)
        self.back, self.undo = self.add_button(), self.add_button()
        self.export, self.close_ = self.add_button(), self.add_button(primary=True)
        self.resize(*SIZE)

    def _connect(self) -> None:
        self.list.chosen.connect(self._compare)
        self.list.name_wanted.connect(self._keep)
        self.other.activated.connect(self._compare)
        self.whole.toggled.connect(self._show)
        self.view.restore_wanted.connect(self._restore)
        self.jobs.compared.connect(self._compared)
        self.jobs.failed.connect(self._failed)
        self.back.clicked.connect(self._restore_all)
        self.undo.clicked.connect(self._undo)
        self.export.clicked.connect(self._export)
        self.close_.clicked.connect(self.accept)

    def _say(self) -> None:
        self.title(_("Versions"))
        self.other_name.setText(_("&Compare it with"))
        self.whole.setText(_("Show what stayed &the same, too"))
        self.back.setText(_("&Restore all of it…"))
        self.undo.setText(_("&Undo"))
        self.export.setText(_("&Export what changed…"))
        self.close_.setText(_("Close"))
        self.undo.hide()

    def refresh(self) -> None:
        """List the versions that there are now."""
        states = states_of(self._session)
        self._others = states
        self.other.clear()
        self.other.addItems([state.words for state in states])
        self.list.show_states(states[1:])

    def _compare(self) -> None:
        """Compare the chosen version with the other one, beside the window."""
        state = self.list.state
        for part in (self.back, self.export, self.other, self.whole):
            part.setEnabled(state is not None)
        self.back.setEnabled(state is not None and self._session.writable)
        self._comparison = None
        self.summary.setText("")
        if state is None:
            self.view.say(_("Choose a version to see what changed since."))
            return
        self.view.say(_("Comparing…"))
        self.jobs.compare(*self._in_order(state))

    @property
    def _other(self) -> State:
        return self._others[max(self.other.currentIndex(), 0)]

    def _in_order(self, state: State) -> tuple[State, State]:
        """The chosen state and the other one, the older first."""
        other = self._other
        is_later = state.version is not None and other.version is not None and other.version.at < state.version.at
        return (other, state) if is_later else (state, other)

    def _compared(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._show()

    def _show(self) -> None:
        comparison = self._comparison
        if comparison is not None:
            self.summary.setText(summary(comparison))
            restorable = self._session.writable and self._other.version is None
            self.view.show_comparison(comparison, whole=self.whole.isChecked(), restorable=restorable)

    def _failed(self, error: CMDeskError) -> None:
        self.view.say("\n\n".join(filter(None, (error.what, error.advice))))

    def _keep(self, name: str) -> None:
        self._session.rest()
        try:
            self._session.project.versions.add(name)
        except CMDeskError as error:
            errors.show(self, error)
        self.refresh()

    def _restore(self, place: Place) -> None:
        if self._comparison is not None:
            self._do(edit_for(self._comparison.before, place))

    def _restore_all(self) -> None:
        comparison, state = self._comparison, self.list.state
        if comparison is None or state is None or not self._is_meant(state):
            return
        version = comparison.before if state.version and self._in_order(state)[0] is state else comparison.after
        try:
            self._session.project.back_up(BringBackAll(version).label)
        except CMDeskError as error:
            errors.show(self, error)
            return
        self._do(BringBackAll(version))

    def _is_meant(self, state: State) -> bool:
        wanted = messages.ask(
            self,
            _("Bring the whole dossier back to “{version}”?").format(version=state.words),
            _("Notes stay. You can undo it, and a backup of the present state is made first."),
            messages.Answer("no", _("No")),
            messages.Answer("yes", _("Restore")),
        )
        return wanted == "yes"

    def _do(self, edit: "Edit") -> None:
        try:
            self._session.do(edit)
        except CMDeskError as error:
            errors.show(self, error)
            return
        self._session.rest()
        self.undo.setVisible(True)
        self.undo.setText(_("&Undo: {action}").format(action=edit.label))
        self._compare()

    def _undo(self) -> None:
        self._session.undo()
        self.undo.hide()
        self._compare()

    def _export(self) -> None:
        from ui.history.changes_dialog import ChangesDialog  # noqa: PLC0415 - when it is asked for

        state = self.list.state
        if state is not None:
            ChangesDialog(self._session, self._in_order(state), self).is_accepted()

    def done(self, result: int) -> None:
        """Close; what is being compared is no longer wanted."""
        self.jobs.stop()
        super().done(result)
