"""Names of exported files: such as Windows, macOS and Linux can all hold."""

import re
import unicodedata

from cmdesk.thai.breaks import Breaker, boundaries

LONGEST_STEM = 80
"""Bytes of UTF-8 before the suffix: short enough for every file system and for mail programs."""

_LONGEST_NAME = 255
_LOOSE_ENDS = " ,;:–—-(."
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$)", re.IGNORECASE)


def is_fit(name: str, suffix: str) -> bool:
    """Whether a name can be held by all three systems and ends as its kind of file does."""
    stem = name.split(".", maxsplit=1)[0].strip()
    return (
        name.casefold().endswith(suffix)
        and bool(stem)
        and not _FORBIDDEN.search(name)
        and not _RESERVED.fullmatch(stem)
        and len(name.encode()) <= _LONGEST_NAME
    )


def safe_stem(title: str, ending: str) -> str:
    """A stem of at most `LONGEST_STEM` bytes made of a title and an ending; parts no Thai character."""
    words = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    visible = "".join(" " if unicodedata.category(letter) in {"Cc", "Cf", "Zs"} else letter for letter in words)
    room = LONGEST_STEM - len(ending.encode())
    stem = _cut(" ".join(visible.split()).strip(". "), room)
    return f"{stem or 'CMDesk'}{ending}"


def _cut(words: str, room: int) -> str:
    """As many whole words as fit; when not even one does, as many characters."""
    for breaker in (Breaker.LINES, Breaker.CHARACTERS):
        fitting = (stop for stop in reversed(boundaries(breaker, words)) if len(words[:stop].encode()) <= room)
        kept = words[: next(fitting)].rstrip(_LOOSE_ENDS)
        if kept:
            return kept
    return ""
