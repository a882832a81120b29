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
    match number % 20:
        case 0 | 1 | 2 | 3:
            size = (chance.randint(40, 200), chance.randint(40, 200))
            return "photo.jpg", make.picture(size=size, taken=f"20{number % 24:02}:04:05 10:00:00")
        case 4 | 5:
            return "paper.pdf", make.pdf(f"Paper number {number}", "Second page", info=f"/Title (Paper {number})")
        case 6 | 7:
            return "รายงาน.docx", make.docx(f"<w:p><w:r><w:t>รายงานฉบับที่ {number}</w:t></w:r></w:p>")
        case 8:
            return "ตาราง.xlsx", make.xlsx(f"<row><c><v>{number}</v></c></row>")
        case 9:
            return "ตาราง.csv", f"ชื่อ,ค่า\nก,{number}\n".encode("cp874")
        case 10:
            return "note.txt", f"Note {number}".encode()
        case 11:
            return "same.txt", b"always the same"
        case 12:
            return "same-photo.png", make.picture("PNG")
        case 13:
            return "empty.pdf", b""
        case 14:
            return "setup.exe", b"MZ" + bytes([number % 256]) * 50
        case 15:
            return "list.bib", make.BIBTEX.replace("key1", f"key{number}").encode()
        case 16:
            return "broken.pdf", make.pdf("x")[: 60 + number % 40] + str(number).encode()
        case 17:
            return "broken.jpg", make.picture()[: 200 + number] + b"x"
        case 18:
            return "film.mp4", number.to_bytes(4) * 100
        case _:
            return "unknown.dat", number.to_bytes(4)
