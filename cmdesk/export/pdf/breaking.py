"""What it costs to end a line at each place where one may end."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from cmdesk.export.pdf.shaping import SOFT_HYPHEN
from cmdesk.thai.agreement import agreed_breaks
from cmdesk.thai.words import line_breaks

FREE = 0.0
"""After a blank."""
DASH = 30.0
"""After a dash or a slash."""
HYPHEN = 300.0
"""After a hyphen: readers of the text layer would take it for one that the line end brought, and drop it."""
HYPHENATED = 50.0
"""Inside a word, where a soft hyphen or the patterns of its language part it."""
WORD = 15.0
"""Between Thai words, which no blank parts."""
INSIDE = 90.0
"""Inside a compound that reads as one word."""
TIED = 400.0
"""Inside what should stay together: a number with its unit, a title with its name."""
TORN = 900.0
"""Inside a word too long for any line."""

_NUMBERED = (
    "พ.ศ.|ค.ศ.|ร.ศ.|ฮ.ศ.|หน้า|ข้อ|ที่|ปี|ร้อยละ|มาตรา|บทที่|ภาคที่|ตารางที่|ภาพที่|รูปที่|ฉบับที่|ครั้งที่|เล่มที่|เลขที่|"
    "No.|no.|p.|pp.|page|pages|Fig.|Figure|Table|Section|Chapter|Article|Part|Vol.|about|US$|THB|USD"
)
_TITLED = "ดร.|ผศ.|รศ.|ศ.|นาย|นาง|นางสาว|Dr|Dr.|Mr|Mr.|Mrs|Mrs.|Ms|Ms.|Prof.|St."
_UNITS = (
    "คน|ราย|บาท|ล้าน|แสน|หมื่น|พัน|แห่ง|ปี|เดือน|วัน|ครั้ง|ชั่วโมง|หลัง|กม.|ตร.กม.|ตารางกิโลเมตร|กิโลเมตร|เมตร|โครงการ|ชุมชน|หน่วยงาน|คำ|"
    "ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|"
    "กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|"
    "%|percent|per cent|km|m|kg|ha|million|billion|baht|people|persons|words|pages|years|"
    "January|February|March|April|May|June|July|August|September|October|November|December"
)


_COMPOUNDS = (
    "เมืองแห่งการเรียนรู้|ล้านบาท|แสนบาท|หมื่นบาท|พันบาท|ล้านคน|ร้อยละ|กว่า|เรียนรู้|เครือข่าย|ข้ามชาติ|ผู้สูงอายุ|ผู้อำนวยการ|ตัวชี้วัด|มีส่วนร่วม|หลักสูตร|มหาวิทยาลัย|ภูมิปัญญา|นักวิชาการ|นักเรียน|นักศึกษา|"
    "ประชาสังคม|ภาคเอกชน|ภาครัฐ|หน่วยงาน|งบประมาณ|เทศบาลนคร|เชียงใหม่|นายกเทศมนตรี|ยูเนสโก|คณะกรรมการ|คณะอนุกรรมการ|องค์การ|สร้างสรรค์|แลกเปลี่ยน"
)
"""Words of this trade that the dictionary of ICU takes apart, or tears at the wrong place."""


def _any(words: str) -> str:
    return "|".join(re.escape(word) for word in words.split("|"))


_TIE = re.compile(
    rf"(?:(?<![A-Za-z])(?:{_any(_NUMBERED)})[ \u00a0]+(?=[0-9๐-๙])"
    rf"|(?<![A-Za-zก-๎])(?:{_any(_TITLED)})[ \u00a0]+(?=\w)"
    rf"|[0-9๐-๙][ \u00a0]+(?=(?:{_any(_UNITS)})(?![A-Za-z])))"
)


_HYPHENS = f"-{SOFT_HYPHEN}\u2010"
_HYPHEN = re.compile(f"(?<=\\w)[{_HYPHENS}]")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+")

_COUNTED = re.compile("(?<![0-9๐-๙.,])[0-9๐-๙]{1,3}(?:[.,][0-9๐-๙]+)*[ \u00a0]+(?=[ก-ฮเ-ไ])")
"""A number before a Thai word is most often its count; four digits and no comma are a year."""

_LONE = re.compile("[ก-ฒด-ฮ]")
_COMPOUND = re.compile(_any(_COMPOUNDS))


def break_costs(text: str) -> dict[int, float]:
    """Offset of each place where a line may end inside the text, with its cost."""
    agreed = agreed_breaks(text)
    costs = {place: _cost(text, place, agreed) for place in line_breaks(text)}
    for place in {*_lone(text, costs)}:
        del costs[place]
    for address in _ADDRESS.finditer(text):
        _break_before_hyphens(costs, address)
    for compound in _COMPOUND.finditer(text):
        for place in costs.keys() & {*range(compound.start() + 1, compound.end())}:
            costs[place] = INSIDE if place in agreed else TIED
    for number in _COUNTED.finditer(text):
        if number.end() in costs:
            costs[number.end()] = INSIDE
    for tie in _TIE.finditer(text):
        if tie.end() in costs:
            costs[tie.end()] = TIED
    return costs


def _lone(text: str, costs: Mapping[int, float]) -> Iterator[int]:
    """The dearer side of each consonant that would stand alone: no word of Thai is that short but ณ."""
    for place in costs:
        if place + 1 in costs and _LONE.match(text, place):
            yield place if costs[place] > costs[place + 1] else place + 1


def _break_before_hyphens(costs: dict[int, float], address: re.Match[str]) -> None:
    """In a web address a hyphen begins the next line, so that nobody takes it for one that the line end brought."""
    for hyphen in _HYPHEN.finditer(address.string, address.start(), address.end()):
        costs.pop(hyphen.end(), None)
        costs[hyphen.start()] = DASH


def _cost(text: str, place: int, agreed: AbstractSet[int]) -> float:
    before = text[place - 1]
    if before.isspace():
        return FREE
    if before == SOFT_HYPHEN:
        return HYPHENATED
    if before in _HYPHENS:
        return HYPHEN
    if before in "–—/":
        return DASH
    return WORD if place in agreed or not ("\u0e00" <= before <= "\u0e7f") else INSIDE
