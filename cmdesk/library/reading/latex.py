"""The few LaTeX spellings of letters that reference managers write."""

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "d": "\u0323",
    "b": "\u0331",
    "r": "\u030a",
    "k": "\u0328",
}
_LETTERS = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "textendash": "–",
    "textemdash": "—",
}
_ACCENTED = re.compile(r"\\([`'^\"~=.]|[uvHcdbrk](?![A-Za-z]))\s*\{?\s*(\\?[A-Za-zıø])\s*\}?")
_NAMED = re.compile(r"\\(" + "|".join(sorted(_LETTERS, key=len, reverse=True)) + r")(?![A-Za-z])\s*(?:\{\})?")
_ESCAPED = re.compile(r"\\([&%$#_{}])")
_COMMANDS = re.compile(r"\\[A-Za-z]+\s*")
_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """Text as a reader would see it, without braces and commands."""
    text = _ACCENTED.sub(_accented, text)
    text = _NAMED.sub(lambda match: _LETTERS[match[1]], text)
    text = _ESCAPED.sub(lambda match: {"{": "\x01", "}": "\x02"}.get(match[1], match[1]), text)
    text = _COMMANDS.sub("", text.replace("---", "—").replace("--", "–").replace("~", " "))
    text = text.replace("{", "").replace("}", "").replace("\x01", "{").replace("\x02", "}")
    return _BLANKS.sub(" ", text).strip()


def _accented(match: re.Match[str]) -> str:
    letter = match[2].lstrip("\\").replace("ı", "i")
    return unicodedata.normalize("NFC", letter + _ACCENTS[match[1]])
