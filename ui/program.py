"""What is done with the program itself."""

from PySide6.QtWidgets import QWidget

from cmdesk.settings import Settings
from ui.comfort import Comfort

# The dialogs are imported when they are asked for: the window starts faster without them.


def change_settings(parent: QWidget, settings: Settings, comfort: Comfort) -> None:
    """Let the user change language, colours and text size; each change is seen at once."""
    from ui.dialogs.preferences import PreferencesDialog  # noqa: PLC0415 - see above

    PreferencesDialog(settings, comfort, parent).is_accepted()


def tell_about(parent: QWidget) -> None:
    """Say what this program is."""
    from ui.dialogs.about import AboutDialog  # noqa: PLC0415 - see above

    AboutDialog(parent).is_accepted()
