"""What ties the library to the open dossier's page: going there and back, citing, jumping to a place."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cmdesk.library.uses import Use
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language
from cmdesk.model.text import Citation
from ui.bridge import SessionBridge
from ui.editor.answer_page import AnswerPage
from ui.editor.places import Place

if TYPE_CHECKING:
    from ui.library.catalogue import Catalogue
    from ui.library.finder import Finder
    from ui.library.room import LibraryRoom

# The library is imported when it is first wanted: a dossier opens faster without it.


class LibraryDesk(QObject):
    """The library of one open dossier; its room is made when it is first wanted."""

    switched = Signal()
    """The library is shown now, or not any more."""

    def __init__(
        self, bridge: SessionBridge, page: AnswerPage, panes: QWidget, show_section: Callable[[str], object]
    ) -> None:
        super().__init__(panes)
        self._bridge, self._page, self._panes, self._show_section = bridge, page, panes, show_section
        self.rooms = QStackedWidget()
        self.rooms.addWidget(panes)
        self._room: LibraryRoom | None = None

    @cached_property
    def catalogue(self) -> "Catalogue":
        """The records as the library shows them."""
        from ui.library.catalogue import Catalogue  # noqa: PLC0415 - see above

        return Catalogue(self._bridge, self)

    @property
    def is_open(self) -> bool:
        """Whether the library is looked at."""
        return self.rooms.currentWidget() is not self._panes

    @property
    def room(self) -> "LibraryRoom":
        """The library's page, made now if need be."""
        if self._room is None:
            from ui.library.room import LibraryRoom  # noqa: PLC0415 - see above

            room = self._room = LibraryRoom(self.catalogue)
            room.left.connect(self.leave)
            room.cite_wanted.connect(self.cite_here)
            room.place_wanted.connect(self.go_to)
            self.rooms.addWidget(room)
        return self._room

    def toggle(self) -> None:
        """Go to the library, or back to writing."""
        if self.is_open:
            self.leave()
        else:
            self.open()

    def open(self) -> None:
        """Go to the library."""
        first = self._room is None
        room = self.room
        self._bridge.session.rest()
        self.catalogue.wake()
        self.rooms.setCurrentWidget(room)
        room.search()
        self.switched.emit()
        if first:
            from ui.library.filling import Filling  # noqa: PLC0415 - see above

            Filling(self.catalogue).begin()

    def leave(self) -> None:
        """Go back to writing, where the caret was."""
        self.put_away()
        self._page.focus_text()

    def put_away(self) -> None:
        """Show the page in place of the library."""
        if self.is_open:
            self.catalogue.sleep()
            self.rooms.setCurrentWidget(self._panes)
            self.switched.emit()

    def look_at(self, name: EvidenceId) -> None:
        """Show a record in the library."""
        self.open()
        self.room.look_at(name)

    def show_page(self, key: str) -> None:
        """Show one of the library's pages."""
        self.open()
        self.room.show_page(key)

    def release(self) -> None:
        """Let go of all files."""
        if "catalogue" in self.__dict__:
            self.catalogue.close()

    def retranslate(self) -> None:
        """Speak the interface's language, and wear the theme's colours."""
        if self._room is not None:
            self._room.retranslate()

    def cite(self) -> None:
        """Ask for a record and cite it after what is selected, in both languages."""
        if self._may_write:
            finder = self._finder(figures=False)
            if finder.is_accepted() and finder.chosen is not None:
                self._cite(finder.chosen, finder.where)

    def cite_here(self, name: str) -> None:
        """Go back to writing and cite a record where the caret is."""
        self.leave()
        if self._may_write:
            self._cite(EvidenceId(name), "")

    def insert_figure(self) -> None:
        """Ask for a statistic and show its value in place of what is selected, and of the same number opposite."""
        if not self._may_write:
            return
        finder = self._finder(figures=True)
        record = self.catalogue.record(finder.chosen) if finder.is_accepted() else None
        if record is not None:
            from ui.library import citing  # noqa: PLC0415 - see above

            page, prose = self._page.prose, self._page.prose.real_prose()
            stretch = citing.whole_row(page.column.stretch)
            page.carry_out(citing.figured(page.question, prose, stretch, record, self._other_caret()))

    def _finder(self, *, figures: bool) -> "Finder":
        from ui.library.finder import Finder  # noqa: PLC0415 - see above

        return Finder(self.catalogue, self._page, figures=figures)

    @property
    def _may_write(self) -> bool:
        return self._page.is_prose and self._page.prose.may_write

    def _cite(self, name: EvidenceId, where: str) -> None:
        from ui.library import citing  # noqa: PLC0415 - see above

        page, prose = self._page.prose, self._page.prose.real_prose()
        stretch = page.column.stretch
        page.carry_out(citing.cited(page.question, prose, stretch, Citation(name, where), self._other_caret()))

    def _other_caret(self) -> int | None:
        """Where the other language's caret is, when somebody left it inside the same row."""
        page = self._page.prose
        there = page.sheet.columns[page.language.other].place
        return there.position if there.row == page.place.row and there.position else None

    def go_to(self, use: Use) -> None:
        """Show a place in the text, with the caret at it."""
        self.leave()
        self._show_section(use.question)
        page = self._page.prose
        if use.paragraph is None or not self._page.is_prose:
            return
        rows = [paragraph.id for paragraph in page.prose.paragraphs]
        if use.paragraph in rows:
            language = use.language or Language.ENGLISH
            page.focus(language)
            page.go_to(Place(rows.index(use.paragraph), language, (use.position or 0) + 1))
