"""The start page: what this is, three ways in, and the dossiers opened last."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cmdesk.i18n import _
from ui.start.choice import Choice
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.label import label, rule

_MEASURE = 860
"""Width of the page's column."""


class StartPage(QScrollArea):
    """Where the program begins."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(object)
    """Folder of a dossier opened before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(ROLE, "plain")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._title, self._about, self._recent_title = label("title"), label("muted"), label("heading")
        self._nothing = label("muted")
        self._choices = (Choice("new"), Choice("open"), Choice("sample"))
        self._recent: tuple[Path, ...] = ()
        self._rows = QVBoxLayout()
        self._lay_out()
        for choice, signal in zip(self._choices, (self.new_wanted, self.open_wanted, self.sample_wanted), strict=True):
            choice.clicked.connect(signal)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_MEASURE)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(3 * SPACE, 5 * SPACE, 3 * SPACE, 3 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(self._heading())
        layout.addSpacing(SPACE)
        layout.addLayout(self._ways_in())
        layout.addSpacing(2 * SPACE)
        for part in (self._recent_title, rule(), self._nothing):
            layout.addWidget(part)
        self._rows.setSpacing(2)
        layout.addLayout(self._rows)
        layout.addStretch(1)
        whole = QWidget()
        sides = QHBoxLayout(whole)
        sides.addStretch(1)
        sides.addWidget(column, 100)
        sides.addStretch(1)
        self.setWidget(whole)

    def _heading(self) -> QHBoxLayout:
        sign = QLabel()
        sign.setPixmap(icons.pixmap("cmdesk", "", 72, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addWidget(self._title)
        words.addWidget(self._about)
        layout = QHBoxLayout()
        layout.setSpacing(3 * SPACE)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        return layout

    def _ways_in(self) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setSpacing(2 * SPACE)
        for choice in self._choices:
            layout.addWidget(choice, 1)
        return layout

    def show_recent(self, folders: tuple[Path, ...]) -> None:
        """List these dossiers as the ones opened last."""
        self._recent = folders
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.deleteLater()
        for folder in folders:
            self._rows.addWidget(self._row(folder))
        self._nothing.setVisible(not folders)

    def _row(self, folder: Path) -> Choice:
        row = Choice("folder", "row", 24)
        row.say(folder.stem, str(folder.parent))
        row.clicked.connect(lambda: self.recent_wanted.emit(folder))
        return row

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self._title.setText(_("CMDesk"))
        self._about.setText(
            _("Write your city's dossier for the UNESCO learning city network in Thai and English, side by side.")
        )
        new, open_, sample = self._choices
        new.say(_("New dossier"), _("Choose a form, name your city, and begin to write."))
        open_.say(_("Open a dossier"), _("Choose the folder of a dossier, or drop it on this window."))
        sample.say(_("Try the sample"), _("A copy of the dossier of Chiang Mai: change what you like."))
        self._recent_title.setText(_("Opened last"))
        self._nothing.setText(_("Nothing yet. The dossiers that you open will be listed here."))
        self.show_recent(self._recent)
