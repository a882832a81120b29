"""Names of exported files: such as Windows, macOS and Linux can all hold."""

import re
import unicodedata

from cmdesk.thai.clusters import clusters

LONGEST_STEM = 80
"""Bytes of UTF-8 before the suffix: short enough for every file system and for mail programs."""

_LONGEST_NAME = 255
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
    """A stem of at most `LONGEST_STEM` bytes made of a title and an ending; never parts a Thai character."""
    words = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    visible = "".join(" " if unicodedata.category(letter) in {"Cc", "Cf", "Zs"} else letter for letter in words)
    room = LONGEST_STEM - len(ending.encode())
    stem = _cut(" ".join(visible.split()).strip(". "), room).strip(". ")
    return f"{stem or 'CMDesk'}{ending}"


def _cut(words: str, room: int) -> str:
    kept = ""
    for cluster in clusters(words):
        if len((kept + cluster).encode()) > room:
            break
        kept += cluster
    return kept
