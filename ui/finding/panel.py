"""The panel of find and replace."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from cmdesk.errors import CMDeskError
from cmdesk.finding.replacing import replacement
from cmdesk.finding.searching import Hit
from cmdesk.finding.wish import Wish
from cmdesk.i18n import _, ngettext
from cmdesk.session import Session
from ui.finding.finder import Finder
from ui.finding.words import rows, told
from ui.theme import SPACE
from ui.widgets.field import Remark
from ui.widgets.label import label
from ui.widgets.panel import SidePanel
from ui.widgets.rows import RowsView


class FindPanel(SidePanel):
    """Looks for words everywhere, shows each place, and puts other words there when that is wanted."""

    wanted = Signal(object, str)
    """A `Hit` whose place is to be shown; "write" takes the keyboard there, "look" does not."""

    def __init__(self, session: Session, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._finder = session, finder
        self.wanted_words, self.instead = QLineEdit(), QLineEdit()
        self.whole, self.any_case, self.any_digits, self.any_spelling = (QCheckBox() for _box in range(4))
        self.count, self.problem, self.list = label("muted"), Remark(), RowsView()
        self.one, self.all = QPushButton(), QPushButton()
        self.replacing = False
        for box in (self.any_case, self.any_digits, self.any_spelling):
            box.setChecked(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for part in (self.wanted_words, self.instead, self.whole, self.any_case, self.any_digits, self.any_spelling):
            self.body.addWidget(part)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.one)
        row.addWidget(self.all)
        row.addStretch(1)
        for below in (self.buttons, self.count, self.problem):
            self.body.addWidget(below)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.setFocusProxy(self.wanted_words)
        for line in (self.wanted_words, self.instead):
            line.installEventFilter(self)

    def _connect(self) -> None:
        self._finder.changed.connect(self.refresh)
        self.wanted_words.textChanged.connect(self._wish)
        self.instead.textChanged.connect(self.refresh)
        for box in (self.whole, self.any_case, self.any_digits, self.any_spelling):
            box.toggled.connect(self._wish)
        self.list.chosen.connect(self._show)
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.name(_("Find and replace") if self.replacing else _("Find"))
        for line, words in ((self.wanted_words, _("Find")), (self.instead, _("Replace with"))):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
        self.whole.setText(_("Whole words only"))
        self.any_case.setText(_("Capitals or not"))
        self.any_digits.setText(_("Thai or Arabic digits"))
        self.any_spelling.setText(_("However the marks are typed"))
        self.list.setAccessibleName(_("Places found"))
        self.refresh()

    def begin(self, words: str, *, replacing: bool) -> None:
        """Let something be looked for, and replaced if that is wanted; some words to begin with."""
        self.replacing = replacing and self._session.writable
        if words:
            self.wanted_words.setText(words)
        self.retranslate()
        self.wanted_words.setFocus()
        self.wanted_words.selectAll()

    def refresh(self) -> None:
        """Show what is found now."""
        hits = self._finder.hits if self.wanted_words.text() else ()
        self.count.setText(told(hits, self.wanted_words.text()))
        self.list.show_rows(rows(hits, self._session.dossier, self.instead.text() if self.replacing else None))
        self.list.setVisible(bool(hits))
        self.instead.setVisible(self.replacing)
        self.buttons.setVisible(self.replacing)
        count = len(self._open(hits))
        self.one.setText(_("Replace this one"))
        self.all.setText(self._promise(count))
        self.one.setEnabled(bool(count))
        self.all.setEnabled(bool(count))

    def _promise(self, count: int) -> str:
        """What the button does to all hits; with nothing to put in their place, they are deleted."""
        if self.instead.text():
            return ngettext("Replace {count}", "Replace all {count}", count).format(count=count)
        return ngettext("Delete {count}", "Delete all {count}", count).format(count=count)

    def step(self, by: int) -> None:
        """Show the next hit, or the one before."""
        self.list.step(by)
        if self.list.current is not None:
            self.wanted.emit(self.list.current, "look")

    def replace_one(self) -> None:
        """Replace the hit that is chosen, the first one when none is, and go on to the next."""
        if self.list.current is None:
            self.step(1)
        elif self._is_fresh():
            hit = self.list.current
            self.list.step(1)
            self._replace([hit])

    def replace_all(self) -> None:
        """Replace all hits, as one step that can be undone."""
        if self._is_fresh():
            self._replace(self._open(self._finder.hits))

    def _is_fresh(self) -> bool:
        fresh = self._finder.is_fresh
        self.problem.help("" if fresh else _("Something has changed; look at the list again."))
        return fresh

    def _replace(self, hits: list[Hit]) -> None:
        try:
            self._session.seal()
            self._session.do(replacement(self._session.dossier, hits, self.instead.text()))
            self._session.seal()
        except CMDeskError as error:
            self.problem.problem(error.what)
        else:
            done = ngettext("{count} place changed.", "{count} places changed.", len(hits))
            self.problem.help(done.format(count=len(hits)))
        self.wanted_words.setFocus()
        self._finder.look()

    @staticmethod
    def _open(hits: tuple[Hit, ...]) -> list[Hit]:
        return [hit for hit in hits if not hit.passage.locked]

    def _wish(self) -> None:
        self._finder.want(
            Wish(
                self.wanted_words.text(),
                self.whole.isChecked(),
                self.any_case.isChecked(),
                self.any_digits.isChecked(),
                self.any_spelling.isChecked(),
            )
        )

    def _show(self, hit: Hit) -> None:
        self.wanted.emit(hit, "write")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter goes to the next hit, with Shift to the one before; the arrow down goes into the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Down and self.list.isVisible():
                self.list.setFocus()
                self.list.step(1)
                return True
        return super().eventFilter(watched, event)
