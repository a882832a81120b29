"""The outline's list of sections."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTreeView, QWidget

from cmdesk.i18n import _
from cmdesk.model.ids import QuestionId
from ui.bridge import SessionBridge
from ui.outline.delegate import SectionDelegate
from ui.outline.model import LINE, OutlineModel
from ui.outline.sections import Section
from ui.style import ROLE

_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineView(QTreeView):
    """The sections of the open dossier."""

    section_chosen = Signal(str)
    """Id of the question that is to be shown."""
    section_opened = Signal(str)
    """The user pressed Enter or clicked twice: they want to write there."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(ROLE, "outline")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(SectionDelegate(self))
        self.sections = OutlineModel(bridge.session.dossier, self)
        self.setModel(self.sections)
        self.expandAll()
        bridge.changed.connect(self.sections.follow)
        self.selectionModel().currentChanged.connect(self._chosen)
        self.doubleClicked.connect(self._opened)
        self.sections.dataChanged.connect(self.scheduleDelayedItemsLayout)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.setAccessibleName(_("Outline"))
        self.setAccessibleDescription(_("Sections of the form"))
        self.sections.retranslate()

    @property
    def question(self) -> QuestionId | None:
        """The question chosen now."""
        line = self.currentIndex().data(LINE)
        return line.question if isinstance(line, Section) else None

    def choose(self, question_id: QuestionId) -> None:
        """Make a question the chosen one; nothing happens when the form has none of that id."""
        place = self.sections.place(question_id)
        if place.isValid():
            self.setCurrentIndex(place)

    def show_only(self, questions: Collection[QuestionId]) -> None:
        """Hide all other sections, and the heads of parts that have none left."""
        for row in range(self.sections.rowCount()):
            part, shown = self.sections.index(row, 0), 0
            for place in range(self.sections.rowCount(part)):
                line = self.sections.index(place, 0, part).data(LINE)
                hidden = not isinstance(line, Section) or line.question not in questions
                self.setRowHidden(place, part, hidden)
                shown += not hidden
            self.setRowHidden(row, self.rootIndex(), not shown)

    def beside(self, step: int) -> QuestionId | None:
        """The question so many sections further down (or up, when negative); None beyond the ends."""
        places = self._places()
        here = self.currentIndex()
        at = places.index(here) + step if here in places else 0
        line = places[at].data(LINE) if 0 <= at < len(places) else None
        return line.question if isinstance(line, Section) else None

    def _places(self) -> list[QModelIndex]:
        parts = (self.sections.index(row, 0) for row in range(self.sections.rowCount()))
        return [self.sections.index(row, 0, part) for part in parts for row in range(self.sections.rowCount(part))]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the titles anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens the section for writing."""
        if event.key() in _OPENING_KEYS and self.question is not None:
            self.section_opened.emit(self.question)
            return
        super().keyPressEvent(event)

    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = current.data(LINE)
        if isinstance(line, Section):
            self.section_chosen.emit(line.question)

    def _opened(self, place: QModelIndex) -> None:
        line = place.data(LINE)
        if isinstance(line, Section):
            self.section_opened.emit(line.question)
