"""The interface's words, in Thai and English, by gettext.

The current language is the one thing in the program that is global. Exports speak the document's language, which need
not be the interface's: they ask `catalogue(code)` for it.
"""

import gettext
from functools import cache

from cmdesk import assets

DOMAIN = "cmdesk"
LANGUAGES = ("en", "th")
SOURCE_LANGUAGE = "en"


class Catalogue:
    """The messages of one language."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._messages = gettext.translation(
            DOMAIN, localedir=assets.catalogues(), languages=[code], fallback=code == SOURCE_LANGUAGE
        )

    def gettext(self, message: str) -> str:
        """Message in this language. An empty one stays empty (gettext would answer the catalogue's header)."""
        return self._messages.gettext(message) if message else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Message for a number of things in this language."""
        return self._messages.ngettext(one, many, n)

    def pgettext(self, context: str, message: str) -> str:
        """Message in this language, told apart from its homographs by `context`."""
        return self._messages.pgettext(context, message)


@cache
def catalogue(code: str) -> Catalogue:
    """Catalogue of a language; raises `FileNotFoundError` when it was never compiled (`python3 run.py` does)."""
    return Catalogue(code)


_current: list[Catalogue] = []


def use_language(code: str) -> None:
    """Speak this language from now on; `code` is one of `LANGUAGES`."""
    _current[:] = [catalogue(code)]


def language() -> str:
    """Code of the interface's language."""
    return _speaking().code


def _speaking() -> Catalogue:
    return _current[0] if _current else catalogue(SOURCE_LANGUAGE)


def _(message: str) -> str:
    return _speaking().gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Message for a number of things in the interface's language."""
    return _speaking().ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """Message in the interface's language, told apart from its homographs by `context`."""
    return _speaking().pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Message unchanged: marks it for translation where it will be looked up later."""
    return message
