"""What is done with the program itself."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cmdesk.settings import Settings
from ui.comfort import Comfort

if TYPE_CHECKING:
    from ui.main_window import MainWindow

# The dialogs are imported when they are asked for: the window starts faster without them.


def change_settings(parent: QWidget, settings: Settings, comfort: Comfort) -> None:
    """Let the user change language, colours and text size; each change is seen at once."""
    from ui.dialogs.preferences import PreferencesDialog  # noqa: PLC0415 - see above

    PreferencesDialog(settings, comfort, parent).is_accepted()


def tell_about(parent: QWidget) -> None:
    """Say what this program is."""
    from ui.dialogs.about import AboutDialog  # noqa: PLC0415 - see above

    AboutDialog(parent).is_accepted()


def show_shortcuts(parent: QWidget) -> None:
    """Show all keys."""
    from ui.dialogs.shortcuts import ShortcutsDialog  # noqa: PLC0415 - see above

    ShortcutsDialog(parent).is_accepted()


def open_palette(window: "MainWindow") -> None:
    """Let the user do anything or go anywhere by its name."""
    from ui.palette import going  # noqa: PLC0415 - see above

    going.ask(window)
