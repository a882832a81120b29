"""The bar under the page: what there is to decide about the pair that the caret is in."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cmdesk.comparing import compare
from cmdesk.edits.stages import Agreement
from cmdesk.i18n import _
from cmdesk.model.answer import Paragraph
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage
from cmdesk.model.text import Text
from ui import theme
from ui.editor.changes import ChangesView
from ui.editor.inline import Labels
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.label import label
from ui.widgets.plain import tip


class PairBar(QFrame):
    """Shown beside a stale translation or a locked text, and hidden otherwise."""

    agreed = Signal(object)
    """An `Agreement`: what the user says of the translation."""
    unlock_wanted = Signal()

    def __init__(self, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(ROLE, "notice")
        self._icon, self.words, self.changes = QLabel(), label("strong"), ChangesView(labels, self)
        self.unlock = self._button("")
        self.ways = {how: self._button("") for how in Agreement}
        self._told: tuple[Paragraph | None, Language, bool] | None = None
        self._lay_out()
        self.unlock.clicked.connect(self.unlock_wanted)
        for how, button in self.ways.items():
            button.clicked.connect(partial(self.agreed.emit, how))
        self.hide()

    def _button(self, role: str) -> QPushButton:
        made = QPushButton(self)
        made.setProperty(ROLE, role)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret in the text
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._icon)
        head.addWidget(self.words, 1)
        for button in (*self.ways.values(), self.unlock):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(head)
        layout.addWidget(self.changes)

    def show_pair(self, paragraph: Paragraph | None, language: Language, *, writable: bool) -> None:
        """Show what there is to decide about a pair whose side in a language holds the caret, if that is new."""
        told = paragraph, language, writable
        if self._told is None or told[0] is not self._told[0] or told[1:] != self._told[1:]:
            self._told = told
            self._show(paragraph, language, writable=writable)

    def retranslate(self) -> None:
        """Say the same in the interface's language, and in the theme's colours."""
        if self._told is not None:
            paragraph, language, writable = self._told
            self._show(paragraph, language, writable=writable)

    def _show(self, paragraph: Paragraph | None, language: Language, *, writable: bool) -> None:
        stale = paragraph is not None and paragraph.is_stale
        locked = paragraph is not None and paragraph.stage(language) is Stage.LOCKED
        self.changes.setVisible(stale)
        self.unlock.setVisible(locked and writable)
        for button in self.ways.values():
            button.setVisible(stale and writable)
        self._say_words(stale=stale)
        self.setVisible(stale or locked)
        if paragraph is not None and stale:
            self._show_stale(paragraph)
        elif locked:
            self._show_mark("stage_locked", theme.in_force().text)
            self.words.setText(_locked(language))

    def _show_stale(self, paragraph: Paragraph) -> None:
        self._show_mark("stale", theme.in_force().warn)
        thai = paragraph.leading is Language.THAI
        self.words.setText(
            _("What changed in the Thai since the English agreed with it")
            if thai
            else _("What changed in the English since the Thai agreed with it")
        )
        stretches = compare(paragraph.agreed or Text(), paragraph.in_(paragraph.leading))
        self.changes.setAccessibleName(self.words.text())
        self.changes.show_changes(stretches, paragraph.leading)
        self.ways[Agreement.UPDATED].setDisabled(paragraph.stage(paragraph.following) is Stage.LOCKED)

    def _show_mark(self, name: str, colour: str) -> None:
        self._icon.setPixmap(icons.pixmap(name, colour, 20, self.devicePixelRatioF()))

    def _say_words(self, *, stale: bool) -> None:
        self.unlock.setText(_("Unlock"))
        if not stale:
            return
        for how, words, told in (
            (Agreement.UPDATED, _("Translation updated"), _("You have changed the translation to say the same again")),
            (
                Agreement.STILL_RIGHT,
                _("Still right"),
                _("The translation needs no change; it has to be reviewed again"),
            ),
            (Agreement.TYPO, _("Typo only"), _("Only a slip was mended, so a review of the translation still holds")),
        ):
            self.ways[how].setText(words)
            self.ways[how].setToolTip(tip(told))


def _locked(language: Language) -> str:
    thai = language is Language.THAI
    return _("This Thai text is locked.") if thai else _("This English text is locked.")
