"""Costs of a durable edit and an opening, against TinyDB and SQLite: `python tests/bench/bench_store.py [FOLDER]`.

Prints tables in Markdown. An edit changes one record of many and is timed until it is on the disk.
"""

import json
import os
import platform
import sqlite3
import statistics
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from tinydb import JSONStorage, TinyDB
from tinydb.table import Document

from cmdesk.model import ranks
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence, EvidenceKind, Measure
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Surety
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId, ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Citation, Span, Text
from cmdesk.store.ledger import Pace
from cmdesk.store.project import create, open_project
from cmdesk.store.records import evidence_record

EDITS = 120
SECTIONS = 30
PAGES = 300
PARAGRAPHS_A_PAGE = 8
THAI = "เชียงใหม่เป็นเมืองแห่งการเรียนรู้ที่ทุกคนเข้าถึงได้ตลอดชีวิต " * 5
ENGLISH = "Chiang Mai is a learning city in which everybody can learn throughout life. " * 4


def evidence(number, title="หลักฐานการเรียนรู้ตลอดชีวิต"):
    """A statistic with the fields that most records have."""
    return Evidence(
        EvidenceId(ulid(1, number)),
        EvidenceKind.STATISTIC,
        title=Wording(title, f"Evidence of lifelong learning {number}"),
        summary=Wording(THAI[:180], ENGLISH[:180]),
        measure=Measure(Decimal(number), Wording("คน", "people"), 2024),
        tags=("learning", "city"),
        address="https://example.org/report",
    )


def dossier(records, pages=0):
    """A dossier of so many evidence records and about so many pages of prose."""
    guessed = Provenance(Surety.INFERRED)
    names = [QuestionId(f"q{number}") for number in range(SECTIONS)]
    questions = tuple(Question(name, Wording("คำถาม", "Question"), QuestionKind.PROSE, guessed) for name in names)
    form = Form("bench", "1", Wording("", "Form"), Wording(), guessed, (Part(Wording("", "Part"), questions),))
    each = pages * PARAGRAPHS_A_PAGE // SECTIONS
    answers = {name: Prose(tuple(paragraphs(place, each))) for place, name in enumerate(names)} if pages else {}
    return Dossier(
        DossierId(ulid(9, 9)),
        form,
        Profile(Wording("แฟ้ม", "Dossier"), Wording("เชียงใหม่", "Chiang Mai")),
        FrozenMap(answers),
        FrozenMap({record.id: record for record in map(evidence, range(records))}),
    )


def paragraphs(section, count):
    """Paragraphs of one section in both languages, each with a citation."""
    for number, rank in enumerate(ranks.evenly(count)):
        thai = Text((Span(THAI), Citation(EvidenceId(ulid(1, number)))))
        yield Paragraph(
            ParagraphId(ulid(2, section * 100_000 + number)),
            rank,
            leading=Language.THAI,
            thai=thai,
            english=Text.of(ENGLISH),
        )


def timed(edit, count=EDITS):
    """Seconds of each of some edits, by number."""
    seconds = []
    for number in range(count):
        start = time.perf_counter()
        edit(number)
        seconds.append(time.perf_counter() - start)
    return seconds


def of_cmdesk(folder, records):
    """Edits through the keeper, from the new state handed over to its acknowledgement from both copies."""
    project = create(folder / "cmdesk", dossier(records))
    keeper = project.keeper(lambda _state: None)
    states = [project.dossier]

    def edit(number):
        states[0] = states[0].with_evidence(evidence(number * 7, f"แก้ไข {number}"))
        keeper.keep(states[0], "edit")
        if not keeper.flush():
            raise RuntimeError(keeper.state)

    # The first edit of a dossier's life makes its second copy, once.
    edit(EDITS)
    return edit, keeper.close


def of_tinydb(folder, records):
    """The same records in TinyDB's JSONStorage, which writes and syncs the whole file."""
    database = TinyDB(folder / "tinydb.json", storage=JSONStorage, ensure_ascii=False, encoding="utf-8")
    table = database.table("evidence")
    table.insert_multiple(Document(evidence_record(evidence(number)), number + 1) for number in range(records))
    return lambda number: table.update({"title": f"แก้ไข {number}"}, doc_ids=[number * 7 + 1]), database.close


def of_sqlite(folder, records):
    """The same records in SQLite, in WAL mode and synced at each commit."""
    database = sqlite3.connect(folder / "sqlite.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE evidence (id TEXT PRIMARY KEY, record TEXT)")
    rows = ((str(number), json.dumps(evidence_record(evidence(number)))) for number in range(records))
    database.execute("BEGIN")
    database.executemany("INSERT INTO evidence VALUES (?, ?)", rows)
    database.execute("COMMIT")

    def edit(number):
        record = json.dumps(evidence_record(evidence(number * 7, f"แก้ไข {number}")), ensure_ascii=False)
        database.execute("UPDATE evidence SET record = ? WHERE id = ?", (record, str(number * 7)))

    return edit, database.close


