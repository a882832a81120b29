"""Words that ICU's dictionary lacks, so that it would part them, or their neighbours, in the middle.

Names of people and places, loan words and terms met in dossiers of learning cities. None of them may come about where
two other words meet. Only lines are broken by this list; words are counted by ICU alone.
"""

import re

_WORDS = (
    # people
    "อัศนี",
    "บูรณุปกรณ์",
    "สุดารัตน์",
    "อุทธารัตน์",
    "มังราย",
    "เม็งราย",
    "กาวิละ",
    # places and feasts
    "ล้านนา",
    "เหมินท์",
    "ช้างม่อย",
    "อินทขีล",
    "ยี่เป็ง",
    "ยาคู้",
    "ปกาเกอะญอ",
    "อาข่า",
    "เกียวโต",
    "จูไบล์",
    "อู่ฮั่น",
    # institutions
    "ยูเนสโก",
    "ทีซีดีซี",
    "แห่งชาติ",
    # terms
    "ธรรมาภิบาล",
    "บันทึก",
    "บูรณาการ",
    "วิสัยทัศน์",
    "อัตลักษณ์",
    "เป็นกรอบ",
    "ต้นแบบ",
    "แผนกลาง",
    # loans
    "วิกิพีเดีย",
    "เฟซบุ๊ก",
    "ยูทูบ",
    "เวิร์กช็อป",
    "เวิร์กชอป",
    "ออฟไลน์",
    "โควิด",
    "โฮมสเตย์",
    "ซอฟต์พาวเวอร์",
    "ซีซีบีดี",
)

_WHOLE = re.compile("|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)))
_THAI_LETTER = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")


def masked(text: str) -> str:
    """Text of the same length with Latin letters for these words, which ICU leaves whole."""
    return _WHOLE.sub(lambda match: "x" * len(match[0]), text)


def ends(text: str) -> list[int]:
    """Offsets where one of these words meets other Thai letters, so that a line may end there."""
    met = {place for match in _WHOLE.finditer(text) for place in match.span()}
    return [place for place in sorted(met) if _is_inside_thai(text, place)]


def _is_inside_thai(text: str, place: int) -> bool:
    return 0 < place < len(text) and all(_THAI_LETTER.match(letter) for letter in text[place - 1 : place + 1])
