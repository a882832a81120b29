"""The main window: the start page or one open dossier, with menus, tool bar and status bar around."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QToolBar, QWidget

from cmdesk.i18n import _, language
from cmdesk.model.language import Language
from cmdesk.settings import AUTHOR, GEOMETRY, LAST_SECTION, PANES, SIDE_PANEL, Settings
from ui import clipboard, collecting, program, theme
from ui.action_set import ActionSet
from ui.actions import Situation
from ui.comfort import Comfort
from ui.focus_mode import FocusMode
from ui.opening import Doorway
from ui.start.page import StartPage
from ui.status import StatusLine
from ui.widgets import icons

if TYPE_CHECKING:
    from cmdesk.session import Session
    from ui.workspace import Workspace

# What belongs to an open dossier is imported when there is one: the window is painted before that.


_PAINTED_MS = 600
"""After so long an opened dossier is painted, and what goes on beside it may begin."""
PATIENCE = 15.0
"""Seconds that the end of the program waits for the disk."""


class MainWindow(QMainWindow):
    """Shows what there is and passes on what is wanted; decides nothing about dossiers itself."""

    def __init__(self, settings: Settings, comfort: Comfort) -> None:
        super().__init__()
        self._settings, self._comfort = settings, comfort
        self.workspace: Workspace | None = None
        self.actions_ = ActionSet(self)
        self.door = Doorway(self, settings)
        self.start = StartPage()
        self.status = StatusLine()
        self.focus_mode = FocusMode(self)
        self._stack, self.bar, self._recent = QStackedWidget(), QToolBar(), QMenu(self)
        self._deeds = self._own_deeds()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.setWindowIcon(QIcon(icons.pixmap("cmdesk", "", 128)))
        self.setMinimumSize(800, 520)
        self.setAcceptDrops(True)
        self.setCentralWidget(self._stack)
        self._stack.addWidget(QWidget())  # nothing yet: no start page flashes by while a dossier opens
        self._stack.addWidget(self.start)
        self.actions_.fill_menus(self.menuBar())
        self.actions_.fill_bar(self.bar)
        self.actions_.add_recent(self._recent)
        self.bar.setMovable(False)
        self.bar.setObjectName("tools")
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.bar)
        self.setStatusBar(self.status)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.resize(1280, 820)
        self.restoreGeometry(QByteArray(b64decode(self._settings.get(GEOMETRY), validate=False)))

    def _connect(self) -> None:
        self.actions_.asked.connect(self.run)
        self.door.opened.connect(self.show_session)
        self.start.new_wanted.connect(self.door.begin)
        self.start.open_wanted.connect(self.door.choose)
        self.start.sample_wanted.connect(self.door.open_sample)
        self.start.recent_wanted.connect(self.door.open)
        self.status.checks.clicked.connect(partial(self.run, "checks"))
        self.status.light.copy_wanted.connect(partial(self.run, "save_copy"))
        self._soon.timeout.connect(self.show_situation)
        self._comfort.changed.connect(self.retranslate)
        self._recent.aboutToShow.connect(self._fill_recent)

    def _own_deeds(self) -> dict[str, Callable[[], object]]:
        return {
            "new": self.door.begin,
            "open": self.door.choose,
            "open_sample": self.door.open_sample,
            "close": self.close_dossier,
            "quit": self.close,
            "settings": partial(program.change_settings, self, self._settings, self._comfort),
            "larger": partial(self._comfort.step_text_size, 1),
            "smaller": partial(self._comfort.step_text_size, -1),
            "palette": partial(program.open_palette, self),
            "shortcuts": partial(program.show_shortcuts, self),
            "focus": self.focus_mode.toggle,
            "about": partial(program.tell_about, self),
        }

    def run(self, action: str) -> None:
        """Do an action of the table."""
        own = self._deeds.get(action)
        if own is not None:
            own()
        elif self.workspace is not None and not self.workspace.run(action):
            from ui import errands  # noqa: PLC0415 - see above

            wanted = errands.ON_DOSSIER[action](self, self.workspace.session)
            if isinstance(wanted, Path):
                self.door.open(wanted)

    def show_start(self) -> None:
        """Show the start page, unless a dossier is open."""
        if self.workspace is None:
            self._stack.setCurrentWidget(self.start)

    def show_session(self, session: "Session") -> None:
        """Show an open dossier in place of the one before, which is closed; if it can't be, nothing changes."""
        from ui.workspace import Workspace  # noqa: PLC0415 - see above

        if not self.close_dossier():
            session.close()
            return
        workspace = self.workspace = Workspace(session, partial(self._settings.get, AUTHOR))
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        self._listen_to(workspace)
        workspace.panes.restoreState(QByteArray(b64decode(self._settings.get(PANES), validate=False)))
        workspace.tools.restore(self._settings.get(SIDE_PANEL))
        self.door.present = session.project.folder
        self.status.follow(session)
        self.status.show_far(workspace.how_far())
        last = self._settings.get(LAST_SECTION)
        workspace.show_section(last.get(session.dossier.id, ""))
        workspace.page.focus_text()
        QTimer.singleShot(_PAINTED_MS, workspace, partial(workspace.tools.begin_spelling, self._settings))
        self.show_situation()

    def _listen_to(self, workspace: "Workspace") -> None:
        workspace.situation_changed.connect(self._soon.start)
        workspace.zoomed.connect(self._comfort.step_text_size)
        workspace.section_shown.connect(self._remember_section)
        workspace.bridge.saving_changed.connect(self.status.show_saving)
        workspace.notice.acted.connect(partial(self.door.take_over, workspace.session))
        workspace.tools.watch.changed.connect(self._checked)
        workspace.outline.sections.dataChanged.connect(self._progressed)

    def close_dossier(self) -> bool:
        """Go back to the start page; returns False when the user would rather stay, as not all is on disk."""
        workspace = self.workspace
        if workspace is None:
            return True
        from ui import leaving  # noqa: PLC0415 - see above

        if not leaving.may_leave(self, workspace.session):
            return False
        self.focus_mode.end()
        self._settings.set(SIDE_PANEL, workspace.tools.side.shown)
        self._settings.set(PANES, b64encode(workspace.panes.saveState().data()).decode())
        self.workspace = None
        workspace.leave()
        workspace.session.close()
        collecting.look_again()
        self._stack.removeWidget(workspace)
        self._stack.setCurrentWidget(self.start)
        workspace.deleteLater()
        self.door.present = None
        self.status.follow(None)
        self.start.show_recent(self._settings.recent)
        self.show_situation()
        return True

    def release(self) -> None:
        """Let go of the dossier without asking, as the program ends: everything typed is written first."""
        clipboard.settle()
        if self.workspace is not None:
            self.workspace.leave()
            self.workspace.session.flush(PATIENCE)
            self.workspace.session.close()
            self.workspace = None

    def show_situation(self) -> None:
        """Enable the actions that are of use now, and name the dossier in the title bar."""
        session = self.workspace.session if self.workspace else None
        self.actions_.show_situation(self.workspace.situation() if self.workspace else Situation())
        self.bar.setVisible(session is not None and not self.focus_mode.is_on)
        self.status.setVisible(session is not None and not self.focus_mode.is_on)
        if session is None:
            self.setWindowTitle(_("CMDesk"))
            return
        title = session.dossier.profile.title.best(Language(language()))
        self.setWindowTitle(_("{dossier} – CMDesk").format(dossier=title))

    def _progressed(self) -> None:
        if self.workspace is not None:
            self.status.show_far(self.workspace.how_far())

    def _checked(self) -> None:
        if self.workspace is not None:
            self.status.show_findings(self.workspace.tools.watch.findings)

    def _remember_section(self, question_id: str) -> None:
        if self.workspace is not None:
            known = self._settings.get(LAST_SECTION)
            self._settings.set(LAST_SECTION, {**known, self.workspace.session.dossier.id: question_id})

    def _fill_recent(self) -> None:
        self._recent.clear()
        for folder in self._settings.recent:
            action = self._recent.addAction(folder.stem.replace("&", "&&"))
            action.triggered.connect(partial(self.door.open, folder))

    def retranslate(self) -> None:
        """Speak the interface's language, and wear the theme's colours."""
        self._recent.setTitle(_("Open &recent"))
        self.bar.setWindowTitle(_("Tools"))
        self.actions_.retranslate()
        self.actions_.redress()
        self.bar.setIconSize(QSize(theme.scaled(icons.SIZE), theme.scaled(icons.SIZE)))
        self.start.retranslate()
        self.status.retranslate()
        self.start.show_recent(self._settings.recent)
        if self.workspace is not None:
            self.workspace.retranslate()
            self._progressed()
        self.show_situation()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close the dossier first; stay when the user would rather."""
        self._settings.set(GEOMETRY, b64encode(self.saveGeometry().data()).decode())
        if self.close_dossier():
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A folder may be dropped."""
        if dropped_folder(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open the folder that was dropped."""
        folder = dropped_folder(event.mimeData())
        if folder is not None:
            event.acceptProposedAction()
            self.door.open(folder)


def dropped_folder(data: QMimeData) -> Path | None:
    """The one folder that is being dragged; None for anything else."""
    places = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return places[0] if len(places) == 1 and places[0].is_dir() else None
