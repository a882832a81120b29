"""What stands beside the page of an open dossier: checks, find and replace, the overview."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cmdesk.checks import Finding
from cmdesk.finding.searching import Hit
from cmdesk.settings import Settings
from ui.checks.panel import ChecksPanel
from ui.checks.watch import CheckWatch
from ui.finding.finder import Finder
from ui.finding.panel import FindPanel
from ui.going import Goal, go_to
from ui.overview.page import OverviewPage
from ui.side import SidePane

if TYPE_CHECKING:
    from ui.spelling.desk import SpellingDesk
    from ui.workspace import Workspace

CHECKS, FIND = "checks", "find"
_LONGEST_WORDS = 120


class Tools(QObject):
    """Makes them and leads from them to the page. They know the workspace; the page doesn't know them."""

    changed = Signal()
    """Another one is shown, or none."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.watch = CheckWatch(workspace.bridge, self)
        self.finder = Finder(workspace.bridge, self)
        self.side = SidePane()
        self.spelling: SpellingDesk | None = None
        self._released = False
        self.side.offer(CHECKS, self._checks)
        self.side.offer(FIND, self._find)
        self.side.changed.connect(self.changed)
        self.overview = OverviewPage(workspace.session, self.watch)
        self.overview.hide()
        self.overview.section_wanted.connect(self._open_section)
        self.watch.changed.connect(self._badge)

    def begin_spelling(self, settings: Settings) -> None:
        """Check the spelling of the page from now on, as the user has set it."""
        if self._released:
            return
        from ui.spelling.desk import SpellingDesk  # noqa: PLC0415 - the page is painted before

        desk = self.spelling = SpellingDesk(self._workspace.page.prose, self._workspace.bridge, settings)
        desk.changed.connect(self.changed)
        self.changed.emit()

    def restore(self, panel: str) -> None:
        """Show the panel again that was shown last; nothing when there was none."""
        if self.side.knows(panel):
            self.side.show_panel(panel)

    def release(self) -> None:
        """End what goes on beside the window, and begin nothing more."""
        self._released = True
        if self.spelling is not None:
            self.spelling.release()

    def _toggle_spelling(self) -> None:
        if self.spelling is not None:
            self.spelling.toggle()

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What to do, by the action's id."""
        return {
            "checks": partial(self.side.toggle, CHECKS),
            "find": partial(self._begin_finding, replacing=False),
            "replace": partial(self._begin_finding, replacing=True),
            "find_next": partial(self._step, 1),
            "find_previous": partial(self._step, -1),
            "overview": self.toggle_overview,
            "spelling": self._toggle_spelling,
        }

    @property
    def shown(self) -> set[str]:
        """Ids of the checkable actions that are on."""
        over = {"overview"} if self.overview.isVisibleTo(self._workspace) else set()
        over |= {"spelling"} if self.spelling is not None and self.spelling.is_on else set()
        return over | ({self.side.shown} - {"", FIND})

    def toggle_overview(self) -> None:
        """Show the overview in the place of the page, or the page again."""
        self.show_page() if self.overview.isVisibleTo(self._workspace) else self._show_overview()

    def _show_overview(self) -> None:
        self.overview.refresh()
        self.side.put_away()  # its lines need the room
        self._workspace.page.hide()
        self.overview.show()
        self.overview.setFocus()
        self.changed.emit()

    def show_page(self) -> None:
        """Show the section's page, if the overview is in its place."""
        if self.overview.isVisibleTo(self._workspace):
            self.overview.hide()
            self._workspace.page.show()
            self.changed.emit()

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.side.retranslate()
        self.overview.retranslate()
        self.watch.retranslate()

    def _checks(self) -> ChecksPanel:
        panel = ChecksPanel(self._workspace.session, self.watch)
        panel.wanted.connect(self._show_finding)
        return panel

    def _find(self) -> FindPanel:
        panel = FindPanel(self._workspace.session, self.finder)
        panel.wanted.connect(self._show_hit)
        return panel

    def _begin_finding(self, *, replacing: bool) -> None:
        words = self._selected_words()
        self.side.show_panel(FIND).begin(words, replacing=replacing)

    def _selected_words(self) -> str:
        """What is selected on the page, if it is short enough to be looked for."""
        page = self._workspace.page
        words = page.prose.column.plain_selection() if page.is_prose else ""
        return words if "\n" not in words and len(words) <= _LONGEST_WORDS else ""

    def _step(self, by: int) -> None:
        if not self.finder.wish.words:
            self._begin_finding(replacing=False)
        else:
            self.side.panel(FIND).step(by)

    def _show_finding(self, finding: Finding) -> None:
        if finding.question is not None:
            go_to(self._workspace, Goal(finding.question, finding.paragraph))
        elif finding.evidence is not None:
            self._workspace.library.look_at(finding.evidence)

    def _show_hit(self, hit: Hit, how: str) -> None:
        passage = hit.passage
        if passage.question is not None:
            stretch = (0, 0) if passage.path else (hit.start, hit.stop)
            goal = Goal(passage.question, passage.paragraph, passage.language, *stretch)
            go_to(self._workspace, goal, writing=how == "write")
        elif passage.evidence is not None:
            self._workspace.library.look_at(passage.evidence)

    def _open_section(self, question_id: str) -> None:
        self._workspace.show_section(question_id)
        self.show_page()
        self._workspace.page.focus_text()

    def _badge(self) -> None:
        self._workspace.outline_pane.take(self.watch.findings)
