"""Which language the command line speaks."""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from cmdesk import i18n

OPTION = "--interface"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Gettext's own, in its order: the first that is set decides."""


def wanted(words: Sequence[str], environ: Mapping[str, str]) -> str:
    """Code of the language asked for by option or, failing that, by the environment; English when neither tells.

    The option is looked for ahead of all others, since it says in which language mistakes in them are told.
    """
    asked = _option(words)
    return asked if asked in i18n.LANGUAGES else _environment(environ)


def speak(code: str) -> None:
    """Speak a language from now on."""
    with suppress(FileNotFoundError):  # a checkout whose catalogues were never compiled speaks English
        i18n.use_language(i18n.SOURCE_LANGUAGE)
        i18n.use_language(code)


def _option(words: Sequence[str]) -> str:
    for place, word in enumerate(words):
        if word == "--":
            break
        if word.startswith(f"{OPTION}="):
            return word.removeprefix(f"{OPTION}=")
        if word == OPTION:
            return words[place + 1] if place + 1 < len(words) else ""
    return ""


def _environment(environ: Mapping[str, str]) -> str:
    told = next(filter(None, map(environ.get, _VARIABLES)), "")
    codes = (name[:2].lower() for name in told.split(":"))
    return next((code for code in codes if code in i18n.LANGUAGES), i18n.SOURCE_LANGUAGE)
