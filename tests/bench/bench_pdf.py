"""What a hundred bilingual pages cost, against LibreOffice and others: `python tests/bench/bench_pdf.py [PYTHON]`.

Prints tables in Markdown. Each program is started anew and timed from its start to the finished PDF; LibreOffice
converts a Word file of the same document, which is written beforehand. With a Python that has typst, weasyprint and
fpdf2, these are measured too, on the same words. Seconds of the processor tell more than the wall's on a busy machine.
"""

import json
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pypdf

from cmdesk import assets
from cmdesk.export.blocks import (
    Block,
    Cell,
    Contents,
    Cover,
    Document,
    Flow,
    Heading,
    Look,
    PageBreak,
    Pair,
    Paragraph,
    Piece,
    Table,
)
from cmdesk.model.language import Language

QUESTIONS = 40
SCRIPT = Path(__file__).with_name("pdf_peers.py")
PEERS = ("typst", "WeasyPrint", "fpdf2")
THAI = (
    "เทศบาลนครเชียงใหม่ขับเคลื่อนเมืองแห่งการเรียนรู้โดยใช้ต้นทุนวัฒนธรรมชุมชนเป็นฐาน",
    "ผู้คนทุกวัยเรียนรู้ผ่านประเพณี งานช่าง อาหาร และภูมิปัญญาในพื้นที่จริงตลอดทั้งปี",
    "นับตั้งแต่เข้าร่วมเครือข่ายเมื่อ พ.ศ. 2563 เมืองได้จัดกิจกรรมแล้วกว่า 40 ครั้ง",
    "มีผู้เข้าร่วมมากกว่า 12,000 คน ทั้งเด็ก เยาวชน ผู้สูงอายุ และแรงงานข้ามชาติ",
    "ความรู้ต่าง ๆ ที่เกิดขึ้นถูกบันทึกไว้ในคลังความรู้ของเมือง และใช้ซ้ำได้ในโรงเรียน",
    "คณะกรรมการประกอบด้วยนักวิชาการ ภาครัฐ ภาคเอกชน ภาคประชาสังคม และประชาชน",
    "งบประมาณของเมืองจัดสรรต่อเนื่องทุกปี โดยมีน้ำใจของคนในย่านเก่าเป็นทุนสำคัญ",
    "ผลการประเมินถูกนำกลับไปปรับแผนทุกสามเดือน เพื่อให้ทุกคนเข้าถึงการเรียนรู้ได้จริง",
)
ENGLISH = (
    "Chiang Mai drives its learning city on the strength of community culture.",
    "People of all ages learn through traditions, crafts, food and local wisdom in real places.",
    "Since joining the network in 2020 the city has held more than 40 events.",
    "Over 12,000 people took part: children, young people, older persons and migrant workers.",
    "What was learnt is kept in the open knowledge base of the city and used again in schools.",
    "The committee has members from universities, government, business and civil society.",
    "The budget is kept up every year, and the good will of the old quarters is counted as capital.",
    "Every three months the results are read again and the plan is changed where it fell short.",
)


def flow(language: Language, text: str) -> Flow:
    """Plain text in one language."""
    return Flow(language, (Piece(text),))


def thai(text: str) -> Flow:
    """Plain Thai text."""
    return flow(Language.THAI, text)


def english(text: str) -> Flow:
    """Plain English text."""
    return flow(Language.ENGLISH, text)


def document(questions: int = QUESTIONS) -> Document:
    """About a hundred bilingual pages with headings, paragraphs, lists, tables and contents."""
    chance = random.Random(20)
    blocks: list[Block] = [
        Cover((english("A city that learns"), thai("เมืองที่เรียนรู้")), (english("Application"),), (thai("เชียงใหม่"),)),
        Contents((english("Contents"), thai("สารบัญ"))),
        PageBreak(),
    ]
    for number in range(1, questions + 1):
        titles = (english(f"Question {number} of the form"), thai(f"คำถามที่ {number} ของแบบฟอร์ม"))
        blocks.append(Heading(2, f"A{number}", titles, f"q{number}"))
        blocks += [pair(chance, Look.BODY, 7) for _ in range(5)]
        blocks += [pair(chance, Look.BULLET, 2, "•") for _ in range(3)]
        blocks.append(table(chance))
    return Document(
        "A hundred pages", Language.ENGLISH, english("Award"), english("Page {page} of {pages}"), tuple(blocks)
    )


def pair(chance: random.Random, look: Look, sentences: int, label: str = "") -> Pair:
    """Thai and English sentences side by side."""
    left = Paragraph(look, thai(" ".join(chance.choices(THAI, k=sentences))), label)
    return Pair(left, Paragraph(look, english(" ".join(chance.choices(ENGLISH, k=sentences))), label))


