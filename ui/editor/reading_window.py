"""A window to read the whole dossier in, beside the page that it is written on."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from cmdesk.i18n import _
from ui import theme
from ui.bridge import SessionBridge
from ui.editor.calm_edit import InertDocument
from ui.editor.reading_text import QUESTION, ReadingText
from ui.editor.sides import Sides
from ui.theme import SPACE
from ui.widgets.choices import Choices

_AFTER = 500
"""Milliseconds after the last change of the dossier."""
_SHOWN = (Sides.BOTH, Sides.THAI, Sides.ENGLISH)
_MARGIN = 4 * SPACE


class _Pages(QTextEdit):
    """Text to be read, whose headings can be clicked."""

    heading_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setDocument(InertDocument(self))
        self.setReadOnly(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the section of a heading; select a word elsewhere."""
        question = self.cursorForPosition(event.position().toPoint()).blockFormat().property(QUESTION)
        if question:
            self.heading_chosen.emit(str(question))
        else:
            super().mouseDoubleClickEvent(event)


class ReadingWindow(QWidget):
    """Shows every section, as the dossier is at the moment."""

    section_wanted = Signal(str)
    """Id of a question whose heading was clicked twice."""

    def __init__(self, bridge: SessionBridge, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session = bridge.session
        self.sides = Choices(len(_SHOWN))
        self.text = _Pages()
        self._later = QTimer(self, singleShot=True, interval=_AFTER)
        self._later.timeout.connect(self.refresh)
        self._lay_out()
        self.text.heading_chosen.connect(self.section_wanted)
        bridge.changed.connect(self._changed)
        self.sides.chosen.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addWidget(self.sides)
        layout.addWidget(self.text, 1)
        self.resize(1100, 820)

    def refresh(self) -> None:
        """Show the dossier as it is now, in the languages chosen, staying where one reads."""
        self.setWindowTitle(_("The whole dossier"))
        self.sides.say(_("Languages"), _("Both languages"), _("Thai"), _("English"))
        bar = self.text.verticalScrollBar()
        at = bar.value()
        self.text.clear()
        self.text.document().setDefaultFont(QFont(theme.FAMILY, theme.text_points()))
        self.text.document().setDocumentMargin(_MARGIN)
        ReadingText(self._session.dossier, _SHOWN[self.sides.place], QTextCursor(self.text.document())).write()
        bar.setValue(at)

    def _changed(self) -> None:
        if self.isVisible():
            self._later.start()

    def read(self) -> None:
        """Come to the front, up to date."""
        self.refresh()
        self.show()
        self.activateWindow()
        self.text.setFocus()
