"""A folder of many mixed files, as people have them: sound, doubled, broken, foreign, dangerous."""

import random

import foreign_files as make


def mixed(folder, count, seed=5):
    """Put so many files into a folder; returns how many are the bytes of an earlier one, and how many are empty."""
    chance = random.Random(seed)
    made, doubles, empty = set(), 0, 0
    for number in range(count):
        name, content = _file(number, chance)
        doubles += content in made and bool(content)
        empty += not content
        made.add(content)
        path = folder / f"{number % 13:02}" / f"{number:04} {name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return doubles, empty


def _file(number, chance):
    name, content = _KINDS[number % len(_KINDS)]
    return name, content(number, chance)


def _photo(number, chance):
    size = (chance.randint(40, 200), chance.randint(40, 200))
    return make.picture(size=size, taken=f"20{number % 24:02}:04:05 10:00:00")


def _paper(number, _chance):
    return make.pdf(f"Paper number {number}", "Second page", info=f"/Title (Paper {number})")


def _report(number, _chance):
    return make.docx(f"<w:p><w:r><w:t>รายงานฉบับที่ {number}</w:t></w:r></w:p>")


_KINDS = (
    *[("photo.jpg", _photo)] * 4,
    *[("paper.pdf", _paper)] * 2,
    *[("รายงาน.docx", _report)] * 2,
    ("ตาราง.xlsx", lambda number, _chance: make.xlsx(f"<row><c><v>{number}</v></c></row>")),
    ("ตาราง.csv", lambda number, _chance: f"ชื่อ,ค่า\nก,{number}\n".encode("cp874")),
    ("note.txt", lambda number, _chance: f"Note {number}".encode()),
    ("same.txt", lambda _number, _chance: b"always the same"),
    ("same-photo.png", lambda _number, _chance: make.picture("PNG")),
    ("empty.pdf", lambda _number, _chance: b""),
    ("setup.exe", lambda number, _chance: b"MZ" + number.to_bytes(4) * 50),
    ("list.bib", lambda number, _chance: make.BIBTEX.replace("key1", f"key{number}").encode()),
    ("broken.pdf", lambda number, _chance: make.pdf("x")[: 60 + number % 40] + str(number).encode()),
    ("broken.jpg", lambda number, _chance: make.picture()[: 200 + number] + str(number).encode()),
    ("film.mp4", lambda number, _chance: number.to_bytes(4) * 100),
    ("unknown.dat", lambda number, _chance: number.to_bytes(4)),
)
