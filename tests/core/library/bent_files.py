"""Sound files with bytes flipped, cut out, doubled or overwritten; always the same ones for a seed."""

import random
from collections.abc import Iterator

import foreign_files as make
from hostile import Hostile

from cmdesk.library.reading.found import Task

_SOUND = (
    ("word.docx", make.docx, Task.WORD),
    (
        "sheet.xlsx",
        lambda: make.xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings="<si><t>x</t></si>"),
        Task.EXCEL,
    ),
    (
        "photo.jpg",
        lambda: make.picture("JPEG", taken="2023:04:05 10:00:00", place=((18, 0, 0), (98, 0, 0))),
        Task.PICTURE,
    ),
    ("photo.png", lambda: make.picture("PNG"), Task.PICTURE),
    ("photo.tif", lambda: make.picture("TIFF"), Task.PICTURE),
    ("photo.webp", lambda: make.picture("WEBP"), Task.PICTURE),
    ("photo.gif", lambda: make.picture("GIF", mode="P"), Task.PICTURE),
    ("paper.pdf", lambda: make.pdf("First", "Second", info="/Title (Plan)"), Task.PDF),
    ("table.csv", lambda: "ชื่อ,ค่า\nก,1\n".encode("tis-620") * 30, Task.TABLE),
    ("list.bib", make.BIBTEX.encode, Task.REFERENCES),
    ("list.ris", make.RIS.encode, Task.REFERENCES),
    ("list.json", make.CSL.encode, Task.REFERENCES),
)
_KINDS = {
    Task.WORD: "I3",
    Task.EXCEL: "I4",
    Task.PICTURE: "I8",
    Task.PDF: "I9",
    Task.TABLE: "I5",
    Task.REFERENCES: "I5",
}


def bent(count: int, seed: int) -> Iterator[Hostile]:
    """Sound files with bytes flipped, cut out, doubled or overwritten, as many as wanted and always the same."""
    chance = random.Random(seed)
    for number in range(count):
        name, sound, task = _SOUND[number % len(_SOUND)]
        content = _bend(bytearray(sound()), chance)
        yield Hostile(_KINDS[task], f"bent-{seed}-{number}-{name}", content, task)


def _bend(content, chance):
    for _time in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(content)), chance.choice((1, 1, 4, 64))
        match chance.randrange(5):
            case 0:
                content[at] ^= 1 << chance.randrange(8)
            case 1:
                del content[at : at + length]
            case 2:
                content[at:at] = content[at : at + length]
            case 3:
                content[at : at + length] = chance.choice((b"\xff", b"\x00", b"\x80")) * length
            case 4:
                content[at : at + length] = chance.randbytes(length)
        if not content:
            break
    return bytes(content)
