"""The bilingual page as paper: two columns under their heads, one scroll bar for both."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollBar, QWidget

from cmdesk.model.language import Language
from ui import theme
from ui.editor.budget_label import BudgetLabel
from ui.editor.column import Column
from ui.editor.margins import MARGIN_WIDTH, RIGHT_MARGIN
from ui.editor.names import NAMES
from ui.editor.sides import Sides
from ui.widgets.label import label, rule

_MARGIN = MARGIN_WIDTH
_ROUND = 6
_FOOT = 160
"""Room below the last row, so that one never writes at the very edge of the window."""
_STEP = 20
"""Pixels of one click on the scroll bar's arrow; the wheel goes three of them."""
_RESIZED_FOR = 30
"""Milliseconds without a change of width before all rows are made level again."""


class Sheet(QWidget):
    """Thai on the left, English on the right."""

    width_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides = Sides.BOTH
        self._heads: dict[Language, QWidget] = {}
        self.columns = {language: Column(language, self) for language in Language}
        self.budgets = {language: BudgetLabel(self) for language in Language}
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._timer = QTimer(self, singleShot=True, interval=_RESIZED_FOR)
        self._timer.timeout.connect(self.width_changed)
        self._lay_out()
        self.dress()
        self._tie()

    def _lay_out(self) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        for place, (language, column) in enumerate(self.columns.items()):
            self._heads[language] = self._head(language)
            grid.addWidget(self._heads[language], 0, 2 * place)
            grid.addWidget(column, 2, 2 * place)
            grid.setColumnStretch(2 * place, 1)
        grid.addWidget(rule(self), 1, 0, 1, 4, Qt.AlignmentFlag.AlignTop)
        policy = self.scroll_bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or the columns would change width, and with it their heights
        self.scroll_bar.setSizePolicy(policy)
        grid.addWidget(self.scroll_bar, 2, 3)

    def _head(self, language: Language) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(_MARGIN, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        row.addWidget(label("strong", NAMES[language], head))
        row.addStretch()
        row.addWidget(self.budgets[language])
        self.columns[language].setAccessibleName(NAMES[language])
        return head

    def show_sides(self, sides: Sides) -> None:
        """Show one language or both, in these sizes."""
        self.sides = sides
        for place, (language, column) in enumerate(self.columns.items()):
            share = sides.share(language)
            self._grid.setColumnStretch(2 * place, share)
            column.setVisible(share > 0)
            self._heads[language].setVisible(share > 0)
        self._timer.start()

    @property
    def shown(self) -> list[Column]:
        """The columns that are shown."""
        return [column for language, column in self.columns.items() if self.sides.share(language)]

    def repaint_columns(self) -> None:
        """Draw both sides anew, with their marks."""
        for column in self.columns.values():
            column.viewport().update()

    def dress(self) -> None:
        """Put on the theme's text size."""
        for column in self.columns.values():
            column.document().setDefaultFont(QFont(theme.FAMILY, theme.text_points()))
            frame = column.document().rootFrame()
            look = frame.frameFormat()
            look.setLeftMargin(_MARGIN)
            look.setRightMargin(RIGHT_MARGIN)
            look.setTopMargin(theme.SPACE)
            look.setBottomMargin(_FOOT)
            frame.setFrameFormat(look)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the paper, and a line under the head of the side that is written in."""
        colours = theme.in_force()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.page))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        for column in self.columns.values():
            if column.hasFocus():
                underline = QRectF(column.x() + _MARGIN, column.y() - 3, column.width() - _MARGIN - RIGHT_MARGIN, 3)
                painter.fillRect(underline, QColor(colours.accent))
        painter.end()

    def _tie(self) -> None:
        bars = [column.verticalScrollBar() for column in self.columns.values()]
        for bar in bars:
            bar.valueChanged.connect(self.scroll_bar.setValue)
            self.scroll_bar.valueChanged.connect(bar.setValue)
            bar.rangeChanged.connect(self._take_range)
        for column in self.columns.values():
            column.installEventFilter(self)

    def _take_range(self) -> None:
        """Let both sides scroll as far as the longer one: the last rows are not levelled in the documents' heights."""
        columns = self.shown
        farthest = max(int(each.document().size().height()) - each.viewport().height() for each in columns)
        for bar in (self.scroll_bar, *(each.verticalScrollBar() for each in columns)):
            bar.setPageStep(columns[0].viewport().height())
            bar.setSingleStep(_STEP)
            bar.setRange(0, max(farthest, 0))
        self.scroll_bar.setVisible(farthest > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear of a column's new width and of its focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._timer.start()
        return super().eventFilter(watched, event)
