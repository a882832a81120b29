"""The one door for message boxes and file choosers: our own words on the buttons, and plain text only."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from cmdesk.i18n import _


class Tone(Enum):
    """How grave a message is."""

    NOTE = auto()
    WARNING = auto()
    FAULT = auto()


_ICONS = {
    Tone.NOTE: QMessageBox.Icon.Information,
    Tone.WARNING: QMessageBox.Icon.Warning,
    Tone.FAULT: QMessageBox.Icon.Critical,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A button: the key that `ask` returns, and its words in the interface's language."""

    key: str
    words: str


def box(parent: QWidget | None, tone: Tone, what: str, advice: str, answers: tuple[Answer, ...]) -> QMessageBox:
    """Message box that is not shown yet. The first answer is the safe one: Enter and Escape give it."""
    made = QMessageBox(parent)
    made.setIcon(_ICONS[tone])
    made.setWindowTitle(_("CMDesk"))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(what)
    made.setInformativeText(advice)
    buttons = [_button(made, answer) for answer in answers]
    made.setDefaultButton(buttons[0])
    made.setEscapeButton(buttons[0])
    return made


def _button(made: QMessageBox, answer: Answer) -> QPushButton:
    button = made.addButton(answer.words, QMessageBox.ButtonRole.ActionRole)
    button.setObjectName(answer.key)
    return button


def ask(parent: QWidget | None, what: str, advice: str, *answers: Answer, tone: Tone = Tone.WARNING) -> str:
    """Key of the answer that the user chose."""
    made = box(parent, tone, what, advice, answers)
    made.exec()
    made.deleteLater()
    clicked = made.clickedButton()
    # None when the program is being ended while we ask.
    return answers[0].key if clicked is None else clicked.objectName()


def tell(parent: QWidget | None, what: str, advice: str = "", tone: Tone = Tone.NOTE) -> None:
    """Say something that has to be read before going on."""
    ask(parent, what, advice, Answer("ok", _("OK")), tone=tone)


def choose_folder(parent: QWidget | None, title: str, start: Path) -> Path | None:
    """Folder that the user chose, None when they changed their mind."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None


def choose_target(parent: QWidget | None, title: str, start: Path, kind: str, suffix: str) -> Path | None:
    """File to be written that the user chose, with its suffix; None when they changed their mind.

    `kind` names the sort of file ("Word document").
    """
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(start), f"{kind} (*{suffix})")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
