"""Text folded to the width of a terminal."""

import unicodedata

from cmdesk.thai.words import line_breaks

_WITHOUT_WIDTH = {"Mn", "Me", "Cf"}


def cells(text: str) -> int:
    """Columns that a text takes on a terminal: Thai vowels and tones above and below take none."""
    return sum(unicodedata.category(letter) not in _WITHOUT_WIDTH for letter in text)


def fold(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns, broken between words, Thai ones too; a word that is wider stands alone."""
    flat = " ".join(text.split())
    lines = [""]
    start = 0
    for end in [*line_breaks(flat), len(flat)]:
        piece = flat[start:end]
        start = end
        if lines[-1] and cells(lines[-1]) + cells(piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]
