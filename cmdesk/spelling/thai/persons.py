"""Names of persons, which are spelt as their bearers like, and abbreviations."""

import re

_TITLES = (
    *("นาย", "นาง", "นางสาว", "น.ส.", "ด.ช.", "ด.ญ.", "เด็กชาย", "เด็กหญิง", "ดร.", "ผศ.", "รศ.", "ศ.", "นพ.", "พญ."),
    *("พล.อ.", "พล.ท.", "พล.ต.", "พล.ต.อ.", "พ.อ.", "พ.ต.", "พ.ต.อ.", "ร.ต.", "ร.อ.", "ม.ล.", "ม.ร.ว.", "พระครู"),
)
_NO_NAMES = (
    "ก(?:รัฐมนตรี|เทศมนตรี|สมาคม|กิตติมศักดิ์|องค์การ|สภา|เมือง|พุทธ|เหล่า|ฯ|[^ก-๎])"  # นายก, a head of something
    "|(?:จ้าง|หน้า|อำเภอ|ทะเบียน|ทหาร|แพทย์|ช่าง|ประกัน|พราน|ฟ้า|รำ|งาม|แบบ|พยาบาล|สงกรานต์|เอก|วัย|คน|ผู้|นี้|นั้น|ๆ)"
)
_TITLE = "|".join(map(re.escape, sorted(_TITLES, key=len, reverse=True)))
_PERSON = re.compile(
    rf"(?<![ก-๎])(?:(?:{_TITLE})\s?)+(?!{_NO_NAMES})[ก-๎]{{2,20}}(?:\s[ก-๎]{{2,16}}(?![ก-๎]))?"
    r"|(?<![ก-๎])[ก-ฮ]{1,5}\."
)
"""A title, a given name and a surname: a surname is short, and followed by a blank or a sign. Or an abbreviation."""


def persons(text: str) -> list[tuple[int, int]]:
    """Where names of persons with a title before them stand, and abbreviations with a point."""
    return [match.span() for match in _PERSON.finditer(text)]
