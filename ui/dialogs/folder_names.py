"""Names of dossier folders: suggested so that every computer can hold them, and judged while they are typed."""

import re
import unicodedata
from pathlib import Path
from typing import Final

from cmdesk.i18n import _
from cmdesk.thai.clusters import cluster_starts
from cmdesk.thai.words import line_breaks

SUFFIX: Final = ".cmdesk"
LONGEST: Final = 240
"""Bytes of UTF-8: what every file system holds, with room for the suffix. A Thai letter takes three."""

_LONGEST_SUGGESTION: Final = 180
_FORBIDDEN: Final = '<>:"/\\|?*'
_RESERVED: Final = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])", re.IGNORECASE)


def suggested(title: str) -> str:
    """A folder's name made of a dossier's title; empty for an empty one."""
    kept = "".join(" " if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in title)
    words = " ".join(unicodedata.normalize("NFC", kept).split()).strip(". ")
    words = _cut(words)
    if _RESERVED.fullmatch(words.partition(".")[0]):
        words = f"{words}_"
    return words


def _cut(words: str) -> str:
    """As many whole words as a folder's name holds; where not even one fits, as many letters with their marks."""
    if len(words.encode()) <= _LONGEST_SUGGESTION:
        return words
    for cuts in (line_breaks(words), cluster_starts(words)):
        kept = next((words[:cut] for cut in reversed(cuts) if len(words[:cut].encode()) <= _LONGEST_SUGGESTION), "")
        if kept.strip(". "):
            return kept.strip(". ")
    return ""


def problem(name: str, parent: Path) -> str:
    """What is wrong with a folder's name, in a sentence; empty when nothing is."""
    return _unfit(name) or _unplaceable(name, parent)


def _unfit(name: str) -> str:
    bad = sorted({letter for letter in name if letter in _FORBIDDEN or not letter.isprintable()})
    if not name:
        return _("Give the folder a name.")
    if bad:
        shown = " ".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in bad)
        return _("A folder's name can't have {letters}: some computers don't allow it.").format(letters=shown)
    if name[-1] in ". " or name[0] == " ":
        return _("A folder's name can't begin with a space or end with a space or a full stop.")
    if _RESERVED.fullmatch(name.partition(".")[0].strip()):
        return _("Windows keeps the name “{name}” for itself. Choose another one.").format(name=name)
    return _too_long(name)


def _too_long(name: str) -> str:
    size = len(name.encode())
    if size <= LONGEST:
        return ""
    return _(
        "The name is too long: it takes {size} bytes, and a folder's name has room for {most}, "
        "which is about {thai} Thai or {latin} Latin letters."
    ).format(size=size, most=LONGEST, thai=LONGEST // 3, latin=LONGEST)


def _unplaceable(name: str, parent: Path) -> str:
    if not parent.is_dir():
        return _("The folder {folder} is not there. Choose another place.").format(folder=parent)
    target = parent / f"{name}{SUFFIX}"
    if target.exists() or target.is_symlink():
        return _("There is something of that name already. Choose another name.")
    return ""
