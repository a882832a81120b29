"""The one-page PDF, set by the program's own typesetter."""

from cmdesk.export.blocks import Block, Cell, Document, Flow, Heading, Look, Paragraph, Piece, Table
from cmdesk.export.pdf.writer import write
from cmdesk.model.language import Language
from resources.sample.drawing.paper import FILES, Words

TITLE = Words("องค์ประกอบหลัก 6 ด้านของเมืองแห่งการเรียนรู้", "Six building blocks of a learning city")
BLOCKS = (
    Words("ส่งเสริมการศึกษาที่ครอบคลุมในระบบการศึกษา", "Promoting inclusive learning in the education system"),
    Words("ฟื้นฟูการเรียนรู้ในครอบครัวและชุมชน", "Revitalizing learning in families and communities"),
    Words("ส่งเสริมการเรียนรู้เพื่อการทำงานและในสถานที่ทำงาน", "Facilitating learning for and in the workplace"),
    Words("ส่งเสริมการใช้เทคโนโลยีที่ทันสมัยเพื่อการเรียนรู้", "Extending the use of modern learning technologies"),
    Words("พัฒนาคุณภาพทางการศึกษา", "Enhancing quality in learning"),
    Words("ส่งเสริมวัฒนธรรมการเรียนรู้ตลอดชีวิต", "Fostering a culture of learning throughout life"),
)
STRONGEST = len(BLOCKS)
FOUND = Words(
    "เชียงใหม่ดำเนินงานครบทั้ง 6 ด้าน โดยด้านที่ 6 มีความเข้มแข็งที่สุด (เชียงใหม่นิวส์ 5 เมษายน 2566)",
    "Chiang Mai works on all six; the sixth is the strongest (Chiang Mai News, 5 April 2023).",
)
MADE = Words(
    "จัดทำขึ้นสำหรับเอกสารตัวอย่างของ CMDesk มิใช่เอกสารของเทศบาล",
    "Made for the sample dossier of CMDesk; not a paper of the municipality.",
)


def draw() -> None:
    """Write the page."""
    blocks: tuple[Block, ...] = (
        Heading(1, "", _flows(TITLE), "top"),
        Table(
            tuple(Cell(_flows(words)) for words in (Words("ด้าน", "No."), Words("องค์ประกอบหลัก", "Building block"))),
            tuple(_row(number, block) for number, block in enumerate(BLOCKS, start=1)),
            (0.14, 0.86),
        ),
        *(Paragraph(look, flow) for look, words in ((Look.BODY, FOUND), (Look.NOTE, MADE)) for flow in _flows(words)),
    )
    nothing = Flow(Language.ENGLISH)
    write(
        Document(TITLE.english, Language.ENGLISH, nothing, nothing, blocks, "CMDesk"),
        FILES / "summary-of-six-building-blocks.pdf",
    )


def _row(number: int, block: Words) -> tuple[Cell, Cell]:
    bold = number == STRONGEST
    return Cell((Flow(Language.THAI, (Piece(str(number), bold=bold),)),)), Cell(_flows(block, bold=bold))


def _flows(words: Words, *, bold: bool = False) -> tuple[Flow, Flow]:
    return (
        Flow(Language.THAI, (Piece(words.thai, bold=bold),)),
        Flow(Language.ENGLISH, (Piece(words.english, bold=bold),)),
    )
