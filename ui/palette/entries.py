"""What the palette offers, and what of it fits the letters written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QAction, QKeySequence

from cmdesk import i18n
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.thai.normalizing import search_key
from ui.actions import TABLE
from ui.widgets.plain import bare
from ui.widgets.rows import Row

MOST_SHOWN = 60


class Sort(Enum):
    """What an entry leads to."""

    ACTION = auto()
    SECTION = auto()
    EVIDENCE = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do or to go to."""

    sort: Sort
    id: str
    name: str
    remark: str = ""
    keys: str = ""
    icon: str = ""
    sought: str = ""
    """All that it can be found by, as a search key."""


def of_actions(actions: dict[str, QAction]) -> Iterator[Entry]:
    """The actions that can be done now, as the table has them."""
    for line in TABLE:
        action = actions[line.id]
        if action.isEnabled() and line.id != "palette":
            name, about = bare(action.text()), _(line.description)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            sought = search_key(f"{name} {about} {line.text.replace('&', '')} {line.description}")
            yield Entry(Sort.ACTION, line.id, name, about, keys, line.icon or "palette", sought)


def of_dossier(dossier: Dossier) -> Iterator[Entry]:
    """Its sections and its evidence records."""
    tongue = Language(i18n.language())
    for question in dossier.form.questions:
        name, other = question.title.best(tongue), question.title.in_(tongue.other)
        sought = search_key(f"{question.id} {name} {other}")
        yield Entry(Sort.SECTION, question.id, f"{question.id} {name}", other, icon="outline", sought=sought)
    for record in dossier.evidence.values():
        name, other = record.title.best(tongue) or _("Untitled record"), record.title.in_(tongue.other)
        sought = search_key(f"{name} {other} {' '.join(record.tags)}")
        yield Entry(Sort.EVIDENCE, record.id, name, other if other != name else "", icon="citation", sought=sought)


def fitting(entries: Sequence[Entry], letters: str) -> list[Entry]:
    """Entries that have all the words written, those first whose names begin with them."""
    words = search_key(letters).split()
    found = [entry for entry in entries if all(word in entry.sought for word in words)]
    return sorted(found, key=lambda entry: _distance(entry, words))[:MOST_SHOWN]


def _distance(entry: Entry, words: list[str]) -> int:
    """0 when the name begins with the first word, 1 when it has it somewhere, 2 when only the rest does."""
    name = search_key(entry.name)
    if not words or name.startswith(words[0]):
        return 0
    return 1 if words[0] in name else 2


def rows(entries: Sequence[Entry]) -> list[Row]:
    """Entries as rows."""
    over = {Sort.ACTION: "", Sort.SECTION: _("Section"), Sort.EVIDENCE: _("Evidence record")}
    return [
        Row(entry.name, entry, over[entry.sort], entry.remark, entry.icon, "muted", aside=entry.keys)
        for entry in entries
    ]