PEERS = {"CMDesk": of_cmdesk, "SQLite (WAL, FULL)": of_sqlite, "TinyDB JSONStorage": of_tinydb}


def edits_table(folder):
    """Rows of the first table. The stores take turns, so that what else the disk has to do is the same for all."""
    print("| records | store | median ms | p95 ms | slowest ms | median against SQLite | p95 against SQLite |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    medians = {}
    for records in (1_000, 50_000):
        seconds = taken(folder, records)
        tenths = {name: (statistics.median(each), percentile(each)) for name, each in seconds.items()}
        for name, (median, late) in tenths.items():
            base = tenths["SQLite (WAL, FULL)"]
            row = f"| {records:,} | {name} | {median * 1e3:.2f} | {late * 1e3:.2f} | {max(seconds[name]) * 1e3:.1f} "
            print(f"{row}| {median / base[0]:.2f} x | {late / base[1]:.2f} x |")
        medians[records] = tenths["CMDesk"][0]
    print(f"\nAn edit of CMDesk at 50,000 costs {medians[50_000] / medians[1_000]:.2f} times that at 1,000.")


def percentile(seconds):
    """The time that 95 of 100 edits do not exceed."""
    return sorted(seconds)[int(len(seconds) * 0.95)]


def taken(folder, records):
    """Seconds of each edit, by store."""
    edits, ends = {}, []
    for name, prepare in PEERS.items():
        place = folder / f"{name.split()[0]}-{records}"
        place.mkdir()
        edits[name], end = prepare(place, records)
        ends.append(end)
    seconds = {name: [] for name in PEERS}
    for number in range(EDITS):
        for name, edit in edits.items():
            # Seconds for each edit of a big TinyDB file: a few say enough.
            if name != "TinyDB JSONStorage" or records < 5_000 or number < 8:
                seconds[name] += timed(lambda _number, edit=edit, number=number: edit(number), 1)
    for end in ends:
        end()
    return seconds


def opening_table(folder):
    """Rows of the second table."""
    big = dossier(10_000, PAGES)
    create(folder / "big", big).close()
    size = sum(path.stat().st_size for path in (folder / "big" / "data").iterdir())
    seconds = timed(lambda _number: open_project(folder / "big", writable=False), 9)
    same = open_project(folder / "big", writable=False).dossier == big
    plain = statistics.median(timed(lambda _number: loaded_by_tinydb(folder / "big"), 5))
    ours = statistics.median(seconds)
    print("\n| opening | median ms | against TinyDB's load of the same file | MB on disk | equal to what was saved |")
    print("|---|---:|---:|---:|---|")
    named = f"10,000 records, {PAGES} pages"
    print(f"| {named} | {ours * 1e3:.0f} | {ours / plain:.2f} x | {size / 1e6:.1f} | {same} |")
    print(f"| plain TinyDB reading the tables | {plain * 1e3:.0f} | | | |")
    project = open_project(folder / "big")
    edited = project.dossier.with_evidence(evidence(7, "Edited"))
    keeper = project.keeper(lambda _state: None)
    keeper.keep(edited, "edit")
    start = time.perf_counter()
    keeper.close()
    print(f"| closing it after an edit (snapshot) | {(time.perf_counter() - start) * 1e3:.0f} | | | |")
    stall_table(folder)


def loaded_by_tinydb(folder):
    """The tables of a snapshot, read by TinyDB alone; it makes no records of them."""
    with TinyDB(max((folder / "data").glob("snap-*")), storage=JSONStorage, access_mode="r") as database:
        return database.storage.read()


def stall_table(folder):
    """How late a thread that wakes every millisecond is, at worst, while the keeper saves and takes snapshots."""
    project = open_project(folder / "big")
    keeper = project.keeper(lambda _state: None, pace=Pace(lines=40))
    state, late = project.dossier, []
    stop = time.perf_counter() + 8
    number = 0
    while time.perf_counter() < stop:
        number += 1
        state = state.with_evidence(evidence(number % 900, f"แก้ไข {number}"))
        start = time.perf_counter()
        keeper.keep(state, "edit", resting=number % 4 != 0)
        time.sleep(0.001)
        late.append(time.perf_counter() - start - 0.001)
    keeper.close()
    late.sort()
    print(
        f"\nWhile saving under load ({number:,} edits, a snapshot every 40 lines), a wait of 1 ms on another thread was"
    )
    print(f"late by {late[len(late) // 2] * 1e3:.2f} ms as a rule, {late[-1] * 1e3:.1f} ms at worst.")


def main():
    """Print both tables."""
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        os.environ["CMDESK_HOME"] = folder
        edits_table(Path(folder))
        opening_table(Path(folder))


if __name__ == "__main__":
    main()
