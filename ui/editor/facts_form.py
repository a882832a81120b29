"""The form for a table of facts: what is a figure worth without its year, its area and its source."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from cmdesk.export.composing.order import fact_rows
from cmdesk.i18n import _
from cmdesk.model.answer import Answer, FactRow, Facts
from cmdesk.model.evidence import Level
from cmdesk.model.form import Item, Question
from cmdesk.model.ids import EvidenceId, RowId, new_ulid
from cmdesk.model.language import Language, Wording
from cmdesk.session import Session
from ui.editor import parsing
from ui.editor.answer_form import AnswerForm, words_binding
from ui.editor.fields import Binding, ListField
from ui.editor.names import NAMES, in_language, label_of, level_options, record_options
from ui.editor.paper import Paper
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.plain import tip

_SHARES = (6, 3, 4, 2, 3, 6, 0)


class FactsForm(AnswerForm):
    """The form's rows, then the city's own, which can be added and taken out."""

    def __init__(self, session: Session, question: Question) -> None:
        self._remarked: set[str] = set()
        super().__init__(session, question)

    def lay_out(self, paper: Paper) -> None:
        """Put the fields on the paper."""
        paper.set_shares(_SHARES)
        paper.add_heads("", _("Value"), _("Unit"), _("Year"), _("Scope"), _("Source"), "")
        self._keys = self._row_keys()
        self._remarked |= self._with_remarks()
        for key in self._keys:
            self._add_row(paper, key)
            paper.add_rule()
        if self.session.writable:
            more = QPushButton(_("Add a row of your own"))
            more.setProperty(ROLE, "quiet")
            more.clicked.connect(self.add_row)
            paper.add_line(more)

    def refresh(self) -> None:
        """Show the table as it is now; rows that came or went are laid out anew."""
        if self._row_keys() != self._keys or self._with_remarks() - self._remarked:
            self.rebuild()
        else:
            super().refresh()

    def add_row(self) -> None:
        """Add a blank row of the city's own."""
        row = FactRow(RowId(new_ulid()))
        self.write("", Facts((*self._facts().rows, row)))

    def remove_row(self, key: str) -> None:
        """Take a row of the city's own out."""
        self.write("", Facts(tuple(row for row in self._facts().rows if row.id != key)))

    def add_remark(self, key: str) -> None:
        """Open the fields for a row's remark."""
        self._remarked.add(key)
        self.rebuild()

    def _with_remarks(self) -> set[str]:
        return {key for key in self._row_keys() if self._row(key).remark}

    def _facts(self) -> Facts:
        answer = self.session.dossier.answer(self.question.id)
        return answer if isinstance(answer, Facts) else Facts()

    def _items(self) -> dict[str, Item]:
        return {item.id: item for item in self.question.items}

    def _row_keys(self) -> list[str]:
        """A name for each row that stays when a blank row of the form is first written in."""
        rows = fact_rows(self.question, self._facts())
        asked = self._items()
        return list(dict.fromkeys(row.item if row.item in asked else row.id for row in rows))

    def _row(self, key: str) -> FactRow:
        item = key if key in self._items() else ""
        own = (row for row in self._facts().rows if (row.item == item if item else row.id == key))
        return next(own, FactRow(RowId(""), item))

    def _with(self, row: FactRow) -> Facts:
        rows = self._facts().rows
        if any(other.id == row.id for other in rows):
            return Facts(tuple(row if other.id == row.id else other for other in rows))
        return Facts((*rows, replace(row, id=RowId(new_ulid()))))

    def _add_row(self, paper: Paper, key: str) -> None:
        item = self._items().get(key)
        name = label_of(item) if item else _("Own row")
        value = self.line(self._place(key, "value", _value, _with_value), _("{name}: value").format(name=name))
        year = self.line(self._place(key, "year", _year, _with_year), _("{name}: year").format(name=name))
        area = ListField(
            self._place(key, "scope", _scope, _with_scope), _("{name}: scope").format(name=name), level_options()
        )
        source = ListField(
            self._place(key, "source", _source, _with_source),
            _("{name}: source").format(name=name),
            record_options(self.session.dossier),
        )
        fields = (value, self._unit(key, item, name), year, self.bound(area), self.bound(source))
        paper.add_line(name if item else self._own_label(key), *fields, self._buttons(key, own=item is None))
        if key in self._remarked:
            paper.add_under(self._remark(key, name))

    def _unit(self, key: str, item: Item | None, name: str) -> QWidget:
        hints = item.unit if item else Wording()
        return self._pair(key, _UNIT, _("{name}: unit").format(name=name), hints, QVBoxLayout())

    def _own_label(self, key: str) -> QWidget:
        hints = Wording("รายการ", "What it is")
        return self._pair(key, _LABEL, _("Own row: what it is"), hints, QVBoxLayout())

    def _remark(self, key: str, name: str) -> QWidget:
        hints = Wording("หมายเหตุ", "Remark")
        return self._pair(key, _REMARK, _("{name}: remark").format(name=name), hints, QHBoxLayout())

    def _pair(self, key: str, words: "_Words", name: str, hints: Wording, layout: QBoxLayout) -> QWidget:
        """Fields for one part of a row in both languages."""
        pair = QWidget()
        pair.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        for language in Language:
            place = words_binding(
                f"{key}.{words.part}",
                language,
                lambda: words.read(self._row(key)),
                lambda written: self._with(words.write(self._row(key), written)),
            )
            layout.addWidget(self.words(place, in_language(name, language), hints.in_(language) or NAMES[language]))
        return pair

    def _place(
        self, key: str, part: str, read: Callable[[FactRow], str], write: Callable[[FactRow, str], FactRow]
    ) -> Binding:
        def write_words(words: str) -> Answer:
            return self._with(write(self._row(key), words))

        return Binding(f"{key}.{part}", lambda: read(self._row(key)), write_words)

    def _buttons(self, key: str, *, own: bool) -> QWidget:
        buttons = QWidget()
        layout = QHBoxLayout(buttons)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if key not in self._remarked:
            layout.addWidget(self._button("details", _("Add remark"), lambda: self.add_remark(key)))
        if own:
            layout.addWidget(self._button("delete", _("Delete row"), lambda: self.remove_row(key)))
        layout.addStretch()
        return buttons

    def _button(self, icon: str, words: str, deed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setToolTip(tip(words))
        button.setAccessibleName(words)
        button.setEnabled(self.session.writable)
        button.clicked.connect(deed)
        return button


class _Words(NamedTuple):
    """A part of a row that is said in both languages."""

    part: str
    read: Callable[[FactRow], Wording]
    write: Callable[[FactRow, Wording], FactRow]


_LABEL = _Words("label", lambda row: row.label, lambda row, words: replace(row, label=words))
_UNIT = _Words("unit", lambda row: row.unit, lambda row, words: replace(row, unit=words))
_REMARK = _Words("remark", lambda row: row.remark, lambda row, words: replace(row, remark=words))


def _value(row: FactRow) -> str:
    return parsing.number_shown(row.value)


def _with_value(row: FactRow, words: str) -> FactRow:
    return replace(row, value=parsing.number(words))


def _year(row: FactRow) -> str:
    return parsing.year_shown(row.year)


def _with_year(row: FactRow, words: str) -> FactRow:
    return replace(row, year=parsing.year(words))


def _scope(row: FactRow) -> str:
    return row.scope.value if row.scope else ""


def _with_scope(row: FactRow, words: str) -> FactRow:
    return replace(row, scope=Level(words) if words else None)


def _source(row: FactRow) -> str:
    return row.source or ""


def _with_source(row: FactRow, words: str) -> FactRow:
    return replace(row, source=EvidenceId(words) if words else None)
