"""The versions of a dossier in a list, and the place to name the present state."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cmdesk.i18n import _
from ui.history.states import State, about
from ui.theme import SPACE
from ui.widgets.field import TextField
from ui.widgets.label import label
from ui.widgets.rows import Row, RowsView


class VersionList(QWidget):
    """Lists the versions, the newest first."""

    chosen = Signal()
    name_wanted = Signal(str)
    """The present state is to be kept under this name."""

    def __init__(self, *, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: dict[str, State] = {}
        self.title, self.empty = label("strong"), label("muted")
        self.rows, self.name, self.keep = RowsView(), TextField(), QPushButton()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 2 * SPACE, 0)
        layout.setSpacing(SPACE)
        for part in (self.name, self.title, self.rows, self.empty):
            layout.addWidget(part)
        layout.addStretch(0)
        layout.setStretchFactor(self.rows, 1)
        self.name.put_beside(self.keep)
        self.name.setVisible(writable)
        self.title.setBuddy(self.rows)
        self.keep.setAutoDefault(False)
        self.rows.selectionModel().currentChanged.connect(self._choose)
        self.keep.clicked.connect(self._want)
        self.name.edited.connect(self._judge)
        self._say()

    def _say(self) -> None:
        self.name.say(_("&Keep the state as it is now under a name"))
        self.name.line.setPlaceholderText(_("First draft"))
        self.keep.setText(_("Keep"))
        self.title.setText(_("&Versions"))
        self.rows.setAccessibleName(_("Versions"))
        self.empty.setText(
            _("None yet. CMDesk keeps one at the end of each day on which you worked; name others as you like.")
        )
        self._judge()

    def show_states(self, states: list[State]) -> None:
        """List these versions; the chosen one stays chosen, else the newest is."""
        self._states = {state.version.id: state for state in states if state.version is not None}
        self.rows.show_rows([_row(key, state) for key, state in self._states.items()])
        if self.state is None:
            self.rows.step(1)
        self.empty.setVisible(not states)
        self.rows.setVisible(bool(states))
        self.chosen.emit()

    @property
    def state(self) -> State | None:
        """The version that is chosen; None when there is none."""
        return self._states.get(self.rows.current)

    def _choose(self) -> None:
        if self.state is not None:
            self.chosen.emit()

    def _judge(self) -> None:
        self.keep.setEnabled(bool(self.name.words))
        self.keep.setDefault(bool(self.name.words))

    def _want(self) -> None:
        name = self.name.words
        self.name.write("")
        self._judge()
        self.name_wanted.emit(name)


def _row(key: str, state: State) -> Row:
    version = state.version
    named = version is not None and not version.automatic
    remark = "" if version is None else about(version)
    icon, ink = ("milestone", "accent") if named else ("day", "muted")
    return Row(state.words, key, remark=remark, icon=icon, ink=ink)
