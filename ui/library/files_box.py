"""The files of a record: what they are, how they look, and what can be done with them."""

from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.library.sorts import is_openable, opening_name, shown_name
from cmdesk.model.evidence import Attachment, Evidence
from cmdesk.store.errors import DamagedFileError
from ui import errands, errors
from ui.library.catalogue import Catalogue
from ui.library.preview import Preview, Seen
from ui.library.words import size_words
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label

_LINE = 30


class FilesBox(QWidget):
    """Shows the files of one record."""

    add_wanted = Signal()
    removal_wanted = Signal(object)
    """An `Attachment` that is to be taken off the record."""
    return_wanted = Signal(object)
    """An `Attachment` that is missing or altered, and is to be found again."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._files: tuple[Attachment, ...] = ()
        self._writing = True
        self._folder: Path | None = None
        self.title, self.list, self.preview = label("strong"), QListWidget(), Preview(catalogue)
        self.open, self.off, self.again, self.add = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.preview)
        layout.addWidget(self.title)
        layout.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(SPACE // 2)
        for button in (self.open, self.again, self.off, self.add):
            button.setProperty(ROLE, "quiet")
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(self.open_file)
        self.preview.seen.connect(self._seen)
        self.open.clicked.connect(self.open_file)
        self.add.clicked.connect(self.add_wanted)
        self.off.clicked.connect(self._remove)
        self.again.clicked.connect(self._find_again)

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.title.setText(_("Files"))
        self.list.setAccessibleName(_("Files"))
        self.open.setText(_("Open"))
        self.open.setToolTip(_("Open a checked copy in the program that your computer uses for it"))
        self.off.setText(_("Take off"))
        self.again.setText(_("Find again…"))
        self.add.setText(_("Add file…"))
        self.preview.retranslate()

    def show_record(self, record: Evidence, at: tuple[str, int] | None = None, *, writing: bool = True) -> None:
        """Show a record's files; `at` is a file's hash and the page to begin with."""
        self._writing = writing
        self.add.setVisible(writing)
        if record.attachments != self._files:
            self._files = record.attachments
            self._fill()
        self.title.setVisible(bool(self._files))
        self.list.setVisible(bool(self._files))
        row = next((row for row, file in enumerate(self._files) if at and file.sha256 == at[0]), 0)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's switch
        self.list.setCurrentRow(row if self._files else -1)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's switch
        self.preview.show_file(self.current, at[1] if at else 1)
        self._allow()

    def _fill(self) -> None:
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's switch
        self.list.clear()
        for file in self._files:
            unsound = "▲ " if file.sha256 in self._catalogue.unsound else ""
            QListWidgetItem(f"{unsound}{shown_name(file.name)}  ·  {size_words(file.size)}", self.list)
        self.list.setFixedHeight(_LINE * max(len(self._files), 1) + 4)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's switch

    @property
    def current(self) -> Attachment | None:
        """The file that is looked at."""
        row = self.list.currentRow()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _choose(self) -> None:
        self.preview.show_file(self.current)
        self._allow()

    def _allow(self) -> None:
        file = self.current
        unsound = file is not None and file.sha256 in self._catalogue.unsound
        self.open.setVisible(file is not None and is_openable(file) and not unsound)
        self.off.setVisible(file is not None and self._writing)
        self.again.setVisible(unsound and self._writing)

    def _seen(self, seen: Seen) -> None:
        shas = [seen.attachment.sha256]
        self._catalogue.find_unsound(shas if seen.unsound else (), () if seen.unsound else shas)
        row = self.list.currentRow()
        self._fill()
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's switch
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's switch
        self._allow()

    def _remove(self) -> None:
        if self.current is not None:
            self.removal_wanted.emit(self.current)

    def _find_again(self) -> None:
        if self.current is not None:
            self.return_wanted.emit(self.current)

    def open_file(self) -> None:
        """Hand a checked copy of the file to the program that the system has for it."""
        file = self.current
        if file is None or not is_openable(file):
            return
        try:
            errands.reveal(self.checked_copy(file))
        except CMDeskError as error:
            errors.show(self, error)

    def checked_copy(self, file: Attachment) -> Path:
        """A copy of a file under a harmless name, its bytes proven to be those that were attached."""
        files = self._catalogue.session.project.attachments
        source = files.path_of(file)
        if files.hash_of(files.name_of(file)) != file.sha256:
            raise DamagedFileError(source, "other bytes than were attached")
        self._folder = self._folder or Path(mkdtemp(prefix="cmdesk-look-"))
        target = self._folder / opening_name(file)
        if not target.exists():
            target.write_bytes(source.read_bytes())
            target.chmod(0o400)
        return target
