"""Cut, copy and paste where the caret is, for those who look for them in the menu."""

from typing import Final

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

IDS: Final = ("cut", "copy", "paste", "select_all")


def act(action: str) -> None:
    """Do one of these to the text that has the focus; nothing happens where there is none."""
    place = QApplication.focusWidget()
    if not isinstance(place, QLineEdit | QPlainTextEdit | QTextEdit):
        return
    {"cut": place.cut, "copy": place.copy, "paste": place.paste, "select_all": place.selectAll}[action]()


def settle() -> None:
    """Leave what was copied to the system as plain text, before the program ends.

    WORKAROUND for PySide 6.11 crashing on its way out: data made in Python that the clipboard still holds is deleted
    after Python has ended. The offscreen platform, where this was seen, can't tell that the clipboard is ours.
    """
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard() or QApplication.platformName() == "offscreen":
        clipboard.setText(clipboard.text())
