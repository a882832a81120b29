"""The fields of a file, read one by one with every mistake noted and none in the way of the next."""

import difflib
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TypeVar

from cmdesk.i18n import N_, _
from cmdesk.model.language import Wording
from cmdesk.toml_files.mistakes import Mistake, Place, spelt
from cmdesk.toml_files.positions import line_of

T = TypeVar("T", str, int, bool, list[object], dict[str, object])
E = TypeVar("E", bound=Enum)

_KINDS: dict[type, str] = {
    str: N_("a text in quotation marks"),
    int: N_("a whole number"),
    bool: N_("true or false"),
    list: N_("a list"),
    dict: N_("a table"),
}


class Ledger:
    """The mistakes found so far in one file."""

    def __init__(self, lines: Mapping[Place, int]) -> None:
        self._lines = lines
        self.mistakes: list[Mistake] = []

    def line(self, place: Place) -> int:
        """Line where a place stands."""
        return line_of(place, self._lines)

    def note(self, place: Place, problem: str) -> None:
        """Keep a problem with a place."""
        self.mistakes.append(Mistake(self.line(place), spelt(place), problem))


class Table:
    """A table of a file. What is missing or wrong is noted, and something empty is given in its stead."""

    def __init__(self, content: dict[str, object], place: Place, ledger: Ledger) -> None:
        self._content = content
        self._asked: set[str] = set()
        self.place = place
        self.ledger = ledger

    def __contains__(self, key: str) -> bool:
        return key in self._content

    @property
    def names(self) -> tuple[str, ...]:
        """Its fields, for a table that may have any."""
        return tuple(self._content)

    def note(self, key: str, problem: str) -> None:
        """Keep a problem with a field, or with the table when it has no such field."""
        self.ledger.note((*self.place, key), problem)

    def _take(self, key: str, empty: T, *, required: bool) -> T:
        self._asked.add(key)
        if key not in self._content:
            if required:
                self.note(key, _("this field is missing."))
            return empty
        value = self._content[key]
        if type(value) is type(empty):
            return value
        self.note(key, _("this must be {kind}.").format(kind=_(_KINDS[type(empty)])))
        return empty

    def text(self, key: str, *, required: bool = True) -> str:
        """A text, not blank; empty when absent."""
        value = self._take(key, "", required=required)
        if not value.strip() and isinstance(self._content.get(key), str):
            self.note(key, _("this is empty."))
        return value.strip()

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        return self._take(key, default, required=False)

    def number(self, key: str, *, least: int, required: bool = True) -> int | None:
        """A whole number from `least` up; None when absent or wrong."""
        value = self._take(key, 0, required=required)
        if type(self._content.get(key)) is not int:
            return None
        if value < least:
            self.note(key, _("this must be {least} or more, not {value}.").format(least=least, value=value))
            return None
        return value

    def size(self, key: str, *, least: float, most: float) -> float | None:
        """A number between two, with or without decimal places; None when absent or wrong."""
        self._asked.add(key)
        if key not in self._content:
            return None
        value = self._content[key]
        if not isinstance(value, int | float) or isinstance(value, bool):
            self.note(key, _("this must be {kind}.").format(kind=_("a number")))
            return None
        if not least <= value <= most:  # NaN is not between any two
            problem = _("this must be between {least} and {most}, not {value}.")
            self.note(key, problem.format(least=f"{least:g}", most=f"{most:g}", value=f"{value:g}"))
            return None
        return float(value)

    def wording(self, key: str, *, required: bool = True) -> Wording:
        """Words in both languages, `th` and `en`; empty when absent."""
        if key not in self and not required:
            self._asked.add(key)
            return Wording()
        there = isinstance(self._content.get(key), dict)
        table = Table(self._take(key, {}, required=required), (*self.place, key), self.ledger)
        if not there:
            return Wording()
        words = Wording(thai=table.text("th"), english=table.text("en"))
        table.close()
        return words

    def one_of(self, key: str, choices: type[E], *, required: bool = True) -> E | None:
        """A member of an enumeration, named by its value; None when absent or wrong."""
        value = self.text(key, required=required)
        members = {str(member.value): member for member in choices}
        if value:
            self.listed(key, value, members)
        return members.get(value)

    def listed(self, key: str, value: str, known: Iterable[str]) -> None:
        """Note a value that is not among those known, with the nearest of them."""
        names = list(known)
        if value not in names:
            self.note(key, _unknown(value, names))

    def texts(self, key: str, *, required: bool = False) -> list[str]:
        """A list of texts; empty when absent."""
        found = []
        for position, value in enumerate(self._take(key, [], required=required)):
            if isinstance(value, str):
                found.append(value)
            else:
                self.ledger.note((*self.place, key, position), _("this must be {kind}.").format(kind=_(_KINDS[str])))
        return found

    def tables(self, key: str, *, required: bool = False) -> list["Table"]:
        """A list of tables; empty when absent."""
        found = []
        for position, value in enumerate(self._take(key, [], required=required)):
            place = (*self.place, key, position)
            if isinstance(value, dict):
                found.append(Table(value, place, self.ledger))
            else:
                self.ledger.note(place, _("this must be {kind}.").format(kind=_(_KINDS[dict])))
        return found

    def named_tables(self, key: str) -> dict[str, "Table"]:
        """The tables in a table, by their names; empty when absent."""
        inner = Table(self._take(key, {}, required=False), (*self.place, key), self.ledger)
        return {name: inner.table(name) for name in inner._content}

    def table(self, key: str) -> "Table":
        """The table in a field."""
        return Table(self._take(key, {}, required=True), (*self.place, key), self.ledger)

    def leave(self, *keys: str) -> None:
        """Pass fields over that cannot be judged, because another one that says how is wrong."""
        self._asked.update(keys)

    def close(self) -> None:
        """Note every field that nobody asked for."""
        for key in self._content:
            if key not in self._asked:
                self.note(key, _unknown_field(key, sorted(self._asked)))


def _nearest(word: str, known: Iterable[str]) -> str | None:
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), None)


def _unknown(value: str, known: list[str]) -> str:
    nearest = _nearest(value, known)
    if nearest is None:
        return _("“{value}” is not one of these: {known}.").format(value=value, known=", ".join(known))
    return _("“{value}” is not known; did you mean “{nearest}”?").format(value=value, nearest=nearest)


def _unknown_field(key: str, known: list[str]) -> str:
    nearest = _nearest(key, known)
    if nearest is None:
        return _("no field has this name here; there are: {known}.").format(known=", ".join(known))
    return _("no field has this name; did you mean “{nearest}”?").format(nearest=nearest)
