"""The page and the notes beside it, each leading to the other."""

from PySide6.QtCore import QObject, Signal

from cmdesk.model.ids import ParagraphId
from cmdesk.model.note import Note
from ui.editor.answer_page import AnswerPage
from ui.notes.panel import NotesPanel


class NotedPage(QObject):
    """Ties a page to the panel of its notes, which is shown when it is needed."""

    toggled = Signal()
    """The panel was shown or hidden."""
    section_wanted = Signal(str)
    """Id of the question that a note is on."""

    def __init__(self, panel: NotesPanel, page: AnswerPage) -> None:
        super().__init__(panel)
        self._panel = panel
        self._page = page
        page.noting.begun.connect(self._begin)
        page.noting.looked_at.connect(self._look_at)
        panel.place_wanted.connect(self._show_place)
        panel.closed.connect(self.toggle)
        for written in (panel.composer.said, panel.composer.given_up):
            written.connect(self._go_back)

    def toggle(self) -> None:
        """Show or hide the notes; who was in them goes back to the page."""
        focused = self._panel.window().focusWidget()
        within = focused is not None and self._panel.isAncestorOf(focused)
        self._show(self._panel.isHidden())
        if within:
            self._page.focus_text()

    def _show(self, wanted: bool = True) -> None:  # noqa: FBT001, FBT002 - as Qt's setVisible
        self._panel.setVisible(wanted)
        self.toggled.emit()

    def _begin(self, note: Note) -> None:
        self._show()
        self._panel.begin(note)

    def _go_back(self) -> None:
        self._page.focus_text()

    def _look_at(self, paragraph_id: str) -> None:
        self._show()
        self._panel.look_at(ParagraphId(paragraph_id))

    def _show_place(self, note: Note) -> None:
        if note.question != self._page.question:
            self.section_wanted.emit(note.question)
        self._page.noting.go_to(note)
