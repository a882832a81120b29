"""The one entrance for text: what XML, Qt or a file could not hold is taken out here and nowhere else.

Zero-width space, joiners and soft hyphens stay: Thai typists set them on purpose. XML's own rule is the `Char`
production of XML 1.0 (https://www.w3.org/TR/xml/#charsets).
"""

import re
from typing import NamedTuple

OBJECT = "\ufffc"
"""Stands for an inline object (a citation, a figure) in plain text, so it can never be a letter."""

_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\u0085|\v|\f")
_FORBIDDEN = re.compile("[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffb\ufffd\U00010000-\U0010ffff]")


class Cleaned(NamedTuple):
    """Text fit for the model, and how many characters were taken out of it."""

    text: str
    removed: int


def cleaned(text: str) -> Cleaned:
    """Text with line feeds for line ends and without what no file could hold, with the count of removed characters.

    Taken out: control characters but tab and line feed, lone surrogates, non-characters, and U+FFFC, which marks
    inline objects.
    """
    lines = _LINE_ENDS.sub("\n", text)
    kept, removed = _FORBIDDEN.subn("", lines)
    return Cleaned(kept, removed)


def clean(text: str) -> str:
    """Text fit for the model."""
    # Nothing printable is taken out but the one mark, and a big dossier brings a hundred thousand texts along.
    return text if text.isprintable() and OBJECT not in text else cleaned(text).text
