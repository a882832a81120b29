"""What stands on evidence and what does not: the matrix, and beside it what can be done about it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from cmdesk.i18n import _
from cmdesk.library.coverage import Cell, Strength, coverage
from cmdesk.model.form import Question, Topic
from ui.library.catalogue import Catalogue
from ui.library.coverage_lists import Subject, entries
from ui.library.entry_list import EntryList
from ui.library.matrix_view import MatrixView, draw_strength
from ui.library.words import topic_name
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label


class Legend(QWidget):
    """What the shapes of the cells mean."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line for all."""
        return QSize(200, 52)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw each shape with its words."""
        painter = QPainter(self)
        left, top = 2.0 * SPACE, 4
        for strength in Strength:
            words = strength.label
            if left + 20 + self.fontMetrics().horizontalAdvance(words) > self.width():
                left, top = 2.0 * SPACE, top + 24
            painter.save()
            draw_strength(painter, strength, QRectF(left, top + 3, 14, 14))
            painter.restore()
            painter.setPen(self.palette().windowText().color())
            painter.drawText(int(left) + 20, top + 15, words)
            left += 20 + self.fontMetrics().horizontalAdvance(words) + 2 * SPACE


class CoveragePage(QWidget):
    """Matrix and lists."""

    record_wanted = Signal(str)
    place_wanted = Signal(object)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._cell: tuple[Question, Topic, Cell] | None = None
        self.by_criteria, self.by_features = QToolButton(), QToolButton()
        self.matrix, self.legend, self.subject = MatrixView(), Legend(), QComboBox()
        self.list, self.heading = EntryList(), label("strong")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(self._left())
        panes.addWidget(self._right())
        panes.setHandleWidth(1)
        panes.setStretchFactor(0, 1)
        panes.setSizes([900, 360])
        panes.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)
        self.by_criteria.setChecked(True)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        switch, group = QHBoxLayout(), QButtonGroup(self)
        switch.setContentsMargins(SPACE, 0, SPACE, 0)
        for button in (self.by_criteria, self.by_features):
            button.setCheckable(True)
            button.setProperty(ROLE, "tab")
            group.addButton(button)
            switch.addWidget(button)
        switch.addStretch(1)
        column.addLayout(switch)
        column.addWidget(self.matrix, 1)
        column.addWidget(self.legend)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        lists = QVBoxLayout(right)
        lists.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        for part in (self.subject, self.heading, self.list):
            lists.addWidget(part)
        right.setMinimumWidth(280)
        return right

    def _connect(self) -> None:
        self.by_criteria.clicked.connect(self.refresh)
        self.by_features.clicked.connect(self.refresh)
        self.matrix.cell_chosen.connect(self._choose)
        self.subject.currentIndexChanged.connect(self._show_list)
        self.list.record_wanted.connect(self.record_wanted)
        self.list.place_wanted.connect(self.place_wanted)
        self._catalogue.judged.connect(self.refresh)

    def retranslate(self) -> None:
        """Speak the interface's language, and wear the theme's colours."""
        self.by_criteria.setText(_("By criteria"))
        self.by_features.setText(_("By key features"))
        self.matrix.setAccessibleName(_("Coverage of the sections by evidence"))
        self.subject.setAccessibleName(_("What is listed"))
        self.subject.blockSignals(True)  # noqa: FBT003 - Qt's switch
        place = max(self.subject.currentIndex(), 0)
        self.subject.clear()
        self.subject.addItems([subject.label for subject in Subject])
        self.subject.setCurrentIndex(place)
        self.subject.blockSignals(False)  # noqa: FBT003 - Qt's switch
        self.refresh()

    def refresh(self) -> None:
        """Work everything out anew."""
        covered = coverage(self._catalogue.dossier)
        chosen = covered.key_features if self.by_features.isChecked() else covered.criteria
        self.matrix.show_matrix(chosen)
        self.legend.update()
        self._show_list()

    def _choose(self, question: Question, topic: Topic, cell: Cell) -> None:
        self._cell = question, topic, cell
        self.subject.setCurrentIndex(0)
        self._show_list()

    def _show_list(self) -> None:
        subject = list(Subject)[max(self.subject.currentIndex(), 0)]
        if subject is Subject.CELL and self._cell is not None:
            question, topic, _cell = self._cell
            self.heading.setText(f"{question.id} × {topic_name(topic)}")
        else:
            self.heading.setText(subject.explained)
        self.list.show_entries(entries(subject, self._catalogue, self._cell))
