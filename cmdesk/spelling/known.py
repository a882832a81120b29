"""What is right though no dictionary has it: the words of a project, names, terms, and titles that are fixed."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from cmdesk import assets

_BLANKS = re.compile(r"\s+")
_THAI_MARK = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
_SHORTEST = 2
"""Letters of the shortest part of a name that is known without the rest."""


class Known:
    """Expressions that are never marked.

    Words, names and terms are known whole and by their parts, so that a surname may stand alone. Titles are known
    only whole: "Center" in a title does not make it English. Lower case stands for any case.
    """

    def __init__(self, words: Iterable[str] = (), titles: Iterable[str] = ()) -> None:
        self.words = frozenset(filter(None, map(_tidy, words)))
        self.titles = frozenset(filter(None, map(_tidy, titles)))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where known expressions stand in a text, in order and apart from each other; the longest of several."""
        return [match.span() for match in self._pattern.finditer(text) if _stands_alone(text, *match.span())]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """All expressions by their first letter, since Python's `re` would try hundreds at every place."""
        by_initial: dict[str, list[str]] = {}
        for expression in sorted({*self._with_parts(), *self.titles}, key=len, reverse=True):
            by_initial.setdefault(expression[0].lower(), []).append(_pattern_of(expression))
        groups = (f"(?=[{re.escape(first + first.upper())}])(?:{'|'.join(all_)})" for first, all_ in by_initial.items())
        return re.compile("|".join(groups) or r"(?!)")

    def _with_parts(self) -> Iterator[str]:
        for expression in self.words:
            yield expression
            yield from (part for part in re.split(r"[\s\-()/,]+", expression) if len(part) > _SHORTEST)


def _tidy(expression: str) -> str:
    return _BLANKS.sub(" ", expression).strip()


def _pattern_of(expression: str) -> str:
    escaped = re.escape(expression).replace(r"\ ", r"\s+").replace("'", "['’]")
    inner = f"(?i:{escaped})" if expression.islower() and expression.isascii() else escaped
    return rf"\b{inner}(?:['’]s?)?(?!\w)" if expression[:1].isascii() and expression[-1:].isalpha() else inner


def _stands_alone(text: str, start: int, stop: int) -> bool:
    """Whether it parts no letter from the marks on it."""
    return stop - start >= _SHORTEST and _THAI_MARK.match(text, stop) is None


def shipped_words() -> list[str]:
    """The names and terms, romanized from Thai, that every dossier may use."""
    return lines(assets.resource("spelling", "english-ours.txt"))


def shipped_titles() -> list[str]:
    """The official titles that keep their own spelling."""
    return lines(assets.resource("spelling", "titles.txt"))


def lines(file: Path) -> list[str]:
    """The lines of a list, without remarks."""
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
