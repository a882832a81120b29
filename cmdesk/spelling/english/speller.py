"""English words judged by Hunspell with the dictionary en_GB, and by rules of ours."""

import re
import sys
from pathlib import Path

from hunspell import Hunspell

from cmdesk import assets
from cmdesk.spelling.english.forms import british, is_oxford, one_slip_away, oxford
from cmdesk.spelling.english.tokens import Token, parts, tokens
from cmdesk.spelling.known import Known
from cmdesk.spelling.mistake import Kind, Mistake

SUGGESTIONS = 5
_PREFIX = re.compile(
    "anti|bi|co|counter|cyber|de|eco|ex|extra|hyper|inter|intra|macro|mega|meta|micro|mid|mini|mis|mono|multi|nano|neo"
    "|non|over|para|peri|poly|post|pre|pro|pseudo|quasi|re|self|semi|socio|sub|super|trans|tri|ultra|un|under",
    re.IGNORECASE,
)
_NAME_FROM = 8
"""Letters from which a word with a capital inside a sentence is marked, and only if it is nearly a word."""


class EnglishSpeller:
    """The English of one process; loading takes some 50 ms and 20 MB."""

    def __init__(self, folder: Path | None = None) -> None:
        self._hunspell = _opened(folder or assets.resource("spelling"))
        self._knows: dict[str, bool] = {}

    def check(self, text: str, known: Known) -> list[Mistake]:
        """The mistakes of a text, in order."""
        spans = known.spans(text)
        asked = (token for token in tokens(text) if not any(a < token.stop and token.start < b for a, b in spans))
        return [mistake for token in asked for mistake in self._judged(token)]

    def suggest(self, words: str) -> tuple[str, ...]:
        """The best five forms for a misspelt word, the likeliest first, in Oxford's spelling."""
        first = [form for form in (oxford(words, self._hunspell.spell), british(words, self.knows)) if form]
        offered = (
            oxford(form, self._hunspell.spell) or form for form in self._hunspell.suggest(words.replace("’", "'"))
        )
        return tuple(dict.fromkeys((*first, *offered)))[:SUGGESTIONS]

    def knows(self, word: str) -> bool:
        """Whether the dictionary has a word, possessives included."""
        known = self._knows.get(word)
        if known is None:
            known = self._knows[word] = self._spells(word.replace("’", "'"))
        return known

    def _spells(self, word: str) -> bool:
        return (
            self._hunspell.spell(word)
            or (word.endswith("'s") and self.knows(word[:-2]))
            or is_oxford(word, self._hunspell.spell)
        )

    def _judged(self, token: Token) -> list[Mistake]:
        if self.knows(token.text):
            return self._hinted(token)
        pieces = list(parts(token))
        if len(pieces) > 1:
            return [mistake for piece in pieces if not _is_small(piece.text) for mistake in self._judged(piece)]
        return self._misspelt(token)

    def _hinted(self, token: Token) -> list[Mistake]:
        form = oxford(token.text, self._hunspell.spell)
        return [_mistake(token, Kind.OXFORD, form)] if form else []

    def _misspelt(self, token: Token) -> list[Mistake]:
        form = british(token.text, self.knows)
        if form:
            return [_mistake(token, Kind.AMERICAN, form)]
        is_name = token.text[0].isupper() and not token.begins
        return [] if is_name and not self._is_nearly_a_word(token.text) else [_mistake(token, Kind.MISSPELT)]

    def _is_nearly_a_word(self, name: str) -> bool:
        return len(name) >= _NAME_FROM and any(map(self._hunspell.spell, one_slip_away(name.lower())))


def _mistake(token: Token, kind: Kind, *meant: str) -> Mistake:
    return Mistake(token.start, token.stop, kind, token.text, meant)


def _is_small(part: str) -> bool:
    """Whether it needs no dictionary inside a compound: a prefix or a single letter."""
    return len(part) == 1 or _PREFIX.fullmatch(part) is not None


def _opened(folder: Path) -> Hunspell:
    """The dictionary; on Windows Hunspell reads a long path in UTF-8, whatever the code page is."""
    encoding = "UTF-8" if sys.platform == "win32" else sys.getfilesystemencoding()
    return Hunspell("en_GB", hunspell_data_dir=str(folder), system_encoding=encoding)
