"""The overview's page, in the place of the section's."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from cmdesk import i18n
from cmdesk.i18n import _
from cmdesk.model.dossier import Milestone
from cmdesk.model.language import Language
from cmdesk.session import Session
from ui.checks.watch import CheckWatch
from ui.checks.words import told as told_of_checks
from ui.outline.sections import overview
from ui.overview.deadlines import CLOSE, days_left, in_order, told
from ui.overview.delegate import LineDelegate
from ui.overview.lines import Line, lines
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label
from ui.widgets.plain import tip
from ui.widgets.rows import ROW

_NOWHERE = QModelIndex()


class LinesModel(QAbstractListModel):
    """The lines as Qt's model."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, shown: list[Line]) -> None:
        """Have other lines."""
        self.beginResetModel()
        self.lines = shown
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line, or what is said of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        return {
            int(ROW): line,
            int(Qt.ItemDataRole.DisplayRole): line.section.title,
            int(Qt.ItemDataRole.AccessibleTextRole): line.spoken,
            int(Qt.ItemDataRole.ToolTipRole): tip(line.spoken),
        }.get(int(role))


class _Lines(QListView):
    """The list, which goes to a section at Enter or at a click."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(ROLE, "hits")
        self.setItemDelegate(LineDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        line = index.data(ROW)
        if isinstance(line, Line):
            self.chosen.emit(line.question)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes to the section."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class OverviewPage(QWidget):
    """Title, milestones, and a line for each section."""

    section_wanted = Signal(str)

    def __init__(self, session: Session, watch: CheckWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._watch = session, watch
        self.title, self.far, self.days = label("heading"), label("muted"), label()
        self.list, self.model = _Lines(), LinesModel(self)
        self.list.setModel(self.model)
        self.list.setMinimumHeight(12 * SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.title)
        layout.addWidget(self.far)
        layout.addWidget(self.days)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self.section_wanted)
        watch.changed.connect(self._refresh_if_seen)

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.refresh()

    def refresh(self) -> None:
        """Show how the dossier stands now."""
        dossier, tongue = self._session.dossier, Language(i18n.language())
        self.setAccessibleName(_("Overview"))
        self.list.setAccessibleName(_("Sections of the form"))
        self.title.setText(dossier.profile.title.best(tongue))
        checks = told_of_checks(self._watch.findings) if self._watch.known else ""
        self.far.setText(" · ".join(filter(None, (overview(dossier), checks))))
        self._show_days()
        self.model.show(lines(dossier, self._watch.findings))

    def _show_days(self) -> None:
        today = datetime.now(UTC).astimezone().date()
        lines = [_day_words(milestone, today) for milestone in in_order(self._session.dossier.profile.milestones)]
        self.days.setText("\n".join(lines) or _("No milestones yet: add them in the dossier's details."))


def _day_words(milestone: Milestone, today: date) -> str:
    """A milestone in a line, with a sign before one that is close."""
    close = 0 <= days_left(milestone.due, today) <= CLOSE
    return f"▲ {told(milestone, today)}" if close else told(milestone, today)
