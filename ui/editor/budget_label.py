"""How long an answer is against its limit: a line of words over a thin bar, with its method one click away."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QToolTip, QWidget

from cmdesk import i18n
from cmdesk.counting import Budget, State, budget_words
from cmdesk.model.language import Language
from ui import theme
from ui.editor.provenance_words import budget_details
from ui.widgets.plain import tip

_BAR = 3
_SIGNS = {State.WITHIN: "", State.CLOSE: "", State.OVER: "▲ "}
"""A shape beside the colour, for those who don't see it."""


class BudgetLabel(QToolButton):
    """Shows one budget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.budget: Budget | None = None
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.clicked.connect(self._explain)

    def show_budget(self, budget: Budget) -> None:
        """Show this budget from now on."""
        self.budget = budget
        words = budget_words(budget)
        self.setText(_SIGNS[budget.state] + words)
        self.setToolTip("".join(map(tip, self.details.split("\n"))))
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.details)
        self._colour()

    @property
    def details(self) -> str:
        """How it is counted, and where the limit comes from."""
        return budget_details(self.budget, Language(i18n.language())) if self.budget else ""

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.ButtonText, QColor(self._ink()))
        self.setPalette(palette)

    def _ink(self) -> str:
        colours = theme.in_force()
        state = self.budget.state if self.budget else State.WITHIN
        return {State.WITHIN: colours.muted, State.CLOSE: colours.warn, State.OVER: colours.bad}[state]

    def _explain(self) -> None:
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self.toolTip(), self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words, and below them how much of the limit is used."""
        super().paintEvent(event)
        if self.budget is None or self.budget.limit is None:
            return
        used = min(self.budget.used / max(self.budget.limit.amount, 1), 1)
        room = QRectF(5, self.height() - _BAR - 1, self.width() - 10, _BAR)
        painter = QPainter(self)
        painter.fillRect(room, QColor(theme.in_force().line))
        room.setWidth(room.width() * used)
        painter.fillRect(room, QColor(self._ink()))
        painter.end()
