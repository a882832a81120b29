"""The form for supporting materials: a list to add to, take from and bring into order."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cmdesk.export.composing.names import language_name
from cmdesk.i18n import _
from cmdesk.model.answer import Answer, Material, Materials
from cmdesk.model.ids import EvidenceId, QuestionId, RowId, new_ulid
from cmdesk.model.language import Language, Wording
from ui.editor import parsing
from ui.editor.answer_form import AnswerForm, words_binding
from ui.editor.fields import Binding, ListField
from ui.editor.names import in_language, record_options, tongue
from ui.editor.paper import Paper
from ui.style import ROLE
from ui.widgets import icons
from ui.widgets.label import label

_LANGUAGES = ("th", "en", "fr", "zh", "ja")


class MaterialsForm(AnswerForm):
    """Each material with its fields."""

    def lay_out(self, paper: Paper) -> None:
        """Put the fields on the paper."""
        self._keys = self._ids()
        if not self._keys:
            paper.add_wide(label("muted", _("No material is listed yet.")))
        for number, row in enumerate(self._keys, start=1):
            self._add_material(paper, number, row)
        if self.session.writable:
            more = QPushButton(_("Add material"))
            more.setProperty(ROLE, "quiet")
            more.clicked.connect(self.add_material)
            paper.add_line(more)

    def refresh(self) -> None:
        """Show the list as it is now; materials that came, went or moved are laid out anew."""
        if self._ids() != self._keys:
            self.rebuild()
        else:
            super().refresh()

    def add_material(self) -> None:
        """Add a blank material at the end."""
        self.write("", Materials((*self._items(), Material(RowId(new_ulid())))))

    def remove_material(self, row: RowId) -> None:
        """Take a material out of the list."""
        self.write("", Materials(tuple(item for item in self._items() if item.id != row)))

    def raise_material(self, row: RowId) -> None:
        """Put a material before the one above it."""
        items = list(self._items())
        place = self._ids().index(row)
        if place:
            items[place - 1 : place + 1] = items[place], items[place - 1]
            self.write("", Materials(tuple(items)))

    def _items(self) -> tuple[Material, ...]:
        answer = self.session.dossier.answer(self.question.id)
        return answer.items if isinstance(answer, Materials) else ()

    def _ids(self) -> list[RowId]:
        return [item.id for item in self._items()]

    def _item(self, row: RowId) -> Material:
        return next((item for item in self._items() if item.id == row), Material(row))

    def _with(self, item: Material) -> Answer:
        return Materials(tuple(item if other.id == item.id else other for other in self._items()))

    def _add_material(self, paper: Paper, number: int, row: RowId) -> None:
        if number > 1:
            paper.add_rule()
        title = _("{number}. Title").format(number=number)
        paper.add_line(title, *(self.words(self._title(row, each), in_language(title, each)) for each in Language))
        date = self.line(self._place(row, "date", _date, _with_date), _("Date"), _("5/4/2023, 4/2023 or 2023"))
        languages = [("", "–"), *((code, language_name(code, tongue())) for code in _LANGUAGES)]
        language = ListField(self._place(row, "language", _language, _with_language), _("Language"), languages)
        paper.add_line(_("Date and language"), date, self.bound(language))
        address = self.line(self._place(row, "address", _address, _with_address), _("Web address"), "https://…")
        records = record_options(self.session.dossier)
        record = ListField(self._place(row, "evidence", _record, _with_record), _("Evidence record"), records)
        paper.add_line(_("Web address or evidence record"), address, self.bound(record))
        backs = self.line(self._place(row, "backs", _backs, self._with_backs), _("Supports the answers to"), "A7, A9")
        paper.add_line(_("Supports the answers to"), backs, self._buttons(row))

    def _title(self, row: RowId, language: Language) -> Binding:
        def write(words: Wording) -> Answer:
            return self._with(replace(self._item(row), title=words))

        return words_binding(f"{row}.title", language, lambda: self._item(row).title, write)

    def _place(
        self, row: RowId, part: str, read: Callable[[Material], str], write: Callable[[Material, str], Material]
    ) -> Binding:
        def write_words(words: str) -> Answer:
            return self._with(write(self._item(row), words))

        return Binding(f"{row}.{part}", lambda: read(self._item(row)), write_words)

    def _with_backs(self, item: Material, words: str) -> Material:
        asked = {question.id.casefold(): question.id for question in self.session.dossier.form.questions}
        named = [name.strip() for name in words.split(",") if name.strip()]
        unknown = next((name for name in named if name.casefold() not in asked), "")
        if unknown:
            raise parsing.BadInputError(_("The form has no question “{number}”.").format(number=unknown[:40]))
        return replace(item, backs=tuple(QuestionId(asked[name.casefold()]) for name in named))

    def _buttons(self, row: RowId) -> QWidget:
        buttons = QWidget()
        layout = QHBoxLayout(buttons)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch()
        for icon, words, deed in (
            ("up", _("Move up"), self.raise_material),
            ("delete", _("Delete material"), self.remove_material),
        ):
            button = QPushButton(icons.icon(icon), words)
            button.setProperty(ROLE, "quiet")
            button.setEnabled(self.session.writable)
            button.clicked.connect(lambda _on=False, deed=deed: deed(row))
            layout.addWidget(button)
        return buttons


def _date(item: Material) -> str:
    return parsing.date_shown(item.date)


def _with_date(item: Material, words: str) -> Material:
    return replace(item, date=parsing.date(words))


def _language(item: Material) -> str:
    return item.language


def _with_language(item: Material, words: str) -> Material:
    return replace(item, language=words)


def _address(item: Material) -> str:
    return item.address


def _with_address(item: Material, words: str) -> Material:
    return replace(item, address=parsing.address(words))


def _record(item: Material) -> str:
    return item.evidence or ""


def _with_record(item: Material, words: str) -> Material:
    return replace(item, evidence=EvidenceId(words) if words else None)


def _backs(item: Material) -> str:
    return ", ".join(item.backs)
