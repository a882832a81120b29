"""The outline with its filter above it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from cmdesk.checks import Finding
from cmdesk.i18n import _
from cmdesk.session import Session
from ui.outline.filtering import filters
from ui.outline.view import OutlineView
from ui.theme import SPACE
from ui.widgets.label import label
from ui.widgets.picker import CalmComboBox


class OutlinePane(QWidget):
    """Shows the sections that are wanted."""

    def __init__(self, outline: OutlineView, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline, self._session = outline, session
        self._findings: tuple[Finding, ...] = ()
        self.filter, self.nothing = CalmComboBox(), label("muted")
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter.setMinimumContentsLength(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(SPACE)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE, 0, SPACE, 0)
        head.addWidget(self.filter)
        head.addWidget(self.nothing)
        layout.addLayout(head)
        layout.addWidget(outline, 1)
        self.setFocusProxy(outline)
        self.filter.activated.connect(self.apply)
        outline.sections.dataChanged.connect(self.apply)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.filter.setAccessibleName(_("Sections to show"))
        self.nothing.setText(_("No section is like that."))
        self.apply()

    def take(self, findings: Sequence[Finding]) -> None:
        """Know what the checks found."""
        self._findings = tuple(findings)
        self._outline.sections.show_findings(self._findings)
        self.apply()

    def apply(self) -> None:
        """Show the sections of the sort that is chosen."""
        known = filters(self._session.dossier)
        self._offer([each.name for each in known])
        wanted = known[max(self.filter.currentIndex(), 0)]
        questions = self._session.dossier.form.questions
        shown = {each.id for each in questions if wanted.holds(self._session.dossier, each, self._findings)}
        self._outline.show_only(shown)
        self.nothing.setVisible(not shown)

    def _offer(self, names: list[str]) -> None:
        if names != [self.filter.itemText(place) for place in range(self.filter.count())]:
            place = max(self.filter.currentIndex(), 0)
            self.filter.clear()
            self.filter.addItems(names)
            self.filter.setCurrentIndex(place if place < len(names) else 0)
