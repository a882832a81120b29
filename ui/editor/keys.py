"""What keys mean on the bilingual page, beyond typing inside one paragraph, which Qt does."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Gesture(Enum):
    """Something that hands ask of the page."""

    ENTER = auto()
    LINE_BREAK = auto()
    SPLIT = auto()
    JOIN_BEFORE = auto()
    JOIN_AFTER = auto()
    CUT_OUT = auto()
    """Delete a selection that reaches over paragraphs."""
    CUT = auto()
    OTHER_LANGUAGE = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    UNDO = auto()
    REDO = auto()
    FINISH = auto()
    """This text is ready or translated: on to the next one."""
    NEXT_DUE = auto()
    PREVIOUS_DUE = auto()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the caret is when a key is pressed."""

    selection: bool
    spans_rows: bool
    at_start: bool
    at_end: bool


_PLAIN: dict[tuple[int, Qt.KeyboardModifier], Gesture] = {
    (_Key.Key_Return, _NONE): Gesture.ENTER,
    (_Key.Key_Return, _SHIFT): Gesture.LINE_BREAK,
    (_Key.Key_Return, _CTRL): Gesture.SPLIT,
    (_Key.Key_Tab, _NONE): Gesture.OTHER_LANGUAGE,
    (_Key.Key_Backtab, _SHIFT): Gesture.OTHER_LANGUAGE,
    (_Key.Key_Up, _ALT): Gesture.MOVE_UP,
    (_Key.Key_Down, _ALT): Gesture.MOVE_DOWN,
    (_Key.Key_Return, _ALT): Gesture.FINISH,
    (_Key.Key_F8, _NONE): Gesture.NEXT_DUE,
    (_Key.Key_F8, _SHIFT): Gesture.PREVIOUS_DUE,
}
_STANDARD = {
    QKeySequence.StandardKey.Undo: Gesture.UNDO,
    QKeySequence.StandardKey.Redo: Gesture.REDO,
    QKeySequence.StandardKey.Cut: Gesture.CUT,
}
_WINDOWS = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.DeleteEndOfLine,
    QKeySequence.StandardKey.DeleteCompleteLine,
)


def gesture_of(event: QKeyEvent, around: Surroundings) -> Gesture | None:
    """What a key means here; None when Qt may handle it, since it changes one paragraph at most."""
    for standard, gesture in _STANDARD.items():
        if event.matches(standard):
            return gesture
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = _Key.Key_Return if event.key() == _Key.Key_Enter else event.key()
    return _PLAIN.get((key, modifiers)) or _deletion(event, around)


def is_windows(event: QKeyEvent) -> bool:
    """Whether a key is for the window's actions: a text widget would claim undo and redo before they see them.

    Emacs' keys for cutting a line, which Qt knows on some systems, would cut over the end of a paragraph.
    """
    return any(event.matches(key) for key in _WINDOWS)


def types(event: QKeyEvent) -> bool:
    """Whether a key writes letters."""
    return bool(event.text()) and event.text().isprintable()


def writes(event: QKeyEvent) -> bool:
    """Whether a key changes the text, by letters or by deleting some."""
    return types(event) or event.key() in (_Key.Key_Backspace, _Key.Key_Delete)


def _deletion(event: QKeyEvent, around: Surroundings) -> Gesture | None:
    backward = event.key() == _Key.Key_Backspace
    forward = event.key() == _Key.Key_Delete
    if not (backward or forward):
        return None
    if around.selection:
        return Gesture.CUT_OUT if around.spans_rows else None
    if backward and around.at_start:
        return Gesture.JOIN_BEFORE
    return Gesture.JOIN_AFTER if forward and around.at_end else None
