"""The record that is looked at: its files, its fields, and where it is used."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cmdesk.edits.records import SetEvidence
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _, ngettext
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId
from ui.library.catalogue import Catalogue
from ui.library.files_box import FilesBox
from ui.library.places_text import spots, to_read_again
from ui.library.record_form import RecordForm
from ui.library.uses_box import UsesBox
from ui.library.words import title_of
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label

LEAST = 340


class DetailPane(QWidget):
    """Shows one record, which can be edited here."""

    cite_wanted = Signal(str)
    """Id of the record that is to be cited where the caret is."""
    removal_wanted = Signal(str)
    refused = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._shown: EvidenceId | None = None
        self.heading, self.problems = label("heading"), label("warn")
        self.cite, self.remove = QPushButton(), QPushButton()
        self.files, self.uses, self.again = FilesBox(catalogue), UsesBox(), UsesBox()
        self._scroll, self._inside, self._again_frame = QScrollArea(), QWidget(), QFrame()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_record(None)

    def _lay_out(self) -> None:
        self.setMinimumWidth(LEAST)
        inner = QVBoxLayout(self._inside)
        inner.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 3 * SPACE)
        inner.setSpacing(2 * SPACE)
        buttons = QHBoxLayout()
        self.cite.setProperty(ROLE, "primary")
        self.remove.setProperty(ROLE, "quiet")
        buttons.addWidget(self.cite)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        inner.addWidget(self.heading)
        inner.addWidget(self.problems)
        inner.addLayout(buttons)
        self._again_frame.setProperty(ROLE, "notice")
        QVBoxLayout(self._again_frame).addWidget(self.again)
        for part in (self._again_frame, self.files, self.uses):
            inner.addWidget(part)
        inner.addStretch(1)
        self._lay_out_scroll()

    def _lay_out_scroll(self) -> None:
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setProperty(ROLE, "plain")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)

    def _connect(self) -> None:
        self.cite.clicked.connect(self._cite)
        self.remove.clicked.connect(self._remove)
        self._catalogue.replaced.connect(self._replaced)
        self._catalogue.judged.connect(self._judged)

    @cached_property
    def form(self) -> RecordForm:
        """The fields, made when the first record is shown: the list is painted before that."""
        made = RecordForm(self._catalogue.dossier.form)
        made.committed.connect(self._commit)
        inner = self._inside.layout()
        if isinstance(inner, QVBoxLayout):
            inner.insertWidget(inner.indexOf(self.uses), made)
        made.show()
        return made

    def retranslate(self) -> None:
        """Speak the interface's language, and wear the theme's colours."""
        self.cite.setText(_("Cite here"))
        self.cite.setToolTip(_("Put a citation of this record where the caret is, in both languages"))
        self.remove.setText(_("Delete…"))
        self.files.retranslate()
        if "form" in self.__dict__:
            self.form.retranslate()
        self.show_record(self._shown)

    def show_record(self, name: EvidenceId | None, at: tuple[str, int] | None = None) -> None:
        """Show a record, and begin at a page of one of its files when one is named."""
        other = name != self._shown
        if other and self._shown is not None:
            self.form.finish()
        record = self._catalogue.record(name)
        self._shown = record.id if record else None
        self._inside.setVisible(record is not None)
        if other:
            self._again_frame.hide()
            self._scroll.verticalScrollBar().setValue(0)
        if record is not None:
            self._show(record, at, files=True)

    def _show(self, record: Evidence, at: tuple[str, int] | None = None, *, files: bool) -> None:
        writing = self._catalogue.session.writable
        self.heading.setText(title_of(record))
        self.remove.setVisible(writing)
        self.cite.setEnabled(writing)
        if files:
            self.files.show_record(record, at, writing=writing)
        self.form.show_record(record, writing=writing)
        self._judged()

    def _judged(self) -> None:
        record = self._catalogue.record(self._shown)
        if record is not None:
            told = self._catalogue.problems.get(record.id, ())
            self.problems.setText("\n".join(f"▲ {problem.label}" for problem in told))
            self.problems.setVisible(bool(told))
            self.uses.show_spots(spots(self._catalogue.dossier, self._catalogue.places.get(record.id, ())))

    def _replaced(self, names: list[EvidenceId]) -> None:
        if self._shown not in names:
            return
        record = self._catalogue.record(self._shown)
        if record is None:
            self.show_record(None)
        else:
            self._show(record, files=True)

    def _commit(self, record: Evidence) -> None:
        before = self._catalogue.record(record.id)
        try:
            self._catalogue.session.do(SetEvidence(record))
        except CMDeskError as error:
            self.refused.emit(error.what)
            return
        changed = to_read_again(self._catalogue.dossier, before, record, self._catalogue.places.get(record.id, ()))
        if changed:
            told = ngettext(
                "The value changed. Read {count} sentence again:",
                "The value changed. Read {count} sentences again:",
                len(changed),
            )
            self.again.show_titled(told.format(count=len(changed)), changed)
            self._again_frame.show()

    def _cite(self) -> None:
        self.cite_wanted.emit(self._shown or "")

    def _remove(self) -> None:
        self.removal_wanted.emit(self._shown or "")
