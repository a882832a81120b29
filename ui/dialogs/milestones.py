"""The days by which something is due: added, changed and taken out, a row each."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from cmdesk.i18n import _
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Milestone
from cmdesk.model.language import Wording
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.field import Remark
from ui.widgets.label import label, restyle


@dataclass(frozen=True, slots=True)
class _Line:
    thai: QLineEdit
    english: QLineEdit
    due: QLineEdit
    away: QToolButton

    @property
    def words(self) -> tuple[str, str, str]:
        return self.thai.text().strip(), self.english.text().strip(), self.due.text().strip()

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return self.thai, self.english, self.due, self.away


class MilestonesField(QWidget):
    """A row for each milestone; empty rows are none."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.add, self.remark = label("strong", _("Milestones")), QPushButton(_("&Add milestone")), Remark()
        self.add.setProperty(ROLE, "quiet")
        self.lines: list[_Line] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.name)
        layout.addLayout(self._grid)
        layout.addWidget(self.remark)
        layout.addWidget(self.add)
        self.add.clicked.connect(self._add_empty)

    def write(self, milestones: tuple[Milestone, ...]) -> None:
        """Show these milestones."""
        for milestone in milestones:
            line = self._added()
            line.thai.setText(milestone.title.thai)
            line.english.setText(milestone.title.english)
            line.due.setText(str(milestone.due))

    def _add_empty(self) -> None:
        self._added().thai.setFocus()

    def _added(self) -> _Line:
        line = _Line(QLineEdit(), QLineEdit(), QLineEdit(), QToolButton())
        row = self._grid.rowCount()
        hints = (_("Milestone, in Thai"), _("Milestone, in English"), _("Due: 2026-11-30"), _("Take out"))
        for column, (widget, hint) in enumerate(zip(line.widgets, hints, strict=True)):
            self._grid.addWidget(widget, row, column)
            widget.setAccessibleName(hint)
            if isinstance(widget, QLineEdit):
                widget.setPlaceholderText(hint)
                widget.textEdited.connect(self._judge)
        line.away.setIcon(icons.icon("close"))
        line.away.setToolTip(hints[-1])
        line.away.clicked.connect(lambda: self._take_out(line))
        self.lines.append(line)
        return line

    def _take_out(self, line: _Line) -> None:
        self.lines.remove(line)
        for widget in line.widgets:
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._judge()

    def _judge(self) -> None:
        for line in self.lines:
            restyle(line.due, "wrong", "false" if _sound(line) else "true")
        told = _("A milestone needs a name and a day, month or year of the form 2026-11-30.")
        if self.is_sound:
            self.remark.help("")
        else:
            self.remark.problem(told)
        self.edited.emit()

    @property
    def is_sound(self) -> bool:
        """Whether every row that is begun is whole."""
        return all(map(_sound, self.lines))

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """What is written; good while it is sound."""
        written = (line.words for line in self.lines if any(line.words))
        return tuple(Milestone(Wording(thai, english), PartialDate.parse(due)) for thai, english, due in written)


def _sound(line: _Line) -> bool:
    thai, english, due = line.words
    if not (thai or english or due):
        return True
    try:
        PartialDate.parse(due)
    except ValueError:
        return False
    return bool(thai or english)
