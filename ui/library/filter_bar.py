"""What narrows the library: a search field, and a button for each thing that records can be chosen by."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from cmdesk.i18n import _, ngettext
from cmdesk.library.coverage import serves
from cmdesk.library.search import ANYTHING, Filters
from cmdesk.model.evidence import Evidence, EvidenceKind
from ui.library.catalogue import Catalogue
from ui.library.problems import Problem
from ui.library.words import code_name, name_of
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.label import label, restyle

_PAUSE = 60
"""Milliseconds after the last key."""


class Chooser(QToolButton):
    """A button with a menu of choices, several of which may be on; it is marked while any is."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._menu = QMenu(self)
        self._offers: Callable[[], Iterable[tuple[str, str, int]]] = tuple
        self.chosen: tuple[str, ...] = ()
        self.setMenu(self._menu)
        self.setProperty(ROLE, "chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.aboutToShow.connect(self._fill)

    def offer(self, name: str, offers: Callable[[], Iterable[tuple[str, str, int]]]) -> None:
        """Offer choices: each a key, its words, and how many records are of it."""
        self._name, self._offers = name, offers
        self._say()

    def _fill(self) -> None:
        self._menu.clear()
        for key, words, count in self._offers():
            line = self._menu.addAction(f"{words.replace('&', '&&')}   ({count})")
            line.setCheckable(True)
            line.setChecked(key in self.chosen)
            line.setData(key)
            line.triggered.connect(self._toggled)

    def _toggled(self) -> None:
        line = self.sender()
        if isinstance(line, QAction):
            key = str(line.data())
            others = tuple(each for each in self.chosen if each != key)
            self.choose((*others, key) if line.isChecked() else others)

    def choose(self, keys: tuple[str, ...]) -> None:
        """Choose these."""
        self.chosen = keys
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        names = {key: words for key, words, _count in self._offers()} if self.chosen else {}
        first = names.get(self.chosen[0], self.chosen[0]) if self.chosen else ""
        more = f" +{len(self.chosen) - 1}" if len(self.chosen) > 1 else ""
        short = first if len(first) <= 22 else first[:21] + "…"  # noqa: PLR2004 - as much as a chip holds
        self.setText(f"{short}{more}" if self.chosen else self._name)
        self.setAccessibleName(f"{self._name}: {first}{more}" if self.chosen else self._name)
        restyle(self, "on", "true" if self.chosen else "false")


class FilterBar(QWidget):
    """Tells the catalogue what is looked for."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._years: tuple[int, int] | None = None
        self.search, self.clear, self.count = QLineEdit(), QPushButton(), label("muted")
        self.kinds, self.criteria, self.features, self.problems = Chooser(), Chooser(), Chooser(), Chooser()
        self.choosers = (self.kinds, self.criteria, self.features, self.problems)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        self.search.setClearButtonEnabled(True)
        layout.addWidget(self.search)
        chips = QHBoxLayout()
        chips.setSpacing(SPACE // 2)
        for chooser in self.choosers:
            chips.addWidget(chooser)
        self.clear.setProperty(ROLE, "quiet")
        self.count.setWordWrap(False)
        chips.addWidget(self.clear)
        chips.addStretch(1)
        chips.addWidget(self.count)
        layout.addLayout(chips)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look)
        self.clear.clicked.connect(self.reset)
        for chooser in self.choosers:
            chooser.changed.connect(self._narrow)
        self._catalogue.listed.connect(self._tell)

    def retranslate(self) -> None:
        """Speak the interface's language."""
        self.search.setPlaceholderText(_("Search titles, notes, sources and the text of files"))
        self.search.setAccessibleName(_("Search the library"))
        self.clear.setText(_("Show all"))
        self.kinds.offer(_("Kind"), self._kinds)
        self.criteria.offer(_("Criterion"), self._criteria)
        self.features.offer(_("Key feature"), self._features)
        self.problems.offer(_("To look at"), self._problems)
        self._tell()

    def _records(self) -> Iterable[Evidence]:
        return self._catalogue.dossier.evidence.values()

    def _kinds(self) -> list[tuple[str, str, int]]:
        counts = Counter(record.kind for record in self._records())
        return [(kind.value, name_of(kind), counts[kind]) for kind in EvidenceKind]

    def _criteria(self) -> list[tuple[str, str, int]]:
        return self._codes([t.code for t in self._catalogue.dossier.form.criteria], lambda record: record.criteria)

    def _features(self) -> list[tuple[str, str, int]]:
        codes = [topic.code for topic in self._catalogue.dossier.form.key_features]
        return self._codes(codes, lambda record: record.key_features)

    def _codes(self, codes: list[str], of: Callable[[Evidence], tuple[str, ...]]) -> list[tuple[str, str, int]]:
        counts = Counter(code for record in self._records() for code in codes if serves(code, of(record)))
        form = self._catalogue.dossier.form
        return [(code, code_name(form, code), counts[code]) for code in codes]

    def _problems(self) -> list[tuple[str, str, int]]:
        counts = Counter(problem for found in self._catalogue.problems.values() for problem in found)
        return [(problem.name, problem.label, counts[problem]) for problem in Problem if counts[problem]]

    def _look(self) -> None:
        self._catalogue.search(self.search.text())

    def look_now(self) -> None:
        """Search at once for what is typed."""
        self._pause.stop()
        self._look()

    def _narrow(self) -> None:
        kinds = tuple(map(EvidenceKind, self.kinds.chosen))
        filters = Filters(
            kinds=kinds, criteria=self._with_parts(self.criteria), key_features=self._with_parts(self.features)
        )
        if self._years is not None:
            filters = replace(filters, first_year=self._years[0], last_year=self._years[1])
        wanted = tuple(Problem[name] for name in self.problems.chosen)
        self._catalogue.narrow(ANYTHING if filters == ANYTHING else filters, wanted)

    def _with_parts(self, chooser: Chooser) -> tuple[str, ...]:
        """The codes chosen, and those of single features within them that records name."""
        if not chooser.chosen:
            return ()
        named = {code for record in self._records() for code in (*record.criteria, *record.key_features)}
        within = (code for code in named if any(serves(chosen, (code,)) for chosen in chooser.chosen))
        return tuple(dict.fromkeys((*chooser.chosen, *within)))

    def show_years(self, first: int, last: int) -> None:
        """Show the records of some years."""
        self.reset()
        self._years = first, last
        self._narrow()

    def reset(self) -> None:
        """Show all records again."""
        self._years = None
        self.search.clear()
        self.look_now()
        for chooser in self.choosers:
            chooser.blockSignals(True)  # noqa: FBT003 - Qt's switch
            chooser.choose(())
            chooser.blockSignals(False)  # noqa: FBT003 - Qt's switch
        self._narrow()

    def _tell(self) -> None:
        shown, whole = len(self._catalogue.ids), len(self._catalogue.dossier.evidence)
        if self._catalogue.is_narrowed:
            told = _("First {shown} of {count}") if self._catalogue.more else _("{shown} of {count}")
            words = told.format(shown=f"{shown:,}", count=f"{whole:,}")
        else:
            words = ngettext("{count} evidence record", "{count} evidence records", whole).format(count=f"{whole:,}")
        self.count.setText(words)
        self.clear.setVisible(self._catalogue.is_narrowed)
