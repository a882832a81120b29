"""What a hundred bilingual pages cost, against LibreOffice: `python tests/bench/bench_pdf.py`.

Prints a table in Markdown. Each program is started anew and timed from its start to the finished PDF; LibreOffice
converts a Word file of the same document, which is written beforehand.
"""

import platform
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypdf

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


def document() -> Document:
    """About a hundred bilingual pages with headings, paragraphs, lists, tables and contents."""
    chance = random.Random(20)
    blocks: list[Block] = [
        Cover((english("A city that learns"), thai("เมืองที่เรียนรู้")), (english("Application"),), (thai("เชียงใหม่"),)),
        Contents((english("Contents"), thai("สารบัญ"))),
        PageBreak(),
    ]
    for number in range(1, QUESTIONS + 1):
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


def timed(command: list[str]) -> tuple[float, float]:
    """Wall seconds and the peak of memory in MB of a program and its children; the peak only ever grows."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def row(name: str, seconds: float, memory: float, pdf: Path) -> None:
    """One line of the table."""
    pages = len(pypdf.PdfReader(pdf).pages)
    size = pdf.stat().st_size // 1024
    print(f"| {name} | {pages} | {seconds:.2f} | {1000 * seconds / pages:.1f} | {memory:.0f} | {size} |")


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
    row("LibreOffice", *timed(command), folder / "peer.pdf")


def main() -> None:
    """Both lines, ours first."""
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}\n")
    print("| 100 bilingual pages to PDF | pages | seconds | ms a page | RSS MB | KB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        ours = Path(name) / "ours.pdf"
        row("CMDesk", *timed([sys.executable, __file__, str(ours)]), ours)
        against_libreoffice(Path(name))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        from cmdesk.export.pdf.writer import write

        write(document(), Path(sys.argv[1]))
    else:
        main()
