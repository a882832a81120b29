"""All keys, as the table of actions has them, and those of the page."""

from itertools import groupby

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from cmdesk.i18n import N_, _
from cmdesk.thai.normalizing import search_key
from ui.actions import TABLE, Action
from ui.dialogs.frame import Frame
from ui.widgets.plain import bare
from ui.widgets.rows import Row, RowsView

_HEIGHT = 520
_OF_THE_PAGE = (
    ("Tab", N_("Go to the other language of the pair")),
    ("Return", N_("Begin a new pair, or split the text")),
    ("Shift+Return", N_("Begin a new line inside the paragraph")),
    ("Backspace", N_("At the start of a paragraph: join the pair to the one above it")),
    ("Ctrl+Right", N_("Go to the next word, Thai or English")),
    ("Esc", N_("Put the panel away that one is in")),
)


class ShortcutsDialog(Frame):
    """Lists them under the names of the menus; some letters leave those that have them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(600, parent)
        self.line, self.list = QLineEdit(), RowsView()
        self.title(_("Keyboard shortcuts"))
        self.line.setPlaceholderText(_("Look for an action or keys"))
        self.line.setAccessibleName(_("Look for an action or keys"))
        self.list.setAccessibleName(_("Keyboard shortcuts"))
        self.list.setMinimumHeight(_HEIGHT)
        self.body.addWidget(self.line)
        self.body.addWidget(self.list, 1)
        close = self.add_button(primary=True)
        close.setText(_("Close"))
        close.clicked.connect(self.accept)
        self.line.textChanged.connect(self._fit)
        self._fit("")

    def _fit(self, letters: str) -> None:
        wanted = search_key(letters)
        made: list[Row] = []
        for menu, lines in groupby(TABLE, key=lambda line: line.menu):
            found = [row for row in map(_row, filter(_has_keys, lines)) if wanted in search_key(row.spoken)]
            made += [Row(bare(_(menu.value))), *found] if found else []
        page = [Row(_(words), words, aside=_native(keys)) for keys, words in _OF_THE_PAGE]
        found = [row for row in page if wanted in search_key(row.spoken)]
        made += [Row(_("On the page")), *found] if found else []
        self.list.show_rows(made)


def _has_keys(line: Action) -> bool:
    return bool(line.shortcut)


def _row(line: Action) -> Row:
    keys = ", ".join(_native(part) for part in line.shortcut.split("; "))
    return Row(bare(_(line.text)), line.id, remark=_(line.description), icon=line.icon, ink="muted", aside=keys)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
