"""The form of a record: what its kind needs, and whatever else it already says."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cmdesk.i18n import _
from cmdesk.library.fields import Field
from cmdesk.model.evidence import Evidence, EvidenceKind, Level, Reliability, SourceType
from cmdesk.model.form import Form
from ui.library.choice_fields import ChoiceField, CodesField, PeopleField
from ui.library.field_kit import RecordField, WordingField, WrongWordsError, not_empty
from ui.library.record_fields import (
    AddressField,
    CountField,
    DayField,
    MeasureField,
    PeriodField,
    PlainField,
    TagsField,
)
from ui.style import ROLE
from ui.theme import SPACE

_ALWAYS = "kind title period place source tags criteria key_features reliability summary notes"
_OF_KIND: Final = {
    EvidenceKind.DOCUMENT: "author level language source_type address seen_on locator",
    EvidenceKind.PHOTOGRAPH: "caption author rights_holder licence people",
    EvidenceKind.STATISTIC: "measure level source_type address seen_on",
    EvidenceKind.EVENT: "level participants address",
    EvidenceKind.LINK: "address seen_on author language",
    EvidenceKind.TESTIMONY: "caption author locator language people rights_holder",
    EvidenceKind.MEDIA: "caption author locator language rights_holder licence people address",
}
"""The model's fields that a kind needs besides those that all need."""


class RecordForm(QWidget):
    """Fields that are kept one by one, as each is left."""

    committed = Signal(object)
    """The `Evidence` as it is to be."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._record: Evidence | None = None
        self._all = False
        self.fields = self._made()
        self.more = QPushButton()
        self.more.setProperty(ROLE, "quiet")
        self.more.clicked.connect(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        for field in self.fields.values():
            layout.addWidget(field)
            field.edited.connect(self._edited)
        layout.addWidget(self.more)
        self.retranslate()

    def _made(self) -> dict[str, RecordField]:
        return {field.names[0]: field for field in (*self._what(), *self._whence(), *self._for_whom())}

    def _what(self) -> tuple[RecordField, ...]:
        """What it is of, when and where."""
        return (
            ChoiceField("kind", lambda: _("Kind"), EvidenceKind, needed=True),
            WordingField("title", lambda: Field.TITLE.label),
            MeasureField(lambda: Field.MEASURE.label),
            WordingField("caption", lambda: Field.CAPTION.label, long=True),
            PeriodField(lambda: Field.PERIOD.label),
            WordingField("place", lambda: Field.PLACE.label),
            ChoiceField("level", lambda: _("Area that it speaks of"), Level),
            CountField("participants", lambda: _("Participants")),
        )

    def _whence(self) -> tuple[RecordField, ...]:
        """Where it comes from, and whose it is."""
        return (
            WordingField("source", lambda: Field.SOURCE.label),
            WordingField("author", lambda: Field.AUTHOR.label),
            ChoiceField("source_type", lambda: _("Type of source"), SourceType),
            PlainField("locator", lambda: Field.LOCATOR.label),
            AddressField("address", lambda: Field.ADDRESS.label),
            DayField("seen_on", lambda: Field.SEEN_ON.label),
            PeopleField(lambda: _("Consent of people shown")),
            WordingField("rights_holder", lambda: Field.RIGHTS_HOLDER.label),
            PlainField("licence", lambda: Field.LICENCE.label),
        )

    def _for_whom(self) -> tuple[RecordField, ...]:
        """What it serves, and what the team thinks of it."""
        form = self._form
        return (
            CodesField("criteria", lambda: Field.CRITERIA.label, lambda: form.criteria),
            CodesField("key_features", lambda: Field.KEY_FEATURES.label, lambda: form.key_features),
            WordingField("summary", lambda: Field.SUMMARY.label, long=True),
            PlainField("language", lambda: _("Language, as a code: th, en")),
            ChoiceField("reliability", lambda: _("Reliability"), Reliability),
            TagsField("tags", lambda: Field.TAGS.label),
            WordingField("notes", lambda: _("Notes for the team"), long=True),
        )

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.more.setText(_("Show all fields"))
        for field in self.fields.values():
            field.retranslate()
        if self._record is not None:
            self.show_record(self._record)

    def show_record(self, record: Evidence, *, writing: bool = True) -> None:
        """Show a record; of the one shown already, what is wrong stays until it is put right."""
        other = self._record is None or self._record.id != record.id
        self._record = record
        self._all = self._all and not other
        needed = set(f"{_ALWAYS} {_OF_KIND[record.kind]}".split())
        for name, field in self.fields.items():
            field.setVisible(self._all or name in needed or not field.is_blank(record))
            field.allow(writing=writing)
            if other or not field.is_wrong:
                field.show_record(record)
                field.judge("")
        self.more.setVisible(not self._all)

    def _show_all(self) -> None:
        self._all = True
        if self._record is not None:
            self.show_record(self._record)

    def focus_title(self) -> None:
        """Write the title."""
        self.fields["title"].lines[0].setFocus()

    def finish(self) -> None:
        """Keep what is being written, as another record is about to be shown."""
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            focused.clearFocus()

    def _edited(self) -> None:
        field = self.sender()
        if self._record is None or not isinstance(field, RecordField):
            return
        try:
            taken = field.taken(self._record)
        except WrongWordsError as error:
            field.judge(str(error))
            return
        field.judge(not_empty(taken["title"]) if "title" in taken else "")
        self._record = replace(self._record, **taken)
        self.committed.emit(self._record)
