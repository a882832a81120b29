import random
import re
import sys
from io import BytesIO

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.export.blocks import (
    Align,
    Cell,
    ContactSheet,
    Contents,
    Cover,
    Document,
    Flow,
    Heading,
    Look,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Piece,
    Table,
)
from cmdesk.export.pdf.typesetter import typeset
from cmdesk.model.language import Language
from cmdesk.progress import SILENT

HOSTILE = {
    "markup": "<b>x</b><img src='/etc/passwd'/>&amp;</para>",
    "file syntax": "%PDF-1.7 ) ( \\ endobj stream /Type <<>>",
    "emoji": "😀👩\u200d👧" * 30,
    "500 marks on one base": "ก" + "\u0e49" * 500,
    "500 marks on none": "\u0e49" * 500,
    "a very long word": "a" * 300,
    "a very long thai word": "ก" * 150,
    "leading vowels only": "เ" * 100,
    "nothing visible": "\u200b\u200d\u2060" * 30,
    "what no file holds": "\x00\x01\ud800\ufffe",
    "line ends": "\n\n\n",
    "blanks": "   \u00a0\u3000",
    "nothing": "",
    "turned text": "\u202eabc\u202c العربية",
    "scripts that the font lacks": "汉字" * 30,
    "sara am without a base": "ำ" * 100,
    "places": "{page}{pages}{0}{}%s",
    "the last character": "\U0010ffff",
}


def everywhere(text: str) -> Document:
    """A document with a text in every place that takes one."""
    flow = Flow(
        Language.THAI,
        (
            Piece(text, bold=True, link=text, anchor=text),
            Piece(text, raised=True, anchor="e"),
            Piece(text, italic=True, link="file:///etc/passwd"),
            Piece(text, link="https://example.org/)(<>"),
        ),
    )
    paragraph = Paragraph(Look.BODY, flow, text, text)
    picture = Picture(text.encode("utf-8", "replace"), text, 9, 9, flow, (flow, flow), text, text)
    blocks = (
        Cover((flow, flow), (flow,), (flow,)),
        Cover((), (), ()),
        Contents((flow, flow), 9),
        Contents((), 0),
        Heading(9, text, (flow, flow), text),
        Heading(1, text, (flow,), text),
        Heading(0, "", (), ""),
        Heading(3, "x", (), "e"),
        *(Paragraph(look, flow, text, text) for look in Look),
        Pair(paragraph, None),
        Pair(None, None),
        Pair(paragraph, paragraph),
        Pair(paragraph, None, (flow,)),
        picture,
        ContactSheet((picture, picture)),
        Table((Cell((flow,)), Cell(())), ((Cell((flow, flow), Align.END), Cell((flow,))), ()), (0.02, 0.98)),
        Table((), (), ()),
        Table((), ((Cell((flow,)),),), (1.0,)),
        PageBreak(),
    )
    return Document(text, Language.THAI, flow, flow, blocks, author=text, subject=text, keywords=text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_in_every_place_still_gives_a_sound_file(tmp_path, text):
    path = tmp_path / "x.pdf"
    path.write_bytes(typeset(everywhere(text), SILENT).content)
    reader = pypdf.PdfReader(path, strict=True)
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", ())]
    assert {link["/A"]["/URI"] for link in links if "/A" in link} <= {"https://example.org/)(<>"}


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_any_text_in_any_place_is_set(text):
    assert typeset(everywhere(text), SILENT).pages >= 1


def hostile_string(chance: random.Random) -> str:
    """Pieces of hostile texts, of Thai marks in any order, and of any characters there are."""
    pieces = (
        lambda: chance.choice([*HOSTILE.values()])[: chance.randrange(40)],
        lambda: "".join(chr(chance.randrange(0xE01, 0xE5C)) for _ in range(chance.randrange(20))),
        lambda: "".join(chr(chance.randrange(sys.maxunicode)) for _ in range(chance.randrange(9))),
        lambda: chance.choice(
            ["javascript:alert(1)", "file:///etc/passwd", "\u202e", "\u00ad" * 3, " ", "www.a-b/c-d"]
        ),
    )
    return "".join(chance.choice(pieces)() for _ in range(chance.randrange(1, 6)))


def batch(chance: random.Random, count: int) -> Document:
    """So many hostile paragraphs between marks that tell them apart, and every kind of block with one of them."""
    flows = [
        Flow(chance.choice([*Language]), (Piece(f"q{number}z"), Piece(text, link=text), Piece(f"Q{number}Z")))
        for number, text in enumerate(hostile_string(chance) for _ in range(count))
    ]
    blocks = tuple(Paragraph(chance.choice([*Look]), flow) for flow in flows)
    return Document("x", Language.ENGLISH, Flow(Language.ENGLISH), Flow(Language.ENGLISH), blocks)


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(100))
def test_fifty_thousand_hostile_strings(seed):
    content = typeset(batch(random.Random(seed), 500), SILENT).content
    with pypdfium2.PdfDocument(content) as pdf:
        text = re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in pdf))
    missing = [number for number in range(500) if f"q{number}z" not in text or f"Q{number}Z" not in text]
    assert missing == []
    notes = [note.get_object() for page in pypdf.PdfReader(BytesIO(content)).pages for note in page.get("/Annots", ())]
    assert all(note["/A"]["/URI"].startswith(("http://", "https://", "mailto:")) for note in notes)


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(60))
def test_hostile_strings_in_every_place(seed):
    chance = random.Random(seed)
    for _ in range(10):
        assert typeset(everywhere(hostile_string(chance)), SILENT).pages
