"""What searching, opening and growing the library cost: `python tests/bench/bench_library.py [records] [pages]`.

Prints a Markdown table. Pages are made of pieces of Thai and English text with numbers, so that every query of the
list stands on some; what is typed is asked letter by letter, as the window does.
"""

import os
import platform
import random
import sys
import tempfile
import time
from decimal import Decimal
from functools import partial
from pathlib import Path

from cmdesk.library.index import Index
from cmdesk.library.reading.found import Found
from cmdesk.library.shelf import Shelf
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind, Measure
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import EvidenceId, ulid
from cmdesk.model.language import Wording

THAI = [
    "เทศบาลนครเชียงใหม่",
    "จัดกิจกรรมเมืองแห่งการเรียนรู้",
    "ร่วมกับสถาบันการศึกษา",
    "และชุมชนริมแม่น้ำปิง",
    "มีผู้เข้าร่วมจำนวน",
    "เด็กและเยาวชนนอกระบบ",
    "ผู้สูงอายุ",
    "งบประมาณที่ได้รับจัดสรร",
    "ภูมิปัญญาท้องถิ่นล้านนา",
    "ตามแผนพัฒนาการเรียนรู้ตลอดชีวิต",
    "ผลการประเมินพบว่า",
    "ศูนย์การเรียนรู้",
    "พิพิธภัณฑ์",
    "ยังต้องปรับปรุง",
    "การเดินทางโดยรถขนส่งสาธารณะ",
    "อาสาสมัคร",
    "ห้องสมุดประชาชน",
    "ประเพณียี่เป็ง",
    "ช่างทำโคม",
    "อาหารพื้นเมือง",
    "สิ่งแวดล้อมและฝุ่นควัน",
    "เศรษฐกิจสร้างสรรค์",
    "เครือข่ายเมืองสร้างสรรค์ของยูเนสโก",
]
ENGLISH = [
    "the learning city plan",
    "lifelong learning for all",
    "community based demonstration events",
    "a survey of households",
    "partners from the university",
    "the old city moat",
    "local wisdom holders",
    "craft and folk art",
    "an open data platform",
    "budget and in-kind support",
    "monitoring and evaluation",
    "people with disabilities",
    "the network of museums",
]
TYPED = [
    "เมืองแห่งการเรียนรู้",
    "แม่น้ำปิง",
    "พิพิธภัณฑ์",
    "ฝุ่นควัน",
    "ผู้สูงอายุ 2564",
    "๒๕๖๕",
    "lifelong learning",
    "survey of households",
    "folk art museum",
    "ปี",
    "ไม่มีที่ไหนเลย",
    "การการการ",
    "xyzzy",
    "4711",
]
chance = random.Random(7)


def text(length):
    """Words of both languages with numbers between them."""
    pieces = []
    while sum(map(len, pieces)) < length:
        pieces.append(chance.choice(THAI if chance.random() < 0.8 else ENGLISH))
        if chance.random() < 0.2:
            pieces.append(f" {chance.randrange(10_000)} ")
    return "".join(pieces)[:length]


def record(number):
    """A record with about 500 letters."""
    return Evidence(
        id=EvidenceId(ulid(number, chance.getrandbits(80))),
        kind=chance.choice(list(EvidenceKind)),
        title=Wording(text(50), text(50)),
        summary=Wording(text(200), text(150)),
        source=Wording(text(30), text(20)),
        period=Period(PartialDate(2018 + number % 7)),
        tags=("tag",),
        measure=Measure(Decimal(number), Wording("คน", "people"), 2020),
    )


def timed(work):
    """Milliseconds that a piece of work takes, by the clock and of the processor."""
    begun, used = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - begun) * 1000, (time.thread_time() - used) * 1000


def typing(index):
    """Milliseconds of each search while all of `TYPED` is typed, letter by letter; the best of three of each."""
    typed = [word[:stop] for word in TYPED for stop in range(1, len(word) + 1)]
    return [min(timed(partial(index.search, words)) for _time in range(3)) for words in typed]


def row(name, times, aim):
    """A line of the table."""
    clock, used = (sorted(each[place] for each in times) for place in (0, 1))
    middle, high = len(clock) // 2, min(int(len(clock) * 0.95), len(clock) - 1)
    print(f"| {name} | {clock[middle]:.1f} | {clock[high]:.1f} | {clock[-1]:.1f} | {used[high]:.1f} | {aim} |")


def library(count):
    """A library of so many records."""
    made = [record(number) for number in range(count)]
    return FrozenMap({each.id: each for each in made})


def measure_records(count, folder):
    """Opening, searching and growing a library without files."""
    records = library(count)
    index = Index.open(folder / "records.sqlite")
    row(f"learn {count:,} records, first time", [timed(lambda: index.update(FrozenMap(), records))], "-")
    index.close()
    index = Index.open(folder / "records.sqlite")
    row(f"open library of {count:,} records again", [timed(lambda: index.update(FrozenMap(), records))], "200")
    row(f"type in {count:,} records", typing(index), "p95 20")
    index.close()


def measure_adding(count, folder):
    """Adding records one by one to a library of a size."""
    records = library(count)
    index = Index.open(folder / f"adding-{count}.sqlite")
    index.update(FrozenMap(), records)
    times = []
    for number in range(50):
        fresh = record(count + number)
        after = records.with_(fresh.id, fresh)
        times.append(timed(lambda before=records, after=after: index.update(before, after)))
        records = after
    index.close()
    row(f"index one more record at {count:,}", times, "same")


def measure_pages(count, folder):
    """Searching the pages of files of 50 pages each."""
    path = folder / "pages.sqlite"
    shelf = Shelf.open(path)
    files = [Attachment(f"{number:064x}", f"{number}.pdf", "application/pdf", 1) for number in range(count // 50)]
    times = [
        timed(lambda sha=f.sha256: shelf.keep(sha, Found(pages=tuple(text(1500) for _ in range(50))))) for f in files
    ]
    shelf.close()
    row("keep a file of 50 pages", times, "-")
    owners = (Evidence(EvidenceId(ulid(n, n)), EvidenceKind.DOCUMENT, attachments=(f,)) for n, f in enumerate(files))
    index = Index.open(path)
    index.update(FrozenMap(), FrozenMap({owner.id: owner for owner in owners}))
    row(f"type in {count:,} pages", typing(index), "p95 50")
    index.close()
    print(f"\nshelf of {count:,} pages: {path.stat().st_size / 1e6:.0f} MB")


def main():
    """Print the table."""
    records, pages = (int(each) for each in (*sys.argv[1:], "10000", "50000")[:2])
    print(f"{platform.machine()}, Python {platform.python_version()}, times in ms\n")
    print(f"{os.getloadavg()[0]:.1f} other processes wanted the {os.cpu_count()} processors\n")
    print("| what | median | p95 | max | p95 of the processor | aim |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure_records(records, folder)
        measure_adding(100, folder)
        measure_adding(records * 5, folder)
        measure_pages(pages, folder)


if __name__ == "__main__":
    main()
