"""Which code page a text is in: Unicode if it can be, else the Thai ones if their letters stand where Thai has them."""

import re
from typing import NamedTuple

from cmdesk.library.reading.found import Trouble
from cmdesk.library.reading.refused import Refused
from cmdesk.thai.letters import CONSONANTS, FOLLOWING_VOWELS, LEADING_VOWELS, MARKS

CODE_PAGES = ("utf-8", "utf-16-le", "utf-16-be", "cp874", "tis-620", "cp1252")
"""Those that a person may choose from."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_THAI = re.compile("[\u0e01-\u0e5b]")
_SOUND = re.compile(f"[{CONSONANTS}][{MARKS}{FOLLOWING_VOWELS}]+|[{LEADING_VOWELS}][{CONSONANTS}]")
_STRAY = re.compile(f"(?<![{CONSONANTS}{MARKS}])[{MARKS}]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ENOUGH = 10
_MOST_CONTROLS = 0.02
_SAMPLE = 1 << 20


class Decoded(NamedTuple):
    """A text, the code page it was in, and whether that is certain."""

    text: str
    code_page: str
    sure: bool


def decoded(content: bytes, chosen: str = "") -> Decoded:
    """The text of some bytes in the code page chosen, else in the likeliest; Refused when they are no text."""
    if not content:
        raise Refused(Trouble.EMPTY)
    if chosen in CODE_PAGES:
        return _checked(Decoded(content.decode(chosen, "replace").removeprefix("\ufeff"), chosen, sure=True))
    for mark, code_page in _BOMS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], code_page)
    return _checked(_unmarked(content))


def _marked(content: bytes, code_page: str) -> Decoded:
    try:
        return _checked(Decoded(content.decode(code_page), code_page, sure=True))
    except UnicodeDecodeError:
        return _checked(Decoded(content.decode(code_page, "replace"), code_page, sure=False))


def _unmarked(content: bytes) -> Decoded:
    if wide := _wide(content):
        return _marked(content, wide)
    try:
        return Decoded(content.decode("utf-8"), "utf-8", sure=True)
    except UnicodeDecodeError:
        return _one_byte(content)


def _wide(content: bytes) -> str:
    """UTF-16 by the zero bytes that Latin letters, digits and blanks leave, or the 0E that Thai ones have."""
    sample = content[: _SAMPLE & ~1]
    if len(content) % 2 or not sample:
        return ""
    halves = len(sample) // 2
    for code_page, high, low in (("utf-16-le", sample[1::2], sample[0::2]), ("utf-16-be", sample[0::2], sample[1::2])):
        plausible = high.count(0) + high.count(0x0E)
        if plausible > 0.9 * halves and low.count(0) + low.count(0x0E) < 0.1 * halves:
            return code_page
    return ""


def _one_byte(content: bytes) -> Decoded:
    thai = content.decode("cp874", "replace")
    if _looks_thai(thai[:_SAMPLE]):
        # TIS-620 is cp874 without the typographic signs of Windows.
        signs = any(byte in content for byte in (0x80, 0x85, *range(0x91, 0x98), 0xA0))
        sure = "\ufffd" not in thai and len(_THAI.findall(thai[:_SAMPLE])) >= _ENOUGH
        return Decoded(thai, "cp874" if signs else "tis-620", sure)
    return Decoded(content.decode("cp1252", "replace"), "cp1252", sure=False)


def _looks_thai(text: str) -> bool:
    letters = len(_THAI.findall(text))
    sound = sum(len(match[0]) for match in _SOUND.finditer(text))
    wrong = len(_STRAY.findall(text)) + text.count("\ufffd")
    return letters > 0 and wrong * 20 <= letters and sound * 4 >= letters


def _checked(result: Decoded) -> Decoded:
    sample = result.text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample) + 1:
        raise Refused(Trouble.NOT_TEXT)
    return result
