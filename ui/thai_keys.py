"""Shortcuts under a Thai keyboard, where the key of F writes ด: they belong to keys, whatever these write.

Qt asks the system for the Latin letter of a key, and gets none where Thai is the only layout. The layout is Kedmanee,
TIS 820-2538.
"""

from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

_KEYS = "1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
_PLAIN = "ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ"
_SHIFTED = '+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
_THAI: Final = range(0x0E01, 0x0E5C)
_MAIN_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier

LATIN: Final = {
    thai: latin for row in (_PLAIN, _SHIFTED) for thai, latin in zip(row, _KEYS, strict=True) if ord(thai) in _THAI
}
"""What a key writes that writes a Thai letter, under a Latin layout and without Shift."""


def latin_keys(event: QKeyEvent) -> QKeySequence | None:
    """The keys of a shortcut as they would be under a Latin layout; None for all but Thai letters with Ctrl or Alt."""
    if not event.modifiers() & _MAIN_MODIFIERS:
        return None
    written = chr(event.key()) if event.key() in _THAI else event.text()
    latin = LATIN.get(written)
    if latin is None:
        return None
    return QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(ord(latin.upper()))))


class ThaiKeys(QObject):
    """Does what a shortcut asks when Qt didn't know it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take keys that nobody took: Qt has tried its shortcuts before a widget hears of a key."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            keys = latin_keys(event)
            if keys is not None:
                return self._do(watched, keys)
        return False

    def _do(self, widget: QWidget, keys: QKeySequence) -> bool:
        action = _action_of(widget.window(), keys)
        if action is not None:
            action.trigger()
            return True
        pressed: QKeyCombination = keys[0]  # type: ignore[index]  # the stubs don't know what Python's binding can
        latin = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
        QApplication.sendEvent(widget, latin)
        return True


def _action_of(window: QWidget, keys: QKeySequence) -> QAction | None:
    """The action that these keys are for, if it can be done now."""
    known = list(window.actions())
    for action in known:
        if action.isEnabled() and any(keys == shortcut for shortcut in action.shortcuts()):
            return action
    bar = window.menuBar() if isinstance(window, QMainWindow) else None
    titles = bar.actions() if bar is not None else []
    return next((title for title in titles if QKeySequence.mnemonic(title.text()) == keys), None)
