import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.export.blocks import (
    Align,
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
