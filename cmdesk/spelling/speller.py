"""The spelling of both languages in this process; a window asks `process` instead, so that typing never waits."""

import re
from collections.abc import Iterable
from functools import cached_property

from cmdesk.model.language import Language
from cmdesk.spelling.english.speller import EnglishSpeller
from cmdesk.spelling.known import Known, shipped_titles, shipped_words
from cmdesk.spelling.mistake import Kind, Mistake
from cmdesk.spelling.thai.speller import ThaiSpeller

_THAI = re.compile("[\u0e00-\u0e7f]")
_LATIN = re.compile("[A-Za-z]")
_FAULTS = {Kind.MISSPELT, Kind.MARKS}


class Speller:
    """Judges texts of either language; a dictionary is loaded when it is first needed."""

    def __init__(self) -> None:
        self._known = Known(shipped_words(), shipped_titles())

    def know(self, words: Iterable[str], titles: Iterable[str] = ()) -> None:
        """Mark none of these from now on, beside what is shipped; they replace those of the call before."""
        self._known = Known((*shipped_words(), *words), (*shipped_titles(), *titles))

    def check(self, text: str, language: Language) -> list[Mistake]:
        """The mistakes of a text, in order.

        Words of the other language are judged too, but for matters of style: what a Thai text quotes from English is
        often a name.
        """
        thai = self._thai.check(text, self._known) if _THAI.search(text) else []
        english = self._english.check(text, self._known) if _LATIN.search(text) else []
        if language is Language.THAI:
            english = [mistake for mistake in english if mistake.kind in _FAULTS]
        return sorted((*thai, *english), key=lambda mistake: mistake.start)

    def suggest(self, words: str) -> tuple[str, ...]:
        """The best five words for what was marked, the likeliest first."""
        return (self._thai if _THAI.search(words) else self._english).suggest(words)

    @cached_property
    def _thai(self) -> ThaiSpeller:
        return ThaiSpeller()

    @cached_property
    def _english(self) -> EnglishSpeller:
        return EnglishSpeller()
