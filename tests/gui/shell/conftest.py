"""The whole window on an empty computer, and a person's hands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cmdesk import places
from cmdesk.model.language import Language
from cmdesk.settings import SPELLING, Settings
from cmdesk.store.saving import Safety
from ui import app
from ui.comfort import Comfort
from ui.dialogs.new_dossier import NewDossierDialog
from ui.errors import FaultWatch
from ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
ENGLISH = Language.ENGLISH
_LOOK_EVERY_MS = 10
_PATIENCE_MS = 6_000


@dataclass
class Person:
    """Somebody at the window. They see dialogs only when these are there, and act on them as people do."""

    qtbot: QtBot
    window: MainWindow

    def meets(self, kind: type[W], act: Callable[[W], object]) -> None:
        """Act on the dialog of a kind as soon as it is there."""

        def look() -> None:
            shown = QApplication.activeModalWidget()
            if isinstance(shown, kind):
                try:
                    act(shown)
                except BaseException:
                    shown.close()
                    raise
            else:
                QTimer.singleShot(_LOOK_EVERY_MS, self.window, look)

        look()

    def clicks(self, button: QWidget) -> None:
        """Click a button."""
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def clicks_named(self, dialog: QWidget, name: str) -> None:
        """Click the button of an object name, as message boxes have."""
        button = dialog.findChild(QPushButton, name)
        assert button is not None, f"no button {name}"
        self.clicks(button)

    def writes(self, words: str) -> None:
        """Write where the caret is, as an input method does: QTest knows Latin keys only."""
        target = self.window.focusWidget()
        assert target is not None, "nothing to write in"
        for letter in words:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(target, event)

    def asks(self, action: str) -> None:
        """Choose an action, once it can be chosen."""
        chosen = self.window.actions_.by_id[action]
        self.qtbot.waitUntil(chosen.isEnabled)
        chosen.trigger()

    def waits_for_saved(self) -> None:
        """Wait until the window says that all is on disk."""
        assert self.window.workspace is not None
        session = self.window.workspace.session
        self.qtbot.waitUntil(
            lambda: session.save_state.safety is Safety.SAVED and self.light == "Saved", timeout=10_000
        )

    @property
    def light(self) -> str:
        """What the window says of saving."""
        return self.window.status.light.words

    def makes_a_dossier(self, city: str = "Chiang Rai") -> Path:
        """Make a new dossier with the wizard; returns its folder."""
        folders: list[Path] = []

        def fill(dialog: NewDossierDialog) -> None:
            self.qtbot.keyClicks(dialog.city.fields[ENGLISH].line, city)
            folders.append(dialog.plan().folder)
            self.clicks(dialog.create_)

        self.meets(NewDossierDialog, fill)
        self.asks("new")
        return folders[0]


@pytest.fixture
def settings(home: Path) -> Settings:  # noqa: ARG001 - where they are kept
    """The settings of a new user."""
    made = Settings(places.settings_file())
    made.set(SPELLING, False)  # noqa: FBT003 - a process for each test would take longer than the test
    return made


def discard(window: MainWindow) -> None:
    """Delete a window here and now: Python's collector might do it while Qt goes through its widgets."""
    window.release()
    window.close()
    shiboken6.delete(window)


@pytest.fixture(autouse=True)
def unmet(qapp: QApplication) -> Iterator[list[str]]:
    """Closes every dialog that nobody meets, so that a test fails over it rather than waits for ever."""
    left: list[str] = []
    seen: list[QWidget | None] = [None]

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if shown is not None and shown is seen[0]:
            left.append(shown.text() if isinstance(shown, QMessageBox) else shown.windowTitle())
            shown.close()
        seen[0] = shown

    timer = QTimer(qapp, interval=_PATIENCE_MS)
    timer.timeout.connect(look)
    timer.start()
    yield left
    timer.stop()
    assert left == []


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[MainWindow]:
    """The main window, shown."""
    comfort = Comfort(qapp, settings)
    comfort.put_on()
    made = app.assemble(qapp, settings, comfort)
    watch = made.findChild(FaultWatch)
    assert watch is not None
    watch.remove()  # a fault in a test is the test's own
    made.show()
    qtbot.waitExposed(made)
    yield made
    discard(made)


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    """Somebody at the window."""
    return Person(qtbot, window)
