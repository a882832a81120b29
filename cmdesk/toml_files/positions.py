"""Where in a TOML source each value stands: the standard reader tells values, but not their lines."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping

from cmdesk.toml_files.mistakes import Place

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_TEXT = re.compile(r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL)
_BARE = re.compile(r"[^,\]}#\n]+")


def lines(source: str) -> Mapping[Place, int]:
    """Line of every table and value, from 1, by its place; `source` must be valid TOML. The top stands in line 1."""
    return _Scanner(source).scan()


def line_of(place: Place, known: Mapping[Place, int]) -> int:
    """Line of a place, or of the nearest table around it that the source has."""
    while place not in known:
        place = place[:-1]
    return known[place]


class _Scanner:
    """Walks a source once. It trusts the standard reader to have refused whatever is not TOML."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._breaks = [match.start() for match in re.finditer("\n", source)]
        self._lines: dict[Place, int] = {(): 1}
        self._sizes: dict[Place, int] = {}

    def scan(self) -> Mapping[Place, int]:
        """Line of every place."""
        table: Place = ()
        self._pass(_BLANK)
        while self._at < len(self._source):
            if self._next_is("["):
                table = self._header()
            else:
                self._pair(table)
            self._pass(_BLANK)
        return self._lines

    def _header(self) -> Place:
        """Place of the table that a header, `[a.b]` or `[[a.b]]`, opens."""
        brackets = 2 if self._next_is("[[") else 1
        self._at += brackets
        line = self._line()
        place: Place = ()
        for key in self._keys():
            place = self._innermost((*place, key))
            self._lines.setdefault(place, line)
        self._pass(_BLANK)
        self._at += brackets
        return self._another(place, line) if brackets == len("[[") else place

    def _innermost(self, place: Place) -> Place:
        """Place itself or, when it is a list of tables, its last table."""
        return (*place, self._sizes[place] - 1) if place in self._sizes else place

    def _another(self, place: Place, line: int) -> Place:
        """Place of a table added to a list of tables; `place` is the list, or its last table."""
        array = place[:-1] if place and isinstance(place[-1], int) else place
        position = self._sizes.get(array, 0)
        self._sizes[array] = position + 1
        self._lines[*array, position] = line
        return (*array, position)

    def _pair(self, table: Place) -> None:
        """Pass `a.b = value`."""
        place = table
        line = self._line()
        for key in self._keys():
            place = (*place, key)
            self._lines.setdefault(place, line)
        self._pass(_BLANK)
        self._at += len("=")
        self._value(place)

    def _keys(self) -> list[str]:
        """The parts of a key that may be dotted."""
        keys = [self._key()]
        while self._next_is("."):
            self._at += 1
            keys.append(self._key())
        return keys

    def _key(self) -> str:
        self._pass(_BLANK)
        key = self._pass(_KEY)
        self._pass(_BLANK)
        return str(tomllib.loads(f"key = {key}")["key"]) if key[0] in "\"'" else key

    def _value(self, place: Place) -> None:
        self._pass(_BLANK)
        if self._next_is("["):
            self._list(place)
        elif self._next_is("{"):
            self._inline_table(place)
        elif self._next_is('"') or self._next_is("'"):
            self._pass(_TEXT)
        else:
            self._pass(_BARE)

    def _list(self, place: Place) -> None:
        self._at += len("[")
        self._pass(_BLANK)
        position = 0
        while not self._next_is("]"):
            self._lines[*place, position] = self._line()
            self._value((*place, position))
            self._pass_comma()
            position += 1
        self._at += len("]")

    def _inline_table(self, place: Place) -> None:
        self._at += len("{")
        self._pass(_BLANK)
        while not self._next_is("}"):
            self._pair(place)
            self._pass_comma()
        self._at += len("}")

    def _pass_comma(self) -> None:
        """Pass what stands between two members, or after the last."""
        self._pass(_BLANK)
        if self._next_is(","):
            self._at += len(",")
            self._pass(_BLANK)

    def _next_is(self, letters: str) -> bool:
        return self._source.startswith(letters, self._at)

    def _pass(self, pattern: re.Pattern[str]) -> str:
        """What the pattern matches here; raises ValueError when it does not, which valid TOML never brings about."""
        match = pattern.match(self._source, self._at)
        if match is None:
            raise ValueError(f"no TOML at offset {self._at}")
        self._at = match.end()
        return match.group()

    def _line(self) -> int:
        return bisect_right(self._breaks, self._at - 1) + 1
