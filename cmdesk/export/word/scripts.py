"""Text parted by script: Word takes another font, size, weight and language for Thai than for Latin letters."""

import re
from itertools import groupby

_LETTERS = re.compile(r"(?P<thai>[\u0e01-\u0e3a\u0e40-\u0e4e])|(?P<other>[^\W\d_])")


def by_script(text: str, *, thai: bool) -> list[tuple[bool, str]]:
    """Stretches of a text, each with whether it is Thai.

    Digits, blanks and punctuation go with the letters before them, at the start with those after; a text without
    letters is as `thai` says.
    """
    scripts = [_script(letter) for letter in text]
    current = next((script for script in scripts if script is not None), thai)
    for place, script in enumerate(scripts):
        current = scripts[place] = current if script is None else script
    paired = zip(scripts, text, strict=True)
    return [(bool(script), "".join(letter for _same, letter in group)) for script, group in groupby(paired, _first)]


def _script(letter: str) -> bool | None:
    match = _LETTERS.match(letter)
    return None if match is None else match["thai"] is not None


def _first(pair: tuple[bool | None, str]) -> bool | None:
    return pair[0]