def table(chance: random.Random) -> Table:
    """Six rows of figures."""
    head = (Cell((english("Indicator"), thai("ตัวชี้วัด"))), Cell((english("Value"),)), Cell((english("Source"),)))
    rows = tuple(
        (
            Cell((english("Participants"), thai("ผู้เข้าร่วม"))),
            Cell((english(f"{chance.randrange(100_000):,}"),)),
            Cell((english(chance.choice(ENGLISH)),)),
        )
        for _ in range(6)
    )
    return Table(head, rows, (0.35, 0.2, 0.45))


class Cost(NamedTuple):
    """Seconds of the wall and of the processor, and the peak of memory in MB."""

    wall: float
    processor: float
    memory: float


def timed(command: list[str]) -> Cost:
    """What a program and its children cost."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def row(name: str, cost: Cost, pdf: Path) -> None:
    """One line of the table."""
    pages = len(pypdf.PdfReader(pdf).pages)
    each = 1000 * cost.processor / pages
    size = pdf.stat().st_size // 1024
    print(f"| {name} | {pages} | {cost.wall:.2f} | {cost.processor:.2f} | {each:.1f} | {cost.memory:.0f} | {size} |")


def ours(folder: Path, questions: int) -> None:
    """Our own line."""
    target = folder / "ours.pdf"
    row("CMDesk", timed([sys.executable, __file__, "--write", str(target), str(questions)]), target)


def against_libreoffice(folder: Path) -> None:
    """The line of LibreOffice, where it is installed."""
    from cmdesk.export.word.writer import write as write_word  # noqa: PLC0415 - only the peer needs it

    program = shutil.which("soffice")
    if program is None:
        print("LibreOffice is not installed.")
        return
    write_word(document(), folder / "peer.docx")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "peer.docx"),
    ]
    timed(command)  # the first start makes its profile
    row("LibreOffice", timed(command), folder / "peer.pdf")


def against_others(folder: Path, python: str) -> None:
    """The lines of the peers that another Python has."""
    content = folder / "content.json"
    content.write_text(json.dumps(list(words(document())), ensure_ascii=False), encoding="utf-8")
    for name in PEERS:
        target = folder / f"{name}.pdf"
        fonts = str(assets.font("Regular").parent)
        row(name, timed([python, str(SCRIPT), name, str(content), fonts, str(target)]), target)


def words(made: Document) -> Iterator[list[object]]:
    """What the document says, for programs that know no blocks."""
    for block in made.blocks:
        match block:
            case Heading():
                yield ["heading", block.number, *(flow.plain for flow in block.flows)]
            case Pair():
                yield [
                    "pair",
                    *(f"{side.label} {side.flow.plain}".strip() for side in (block.thai, block.english) if side),
                ]
            case Table():
                rows = (block.head, *block.rows)
                yield ["table", [["\n".join(flow.plain for flow in cell.flows) for cell in cells] for cells in rows]]


def after_an_edit() -> None:
    """What the same document costs again when one paragraph of it has changed."""
    from cmdesk.export.pdf.fonts import Fonts  # noqa: PLC0415 - what it costs to load is part of the cold run
    from cmdesk.export.pdf.typesetter import typeset  # noqa: PLC0415 - likewise
    from cmdesk.progress import SILENT  # noqa: PLC0415 - likewise

    fonts, made = Fonts(), document()
    took = [_seconds(lambda: typeset(made, SILENT, fonts))]
    for number in range(3):
        pairs = [at for at, block in enumerate(made.blocks) if isinstance(block, Pair)]
        blocks = list(made.blocks)
        edited = Paragraph(Look.BODY, thai(f"แก้ไขครั้งที่ {number} " + THAI[number]))
        blocks[pairs[50 * number]] = replace(blocks[pairs[50 * number]], thai=edited)
        made = replace(made, blocks=tuple(blocks))
        took.append(_seconds(lambda: typeset(made, SILENT, fonts)))  # noqa: B023 - called at once
    again = min(took[1:])
    print(f"\nCold {took[0]:.2f} s, after one edited paragraph {again:.2f} s, {again / took[0]:.2f} of it.")


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def main(python: str | None) -> None:
    """All lines, ours first."""
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}\n")
    print("| 100 bilingual pages to PDF | pages | seconds | of the processor | ms a page | RSS MB | KB |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        ours(Path(name), QUESTIONS)
        against_libreoffice(Path(name))
        if python:
            against_others(Path(name), python)
        ours(Path(name), 10 * QUESTIONS)
    after_an_edit()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        from cmdesk.export.pdf.writer import write

        write(document(int(sys.argv[3])), Path(sys.argv[2]))
    else:
        main(sys.argv[1] if sys.argv[1:] else None)
