"""Names of persons, which are spelt as their bearers like, and abbreviations."""

import re

_BEFORE = (
    *("นาย", "นาง", "นางสาว", "น.ส.", "ด.ช.", "ด.ญ.", "ดร.", "ผศ.", "รศ.", "ศ.", "พล.อ.", "พล.ต.", "พ.ต.", "ร.ต."),
    *("ม.ล.", "ม.ร.ว.", "พระครู", "คุณ", "สล่า", "พ่อครู", "แม่ครู"),
)
_TITLE = "|".join(map(re.escape, sorted(_BEFORE, key=len, reverse=True)))
_PERSON = re.compile(
    rf"(?<![ก-๎])(?:(?:{_TITLE})\s?)+(?!ก(?:รัฐมนตรี|เทศมนตรี|สมาคม|ก|อ))"
    r"[ก-๎]{2,20}(?:\s[ก-๎]{2,16}(?![ก-๎]))?"
    r"|(?<![ก-๎])[ก-ฮ]{1,5}\."
)
"""A title, a given name and a surname: a surname is short, and followed by a blank or a sign. Or an abbreviation."""


def persons(text: str) -> list[tuple[int, int]]:
    """Where names of persons with a title before them stand, and abbreviations with a point."""
    return [match.span() for match in _PERSON.finditer(text)]
